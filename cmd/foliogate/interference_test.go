package main

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/session"
)

// chamber is the gateway's core and faces without sessions, at a time that the test says, so that every
// byte that a counterparty is told depends on what was decided alone.
type chamber struct {
	t      *testing.T
	engine *engine.Engine
	log    *journal.Log
	faces  map[string]session.Face
	clock  atomic.Int64 // Unix time
	said   int
}

func (h *chamber) now() time.Time { return time.Unix(h.clock.Load(), 0).UTC() }

func newChamber(t *testing.T) *chamber {
	market, err := marketOnce()
	if err != nil {
		t.Fatal(err)
	}
	g, err := config.LoadGateway(writeConfig(t, "127.0.0.1:0", "127.0.0.1:1"), nil)
	if err != nil {
		t.Fatal(err)
	}
	g.Sessions[0].Outcomes = config.Outcomes{} // no dealer is told more than that it lost
	policy, err := policyOf(g, [32]byte{7})
	if err != nil {
		t.Fatal(err)
	}
	l, err := journal.Open(t.TempDir(), journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	h := &chamber{t: t, log: l, faces: map[string]session.Face{}}
	h.clock.Store(time.Date(2025, 6, 16, 14, 0, 0, 0, time.UTC).Unix())
	h.engine = engine.New(engine.Options{Journal: l, Market: market, Policy: *policy,
		Clock: h.now, Today: today(g.BusinessDate)})
	rows, err := (&house{config: g, engine: h.engine}).rows(market, policy)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		h.faces[r.TheirCompID] = r.Face
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- h.engine.Run(ctx) }()
	t.Cleanup(func() { stop(); <-ended })
	return h
}

// say has a counterparty say something; bars stand for SOH.
func (h *chamber) say(who, kind, format string, args ...any) {
	h.t.Helper()
	h.said++
	b := wire.AppendString(wire.AppendString(wire.Begin(nil, kind), 49, who), 56, "FOLIOGATE")
	b = wire.AppendTime(wire.AppendInt(b, 34, h.said), 52, h.now())
	raw := wire.Finish(append(b, strings.ReplaceAll(fmt.Sprintf(format, args...), "|", "\x01")...), 0)
	header, m, err := fixspec.NewReader(dict.New(dict.Tier0), wire.Policy{}).Read(raw)
	if err != nil {
		h.t.Fatalf("%s says %s: %v", who, textOf(raw), err)
	}
	header.MsgSeqNum = 0 // how much the others said is none of anybody's business
	command, no := h.faces[who].Command(header, m)
	if no != nil {
		h.t.Fatalf("%s says %s: %s", who, textOf(raw), no.Text)
	}
	if command == nil {
		return
	}
	if err := h.engine.Submit(command); err != nil {
		h.t.Fatal(err)
	}
}

// told is all that a counterparty is told, message by message, but for what the session adds.
func (h *chamber) told(who string) (all []heard) {
	h.t.Helper()
	if err := h.engine.Wait(soon(h.t), h.log.Last()-1); err != nil { // there are no records but entries
		h.t.Fatal(err)
	}
	for done := uint64(0); ; {
		entries, err := h.engine.Entries(done, 100)
		if err != nil {
			h.t.Fatal(err)
		}
		if len(entries) == 0 {
			return all
		}
		for _, e := range entries {
			done = e.Seq
			q, _ := h.engine.Inquiry(e.Inquiry)
			for m := range h.faces[who].Messages(e, q) {
				text := fmt.Sprintf("35=%s|115=%s|128=%s|97=%t|", m.Message.MsgType(), m.OnBehalfOf, m.DeliverTo, m.PossResend)
				all = append(all, heard{m.Message.MsgType(), text + textOf(m.Message.AppendBody(nil))})
			}
		}
	}
}

// list is the id that a dealer has for what it was shown.
func (h *chamber) list(dealer string) string {
	h.t.Helper()
	for _, m := range h.told(dealer) {
		if m.kind == "E" {
			return m.get("66")
		}
	}
	h.t.Fatalf("%s was shown nothing, the client is told %v", dealer, h.told(birchwood))
	return ""
}

func (h *chamber) bids(dealer, id string, cash int64) {
	list := h.list(dealer)
	h.say(dealer, "l", "390=%s|391=%s|420=1|12=0|13=3|66=%s|44=%d.00|423=3|", id, list, list, cash)
}

func (h *chamber) passes(dealer string) {
	list := h.list(dealer)
	h.say(dealer, "l", "390=PASS|391=%s|420=1|12=0|66=%s|58=PASS|", list, list)
}

func (h *chamber) takesBack(dealer, id string) {
	h.say(dealer, "Z", "131=%s|117=%s|298=4|", h.list(dealer), id)
}

// accepts has the client take a dealer's last quote, and the dealer stand by it.
func (h *chamber) accepts(dealer string, p portfolio) {
	h.t.Helper()
	quote := ""
	for _, m := range h.told(birchwood) {
		if m.kind == "l" && m.get("115") == dealer && m.get("44") != "" {
			quote = m.get("390")
		}
	}
	h.say(birchwood, "L", "66=%s|391=%s|390=%s|60=20250616-14:00:00|", p.id, p.head[1][4:], quote)
}

func (h *chamber) stands(dealer string) {
	h.say(dealer, "N", "66=%s|429=4|82=1|431=3|83=1|68=3|73=0|", h.list(dealer))
}

// What a dealer is told is the same, byte for byte and in the same order, whatever the others do:
// quote closer or further, once or often, take back, pass, decline, or trade with whom it pleases.
func TestADealersBytesDoNotDependOnTheOthers(t *testing.T) {
	t.Parallel()
	type acts struct{ first, then, last func(*chamber, portfolio) }
	nothing := func(*chamber, portfolio) {}
	close := func(by int64) acts {
		return acts{
			func(h *chamber, p portfolio) { h.bids(halyard, "H1", p.cash-by) }, nothing,
			func(h *chamber, p portfolio) { h.accepts(halyard, p) },
		}
	}
	streams := map[string]string{}
	for name, others := range map[string]acts{
		"better by a dollar":   close(999),
		"better by a lot":      close(-90_000),
		"worse, and preferred": close(5000),
		"often": {
			func(h *chamber, p portfolio) {
				for i := range int64(30) {
					h.bids(halyard, fmt.Sprint("H", i), p.cash-2000+i)
				}
			},
			func(h *chamber, p portfolio) { h.bids(halyard, "H-last", p.cash) },
			func(h *chamber, p portfolio) { h.accepts(halyard, p) },
		},
		"taken back, and another": {
			func(h *chamber, p portfolio) {
				h.bids(halyard, "H1", p.cash)
				h.bids(copperline, "C1", p.cash-1)
			},
			func(h *chamber, p portfolio) { h.takesBack(halyard, "H1") },
			func(h *chamber, p portfolio) { h.accepts(copperline, p); h.stands(copperline) },
		},
		"passed": {
			func(h *chamber, p portfolio) { h.passes(copperline) },
			func(h *chamber, p portfolio) { h.bids(halyard, "H1", p.cash) },
			func(h *chamber, p portfolio) { h.accepts(halyard, p) },
		},
		"looked at, and declined": {
			func(h *chamber, p portfolio) { h.bids(copperline, "C1", p.cash+7) },
			func(h *chamber, p portfolio) {
				h.accepts(copperline, p)
				h.say(copperline, "N", "66=%s|429=2|82=1|431=7|83=1|68=3|73=0|", h.list(copperline))
				h.bids(halyard, "H1", p.cash)
			},
			func(h *chamber, p portfolio) { h.accepts(halyard, p) },
		},
		"many questions of the client": {
			func(h *chamber, p portfolio) { h.bids(halyard, "H1", p.cash) },
			func(h *chamber, p portfolio) {
				for range 20 {
					h.say(birchwood, "M", "66=%s|", p.id)
				}
			},
			func(h *chamber, p portfolio) { h.accepts(halyard, p) },
		},
	} {
		h := newChamber(t)
		market, _ := marketOnce()
		p := (&pit{t: t, market: market}).portfolio(3).everywhere("126=" + fixTime(h.now().Add(time.Minute)))
		h.say(birchwood, "E", "%s", p.text())
		list := h.list(northgate)
		h.say(northgate, "N", "66=%s|429=1|82=1|431=1|83=1|68=3|73=0|", list)
		h.bids(northgate, "N1", p.cash-1000)
		others.first(h, p)
		h.clock.Add(1)
		h.bids(northgate, "N2", p.cash-800)
		others.then(h, p)
		h.clock.Add(1)
		h.bids(northgate, "N3", p.cash-700)
		others.last(h, p)
		h.clock.Add(1)
		h.bids(northgate, "N4", p.cash-600) // too late, as it is told
		h.say(northgate, "N", "66=%s|429=4|82=1|431=3|83=1|68=3|73=0|", list)
		var stream strings.Builder
		for _, m := range h.told(northgate) {
			stream.WriteString(m.text + "\n")
		}
		streams[name] = stream.String()
		if !strings.Contains(stream.String(), "NOT EXECUTED") || strings.Count(stream.String(), "\n") < 6 {
			t.Errorf("%s: the list did not trade with another:\n%s", name, stream.String())
		}
	}
	want := streams["better by a dollar"]
	for name, stream := range streams {
		if stream != want {
			t.Errorf("if the others' quotes are %s, NORTHGATE is told\n%sand otherwise\n%s", name, stream, want)
		}
	}
}
