package gateway

import (
	"slices"

	"foliogate/gateway/units"
)

// Kept is an inquiry as a book holds it: whole, or filed.
type Kept struct {
	Whole Inquiry
	Filed *Filed // nil if it is whole
}

// ID is the house id.
func (k Kept) ID() InquiryID {
	if k.Filed != nil {
		return k.Filed.ID
	}
	return k.Whole.ID
}

// traded tells whether a firm is one of the two that traded.
func (k Kept) traded(firm Firm) bool {
	if f := k.Filed; f != nil {
		return f.Trade != "" && (firm == f.Client || firm == f.With)
	}
	q := k.Whole
	return q.Execution != nil && (firm == q.Client || firm == q.Execution.Dealer)
}

// Label is what an inquiry is found by.
func (k Kept) Label() Filed {
	if k.Filed == nil {
		return *k.Whole.labelled()
	}
	label := *k.Filed
	label.Packed = nil
	return label
}

// Inquiry is all of it.
func (k Kept) Inquiry() Inquiry {
	if k.Filed == nil {
		return k.Whole
	}
	return k.Filed.inquiry()
}

// Find is Inquiry without unpacking what is filed.
func (b *Book) Find(id InquiryID) (Kept, bool) {
	if q, ok := b.inquiries[id]; ok {
		return Kept{Whole: q}, true
	}
	f, ok := b.filed[id]
	return Kept{Filed: f}, ok
}

// Kept returns what Inquiries does without unpacking what is filed.
func (b *Book) Kept() []Kept {
	ids := make([]InquiryID, 0, len(b.inquiries)+len(b.filed))
	for id := range b.ids {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, began)
	all := make([]Kept, len(ids))
	for i, id := range ids {
		all[i], _ = b.Find(id)
	}
	return all
}

// RestoreKept is Restore for what Kept returned.
func (b *Book) RestoreKept(k Kept) {
	if k.Filed == nil {
		b.Restore(k.Whole)
		return
	}
	b.filed[k.Filed.ID] = k.Filed
	b.label(k.Filed)
}

// File puts away what has ended.
func (b *Book) File() error {
	p, err := newPacker()
	if err != nil {
		return err
	}
	for id, q := range b.inquiries {
		if q.Phase.Live() {
			continue
		}
		f, err := p.file(q)
		if err != nil {
			return err
		}
		b.filed[id] = f
		delete(b.inquiries, id)
	}
	return nil
}

// Fetch makes a filed inquiry whole: so who asks for it again and again has it unpacked once.
func (b *Book) Fetch(id InquiryID) {
	if f, ok := b.filed[id]; ok {
		q := f.inquiry()
		b.keep(q, q.Due())
	}
}

// filedOn returns which of a day's filed inquiries are meant.
func (b *Book) filedOn(day units.Date, meant func(f *Filed) bool) []InquiryID {
	var ids []InquiryID
	for id, f := range b.filed {
		if f.Day == day && meant(f) {
			ids = append(ids, id)
		}
	}
	return ids
}
