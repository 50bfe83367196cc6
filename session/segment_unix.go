//go:build unix

package session

import (
	"context"
	"net"
	"syscall"
)

// listenTCP listens for connections whose segments are small. On loopback a segment is 64 KiB, as
// much as a counterparty's whole receive window: when the window fills, neither side may move until
// a timer of 200 ms lets it, in the middle of a list's executions. Networks have smaller ones anyway.
func listenTCP(address string) (net.Listener, error) {
	config := net.ListenConfig{Control: func(_, _ string, c syscall.RawConn) error {
		var refused error
		err := c.Control(func(fd uintptr) {
			refused = syscall.SetsockoptInt(int(fd), syscall.IPPROTO_TCP, syscall.TCP_MAXSEG, segmentBytes)
		})
		if err != nil {
			return err
		}
		return refused
	}}
	return config.Listen(context.Background(), "tcp", address)
}

const segmentBytes = 4 << 10
