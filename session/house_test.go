package session

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/gateway"
	"foliogate/gateway/journal"
)

// patience bounds every wait of a test.
const patience = 60 * time.Second

func soon(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	return ctx
}

// gatewayAt is a gateway with its journal in a directory.
type gatewayAt struct {
	*Sessions
	desk    *desk
	journal *journal.Log
	log     *lines
}

// lines collects a log.
type lines struct{ c chan string }

func (l *lines) Write(p []byte) (int, error) {
	select {
	case l.c <- string(p):
	default:
	}
	return len(p), nil
}

// has waits for a line that holds all words.
func (l *lines) has(t testing.TB, words ...string) {
	t.Helper()
	ctx := soon(t)
	for {
		select {
		case line := <-l.c:
			all := true
			for _, w := range words {
				all = all && strings.Contains(line, w)
			}
			if all {
				return
			}
		case <-ctx.Done():
			t.Fatalf("the log never said %q", words)
		}
	}
}

// never looks at what the log has said so far.
func (l *lines) never(t testing.TB, word string) {
	t.Helper()
	for {
		select {
		case line := <-l.c:
			if strings.Contains(line, word) {
				t.Fatal(line)
			}
		default:
			return
		}
	}
}

func open(t testing.TB, dir string, limits Limits, rows ...Row) *gatewayAt {
	t.Helper()
	return openLoud(t, dir, limits, slog.LevelInfo, rows...)
}

// openLoud opens one that logs from a level on.
func openLoud(t testing.TB, dir string, limits Limits, level slog.Level, rows ...Row) *gatewayAt {
	t.Helper()
	l, err := journal.Open(dir, journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	g := &gatewayAt{desk: newDesk(l), journal: l, log: &lines{make(chan string, 10_000)}}
	for i := range rows {
		rows[i].Face = face{rows[i].Firm()}
	}
	g.Sessions, err = New(Options{Rows: rows, Desk: g.desk, Journal: l, Limits: limits,
		Logger: slog.New(slog.NewTextHandler(g.log, &slog.HandlerOptions{Level: level})), Clock: time.Now,
		Table: dict.New(dict.Tier0)})
	if err != nil {
		t.Fatal(err)
	}
	g.replay(t)
	if err := g.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Stop(soon(t)) })
	return g
}

// replay is the start-up scan.
func (g *gatewayAt) replay(t testing.TB) {
	t.Helper()
	r := g.journal.From(1)
	for {
		lsn, record, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err == nil && record.Kind == Kind {
			err = g.Recover(lsn, record.Payload)
		} else if err == nil {
			err = g.desk.recover(lsn, record.Payload)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func (g *gatewayAt) close(t testing.TB) {
	t.Helper()
	if err := errors.Join(g.Stop(soon(t)), g.journal.Close()); err != nil {
		t.Fatal(err)
	}
}

func accepted(client string) Row {
	return Row{Name: client, OurCompID: "GATE", TheirCompID: client, Connection: Accept,
		Address: "127.0.0.1:0", Username: "user", Password: "word"}
}

// counterparty is a peer that keeps what it heard.
type counterparty struct {
	*Peer
	heard chan received
}

type received struct {
	fixspec.Header
	msgType string
	again   bool   // PossDupFlag(43)=Y
	body    string // all of it, with bars
}

func (g *gatewayAt) client(t testing.TB, name string, change func(*PeerOptions)) *counterparty {
	t.Helper()
	o := PeerOptions{OurCompID: name, TheirCompID: "GATE", Connection: Dial,
		Heartbeat: 30 * time.Second, Reconnect: 100 * time.Millisecond, Username: "user", Password: "word"}
	if addr := g.Addr(name); addr != nil {
		o.Address = addr.String()
	}
	return counterpartyOf(t, o, change)
}

func counterpartyOf(t testing.TB, o PeerOptions, change func(*PeerOptions)) *counterparty {
	t.Helper()
	c := &counterparty{heard: make(chan received, 100_000)}
	o.Logger = slog.New(slog.DiscardHandler)
	if o.Handle == nil {
		o.Handle = func(raw []byte) { c.heard <- read(t, raw) }
	}
	if change != nil {
		change(&o)
	}
	p, err := StartPeer(o)
	if err != nil {
		t.Fatal(err)
	}
	c.Peer = p
	t.Cleanup(func() { p.Close(soon(t)) })
	return c
}

func read(t testing.TB, raw []byte) received {
	var m wire.Message
	if err := m.Parse(raw); err != nil {
		t.Errorf("%q: %v", raw, err)
		return received{}
	}
	h, err := fixspec.DecodeHeader(&m)
	if err != nil {
		t.Error(err)
	}
	return received{h, string(m.MsgType()), string(m.Get(43)) == "Y", m.String()}
}

// next returns the next message of a type; it fails for other types than the ones passed over.
func (c *counterparty) next(t testing.TB, msgType string, over ...string) received {
	t.Helper()
	ctx := soon(t)
	for {
		select {
		case r := <-c.heard:
			if r.msgType == msgType {
				return r
			}
			if !strings.Contains(strings.Join(over, " "), r.msgType) {
				t.Fatalf("heard %s where %s belongs", r.body, msgType)
			}
		case <-ctx.Done():
			t.Fatalf("no %s came", msgType)
		}
	}
}

func (c *counterparty) logOn(t testing.TB) {
	t.Helper()
	if err := c.AwaitLogon(soon(t)); err != nil {
		t.Fatal(err)
	}
}

func (c *counterparty) say(t testing.TB, msgType, body string) {
	t.Helper()
	e := say(msgType, body)
	if err := c.Send(e.Header, e.Message); err != nil {
		t.Fatal(err)
	}
}

func fills(to string, n int) gateway.Event {
	return gateway.FillsReplayed{To: gateway.Firm(to), Of: n}
}
