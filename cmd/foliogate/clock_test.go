package main

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
	"time"
)

// machine is the two clocks of a machine, in a test's hands.
type machine struct {
	wall time.Time
	ran  time.Duration
}

func (m *machine) passes(d time.Duration) { m.wall, m.ran = m.wall.Add(d), m.ran+d }

func (m *machine) clock(log *bytes.Buffer) *clock {
	return newClock(func() time.Time { return m.wall }, func() time.Duration { return m.ran },
		slog.New(slog.NewTextHandler(log, nil)))
}

// Whatever is done to the wall clock, a deadline of two minutes ends after two minutes, to a hundredth.
func TestDeadlinesDoNotFollowTheWallClock(t *testing.T) {
	for name, c := range map[string]struct {
		disturb func(*machine)
		alarm   bool
	}{
		"nothing":             {func(m *machine) {}, false},
		"set back an hour":    {func(m *machine) { m.wall = m.wall.Add(-time.Hour) }, true},
		"set forward an hour": {func(m *machine) { m.wall = m.wall.Add(time.Hour) }, true},
		"set back for good":   {func(m *machine) { m.wall = time.Unix(0, 0) }, true},
		"a leap second":       {func(m *machine) { m.wall = m.wall.Add(-time.Second) }, false},
		"sleep":               {func(m *machine) { m.passes(30 * time.Second) }, false},
		"back and forth": {func(m *machine) {
			m.wall = m.wall.Add(-time.Hour)
			m.passes(time.Second)
			m.wall = m.wall.Add(time.Hour) // before anybody looked
		}, false},
	} {
		var log bytes.Buffer
		m := &machine{wall: time.Unix(1750000000, 0).UTC()}
		clock := m.clock(&log)
		deadline, began, last := clock.now().Add(2*time.Minute), m.ran, clock.now()
		for i := 0; last.Before(deadline); i++ {
			if i == 50 {
				c.disturb(m)
			}
			m.passes(10 * time.Millisecond)
			now := clock.now()
			if now.Before(last) {
				t.Fatalf("%s: after %s comes %s", name, last, now)
			}
			last = now
		}
		if took := m.ran - began; took < 118*time.Second || took > 122*time.Second {
			t.Errorf("%s: two minutes take %s", name, took)
		}
		if alarm := strings.Contains(log.String(), "the wall clock was set"); alarm != c.alarm {
			t.Errorf("%s: the log says %q", name, log.String())
		}
	}
}

// Small differences are gone soon, large ones are not hurried, and each jump is told once.
func TestClockFollowsSlowly(t *testing.T) {
	for _, c := range []struct{ by, after, left time.Duration }{
		{500 * time.Millisecond, time.Minute, 0},
		{-500 * time.Millisecond, time.Minute, 0},
		{time.Hour, 100 * time.Second, time.Hour - time.Second},
		{-time.Hour, 100 * time.Second, -time.Hour + time.Second},
		{-30 * time.Second, time.Hour, 0},
	} {
		var log bytes.Buffer
		m := &machine{wall: time.Unix(1750000000, 0).UTC()}
		clock := m.clock(&log)
		m.wall = m.wall.Add(c.by)
		for range 1000 {
			m.passes(c.after / 1000)
			clock.now()
		}
		if left := m.wall.Sub(clock.now()); left != c.left {
			t.Errorf("set by %s, %s later it is still %s apart", c.by, c.after, left)
		}
		if n := strings.Count(log.String(), "\n"); n > 1 {
			t.Errorf("told %d times:\n%s", n, log.String())
		}
	}
}

// The machine's own clocks agree with each other.
func TestMachineClock(t *testing.T) {
	var log bytes.Buffer
	clock := machineClock(slog.New(slog.NewTextHandler(&log, nil)))
	for range 1000 {
		before := time.Now()
		now := clock.now()
		if apart := now.Sub(before); apart < -time.Second || apart > time.Second+time.Since(before) {
			t.Fatalf("%s apart", apart)
		}
	}
	if now := clock.now(); now.Location() != time.UTC || now != now.Round(0) || log.Len() > 0 {
		t.Errorf("%v, %s", now, log.String())
	}
}
