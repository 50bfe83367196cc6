package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"time"
)

// frame reads one message by its BodyLength(9).
func frame(in *bufio.Reader) ([]byte, error) {
	begin, err := in.ReadBytes(0x01)
	if err != nil {
		return nil, err
	}
	length, err := in.ReadBytes(0x01)
	if err != nil {
		return nil, err
	}
	digits, found := bytes.CutPrefix(bytes.TrimSuffix(length, []byte{0x01}), []byte("9="))
	n, err := strconv.Atoi(string(digits))
	if err != nil || !found || n < 0 || n > 64<<20 {
		return nil, fmt.Errorf("%q is no BodyLength(9)", length)
	}
	raw := append(begin, length...)
	rest := make([]byte, n+len("10=000|"))
	_, err = io.ReadFull(in, rest)
	return append(raw, rest...), err
}

// cable is a connection that is written by a goroutine of its own, so that nobody waits for a
// gateway that does not read.
type cable struct {
	net.Conn
	mu     sync.Mutex
	work   sync.Cond
	queue  []byte
	closed bool
}

func newCable(c net.Conn) *cable {
	k := &cable{Conn: c}
	k.work.L = &k.mu
	go k.flush()
	return k
}

func (k *cable) send(raw []byte) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.queue = append(k.queue, raw...)
	k.work.Signal()
}

// cut ends the connection. What is queued is lost, as with a cable.
func (k *cable) cut() {
	k.mu.Lock()
	k.closed = true
	k.work.Signal()
	k.mu.Unlock()
	_ = k.Conn.Close()
}

func (k *cable) flush() {
	for {
		k.mu.Lock()
		for len(k.queue) == 0 && !k.closed {
			k.work.Wait()
		}
		batch := k.queue
		k.queue = nil
		closed := k.closed
		k.mu.Unlock()
		if closed {
			return
		}
		_ = k.SetWriteDeadline(time.Now().Add(10 * time.Second))
		if _, err := k.Write(batch); err != nil {
			_ = k.Conn.Close()
			return
		}
	}
}
