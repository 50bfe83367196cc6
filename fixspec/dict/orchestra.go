package dict

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// Orchestra writes the rules of engagement for machines: a FIX Orchestra repository of what we
// use, valid by the schema of namespace 2024. What we demand is required; what a tier adds, or a
// field means in one message only, is said where it stands; each message says who sends it and why. Groups that FIX repeats under one name with other
// members are told apart by the message they first stand in.
func (d *Dictionary) Orchestra() []byte {
	o := orchestra{fields: map[*Field]bool{}, groups: map[string]int{}, names: map[string]bool{}}
	messages := o.messages(d) // first: it finds out which groups and fields there are
	o.section("codeSets", o.codeSets(d))
	codeSets := o.take()
	o.datatypes()
	datatypes := o.take()
	o.section("fields", o.fieldList(d))
	fields := o.take()
	o.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	o.line(`<fixr:repository xmlns:fixr="http://fixprotocol.io/2024/orchestra/repository"`)
	o.line(` xmlns:dcterms="http://purl.org/dc/terms/" name="foliogate" version="FIX.4.4">`)
	o.line("<fixr:metadata>")
	o.line("<dcterms:title>Rules of engagement of foliogate</dcterms:title>")
	o.line("<dcterms:subject>Portfolio trading of bonds</dcterms:subject>")
	o.line("<dcterms:type>Dataset</dcterms:type>")
	o.line("</fixr:metadata>")
	for _, part := range []string{datatypes, codeSets, fields, actors, o.components,
		"<fixr:groups>\n" + o.groupText + "</fixr:groups>\n", messages} {
		o.b.WriteString(part)
	}
	o.line("</fixr:repository>")
	return o.b.Bytes()
}

// actors are who speaks to whom.
const actors = `<fixr:actors>
<fixr:actor name="Client"/>
<fixr:actor name="Gateway"/>
<fixr:actor name="Dealer"/>
<fixr:flow name="ClientToGateway" source="Client" destination="Gateway"/>
<fixr:flow name="GatewayToClient" source="Gateway" destination="Client"/>
<fixr:flow name="DealerToGateway" source="Dealer" destination="Gateway"/>
<fixr:flow name="GatewayToDealer" source="Gateway" destination="Dealer"/>
</fixr:actors>
`

// Identifiers of the two components, as in FIX's own repository.
const (
	headerID  = 1024
	trailerID = 1025
)

// orchestra is a repository being written, and what it has named so far.
type orchestra struct {
	b          bytes.Buffer
	fields     map[*Field]bool
	groups     map[string]int // by name and content
	names      map[string]bool
	groupText  string
	components string
}

func (o *orchestra) line(format string, args ...any) {
	fmt.Fprintf(&o.b, format, args...)
	o.b.WriteByte('\n')
}

// take returns what was written and begins anew.
func (o *orchestra) take() string {
	text := o.b.String()
	o.b.Reset()
	return text
}

func (o *orchestra) section(name, text string) {
	o.line("<fixr:%s>\n%s</fixr:%s>", name, text, name)
}

func (o *orchestra) messages(d *Dictionary) string {
	component := func(name string, id int, members []Member) string {
		return fmt.Sprintf("<fixr:component name=%q id=\"%d\" category=\"Session\">\n%s</fixr:component>\n",
			name, id, o.members(name, members))
	}
	o.components = "<fixr:components>\n" + component("StandardHeader", headerID, d.Header()) +
		component("StandardTrailer", trailerID, d.Trailer()) + "</fixr:components>\n"
	var b strings.Builder
	b.WriteString("<fixr:messages>\n")
	for i, m := range d.messages {
		fmt.Fprintf(&b, "<fixr:message name=%q id=\"%d\" msgType=%q%s>\n<fixr:structure>\n", m.Name, i+1,
			m.Type, flowOf(m))
		fmt.Fprintf(&b, "<fixr:componentRef id=\"%d\" presence=\"required\"/>\n", headerID)
		b.WriteString(o.members(m.Name, m.Body))
		fmt.Fprintf(&b, "<fixr:componentRef id=\"%d\" presence=\"required\"/>\n", trailerID)
		b.WriteString("</fixr:structure>\n")
		var said []string
		for _, f := range m.Flows {
			said = append(said, f.sentence())
		}
		b.WriteString(annotation(strings.Join(said, " ")) + "</fixr:message>\n")
	}
	b.WriteString("</fixr:messages>\n")
	return b.String()
}

// flowOf is the flow attribute, of a message that goes one way only.
func flowOf(m *Message) string {
	first := m.Flows[0]
	if first.From == Either || slices.ContainsFunc(m.Flows, func(f Flow) bool {
		return f.From != first.From || f.To != first.To
	}) {
		return ""
	}
	return fmt.Sprintf(" flow=%q", capital(first.From.String())+"To"+capital(first.To.String()))
}

// sentence tells a flow in words.
func (f Flow) sentence() string {
	row := ""
	if f.Row != "" {
		row = f.Row + ", "
	}
	if f.From == Either {
		return capital(row + "either to either: " + f.Text + ".")
	}
	return capital(row + f.From.String() + " to " + f.To.String() + ": " + f.Text + ".")
}

func (o *orchestra) members(where string, members []Member) string {
	var b strings.Builder
	for i, m := range members {
		if !m.kept(members, i) {
			continue
		}
		kind, id := "fieldRef", int(m.Field.Tag)
		if len(m.Members) > 0 {
			kind, id = "groupRef", o.group(where, m)
		}
		o.fields[m.Field] = true
		presence := "optional"
		if m.Required || m.Use == Demanded {
			presence = "required"
		}
		fmt.Fprintf(&b, "<fixr:%s id=\"%d\" presence=%q", kind, id, presence)
		text := m.Note
		if m.Tier > Tier0 {
			text = fmt.Sprintf("Tier %d: where the session agreed it.", m.Tier)
		}
		if text == "" {
			b.WriteString("/>\n")
			continue
		}
		fmt.Fprintf(&b, ">\n%s</fixr:%s>\n", annotation(text), kind)
	}
	return b.String()
}

// group writes a group once and returns its identifier: its count's tag, or for a group of other
// members under the same count the tag and a number.
func (o *orchestra) group(where string, m Member) int {
	name := strings.TrimPrefix(m.Field.Name, "No") + "Grp"
	inner := m.Members
	text := fmt.Sprintf("<fixr:numInGroup id=\"%d\"/>\n", m.Field.Tag)
	if inner[0].Use == Ignored { // the delimiter stays even when nothing in the group is used
		o.fields[inner[0].Field] = true
		text += fmt.Sprintf("<fixr:fieldRef id=\"%d\" presence=\"optional\"/>\n", inner[0].Field.Tag)
	}
	text += o.members(where+name, inner)
	key := name + text
	if id, ok := o.groups[key]; ok {
		return id
	}
	id := int(m.Field.Tag)
	if o.names[name] {
		name = strings.ReplaceAll(where, "Grp", "") + name
		id = id*1000 + len(o.groups)
	}
	o.names[name], o.groups[key] = true, id
	o.groupText += fmt.Sprintf("<fixr:group name=%q id=\"%d\">\n%s</fixr:group>\n", name, id, text)
	return id
}

func (o *orchestra) codeSets(d *Dictionary) string {
	var b strings.Builder
	for _, f := range d.fields {
		if !o.fields[f] || len(f.Codes) == 0 {
			continue
		}
		fmt.Fprintf(&b, "<fixr:codeSet name=\"%sCodeSet\" id=\"%d\" type=%q>\n", f.Name, f.Tag, f.Type.FIX())
		for i, c := range f.Codes {
			fmt.Fprintf(&b, "<fixr:code name=%q id=\"%d\" value=%q", c.Name, int(f.Tag)*1000+i+1, c.Value)
			if c.Tier == Tier0 {
				b.WriteString("/>\n")
				continue
			}
			fmt.Fprintf(&b, ">\n%s</fixr:code>\n", annotation(fmt.Sprintf("Tier %d.", c.Tier)))
		}
		b.WriteString("</fixr:codeSet>\n")
	}
	return b.String()
}

func (o *orchestra) datatypes() {
	o.line("<fixr:datatypes>")
	for t := String; t <= Data; t++ {
		o.line("<fixr:datatype name=%q/>", t.FIX())
	}
	o.line("</fixr:datatypes>")
}

func (o *orchestra) fieldList(d *Dictionary) string {
	var b strings.Builder
	for _, f := range d.fields {
		if !o.fields[f] {
			continue
		}
		kind := fmt.Sprintf("type=%q", f.Type.FIX())
		if len(f.Codes) > 0 {
			kind = fmt.Sprintf("codeSet=\"%sCodeSet\"", f.Name)
		}
		fmt.Fprintf(&b, "<fixr:field name=%q id=\"%d\" %s", f.Name, f.Tag, kind)
		if f.Text == "" {
			b.WriteString("/>\n")
			continue
		}
		fmt.Fprintf(&b, ">\n%s</fixr:field>\n", annotation(f.Text))
	}
	return b.String()
}

func annotation(text string) string {
	var b strings.Builder
	if xml.EscapeText(&b, []byte(text)) != nil {
		return "" // a strings.Builder takes everything
	}
	return "<fixr:annotation><fixr:documentation purpose=\"SYNOPSIS\">" + b.String() +
		"</fixr:documentation></fixr:annotation>\n"
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
