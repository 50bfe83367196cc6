package session

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"sync"
	"testing"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/journal"
)

// desk is a small one that journals what it is told to: each Enquire becomes a StatusTold, each
// Connect a StatePushed, and tests publish the rest.
type desk struct {
	journal *journal.Log

	mu       sync.Mutex
	grown    chan struct{}
	entries  []gateway.Entry
	lsns     []uint64
	commands []gateway.Command
	fault    error
	panics   bool // over what comes next
}

func newDesk(l *journal.Log) *desk { return &desk{journal: l, grown: make(chan struct{})} }

func (d *desk) Submit(c gateway.Command) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fault != nil {
		return d.fault
	}
	if d.panics {
		d.panics = false
		panic("the test's own")
	}
	d.commands = append(d.commands, c)
	switch c := c.(type) {
	case gateway.Enquire:
		return d.append(gateway.StatusTold{To: c.Firm, Phase: gateway.Open})
	case gateway.Connect:
		return d.append(gateway.StatePushed{To: c.Firm, Reset: c.Reset})
	}
	return d.append(gateway.Lapsed{})
}

func (d *desk) publish(t testing.TB, events ...gateway.Event) {
	t.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.append(events...); err != nil {
		t.Fatal(err)
	}
}

func (d *desk) append(events ...gateway.Event) error {
	for _, event := range events {
		e := gateway.Entry{Seq: uint64(len(d.entries) + 1), At: time.Unix(1750000000, 0), Event: event}
		lsn, err := d.journal.Append(journal.Record{Kind: 'E', Payload: e.AppendJSON(nil)})
		if err != nil {
			return err
		}
		d.entries, d.lsns = append(d.entries, e), append(d.lsns, lsn)
	}
	close(d.grown)
	d.grown = make(chan struct{})
	return nil
}

func (d *desk) recover(lsn uint64, payload []byte) error {
	var e gateway.Entry
	if err := e.UnmarshalJSON(payload); err != nil {
		return err
	}
	d.entries, d.lsns = append(d.entries, e), append(d.lsns, lsn)
	return nil
}

func (d *desk) News(_ gateway.Firm, after uint64, max int) ([]gateway.Entry, uint64, error) {
	last := d.Last()
	d.mu.Lock()
	defer d.mu.Unlock()
	end := min(last, after+uint64(max))
	if after >= end {
		return nil, after, nil
	}
	return append([]gateway.Entry(nil), d.entries[after:end]...), end, nil
}

func (d *desk) AwaitNews(ctx context.Context, _ gateway.Firm, after uint64) error {
	for {
		d.mu.Lock()
		grown, known := d.grown, uint64(len(d.lsns))
		lsn := uint64(0)
		if known > after {
			lsn = d.lsns[after]
		}
		d.mu.Unlock()
		if known > after {
			return d.journal.Wait(ctx, lsn)
		}
		select {
		case <-grown:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (d *desk) Inquiry(gateway.InquiryID) (gateway.Inquiry, bool) { return gateway.Inquiry{}, false }

func (d *desk) Last() uint64 {
	durable := d.journal.Durable()
	d.mu.Lock()
	defer d.mu.Unlock()
	n := len(d.lsns)
	for n > 0 && d.lsns[n-1] > durable {
		n--
	}
	return uint64(n)
}

// heard returns the commands of one kind.
func heard[C gateway.Command](d *desk) []C {
	d.mu.Lock()
	defer d.mu.Unlock()
	var found []C
	for _, c := range d.commands {
		if c, ok := c.(C); ok {
			found = append(found, c)
		}
	}
	return found
}

// face speaks of few things: executions n for FillsReplayed, a status, a list, a quote, and what is
// current, which is the list and the quote again.
type face struct{ firm gateway.Firm }

func (f face) Command(h fixspec.Header, m fixspec.Message) (gateway.Command, *fixspec.BusinessMessageReject) {
	origin := gateway.Origin{Firm: f.firm, Ref: h.MsgSeqNum}
	switch m := m.(type) {
	case *fixspec.ListStatusRequest:
		return gateway.Enquire{Origin: origin, ListID: m.ListID}, nil
	case *fixspec.ListCancelRequest:
		panic("the test's own")
	case *fixspec.BusinessMessageReject:
		return nil, nil
	}
	return nil, &fixspec.BusinessMessageReject{BusinessRejectRefID: "Z1", Text: "unknown",
		BusinessRejectReason: fixspec.BusinessUnknownID}
}

func (f face) Messages(e gateway.Entry, _ gateway.Inquiry) iter.Seq[fixspec.Envelope] {
	return func(yield func(fixspec.Envelope) bool) {
		for _, m := range f.all(e) {
			if !yield(m) {
				return
			}
		}
	}
}

func (f face) all(e gateway.Entry) []fixspec.Envelope {
	switch event := e.Event.(type) {
	case gateway.FillsReplayed:
		if event.To != f.firm {
			return nil
		}
		var all []fixspec.Envelope
		for i := range event.Of {
			all = append(all, say("8", fmt.Sprintf("17=X%d-%d\x01%s", e.Seq, i, terms)))
		}
		return all
	case gateway.StatusTold:
		if event.To == f.firm {
			return []fixspec.Envelope{say("N", "66=L1\x01431=1\x01")}
		}
	case gateway.Opened:
		return []fixspec.Envelope{say("E", "66=L1\x01"), say("k", "390=B1\x01374=N\x01")}
	case gateway.QuoteReceived:
		return []fixspec.Envelope{say("l", "390=Q1\x0144=99.5\x01")}
	case gateway.QuoteLost:
		return []fixspec.Envelope{say("l", "390=Q1\x01420=1\x0112=0\x0158=STALE\x01")}
	case gateway.StatePushed:
		if event.To == f.firm {
			now := say("E", "66=L1\x0158=now\x01")
			now.PossResend = true
			return []fixspec.Envelope{now}
		}
	case gateway.TicketAnswered:
		panic("the test's own")
	}
	return nil
}

// terms make an execution report as long as a real one.
var terms = strings.Repeat("58=an instrument, a price, a quantity and who traded\x01", 5)

// said is a message of few words.
type said struct {
	fixspec.Message
	msgType, body string
}

func say(msgType, body string) fixspec.Envelope {
	return fixspec.Envelope{Message: said{msgType: msgType, body: body}}
}

func (s said) MsgType() string            { return s.msgType }
func (s said) AppendBody(b []byte) []byte { return append(b, s.body...) }
