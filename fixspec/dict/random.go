package dict

import (
	"fmt"
	"strconv"
	"strings"

	"foliogate/fixspec/wire"
)

// Roll returns a number from 0 to n-1. The same rolls make the same message.
type Roll func(n int) int

// Random writes a message of a type, whole and valid by the table, with any of its fields, codes
// and groups. Only its structure makes sense: it is for tests, of what must hold for every
// message. ok is false for a type that the table does not have.
func (d *Dictionary) Random(msgType string, roll Roll) (raw []byte, ok bool) {
	m, ok := d.Message(msgType)
	if !ok {
		return nil, false
	}
	r := random{b: wire.Begin(nil, msgType), roll: roll}
	r.level(d.Header()[3:], 0) // 8, 9 and 35 are written
	r.level(m.Body, 0)
	trailer := d.Trailer()
	r.level(trailer[:len(trailer)-1], 0)
	return wire.Finish(r.b, 0), true
}

type random struct {
	b    []byte
	roll Roll
}

func (r *random) level(members []Member, depth int) {
	for i := 0; i < len(members); i++ {
		m := &members[i]
		first := depth > 0 && i == 0
		switch {
		case !first && !r.has(m):
		case len(m.Members) > 0:
			r.group(m, depth)
		case m.Field.Type == Length && i+1 < len(members) && members[i+1].Field.Type == Data:
			text := r.text()
			r.b = wire.AppendInt(r.b, int(m.Field.Tag), len(text))
			r.b = wire.AppendString(r.b, int(members[i+1].Field.Tag), text)
			i++
		case m.Field.Type != Data:
			r.b = wire.AppendString(r.b, int(m.Field.Tag), r.value(m.Field))
		}
	}
}

// has throws for a field: what is required is there, what we use often, the rest sometimes.
func (r *random) has(m *Member) bool {
	switch {
	case m.Required || m.Use == Demanded:
		return true
	case m.Use == Used:
		return r.roll(2) == 0
	}
	return r.roll(24) == 0
}

// group writes instances; many are like the one before them, as the lines of real lists are.
func (r *random) group(m *Member, depth int) {
	n := r.roll(4)
	r.b = wire.AppendInt(r.b, int(m.Field.Tag), n)
	last := len(r.b)
	for i := range n {
		start := len(r.b)
		if i == 0 || r.roll(2) == 0 {
			r.level(m.Members, depth+1)
		} else {
			r.again(m.Members, string(r.b[last:]))
		}
		last = start
	}
}

// again writes an instance once more, with some other values.
func (r *random) again(members []Member, instance string) {
	for _, field := range strings.SplitAfter(instance, "\x01") {
		tag, _, _ := strings.Cut(field, "=")
		if f := plainField(members, tag); f != nil && r.roll(3) == 0 {
			field = tag + "=" + r.value(f) + "\x01"
		}
		r.b = append(r.b, field...)
	}
}

// plainField finds the field with a tag that neither counts instances nor belongs to data.
func plainField(members []Member, tag string) *Field {
	for i := range members {
		f := members[i].Field
		if len(members[i].Members) > 0 {
			if f := plainField(members[i].Members, tag); f != nil {
				return f
			}
		} else if strconv.Itoa(int(f.Tag)) == tag && f.Type != Length && f.Type != Data {
			return f
		}
	}
	return nil
}

func (r *random) value(f *Field) string {
	if len(f.Codes) > 0 {
		return r.codes(f)
	}
	switch f.Type {
	case Char:
		return string(rune('A' + r.roll(26)))
	case Bool:
		return [...]string{"Y", "N"}[r.roll(2)]
	case Int:
		return strconv.Itoa(r.roll(20_000) - 1_000)
	case SeqNum, Length, NumInGroup:
		return strconv.Itoa(r.roll(20_000))
	case Float, Price, PriceOffset, Qty, Amt, Percentage:
		return r.decimal()
	case Currency:
		return [...]string{"USD", "EUR", "GBP", "JPY"}[r.roll(4)]
	case Country:
		return [...]string{"US", "DE", "GB", "JP"}[r.roll(4)]
	case Date:
		return r.date()
	case Time:
		return r.date() + fmt.Sprintf("-%02d:%02d:%02d", r.roll(24), r.roll(60), r.roll(60)) +
			[...]string{"", ".007", ".123456", ".000000001"}[r.roll(4)]
	case MonthYear:
		return r.date()[:6] + [...]string{"", "w3", "05"}[r.roll(3)]
	}
	return r.text()
}

func (r *random) codes(f *Field) string {
	pick := func() string { return f.Codes[r.roll(len(f.Codes))].Value }
	list := pick()
	if f.Type == Codes {
		for range r.roll(3) {
			list += " " + pick()
		}
	}
	return list
}

func (r *random) date() string {
	return fmt.Sprintf("20%02d%02d%02d", r.roll(60), 1+r.roll(12), 1+r.roll(28))
}

func (r *random) decimal() string {
	sign := [...]string{"", "", "-"}[r.roll(3)]
	number := strconv.Itoa(r.roll(10_000_000))
	if decimals := r.roll(9); decimals > 0 {
		number += fmt.Sprintf(".%0*d", decimals, r.roll(10))
	}
	return sign + number
}

// text is what people write, with marks that a reader could trip over.
func (r *random) text() string {
	const alphabet = "ABCXYZabcxyz0189 =|^-./[]é€"
	letters := []rune(alphabet)
	var b strings.Builder
	for range 1 + r.roll(12) {
		b.WriteRune(letters[r.roll(len(letters))])
	}
	return b.String()
}
