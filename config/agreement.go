package config

import "time"

// LinePrices is whether a dealer prices the lines behind its quotes.
type LinePrices string

// What is agreed about line prices.
const (
	LinesOptional LinePrices = "optional"
	LinesRequired LinePrices = "required" // no quote for a list can be taken without them
	LinesNever    LinePrices = "never"    // none are taken from it
)

// Symbols is the alphabet of the ids that a dealer is shown.
type Symbols string

// The alphabets.
const (
	AnySymbols    Symbols = "any" // digits, capitals and dashes
	Alphanumerics Symbols = "alphanumeric"
	Digits        Symbols = "digits"
)

// IDFormat is what a dealer's system takes for the ids of lists and lines.
type IDFormat struct {
	MaxLength int     `mapstructure:"max_length"` // of the longest; 0: no limit
	Symbols   Symbols `mapstructure:"symbols"`
}

// Dialect is what a counterparty wants to be different in what it is sent.
type Dialect struct {
	Omits []Omission `mapstructure:"omits"`
	Adds  []Addition `mapstructure:"adds"`
}

// Omission is a field that a message is sent without.
type Omission struct {
	Message string `mapstructure:"message"` // MsgType(35)
	Tag     int    `mapstructure:"tag"`
}

// Addition is a field that a message is sent with, always with the same value.
type Addition struct {
	Message string `mapstructure:"message"` // MsgType(35)
	Tag     int    `mapstructure:"tag"`
	Value   string `mapstructure:"value"`
}

// maxTag is as high as tags go.
const maxTag = 99_999

func (d Dialect) check(r *report, path string) {
	field := func(row, message string, tag int) {
		r.require(join(row, "message"), message, "write a MsgType(35), such as S")
		if tag == 0 {
			r.add(join(row, "tag"), "is missing", "write the number of a field")
		}
		within(r, join(row, "tag"), tag, 1, maxTag)
	}
	for i, x := range d.Omits {
		field(index(join(path, "omits"), i), x.Message, x.Tag)
	}
	for i, x := range d.Adds {
		row := index(join(path, "adds"), i)
		field(row, x.Message, x.Tag)
		r.require(join(row, "value"), x.Value, "write what the field holds")
	}
}

// checkAgreement looks at how a dealer's quotes are agreed to be.
func (s Session) checkAgreement(r *report, path string) {
	const maxID = 64
	choice(r, join(path, "line_prices"), s.LinePrices, LinesOptional, LinesRequired, LinesNever)
	within(r, join(path, "quote_for"), s.QuoteFor, 0, 24*time.Hour)
	within(r, join(path, "ack_timeout"), s.AckTimeout, 0, 10*time.Minute)
	within(r, join(path, "id_format.max_length"), s.IDFormat.MaxLength, 0, maxID)
	choice(r, join(path, "id_format.symbols"), s.IDFormat.Symbols, AnySymbols, Alphanumerics, Digits)
}

// agreementKeys are the dealer's keys of an agreement, for rows that must not have them.
func (s Session) agreementKeys() []foreignKey {
	return []foreignKey{
		{"two_way", false}, // true in the default of every row
		{"line_prices", s.LinePrices != "" && s.LinePrices != LinesOptional},
		{"quote_for", s.QuoteFor != 0},
		{"ack_timeout", s.AckTimeout != 0},
		{"id_format", s.IDFormat.MaxLength != 0},
	}
}
