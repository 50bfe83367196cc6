package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"strings"
	"time"
)

// deed is one abuse. It returns what became of it.
type deed struct {
	name string
	do   func(ctx context.Context, address string) string
}

func deeds() []deed {
	const mebi = 1 << 20
	return []deed{
		{"for comparison: a client logs on and asks once", askOnce},
		{"64 MiB without a terminator, from a stranger", pour(nil, mebi, 64)},
		{"64 MiB without a terminator, announced by a stranger", pour(opening("9=67108864|35=A|"), mebi, 64)},
		{"64 MiB without a terminator, from a client", pour(rogueLogon(), mebi, 64)},
		{"64 MiB of one message, from a client",
			pour(append(rogueLogon(), opening("9=67108864|35=E|")...), mebi, 64)},
		{"8 MiB messages that never end, from a client",
			pour(append(rogueLogon(), opening("9=8388000|35=E|")...), 8*mebi, 8)},
		{"100 MiB behind a sequence gap", behindGap},
		{"500 connections that say nothing", halfOpen(nil)},
		{"500 connections that say half a Logon", halfOpen(opening("9=100|35=A|34=1|"))},
		{"a peer that stops reading", deafPeer},
	}
}

// opening is the beginning of a message.
func opening(fields string) []byte { return bars("8=FIX.4.4|" + fields) }

const rogue = "ROGUE-EMS"

// rogueLine writes messages of the rogue's own.
func rogueLine() *line { return newLine(nil, rogue, gatewayID) }

func rogueLogon() []byte { return rogueLine().bytes(1, "A", "98=0|108=30|141=Y|", "") }

// askOnce does no harm.
func askOnce(ctx context.Context, address string) string {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err.Error()
	}
	defer conn.Close()
	go swallow(conn)
	if _, err = conn.Write(append(rogueLogon(), rogueLine().bytes(2, "M", "66=NONE|", "")...)); err != nil {
		return err.Error()
	}
	<-ctx.Done()
	return "asked"
}

// pour writes the same bytes over and over, and never reads.
func pour(begin []byte, size, times int) func(context.Context, string) string {
	return func(ctx context.Context, address string) string {
		return pourInto(ctx, address, begin, bytes.Repeat([]byte("A"), size), times)
	}
}

func pourInto(ctx context.Context, address string, begin, part []byte, times int) string {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err.Error()
	}
	defer conn.Close()
	deadline, _ := ctx.Deadline()
	_ = conn.SetDeadline(deadline)
	written, err := conn.Write(begin)
	for i := 0; i < times && err == nil; i++ {
		var n int
		n, err = conn.Write(part)
		written += n
	}
	return outcome(written, err)
}

func outcome(written int, err error) string {
	text := fmt.Sprintf("%.1f MiB written", float64(written)/(1<<20))
	if err != nil {
		text += ", then closed"
		if os.IsTimeout(err) {
			text += " by us: not taken"
		}
	}
	return text
}

// behindGap sends sound messages with numbers that are too high, and no repeat of what is missing.
func behindGap(ctx context.Context, address string) string {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err.Error()
	}
	defer conn.Close()
	deadline, _ := ctx.Deadline()
	_ = conn.SetDeadline(deadline)
	go swallow(conn)
	l, written := rogueLine(), 0
	_, err = conn.Write(rogueLogon())
	text := "66=L|58=" + strings.Repeat("x", 60<<10) + "|"
	for n := 1000; written < 100<<20 && err == nil; n++ {
		var some int
		some, err = conn.Write(l.bytes(n, "M", text, ""))
		written += some
	}
	return outcome(written, err)
}

func swallow(conn net.Conn) {
	room := make([]byte, 64<<10)
	for {
		if _, err := conn.Read(room); err != nil {
			return
		}
	}
}

// halfOpen connects and connects, and says no more than the beginning.
func halfOpen(begin []byte) func(context.Context, string) string {
	return func(ctx context.Context, address string) string { return crowd(ctx, address, begin) }
}

func crowd(ctx context.Context, address string, begin []byte) string {
	var open []net.Conn
	refused := 0
	for range 500 {
		conn, err := net.DialTimeout("tcp", address, time.Second)
		if err != nil {
			refused++
			continue
		}
		defer conn.Close()
		_, _ = conn.Write(begin)
		open = append(open, conn)
	}
	<-ctx.Done()
	closed := 0
	for _, conn := range open {
		_ = conn.SetReadDeadline(time.Now().Add(time.Millisecond))
		if _, err := conn.Read(make([]byte, 1)); err != nil && !os.IsTimeout(err) {
			closed++
		}
	}
	return fmt.Sprintf("%d opened, %d refused, %d closed by the gateway within %v", len(open), refused,
		closed, window)
}

// deafPeer asks and asks, and reads no answer.
func deafPeer(ctx context.Context, address string) string {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err.Error()
	}
	defer conn.Close()
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetReadBuffer(4 << 10)
	}
	deadline, _ := ctx.Deadline()
	_ = conn.SetDeadline(deadline)
	l, written, n := rogueLine(), 0, 2
	_, err = conn.Write(rogueLogon())
	for ; n < 400_000 && err == nil; n++ {
		var some int
		some, err = conn.Write(l.bytes(n, "M", fmt.Sprintf("66=NONE-%d|", n), ""))
		written += some
	}
	return fmt.Sprintf("%d questions, %s", n-2, outcome(written, err))
}
