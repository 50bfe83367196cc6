package session

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// What comes too fast is only slowed; who keeps sending more is told so.
func TestBrake(t *testing.T) {
	for _, row := range []struct {
		name   string
		limits Limits
		size   int           // of a message
		every  time.Duration // that the sender sends one
		sends  int
		lasts  time.Duration // until all is read
		says   string
	}{
		{"as agreed", Limits{MessagesPerSecond: 10}, 100, 100 * time.Millisecond, 200, 20 * time.Second, ""},
		{"half of it at once", Limits{MessagesPerSecond: 10}, 100, 0, 5, 0, ""},
		{"a burst", Limits{MessagesPerSecond: 10}, 100, 0, 50, 4500 * time.Millisecond, ""},
		{"a flood", Limits{MessagesPerSecond: 10}, 100, 0, 500, 0, "more than 10 messages a second"},
		{"a little more", Limits{MessagesPerSecond: 10}, 100, 90 * time.Millisecond, 500, 0,
			"more than 10 messages a second"},
		{"a burst of bytes", Limits{BytesPerSecond: 1000}, 100, 0, 50, 4500 * time.Millisecond, ""},
		{"a flood of bytes", Limits{BytesPerSecond: 1000}, 100, 0, 500, 0, "more than 1000 bytes a second"},
	} {
		t.Run(row.name, func(t *testing.T) {
			b := newBrake(row.limits.withDefaults())
			begun := time.Unix(1750000000, 0)
			now, says := begun, ""
			for i := 0; i < row.sends && says == ""; i++ {
				if sent := begun.Add(time.Duration(i+1) * row.every); row.every > 0 && now.Before(sent) {
					now = sent
				}
				wait, why := b.read(row.size, now)
				more, whyNot := b.message(now)
				now, says = now.Add(max(wait, more)), why+whyNot
			}
			if says != row.says || says == "" && now.Sub(begun) != row.lasts {
				t.Errorf("it took %s, and %q was said", now.Sub(begun), says)
			}
		})
	}
}

// The brake goes with the session: a new connection is no new start. Garbage and parts of messages
// count, and what is read at once is paid for before more is.
func TestBrakeGoesWithTheSession(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limits := Limits{BytesPerSecond: 100_000}.withDefaults()
		b, begun := newBrake(limits), time.Now()
		for range 2 {
			near, far := pipeOf(t, nil, Limits{BytesPerSecond: 100_000})
			near.intake.watch = newWatch(limits, b, func() int { return 1 }, func(why string) { t.Error(why) })
			go func() {
				_, _ = far.Write([]byte(frame("A", "34=1|") + strings.Repeat("x", 150_000)))
				_ = far.Close()
			}()
			for p := make([]byte, 100); ; {
				if _, err := near.Read(p); err != nil {
					break
				}
			}
		}
		if took := time.Since(begun).Truncate(100 * time.Millisecond); took != 2500*time.Millisecond {
			t.Errorf("300,000 bytes were read in %s", took)
		}
	})
}
