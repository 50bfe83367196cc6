package gatewaytest

import (
	"bytes"
	"fmt"

	"foliogate/fixspec"
	"foliogate/fixspec/wire"
	"foliogate/gateway"
	"foliogate/gateway/journal"
)

// mutate puts the run's mutant into the seams of a new house.
func (h *house) mutate() {
	switch h.w.mutant {
	case HideTimer:
		h.disk.hidden = func() bool { return h.tick }
	case LineByLine:
		h.disk.torn = byLine
	}
}

// undo has a quarantine end what has traded.
func undo(events []gateway.Event) {
	for i, event := range events {
		if q, ok := event.(gateway.Quarantined); ok && q.Was.Traded() {
			q.Was, q.Phase = gateway.Open, gateway.Withdrawn
			events[i] = q
		}
	}
}

// byLine makes of an execution one record a line.
func byLine(r journal.Record) []journal.Record {
	var e gateway.Entry
	if e.UnmarshalJSON(r.Payload) != nil {
		return []journal.Record{r}
	}
	t, ok := e.Event.(gateway.Traded)
	if !ok {
		return []journal.Record{r}
	}
	var parts []journal.Record
	fills := t.Execution.Fills
	for n := range fills {
		t.Execution.Fills = fills[:n+1]
		e.Event = t
		parts = append(parts, journal.Record{Kind: r.Kind, Payload: e.AppendJSON(nil)})
	}
	return parts
}

// mangled makes a new list of one that was sent again, if that is the mutant: the house knows it by
// another name, of which the counterparty hears nothing.
func (h *house) mangled(c gateway.Command) gateway.Command {
	if h.w.mutant != ForgetListID {
		return c
	}
	w := h.w
	name := func(o gateway.Origin, list string) string {
		if list == "" {
			return ""
		}
		return string(rune('L'+w.lives[key(o.Firm, list)])) + list[1:]
	}
	switch c := c.(type) {
	case gateway.Submit:
		f := w.audit.byList[key(c.Firm, name(c.Origin, c.ListID))]
		if f != nil && (f.open || f.end != "") {
			w.lives[key(c.Firm, c.ListID)]++
		}
		c.ListID = name(c.Origin, c.ListID)
		return c
	case gateway.Ask:
		c.ListID = name(c.Origin, c.ListID)
		return c
	case gateway.Accept:
		c.ListID = name(c.Origin, c.ListID)
		return c
	case gateway.Cancel:
		c.ListID = name(c.Origin, c.ListID)
		return c
	case gateway.Enquire:
		c.ListID = name(c.Origin, c.ListID)
		return c
	}
	return c
}

// clientName is the name that a client knows a list by.
func (w *world) clientName(list string) string {
	if w.mutant == ForgetListID {
		return "L" + list[1:]
	}
	return list
}

// unmangled gives a message the list's own name again.
func (h *house) unmangled(raw []byte) []byte {
	for life := rune('M'); life < 'M'+8; life++ {
		for _, tag := range []string{"66", "391", "131", "302", "11", "48"} {
			was := fmt.Sprintf("\x01%s=%c", tag, life)
			raw = bytes.ReplaceAll(raw, []byte(was), []byte("\x01"+tag+"=L"))
		}
	}
	end := len(raw) - len("10=000\x01")
	return fmt.Appendf(raw[:end], "10=%03d\x01", wire.CheckSum(raw[:end]))
}

// altered is what the run's mutant makes of a message.
func (l *link) altered(m fixspec.Message) fixspec.Message {
	report, ok := m.(*fixspec.ExecutionReport)
	if l.h.w.mutant != WrongMoney || !ok || l.h.w.peers[l.firm].client {
		return m
	}
	report.NetMoney++
	return report
}
