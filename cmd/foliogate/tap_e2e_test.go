package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"testing"
)

// tap stands on the line between the gateway and one counterparty. It passes on whole messages
// and keeps what the gateway said, so that a test can look at every byte that crossed; and it can
// cut the line, lead to another gateway, and cut at a message.
type tap struct {
	net.Listener
	dialled bool // the gateway opens the line

	mu     sync.Mutex
	target string // where lines lead; "": nowhere
	open   []net.Conn
	said   [][]byte              // by the gateway
	before func(raw []byte) bool // of what it says: whether it passes; false cuts the line
	aside  chan heard            // what no application hears: its Rejects(3) and Logouts(5)
}

func newTap(t testing.TB, dialled bool) *tap {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	x := &tap{Listener: l, dialled: dialled, aside: make(chan heard, 1<<10)}
	t.Cleanup(func() { l.Close(); x.cut() })
	go x.serve()
	return x
}

// lead connects what comes from now on.
func (x *tap) lead(target string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.target = target
}

// cut ends the line, and lets nobody through until it leads somewhere again.
func (x *tap) cut() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.target = ""
	for _, c := range x.open {
		c.Close()
	}
	x.open = nil
}

// watch has a function look at what the gateway says before it passes.
func (x *tap) watch(before func(raw []byte) bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.before = before
}

func (x *tap) serve() {
	for {
		near, err := x.Accept()
		if err != nil {
			return
		}
		x.mu.Lock()
		target := x.target
		x.mu.Unlock()
		far, err := net.Dial("tcp", target)
		if target == "" || err != nil {
			near.Close()
			continue
		}
		x.mu.Lock()
		x.open = append(x.open, near, far)
		x.mu.Unlock()
		go x.pass(near, far, x.dialled)
		go x.pass(far, near, !x.dialled)
	}
}

// pass goes on until one end closes.
func (x *tap) pass(from, to net.Conn, gateway bool) {
	defer from.Close()
	defer to.Close()
	for in := bufio.NewReader(from); ; {
		raw, err := readFrame(in)
		if err != nil || gateway && !x.keep(raw) {
			return
		}
		if _, err := to.Write(raw); err != nil {
			return
		}
	}
}

func (x *tap) keep(raw []byte) bool {
	x.mu.Lock()
	before := x.before
	x.mu.Unlock()
	if before != nil && !before(raw) {
		return false
	}
	if h := heardOf(raw); h.kind == "3" || h.kind == "5" {
		x.aside <- h
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.said = append(x.said, raw)
	return true
}

// everything is what the gateway has said so far.
func (x *tap) everything() [][]byte {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.said[:len(x.said):len(x.said)]
}

// readFrame reads one message by its BodyLength(9).
func readFrame(in *bufio.Reader) ([]byte, error) {
	begin, err := in.ReadBytes(0x01)
	if err != nil {
		return nil, err
	}
	length, err := in.ReadBytes(0x01)
	if err != nil {
		return nil, err
	}
	number, found := bytes.CutPrefix(bytes.TrimSuffix(length, []byte{0x01}), []byte("9="))
	n, err := strconv.Atoi(string(number))
	if err != nil || !found {
		return nil, fmt.Errorf("%q is no BodyLength(9)", length)
	}
	raw := append(begin, length...)
	rest := make([]byte, n+len("10=000|"))
	_, err = io.ReadFull(in, rest)
	return append(raw, rest...), err
}
