package session

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"sync"
	"testing"
	"time"
)

// disk is a gate that a test moves by hand.
type disk struct {
	mu            sync.Mutex
	last, durable uint64
	moved         chan struct{}
	fault         error
	full          []bool // what was said of the queue
}

func (d *disk) Full(yes bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.full = append(d.full, yes)
}

func newDisk() *disk { return &disk{moved: make(chan struct{})} }

func (d *disk) set(last, durable uint64, fault error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last, d.durable, d.fault = last, durable, fault
	close(d.moved)
	d.moved = make(chan struct{})
}

func (d *disk) Needs() uint64 {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.last
}

func (d *disk) Wait(ctx context.Context, lsn uint64) error {
	for {
		d.mu.Lock()
		durable, fault, moved := d.durable, d.fault, d.moved
		d.mu.Unlock()
		if fault != nil || durable >= lsn {
			return fault
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func pipeOf(t *testing.T, g gate, l Limits) (near *conn, far net.Conn) {
	t.Helper()
	socket, far := net.Pipe()
	near = newConn(socket, g, l.withDefaults())
	t.Cleanup(func() { near.abort(net.ErrClosed); far.Close() })
	return near, far
}

func readText(t *testing.T, c net.Conn, want string) {
	t.Helper()
	got := make([]byte, len(want))
	if _, err := io.ReadFull(c, got); err != nil || string(got) != want {
		t.Fatalf("the peer reads %q, %v; want %q", got, err, want)
	}
}

func TestSocketIsTheBarrier(t *testing.T) {
	d := newDisk()
	near, far := pipeOf(t, d, Limits{})
	write := func(text string, last uint64) {
		d.set(last, 0, nil)
		if n, err := near.Write([]byte(text)); n != len(text) || err != nil {
			t.Fatal(n, err)
		}
	}
	write("one", 1)
	write("two", 2)
	early := make(chan struct{})
	go func() { readText(t, far, "onetwothree"); close(early) }()
	write("three", 3)
	select {
	case <-early:
		t.Fatal("bytes left before what they rest on was durable")
	default:
	}
	d.set(3, 3, nil)
	<-early
}

func TestNothingLeavesAfterAFault(t *testing.T) {
	d := newDisk()
	near, far := pipeOf(t, d, Limits{})
	d.set(1, 0, nil)
	if _, err := near.Write([]byte("said")); err != nil {
		t.Fatal(err)
	}
	d.set(1, 0, errors.New("sync failed"))
	if n, err := far.Read(make([]byte, 1)); n != 0 || err == nil {
		t.Errorf("the peer read %d bytes, %v", n, err)
	}
	<-near.closed
	if _, err := near.Write([]byte("more")); err == nil {
		t.Error("a closed connection takes bytes")
	}
}

func TestCloseSendsWhatIsQueued(t *testing.T) {
	d := newDisk()
	near, far := pipeOf(t, d, Limits{})
	d.set(1, 0, nil)
	if _, err := near.Write([]byte("goodbye")); err != nil {
		t.Fatal(err)
	}
	if err := near.Close(); err != nil {
		t.Fatal(err)
	}
	if n, err := near.Read(make([]byte, 1)); n != 0 || err != io.EOF {
		t.Errorf("a closed connection reads %d, %v", n, err)
	}
	d.set(1, 1, nil)
	readText(t, far, "goodbye")
	if _, err := far.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("behind the end: %v", err)
	}
}

func TestQueueIsBounded(t *testing.T) {
	d := newDisk()
	near, far := pipeOf(t, d, Limits{QueueBytes: 100})
	d.set(1, 1, nil)
	const rounds = 50
	block := bytes.Repeat([]byte("x"), 60)
	done := make(chan error, 1)
	go func() {
		for range rounds {
			if _, err := near.Write(block); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for range rounds {
		readText(t, far, string(block))
		near.mu.Lock()
		if len(near.queue) > 100 {
			t.Errorf("%d bytes are queued", len(near.queue))
		}
		near.mu.Unlock()
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	for i, full := range d.full {
		if full != (i%2 == 0) {
			t.Fatalf("of the queue was said %v", d.full)
		}
	}
	if n := len(d.full); n == 0 || n%2 == 1 {
		t.Errorf("%d times something was said of the queue", n)
	}
}

func TestSlowPeerIsClosed(t *testing.T) {
	near, _ := pipeOf(t, nil, Limits{WriteWithin: 20 * time.Millisecond, QueueBytes: 10})
	for {
		if _, err := near.Write([]byte("hello")); err != nil {
			if err != errPeerSlow {
				t.Errorf("the writer is told %v", err)
			}
			break
		}
	}
	<-near.closed
}
