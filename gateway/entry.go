package gateway

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"time"
)

// An entry is journaled as one JSON object on one line:
//
//	{"seq":17,"at":"2025-06-16T13:30:00.123456789Z","cause":{"firm":"NORTHGATE","ref":9},
//	 "inquiry":"I00000003","type":"QuoteReceived","event":{...}}
//
// so that grep helps on the night it matters. Types are never renamed and fields
// never change their meaning: old journals are read for ever.
type written struct {
	Seq     uint64          `json:"seq"`
	At      time.Time       `json:"at"`
	Cause   Origin          `json:"cause,omitzero"`
	Inquiry InquiryID       `json:"inquiry,omitempty"`
	Type    string          `json:"type"`
	Event   json.RawMessage `json:"event"`
}

// AppendJSON appends the entry in the journal's form.
func (e Entry) AppendJSON(b []byte) []byte {
	b = append(b, '{')
	b = strconv.AppendUint(appendName(b, "seq"), e.Seq, 10)
	b = appendMoment(b, "at", e.At.UTC())
	if e.Cause != (Origin{}) {
		b = append(appendName(b, "cause"), '{')
		b = appendText(b, "firm", string(e.Cause.Firm))
		b = append(appendNumber(b, "ref", int64(e.Cause.Ref)), '}')
	}
	b = appendOptional(b, "inquiry", string(e.Inquiry))
	b = appendText(b, "type", reflect.TypeOf(e.Event).Name())
	b = appendEvent(appendName(b, "event"), e.Event)
	return append(b, '}')
}

// MarshalJSON is AppendJSON for tools.
func (e Entry) MarshalJSON() ([]byte, error) { return e.AppendJSON(nil), nil }

// UnmarshalJSON reads the journal's form. An unknown type is an error: it was
// written by a later version.
func (e *Entry) UnmarshalJSON(b []byte) error {
	var w written
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	event, err := readEvent(w.Type, w.Event)
	if err != nil {
		return fmt.Errorf("entry %d: %w", w.Seq, err)
	}
	*e = Entry{Seq: w.Seq, At: w.At, Cause: w.Cause, Inquiry: w.Inquiry, Event: event}
	return nil
}

func readEvent(name string, b []byte) (Event, error) {
	switch name {
	case "Begun":
		return read[Begun](b)
	case "FragmentReceived":
		return read[FragmentReceived](b)
	case "DealerChosen":
		return read[DealerChosen](b)
	case "Opened":
		return read[Opened](b)
	case "DealersAsked":
		return read[DealersAsked](b)
	case "InquiryRefused":
		return read[InquiryRefused](b)
	case "DealerAcknowledged":
		return read[DealerAcknowledged](b)
	case "DealerPassed":
		return read[DealerPassed](b)
	case "DealerUnresponsive":
		return read[DealerUnresponsive](b)
	case "QuoteReceived":
		return read[QuoteReceived](b)
	case "LinesPriced":
		return read[LinesPriced](b)
	case "QuoteLost":
		return read[QuoteLost](b)
	case "QuoteAwarded":
		return read[QuoteAwarded](b)
	case "AwardLost":
		return read[AwardLost](b)
	case "Traded":
		return read[Traded](b)
	case "Cancelled":
		return read[Cancelled](b)
	case "Lapsed":
		return read[Lapsed](b)
	case "Quarantined":
		return read[Quarantined](b)
	case "TicketAnswered":
		return read[TicketAnswered](b)
	case "LineDisputed":
		return read[LineDisputed](b)
	case "CommandRefused":
		return read[CommandRefused](b)
	case "StatusTold":
		return read[StatusTold](b)
	case "StatePushed":
		return read[StatePushed](b)
	case "FillsReplayed":
		return read[FillsReplayed](b)
	}
	return nil, fmt.Errorf("event type %q is not known to this version", name)
}

func read[E Event](b []byte) (Event, error) {
	var e E
	if err := json.Unmarshal(b, &e); err != nil {
		return nil, fmt.Errorf("%T: %w", e, err)
	}
	return e, nil
}
