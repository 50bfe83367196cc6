package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"foliogate/config"
)

// cutter stands between a client and the gateway, and can cut the cable.
type cutter struct {
	listener net.Listener
	to       string
	mu       sync.Mutex
	open     []net.Conn
}

func openCutter(t *testing.T, to string) *cutter {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &cutter{listener: listener, to: to}
	t.Cleanup(func() { _ = listener.Close(); c.cut() })
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			c.join(near)
		}
	}()
	return c
}

func (c *cutter) join(near net.Conn) {
	far, err := net.Dial("tcp", c.to)
	if err != nil {
		_ = near.Close()
		return
	}
	c.mu.Lock()
	c.open = append(c.open, near, far)
	c.mu.Unlock()
	go func() { _, _ = io.Copy(near, far) }()
	go func() { _, _ = io.Copy(far, near) }()
}

func (c *cutter) cut() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, end := range c.open {
		_ = end.Close()
	}
	c.open = nil
}

// The cable is cut at some moment; the client comes back, learns where the inquiry stands and
// trades it to its end. The clients are at it at the same time, each with a cable of its own.
func TestCutCable(t *testing.T) {
	moments := []newsKind{newsSent, newsAcknowledged, newsQuote, newsAccepting, newsLastLook,
		newsCommitted, newsTicket}
	name := func(k newsKind) string { return "CUT-" + strings.ReplaceAll(string(k), " ", "-") }
	v := openHall(t, func(g *config.Gateway) {
		for _, k := range moments {
			row := g.Sessions[0]
			row.Name, row.CompID = name(k), name(k)
			g.Sessions = append(g.Sessions, row)
		}
	}, nil)
	var all sync.WaitGroup
	for _, k := range moments {
		cable := openCutter(t, v.house.sessions.Addr(name(k)).String())
		all.Go(func() {
			if err := cutAt(k, name(k), cable, stageBasket(t)); err != nil {
				t.Errorf("cut at %s: %v", k, err)
			}
		})
	}
	all.Wait()
}

func cutAt(k newsKind, compID string, cable *cutter, basket []basketLine) error {
	client := config.DefaultClient()
	client.CompID, client.GatewayCompID = compID, "FOLIOGATE"
	client.Address, client.Insecure = cable.listener.Addr().String(), true
	cut := false
	result, err := runInquiry(context.Background(), inquiryOptions{Client: client, Basket: basket,
		Kind: 1, Currency: "USD", Deadline: time.Minute, Rule: acceptBest, Reset: true,
		Events: func(e inquiryEvent) {
			if e.Kind == k && !cut {
				cut = true
				cable.cut()
			}
		}})
	if err == nil && (result.Outcome != executed || len(result.Faults) > 0 || !cut) {
		err = fmt.Errorf("%s %s, faults %q", result.Outcome, result.Text, result.Faults)
	}
	return err
}
