//go:build unix

package main

import "golang.org/x/sys/unix"

// noCore keeps passwords and keys out of core files: this process, which holds them, leaves none.
func noCore() error { return unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}) }
