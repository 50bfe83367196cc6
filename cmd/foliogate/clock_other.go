//go:build !linux

package main

import "time"

// awake is how long this process has run. Whether a machine's sleep counts is the system's choice.
func awake() func() time.Duration {
	start := time.Now()
	return func() time.Duration { return time.Since(start) }
}
