package session

import (
	"context"
	"errors"
	"net"
	"testing"
	"time"
)

func TestPeerThatDoesNotReadIsClosed(t *testing.T) {
	t.Parallel()
	limits := Limits{WriteWithin: 300 * time.Millisecond, QueueBytes: 64 << 10}
	g := open(t, t.TempDir(), limits, accepted("DEAF"), accepted("GOOD"))
	deaf, good := g.dialRaw(t, "DEAF"), g.client(t, "GOOD", nil)
	if err := deaf.Conn.(*net.TCPConn).SetReadBuffer(4 << 10); err != nil {
		t.Fatal(err)
	}
	deaf.logOn(t, known)
	good.logOn(t)
	for range 100 {
		g.desk.publish(t, fills("DEAF", 1000), fills("GOOD", 10))
	}
	for range 1000 {
		good.next(t, "8", "E")
	}
	g.log.has(t, "a connection was closed", errPeerSlow.Error())
	g.log.has(t, "logged out", "DEAF")
	if now := g.States()[0]; now.Sent > 90_000 {
		t.Errorf("%d messages were numbered for who does not read", now.Sent)
	}
}

func TestStopIsBounded(t *testing.T) {
	t.Parallel()
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	g := open(t, t.TempDir(), Limits{}, dialledTo("DEAF", socket.Addr().String()))
	deaf := answer(t, socket, "DEAF")
	for range 100 {
		g.desk.publish(t, fills("DEAF", 1000))
	}
	for deaf.hear(t).msgType != "8" {
		continue
	}
	ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer cancel()
	if err := g.Stop(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Stop returned %v", err)
	}
}

func TestStopTellsWhatThereIs(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	g.desk.publish(t, fills("CLIENT", 3000))
	if err := g.journal.Wait(soon(t), g.journal.Last()); err != nil {
		t.Fatal(err)
	}
	stopped := make(chan error, 1)
	go func() { stopped <- g.Stop(soon(t)) }()
	for range 3000 {
		c.expect(t, "8")
	}
	c.expect(t, "5")
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}
