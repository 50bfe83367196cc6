package session

import (
	"iter"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// Translator is one side's reading of the rules of engagement: a client's or a dealer's.
type Translator interface {
	Command(fixspec.Header, fixspec.Message) (gateway.Command, *fixspec.BusinessMessageReject)
	Messages(gateway.Entry, gateway.Inquiry) iter.Seq[fixspec.Envelope]
}

// Declined is a message that was understood and cannot be taken; BusinessMessageReject(j) says why.
type Declined struct{ Reject fixspec.BusinessMessageReject }

// Error is the text of the reject.
func (d *Declined) Error() string { return d.Reject.Text }

// NewFace puts a reader in front of a translator.
func NewFace(t Translator, r *fixspec.Reader) Face { return translated{t, r} }

type translated struct {
	Translator
	reader *fixspec.Reader
}

func (f translated) Command(raw []byte) (gateway.Command, error) {
	header, message, err := f.reader.Read(raw)
	if err != nil {
		return nil, err
	}
	command, reject := f.Translator.Command(header, message)
	if reject != nil {
		return nil, &Declined{*reject}
	}
	return command, nil
}
