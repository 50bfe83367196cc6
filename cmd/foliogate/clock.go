package main

import (
	"log/slog"
	"sync"
	"time"
)

// clock is the gateway's time: by it deadlines end, and the journal dates its entries. It begins
// with the wall clock and goes on by one that nobody can set and that counts a machine's sleep, so
// that whoever sets the wall clock lengthens no deadline and lets none end early. Where the two are
// apart, it follows the wall clock, never backwards, by a hundredth at most: a deadline of two
// minutes is out by one second. What is slewed rather than set, as by NTP, both clocks have in common.
//
// A wall clock that was set is an alarm, with how far apart the two now are: counterparties name
// deadlines by theirs. A restart in a quiet moment follows at once.
type clock struct {
	wall func() time.Time     // may jump
	ran  func() time.Duration // since some moment
	log  *slog.Logger

	mu    sync.Mutex
	told  time.Time // the last
	at    time.Duration
	apart time.Duration // the wall clock was so far ahead
}

const (
	follows = 100 // parts of the time that passed, one of which it may be faster or slower by
	jumped  = time.Second
)

func newClock(wall func() time.Time, ran func() time.Duration, log *slog.Logger) *clock {
	return &clock{wall: wall, ran: ran, log: log, told: wall(), at: ran()}
}

// machineClock is a clock on the machine's own.
func machineClock(log *slog.Logger) *clock {
	return newClock(func() time.Time { return time.Now().UTC().Round(0) }, awake(), log)
}

// now is universal, to the nanosecond, and never earlier than it was.
func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	wall, at := c.wall(), c.ran()
	passed := at - c.at
	next := c.told.Add(passed)
	apart := wall.Sub(next)
	if by := apart - c.apart; by > jumped || by < -jumped {
		c.log.Error("the wall clock was set; the gateway's time goes on, and follows slowly",
			"by", by.Round(time.Millisecond), "now_ahead_of_us", apart.Round(time.Millisecond))
	}
	next = next.Add(min(max(apart, -passed/follows), passed/follows))
	c.told, c.at, c.apart = next, at, wall.Sub(next)
	return next
}
