package session

import (
	"fmt"
	"sync"
	"time"
)

// brake has us read a session no faster than agreed. What comes faster waits in the socket, and so
// with its sender: a burst is only slowed, and costs nobody else their turn. Who keeps on sending
// more is logged out. It belongs to the session, so that a new connection is no new start.
type brake struct {
	limits Limits

	mu              sync.Mutex
	messages, bytes pace
	since           time.Time // that what comes has to wait, without a rest
}

// atOnce is how much of what is allowed in a second may come at full speed.
const atOnce = time.Second / 2

func newBrake(l Limits) *brake {
	share := func(n int) pace { return pace{amount: max(1, n/int(time.Second/atOnce)), span: atOnce} }
	return &brake{limits: l, messages: share(l.MessagesPerSecond), bytes: share(l.BytesPerSecond)}
}

// message and read return how long to wait before more is read, and why the session is to end; ""
// if it may go on.
func (b *brake) message(now time.Time) (time.Duration, string) {
	return b.owe(&b.messages, 1, now,
		fmt.Sprintf("more than %d messages a second", b.limits.MessagesPerSecond))
}

func (b *brake) read(n int, now time.Time) (time.Duration, string) {
	return b.owe(&b.bytes, n, now, fmt.Sprintf("more than %d bytes a second", b.limits.BytesPerSecond))
}

func (b *brake) owe(p *pace, n int, now time.Time, why string) (time.Duration, string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	wait := p.owe(n, now)
	switch {
	case wait == 0 && b.messages.isFree(now) && b.bytes.isFree(now):
		b.since = time.Time{}
	case wait > 0 && b.since.IsZero():
		b.since = now
	case wait > 0 && now.Sub(b.since) >= b.limits.FloodFor:
		return wait, why
	}
	return wait, ""
}
