package dict

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"foliogate/fixspec/wire"
)

// check is what the value of one tag must pass.
type check struct {
	field *Field
	kind  Type      // 0: anything goes
	codes bool      // the value must be a code
	one   [2]uint64 // codes of one ASCII character
	more  []string  // the other codes, sorted
}

func (d *Dictionary) makeChecks() {
	d.high = map[int32]*check{}
	for _, f := range d.fields {
		c := check{field: f, kind: f.Type, codes: len(f.Codes) > 0}
		for _, code := range f.Codes {
			if v := code.Value; len(v) == 1 && v[0] < 128 {
				c.one[v[0]>>6] |= 1 << (v[0] & 63)
			} else {
				c.more = append(c.more, v)
			}
		}
		slices.Sort(c.more)
		if !c.codes && (f.Type == String || f.Type == Exchange || f.Type == Data) {
			c.kind = 0
		}
		if f.Tag >= userTags {
			d.high[f.Tag] = &c
			continue
		}
		for int(f.Tag) >= len(d.checks) {
			d.checks = append(d.checks, check{})
		}
		d.checks[f.Tag] = c
	}
}

// userTags is where tags are looked up by map instead of by index.
const userTags = 5000

// values checks every value of an arranged message that has a type or codes.
func (d *Dictionary) values(m *wire.Message) error {
	for i := range m.Fields {
		f := &m.Fields[i]
		if f.Repeats() {
			continue // its like was looked at
		}
		var c *check
		if int(f.Tag) < len(d.checks) {
			c = &d.checks[f.Tag]
		} else if c = d.high[f.Tag]; c == nil {
			continue
		}
		if c.kind == 0 {
			continue
		}
		v := m.Raw[f.Start:f.End]
		if c.codes && len(v) == 1 && c.isCode(v) {
			continue // a code of one character is right for every type
		}
		if !c.format(v) {
			return &wire.Error{Path: m.Path(i), Tag: f.Tag, Reason: wire.BadFormat,
				Text: "is not " + c.kind.wanted()}
		}
		if c.codes && !c.allows(v) {
			return &wire.Error{Path: m.Path(i), Tag: f.Tag, Reason: wire.ValueOutOfRange,
				Text: c.refusal(v)}
		}
	}
	return nil
}

// format tells whether the value is written as its type says.
func (c *check) format(v []byte) bool {
	switch c.kind {
	case Char:
		return len(v) == 1 || c.codes && c.isCode(v) // FIX has characters 10, 11 and 12
	case Bool:
		return len(v) == 1 && (v[0] == 'Y' || v[0] == 'N')
	case Int:
		_, ok := wire.ParseInt(v)
		return ok
	case SeqNum, Length, NumInGroup:
		_, ok := wire.ParseInt(v)
		return ok && v[0] != '-'
	case Float, Price, PriceOffset, Qty, Amt, Percentage:
		return isDecimal(v)
	case Currency:
		return len(v) == 3 && isCapitals(v)
	case Country:
		return len(v) == 2 && isCapitals(v)
	case Date:
		return wire.ValidDate(v)
	case Time:
		return len(v) > 9 && v[8] == '-' && wire.ValidDate(v[:8]) && wire.ValidClock(v[9:])
	case MonthYear:
		return isMonthYear(v)
	}
	return true
}

// allows tells whether the value is one of the codes, or several of them where the type says so.
func (c *check) allows(v []byte) bool {
	if c.kind != Codes {
		return c.isCode(v)
	}
	for len(v) > 0 {
		word, rest, more := bytes.Cut(v, []byte{' '})
		if !c.isCode(word) || more && len(rest) == 0 {
			return false
		}
		v = rest
	}
	return true
}

func (c *check) isCode(v []byte) bool {
	if len(v) == 1 {
		return v[0] < 128 && c.one[v[0]>>6]&(1<<(v[0]&63)) != 0
	}
	lo, hi := 0, len(c.more)
	for lo < hi {
		mid := (lo + hi) / 2
		if c.more[mid] < string(v) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(c.more) && c.more[lo] == string(v)
}

// refusal names the value and, when they are few, the codes that would do.
func (c *check) refusal(v []byte) string {
	text := "cannot be " + strconv.Quote(string(v[:min(len(v), 32)]))
	if len(c.field.Codes) > 12 {
		return text
	}
	var codes []string
	for _, code := range c.field.Codes {
		codes = append(codes, code.Value+" "+code.Name)
	}
	return text + ", only " + strings.Join(codes, ", ")
}

// wanted completes "is not ...".
func (t Type) wanted() string {
	switch t {
	case Char:
		return "a single character"
	case Bool:
		return "Y or N"
	case Int:
		return "a whole number"
	case SeqNum, Length, NumInGroup:
		return "a whole number from 0"
	case Float, Price, PriceOffset, Qty, Amt, Percentage:
		return "a decimal number"
	case Currency:
		return "a currency of three capital letters"
	case Country:
		return "a country of two capital letters"
	case Date:
		return "a date such as 20260105"
	case Time:
		return "a UTC time such as 20260105-10:20:00.000"
	case MonthYear:
		return "a month such as 202601, 20260105 or 202601w1"
	}
	return "a " + t.String()
}
