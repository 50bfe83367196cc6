package fixspec

import (
	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// appendDate appends a LocalMktDate; nothing for no date.
func appendDate(b []byte, tag int, d units.Date) []byte {
	if d <= 0 {
		return b
	}
	year, month, day := d.Civil()
	return wire.AppendDate(b, tag, year, month, day)
}

// appendCount appends a whole number that has no meaning when it is zero.
func appendCount[N ~int](b []byte, tag int, n N) []byte {
	if n == 0 {
		return b
	}
	return wire.AppendInt(b, tag, n)
}

// appendSettlement appends SettlType(63) and SettlDate(64); nothing for the standard date.
func appendSettlement(b []byte, d units.Date) []byte {
	if d == 0 {
		return b
	}
	return appendDate(wire.AppendChar(b, 63, SettlFuture), 64, d)
}

// appendFace appends par; nothing for none.
func appendFace(b []byte, tag int, f units.Face) []byte {
	if f == 0 {
		return b
	}
	return wire.AppendValue(b, tag, f)
}

// appendAmount appends an amount; nothing for none.
func appendAmount(b []byte, tag int, a Amount) []byte {
	if !a.Given() {
		return b
	}
	return wire.AppendValue(b, tag, a)
}

// cash is money that knows its currency, and so can write itself.
type cash struct {
	amount   units.Money
	currency units.Currency
}

func (c cash) AppendText(b []byte) []byte { return c.amount.AppendFormat(b, c.currency) }

func appendMoney(b []byte, tag int, m units.Money, c units.Currency) []byte {
	return wire.AppendValue(b, tag, cash{m, c})
}

func money(d *wire.Decoder, tag int32, c units.Currency) units.Money {
	return wire.Value(d, tag, func(s []byte) (units.Money, error) {
		return units.ParseMoneyBytes(s, c)
	})
}

func price(d *wire.Decoder, tag int32) units.Price { return wire.Value(d, tag, units.ParsePriceBytes) }

func face(d *wire.Decoder, tag int32) units.Face { return wire.Value(d, tag, units.ParseFaceBytes) }

func date(d *wire.Decoder, tag int32) units.Date {
	return wire.Value(d, tag, units.ParseFIXDateBytes)
}

func currency(d *wire.Decoder, tag int32) units.Currency { return units.Currency(d.String(tag)) }

// ensure keeps an error about a field unless what the rules of engagement say of it holds.
func ensure(d *wire.Decoder, holds bool, tag int32, text string) {
	if !holds {
		d.Fail(tag, wire.ValueOutOfRange, text)
	}
}
