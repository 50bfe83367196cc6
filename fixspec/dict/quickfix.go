package dict

import (
	"bytes"
	"fmt"
	"strings"
)

// QuickFIX writes the table as a data dictionary in the XML that QuickFIX engines load: the
// messages we speak with the fields of FIX 4.4 and of the tier. What we demand is required there
// too. Trimmed, only what the rules of engagement use is left, so that it refuses what we would
// ignore and is read many times faster, for engines look up each field of a line in its group.
// Components are written out in their place.
func (d *Dictionary) QuickFIX(trimmed bool) []byte {
	x := quickfix{trimmed: trimmed, fields: map[*Field]bool{}}
	x.line(0, "<fix major='4' type='FIX' servicepack='0' minor='4'>")
	x.line(1, "<header>")
	x.members(2, d.Header())
	x.line(1, "</header>")
	x.line(1, "<messages>")
	for _, m := range d.messages {
		category := "app"
		if m.Admin {
			category = "admin"
		}
		x.line(2, "<message name='%s' msgcat='%s' msgtype='%s'>", m.Name, category, m.Type)
		x.members(3, m.Body)
		x.line(2, "</message>")
	}
	x.line(1, "</messages>")
	x.line(1, "<trailer>")
	x.members(2, d.Trailer())
	x.line(1, "</trailer>")
	x.line(1, "<components/>")
	x.line(1, "<fields>")
	for _, f := range d.fields {
		if x.fields[f] {
			x.field(f)
		}
	}
	x.line(1, "</fields>")
	x.line(0, "</fix>")
	return x.b.Bytes()
}

// quickfix is a dictionary being written, and the fields it has named so far.
type quickfix struct {
	b       bytes.Buffer
	trimmed bool
	fields  map[*Field]bool
}

func (x *quickfix) line(depth int, format string, args ...any) {
	x.b.WriteString(strings.Repeat(" ", depth))
	fmt.Fprintf(&x.b, format, args...)
	x.b.WriteByte('\n')
}

func (x *quickfix) members(depth int, members []Member) {
	for i, m := range members {
		if x.trimmed && !m.kept(members, i) {
			continue
		}
		x.fields[m.Field] = true
		required := "N"
		if m.Required || m.Use == Demanded {
			required = "Y"
		}
		if len(m.Members) == 0 {
			x.line(depth, "<field name='%s' required='%s'/>", m.Field.Name, required)
			continue
		}
		x.line(depth, "<group name='%s' required='%s'>", m.Field.Name, required)
		x.group(depth+1, m.Members)
		x.line(depth, "</group>")
	}
}

// group writes the members of a group, whose delimiter stays even when nothing in it is used.
func (x *quickfix) group(depth int, members []Member) {
	if first := members[0]; x.trimmed && first.Use == Ignored {
		x.fields[first.Field] = true
		x.line(depth, "<field name='%s' required='N'/>", first.Field.Name)
		members = members[1:]
	}
	x.members(depth, members)
}

// kept tells whether member i is used, or is the length of data that is used.
func (m Member) kept(all []Member, i int) bool {
	return m.Use != Ignored || m.Field.Type == Length && i+1 < len(all) &&
		all[i+1].Field.Type == Data && all[i+1].Use != Ignored
}

func (x *quickfix) field(f *Field) {
	open := fmt.Sprintf("<field number='%d' name='%s' type='%s'", f.Tag, f.Name,
		strings.ToUpper(f.Type.FIX()))
	if len(f.Codes) == 0 {
		x.line(2, "%s/>", open)
		return
	}
	x.line(2, "%s>", open)
	for _, c := range f.Codes {
		x.line(3, "<value enum='%s' description='%s'/>", c.Value, screaming(c.Name))
	}
	x.line(2, "</field>")
}

// screaming writes a name as QuickFIX does, for its code generators: GoodTillDate becomes
// GOOD_TILL_DATE.
func screaming(name string) string {
	var b strings.Builder
	for i := range len(name) {
		c := name[i]
		if i > 0 && c >= 'A' && c <= 'Z' && !(name[i-1] >= 'A' && name[i-1] <= 'Z') {
			b.WriteByte('_')
		}
		b.WriteByte(c)
	}
	return strings.ToUpper(b.String())
}
