package main

import (
	"net"
	"time"
)

// deaf is a connection that takes everything and says nothing.
type deaf struct{ net.Conn }

func (deaf) Write(p []byte) (int, error)        { return len(p), nil }
func (deaf) Close() error                       { return nil }
func (deaf) SetWriteDeadline(_ time.Time) error { return nil }
