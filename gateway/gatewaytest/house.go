package gatewaytest

import (
	"errors"
	"iter"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/units"
)

// house is one life of the gateway's process: the product's writer on the disk, and a link for
// each counterparty. Every method is one step between two awaits.
type house struct {
	w      *world
	disk   *disk
	writer *engine.Writer
	links  []*link
	shown  int  // LSN up to which the writer knows the journal to be durable
	tick   bool // a Tick is being decided
}

// face is session.Face.
type face interface {
	Command(fixspec.Header, fixspec.Message) (gateway.Command, *fixspec.BusinessMessageReject)
	Messages(gateway.Entry, gateway.Inquiry) iter.Seq[fixspec.Envelope]
}

// openHouse recovers from the disk, as the product's start does.
func openHouse(w *world) (*house, error) {
	h := &house{w: w, disk: w.disk}
	h.disk.hidden, h.disk.torn = nil, nil
	h.writer = engine.NewWriter(engine.Options{
		Journal: h.disk, Market: w.market, Policy: *w.policy,
		Clock:  func() time.Time { return w.clock() },
		Today:  func() units.Date { return units.DateFromTime(start) },
		Decide: h.domain, Alarm: h.alarm,
	})
	for i, p := range w.peers {
		h.links = append(h.links, newLink(h, i, h.face(p)))
	}
	if err := h.recovered(); err != nil {
		return nil, err
	}
	h.shown = h.disk.durable
	h.mutate()
	for _, l := range h.links {
		l.open()
	}
	if w.mutant == KeepQuotes {
		return h, nil
	}
	return h, h.writer.Begin()
}

func (h *house) face(p *peer) face {
	if p.client {
		return h.clientFace(p)
	}
	shown := func(list string) (gateway.Inquiry, bool) { return h.writer.Shown(p.firm, list) }
	lists := fixspec.DealerFace{Dealer: p.firm, Bonds: h.w.market.Universe, Policy: h.w.policy,
		Limit: h.w.limit, Currency: func(list string) units.Currency {
			q, _ := shown(list)
			return q.Terms.Currency
		}}
	if p.profile == list {
		return &lists
	}
	return &fixspec.DealerRFQFace{DealerFace: lists, Shown: shown}
}

func (h *house) clientFace(p *peer) face {
	lists := fixspec.ClientFace{Client: p.firm, Bonds: h.w.market.Universe, Limit: h.w.limit}
	if p.profile == list {
		return &lists
	}
	return &fixspec.ClientRFQFace{ClientFace: lists, Quoted: func(quote string) (gateway.Inquiry, bool) {
		return h.writer.Quoted(p.firm, quote)
	}}
}

// decide is Desk.Submit.
func (h *house) decide(c gateway.Command) error {
	_, h.tick = c.(gateway.Tick)
	err := h.writer.Decide(h.mangled(c))
	h.tick = false
	if err == nil && h.w.mutant == SendBeforeCommit {
		h.writer.Settle(h.disk.last())
	}
	return err
}

// bug is what the domain panics with where the run says so.
const bug = "a bug of the run"

// domain is gateway.Decide, and panics once where the run says so.
func (h *house) domain(env gateway.Env, q gateway.Inquiry, c gateway.Command) []gateway.Event {
	_, quarantine := c.(gateway.Quarantine)
	if h.w.bug && !quarantine {
		h.w.bug = false
		h.w.rows.hit(33)
		panic(bug)
	}
	events := gateway.Decide(env, q, c)
	if quarantine && h.w.mutant == UndoTrades {
		undo(events)
	}
	return events
}

// alarm hears of panics that the engine contained: all but the run's own are violations.
func (h *house) alarm(p *engine.Panic) {
	if p.Cause != bug {
		h.w.fail("%v\n%s", p, p.Stack)
	}
}

// settle lets the writer know how far the journal is durable.
func (h *house) settle() {
	h.shown = h.disk.durable
	h.writer.Settle(uint64(h.shown))
}

// fault ends the process: a journal that failed, or a panic.
func (h *house) fault(err error) {
	if !errors.Is(err, errBroken) {
		h.w.fail("the house stopped: %v", err)
	}
	h.w.rows.hit(25)
	h.w.crash("after a fault of the journal")
}

// contain makes a panic of the product a violation.
func (h *house) contain(what string) {
	if cause := recover(); cause != nil {
		h.w.fail("panic in %s: %v", what, cause)
	}
}
