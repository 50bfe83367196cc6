package session

import (
	"crypto/subtle"
	"errors"
	"io"
	"net"
	"slices"
)

// SOCKS5, as far as one client and one kind of request need it.
const (
	socksVersion  = 5
	socksPassword = 2 // the method of RFC 1929
	socksDone     = 0
	socksFailed   = 5 // connection refused
	socksConnect  = 1
	socksIPv4     = 1
	socksName     = 3
	socksIPv6     = 4
)

var (
	errNoSocks    = errors.New("not the SOCKS5 that the engine speaks")
	errNotOurself = errors.New("wrong user or password")
)

func socksReply(code byte) []byte {
	return []byte{socksVersion, code, 0, socksIPv4, 0, 0, 0, 0, 0, 0}
}

// greet learns which session calls, up to and with the request.
func (r *relay) greet(near net.Conn) (*caller, error) {
	methods, err := socksText(near, []byte{socksVersion})
	if err != nil {
		return nil, err
	}
	if !slices.Contains(methods, socksPassword) {
		return nil, errNoSocks
	}
	if _, err := near.Write([]byte{socksVersion, socksPassword}); err != nil {
		return nil, err
	}
	name, err := socksText(near, []byte{1})
	if err != nil {
		return nil, err
	}
	password, err := socksText(near, nil)
	if err != nil {
		return nil, err
	}
	c := r.callers[string(name)]
	if c == nil || subtle.ConstantTimeCompare(password, []byte(c.password)) != 1 {
		return nil, errNotOurself
	}
	if _, err := near.Write([]byte{1, 0}); err != nil {
		return nil, err
	}
	return c, socksRequest(near)
}

// socksText reads a text behind some fixed bytes and its length.
func socksText(near io.Reader, fixed []byte) ([]byte, error) {
	head := make([]byte, len(fixed)+1)
	if _, err := io.ReadFull(near, head); err != nil {
		return nil, err
	}
	if string(head[:len(fixed)]) != string(fixed) {
		return nil, errNoSocks
	}
	text := make([]byte, head[len(fixed)])
	_, err := io.ReadFull(near, text)
	return text, err
}

func socksRequest(near io.Reader) error {
	head := make([]byte, 4)
	if _, err := io.ReadFull(near, head); err != nil {
		return err
	}
	if head[0] != socksVersion || head[1] != socksConnect {
		return errNoSocks
	}
	rest := map[byte]int{socksIPv4: net.IPv4len, socksIPv6: net.IPv6len}[head[3]]
	if head[3] == socksName {
		length := make([]byte, 1)
		if _, err := io.ReadFull(near, length); err != nil {
			return err
		}
		rest = int(length[0])
	}
	_, err := io.ReadFull(near, make([]byte, rest+2))
	return err
}
