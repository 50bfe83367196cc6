package fixspec

import (
	"strconv"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

// Reader turns bytes into messages. It keeps its working memory, so that one goroutine uses one
// Reader; the table may be shared by many.
type Reader struct {
	table  *dict.Dictionary
	policy wire.Policy
	raw    wire.Message
	list   NewOrderList
	quote  MassQuote
}

// NewReader reads by the table. The policy says how strictly the order of fields is taken.
func NewReader(table *dict.Dictionary, policy wire.Policy) *Reader {
	return &Reader{table: table, policy: policy}
}

// Read parses, validates and decodes one whole message. The long ones, NewOrderList and MassQuote,
// are good until the next Read. An error is a *wire.Error, and the header is then as far as it
// could be read: empty of a message that could not be parsed.
func (r *Reader) Read(raw []byte) (Header, Message, error) {
	if err := r.raw.Parse(raw); err != nil {
		return Header{}, nil, err
	}
	if err := r.table.Validate(&r.raw, r.policy); err != nil {
		header, _ := DecodeHeader(&r.raw)
		return header, nil, err
	}
	header, err := DecodeHeader(&r.raw)
	if err != nil {
		return header, nil, err
	}
	message, err := r.empty(string(r.raw.MsgType()))
	if err == nil {
		err = DecodeInto(message, &r.raw)
	}
	return header, message, err
}

func (r *Reader) empty(msgType string) (Message, error) {
	switch msgType {
	case "E":
		return &r.list, nil
	case "i":
		return &r.quote, nil
	}
	return New(msgType)
}

// New returns an empty message of a type; an error for types that no body here has.
func New(msgType string) (Message, error) {
	switch msgType {
	case "E":
		return new(NewOrderList), nil
	case "k":
		return new(BidRequest), nil
	case "l":
		return new(BidResponse), nil
	case "N":
		return new(ListStatus), nil
	case "L":
		return new(ListExecute), nil
	case "K":
		return new(ListCancelRequest), nil
	case "M":
		return new(ListStatusRequest), nil
	case "i":
		return new(MassQuote), nil
	case "b":
		return new(MassQuoteAck), nil
	case "Z":
		return new(QuoteCancel), nil
	case "8":
		return new(ExecutionReport), nil
	case "AK":
		return new(Confirmation), nil
	case "AU":
		return new(ConfirmationAck), nil
	case "Q":
		return new(DontKnowTrade), nil
	case "AF":
		return new(OrderMassStatusRequest), nil
	case "R":
		return new(QuoteRequest), nil
	case "AG":
		return new(QuoteRequestReject), nil
	case "S":
		return new(Quote), nil
	case "AJ":
		return new(QuoteResponse), nil
	case "AI":
		return new(QuoteStatusReport), nil
	case "a":
		return new(QuoteStatusRequest), nil
	case "j":
		return new(BusinessMessageReject), nil
	}
	return nil, &wire.Error{Path: "MsgType(35)", Tag: 35, Reason: wire.UnsupportedMsgType,
		Text: "cannot be " + strconv.Quote(msgType) + ": it is not used here"}
}

// Decode makes a message of one that was parsed and arranged.
func Decode(m *wire.Message) (Message, error) {
	x, err := New(string(m.MsgType()))
	if err != nil {
		return nil, err
	}
	return x, DecodeInto(x, m)
}

// DecodeInto overwrites x with a message of its type that was parsed and arranged, and reuses the
// memory of x. All strings share one copy of the message.
func DecodeInto(x Message, m *wire.Message) error {
	d := wire.NewDecoder(m)
	d.ShareText()
	x.decode(&d)
	return d.Err()
}
