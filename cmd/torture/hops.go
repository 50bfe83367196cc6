package main

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// hops are how long quotes took from a dealer to the client.
type hops struct {
	sync.Mutex
	sent  map[string]time.Time // by price
	times []time.Duration
}

func newHops() *hops { return &hops{sent: map[string]time.Time{}} }

func (h *hops) left(price string) {
	h.Lock()
	defer h.Unlock()
	h.sent[price] = time.Now()
}

func (h *hops) came(price string) {
	h.Lock()
	defer h.Unlock()
	if at, ok := h.sent[price]; ok {
		h.times = append(h.times, time.Since(at))
		delete(h.sent, price)
	}
}

// cut returns the times since the last cut. What is still under way counts as long as it has been.
func (h *hops) cut() []time.Duration {
	h.Lock()
	defer h.Unlock()
	times := h.times
	for _, at := range h.sent {
		times = append(times, time.Since(at))
	}
	h.times = nil
	clear(h.sent)
	return times
}

// sample is the times of some windows.
type sample []time.Duration

func pooled(windows [][]time.Duration) sample {
	s := slices.Concat(windows...)
	slices.Sort(s)
	return s
}

func (s sample) at(percent int) time.Duration {
	if len(s) == 0 {
		return 0
	}
	return s[len(s)*percent/100]
}

// verdict compares hostile windows with quiet ones.
type verdict struct {
	quiet, hostile sample
	median, tail   change // of the 50th and of the 99th percentile
}

// change is how many times longer it took.
type change struct {
	ratio float64
	noise float64 // the same of one half of the quiet windows and the other; at least 1
}

func judge(quiet, hostile [][]time.Duration) verdict {
	var halves [2][][]time.Duration
	for i, w := range quiet {
		halves[i%2] = append(halves[i%2], w)
	}
	v := verdict{quiet: pooled(quiet), hostile: pooled(hostile)}
	one, other := pooled(halves[0]), pooled(halves[1])
	at := func(percent int) change {
		return change{ratio(v.hostile.at(percent), v.quiet.at(percent)),
			max(ratio(one.at(percent), other.at(percent)), ratio(other.at(percent), one.at(percent)))}
	}
	v.median, v.tail = at(50), at(99)
	return v
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(max(b, 1)) }

// small tells whether it took no longer than allowed, or no longer than chance explains.
func (c change) small() bool { return c.ratio <= slower*c.noise }

func (c change) String() string {
	words := ""
	if !c.small() {
		words = ", MORE THAN A TENTH"
	}
	return fmt.Sprintf("%.2f times (quiet to quiet %.2f)%s", c.ratio, c.noise, words)
}

func (v verdict) String() string {
	round := func(d time.Duration) time.Duration { return d.Round(10 * time.Microsecond) }
	return fmt.Sprintf("quote hop p50 %v, then %v: %v; p99 %v, then %v: %v; %d and %d quotes",
		round(v.quiet.at(50)), round(v.hostile.at(50)), v.median,
		round(v.quiet.at(99)), round(v.hostile.at(99)), v.tail, len(v.quiet), len(v.hostile))
}
