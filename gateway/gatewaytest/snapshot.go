package gatewaytest

import (
	"encoding/json"

	"foliogate/gateway"
	"foliogate/gateway/engine"
)

// recovered gives the writer its past: every entry from the journal, or a snapshot of some moment
// and the entries since.
func (h *house) recovered() error {
	n := 0
	if h.w.chance(3) {
		n = h.w.rng.IntN(h.disk.durable + 1)
		past, err := h.pastAt(n)
		if err != nil {
			return err
		}
		h.w.trace("from a snapshot of record %d", n)
		h.writer.Restore(past)
	}
	for i, r := range h.disk.records[:h.disk.durable] {
		if r.Kind == sessionKind {
			h.links[h.disk.notes[i].firm].apply(uint64(i+1), h.disk.notes[i])
		} else if i >= n {
			if err := h.writer.Recover(uint64(i+1), r.Payload); err != nil {
				return err
			}
		}
	}
	return nil
}

// pastAt is a snapshot of the entries among the first records, written and read again.
func (h *house) pastAt(n int) (*engine.Past, error) {
	past := engine.NewPast()
	for i, r := range h.disk.records[:n] {
		if r.Kind == sessionKind {
			continue
		}
		if err := past.Recover(uint64(i+1), r.Payload); err != nil {
			return nil, err
		}
	}
	if err := past.File(); err != nil {
		return nil, err
	}
	kept := past.Kept()
	for i := range kept {
		if kept[i].Filed != nil {
			continue
		}
		text, err := json.Marshal(&kept[i].Whole)
		if err != nil {
			return nil, err
		}
		kept[i].Whole = gateway.Inquiry{}
		if err := json.Unmarshal(text, &kept[i].Whole); err != nil {
			return nil, err
		}
	}
	return engine.RestorePast(past.State(), kept)
}
