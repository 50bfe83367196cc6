//go:build !unix

package session

import "net"

// listenTCP listens.
func listenTCP(address string) (net.Listener, error) { return net.Listen("tcp", address) }
