package main

import (
	"time"

	"golang.org/x/sys/unix"
)

// awake is how long the machine has run, its sleep included, which the runtime's own monotonic clock
// leaves out.
func awake() func() time.Duration {
	start := time.Now()
	return func() time.Duration {
		var since unix.Timespec
		if unix.ClockGettime(unix.CLOCK_BOOTTIME, &since) != nil {
			return time.Since(start) // a kernel of before 2.6.39
		}
		return time.Duration(since.Nano())
	}
}
