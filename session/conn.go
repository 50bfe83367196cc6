package session

import (
	"context"
	"errors"
	"io"
	"net"
	"sync"
	"time"
)

// gate says on what a message that was just built rests, and when that is durable, and hears when the
// queue has no room for more, and when it has again. A store is one.
type gate interface {
	Needs() (lsn uint64)
	Wait(ctx context.Context, lsn uint64) error
	Full(yes bool)
}

// conn is a connection whose socket is the barrier: Write queues bytes together with the LSN on
// which they rest, and one flusher waits until that is durable and then writes all that is queued
// in one call. No byte leaves that rests on anything the disk does not hold, and one sync serves
// many messages.
//
// While another message is sure to follow at once the flusher is not woken, up to burst bytes: what
// is told together leaves together.
//
// The queue is bounded: Write waits for room, at most until the flusher's write fails. A peer that
// does not read within the deadline is closed.
type conn struct {
	net.Conn
	intake *intake
	gate   gate // nil: nothing to wait for
	limits Limits
	cancel context.CancelFunc // ends the flusher's wait

	// follows tells whether a message that is written is not the last of its burst; nil: it may be.
	follows func(raw []byte) bool

	mu      sync.Mutex // guards what follows
	moved   sync.Cond  // the queue has work or room, or the end came
	queue   []byte
	ready   bool   // the queue is to leave
	need    uint64 // LSN that must be durable before the queue may leave
	closing bool
	ended   error // why nothing more is written

	closed chan struct{} // after the socket was closed
}

// burst bounds what is held back for more.
const burst = 32 << 10

var errPeerSlow = errors.New("the counterparty did not read in time")

func newConn(socket net.Conn, g gate, l Limits) *conn {
	ctx, cancel := context.WithCancel(context.Background())
	c := &conn{Conn: socket, intake: newIntake(socket, l), gate: g, limits: l, cancel: cancel,
		closed: make(chan struct{})}
	c.moved.L = &c.mu
	go c.flush(ctx)
	return c
}

// Read gives the engine whole, sound messages only. A panic over what came ends the connection.
func (c *conn) Read(p []byte) (n int, err error) {
	defer func() {
		if err = orPanic(recover(), err); errors.Is(err, errPanic) {
			c.abort(err)
		}
	}()
	n, err = c.intake.Read(p)
	if err != nil && c.isClosing() {
		return n, io.EOF
	}
	return n, err
}

// Write queues.
func (c *conn) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waitForRoom(len(p))
	if c.ended != nil {
		return 0, c.ended
	}
	if c.closing {
		return 0, net.ErrClosed
	}
	c.queue = append(c.queue, p...)
	if c.gate != nil {
		c.need = max(c.need, c.gate.Needs())
	}
	if len(c.queue) >= burst || c.follows == nil || !c.follows(p) {
		c.wake()
	}
	return len(p), nil
}

// waitForRoom returns when the queue takes so many bytes more, or the end came. The caller holds the
// lock.
func (c *conn) waitForRoom(n int) {
	full := func() bool {
		return c.ended == nil && !c.closing && len(c.queue) > 0 && len(c.queue)+n > c.limits.QueueBytes
	}
	if c.gate != nil && full() {
		c.gate.Full(true)
		defer c.gate.Full(false)
	}
	for full() {
		c.wake()
		c.moved.Wait()
	}
}

// wake has the queue leave. The caller holds the lock.
func (c *conn) wake() {
	if !c.ready {
		c.ready = true
		c.moved.Broadcast()
	}
}

// Close sends what is queued and then closes the socket, without waiting for either.
func (c *conn) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closing = true
	c.moved.Broadcast()
	return c.SetReadDeadline(time.Unix(1, 0)) // whoever reads stops
}

// abort closes the socket at once.
func (c *conn) abort(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ended == nil {
		c.ended = err
	}
	c.cancel()
	_ = c.Conn.Close()
	c.moved.Broadcast()
}

func (c *conn) isClosing() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.closing
}

func (c *conn) flush(ctx context.Context) {
	defer close(c.closed)
	var spare []byte
	for {
		batch, need, ok := c.take(spare)
		if !ok {
			c.abort(net.ErrClosed)
			return
		}
		if err := c.send(ctx, batch, need); err != nil {
			c.abort(err)
			return
		}
		spare = batch[:0]
	}
}

// take waits for bytes; not ok says that there will be none any more.
func (c *conn) take(spare []byte) (batch []byte, need uint64, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for !c.ready && c.ended == nil && !c.closing {
		c.moved.Wait()
	}
	if len(c.queue) == 0 || c.ended != nil {
		return nil, 0, false
	}
	batch, need = c.queue, c.need
	c.queue, c.ready = spare, false
	c.moved.Broadcast()
	return batch, need, true
}

func (c *conn) send(ctx context.Context, batch []byte, need uint64) error {
	if c.gate != nil {
		if err := c.gate.Wait(ctx, need); err != nil {
			return err
		}
	}
	if err := c.SetWriteDeadline(time.Now().Add(c.limits.WriteWithin)); err != nil {
		return err
	}
	_, err := c.Conn.Write(batch)
	var late net.Error
	if errors.As(err, &late) && late.Timeout() {
		return errPeerSlow
	}
	return err
}
