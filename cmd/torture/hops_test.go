package main

import (
	"testing"
	"time"
)

// windows are so many with 100 quotes each, of which the last three took longer.
func windows(n int, most, last time.Duration) [][]time.Duration {
	all := make([][]time.Duration, n)
	for i := range all {
		for range 97 {
			all[i] = append(all[i], most)
		}
		all[i] = append(all[i], last, last, last)
	}
	return all
}

func TestJudge(t *testing.T) {
	const ms = time.Millisecond
	calm := windows(6, ms, 4*ms)
	moody := append(windows(1, ms, 9*ms), windows(1, ms, 4*ms)...)
	for _, row := range []struct {
		name           string
		quiet, hostile [][]time.Duration
		median, tail   bool // small
	}{
		{"nothing", calm, windows(6, ms, 4*ms), true, true},
		{"a tail", calm, windows(6, ms, 5*ms), true, false},
		{"everything", calm, windows(6, 2*ms, 4*ms), false, true},
		{"a tail, on a machine with moods", moody, windows(2, ms, 8*ms), true, true},
	} {
		v := judge(row.quiet, row.hostile)
		if v.median.small() != row.median || v.tail.small() != row.tail {
			t.Errorf("%s: %v", row.name, v)
		}
	}
}
