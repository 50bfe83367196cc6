package dict

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Rules writes the rules of engagement in Markdown: what holds for all messages, and for each
// message who sends it, a table of what we use of it, and an example. What a tier adds is marked.
func (d *Dictionary) Rules() []byte {
	r := rules{d: d}
	r.b.WriteString(rulesHead)
	for _, section := range []string{rulesScenarios, rulesSessions, rulesIdentifiers, rulesPrices, rulesStates,
		rulesQuotes, rulesAnswers, rulesErrors, rulesDeviations, rulesTiers} {
		r.b.WriteString("\n" + section)
	}
	r.b.WriteString("\n" + rulesMessages + "\n### Header and trailer, around every message\n\n")
	r.table(append(d.Header(), d.Trailer()...))
	for _, m := range d.messages {
		r.message(m)
	}
	r.codes()
	return r.b.Bytes()
}

// fewCodes is how many codes a table shows; longer lists stand at the end.
const fewCodes = 8

// rules is a document being written.
type rules struct {
	b      bytes.Buffer
	d      *Dictionary
	listed []*Field // with more codes than a table shows
}

func (r *rules) message(m *Message) {
	fmt.Fprintf(&r.b, "\n### %s (%s)\n\n", m.Name, m.Type)
	for _, f := range m.Flows {
		row := ""
		if f.Row != "" {
			row = f.Row + " "
		}
		fmt.Fprintf(&r.b, "- %s%s to %s: %s.\n", row, f.From, f.To, f.Text)
	}
	r.b.WriteByte('\n')
	r.table(m.Body)
	if raw, ok := r.d.Example(m.Type); ok {
		fmt.Fprintf(&r.b, "\n```\n%s\n```\n", bytes.ReplaceAll(raw, []byte{1}, []byte("|")))
	}
}

func (r *rules) table(members []Member) {
	if !anyUsed(members) {
		r.b.WriteString("No fields of its own are used.\n")
		return
	}
	r.b.WriteString("| Tag | Name | Required | Values | Meaning |\n|--:|---|---|---|---|\n")
	r.rows(members, "")
}

func (r *rules) rows(members []Member, indent string) {
	for i, m := range members {
		first := indent != "" && i == 0
		if m.Use == Ignored && (!first || !anyUsed(members)) {
			continue
		}
		fmt.Fprintf(&r.b, "| %d | %s%s | %s | %s | %s |\n", m.Field.Tag, indent, m.Field.Name,
			required(m, first), r.values(m), cell(m.Text()))
		r.rows(m.Members, indent+"↳ ")
	}
}

func anyUsed(members []Member) bool {
	return slices.ContainsFunc(members, func(m Member) bool { return m.Use != Ignored })
}

// required says who requires a field: FIX, or we.
func required(m Member, first bool) string {
	var words []string
	switch {
	case m.Relaxed:
		words = append(words, "tier 0")
	case m.Required:
		words = append(words, "yes")
	case m.Use == Demanded:
		words = append(words, "agreed")
	}
	if first {
		words = append(words, "first")
	}
	if m.Tier > Tier0 {
		words = append(words, "tier "+strconv.Itoa(m.Tier))
	}
	return strings.Join(words, ", ")
}

func (r *rules) values(m Member) string {
	f := m.Field
	switch {
	case len(f.Codes) == 0:
		return f.Type.FIX()
	case len(f.Codes) > fewCodes:
		r.list(f)
		return fmt.Sprintf("%s, %d [codes](#codes)", f.Type.FIX(), len(f.Codes))
	}
	return cell(codesOf(f))
}

func (r *rules) list(f *Field) {
	for _, other := range r.listed {
		if other == f {
			return
		}
	}
	r.listed = append(r.listed, f)
}

func (r *rules) codes() {
	r.b.WriteString("\n## Codes\n\n| Field | Codes |\n|---|---|\n")
	for _, f := range r.d.fields {
		for _, listed := range r.listed {
			if listed == f {
				fmt.Fprintf(&r.b, "| %v | %s |\n", f, cell(codesOf(f)))
			}
		}
	}
}

func codesOf(f *Field) string {
	var list []string
	for _, c := range f.Codes {
		text := c.Value + " " + c.Name
		if c.Tier > Tier0 {
			text += fmt.Sprintf(" (tier %d)", c.Tier)
		}
		list = append(list, text)
	}
	return strings.Join(list, ", ")
}

// cell keeps a text within its cell of a Markdown table.
func cell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }
