package main

import (
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// longestShown is how much of a value a person is shown.
const longestShown = 240

// text shows the message to a person: what it is, what is wrong with it, and its fields, names and
// values aligned, the members of groups indented under the number of their instance.
func (r *messageReader) text(w io.Writer, where string) error {
	get := func(tag int32) string { return visible(string(r.message.Get(tag))) }
	b := fmt.Appendf(r.shown[:0], "%s  %s > %s  number %s  %s  (%s)\n", visible(r.title()),
		get(tagSender), get(tagTarget), get(tagMsgSeqNum), get(tagSendingTime), where)
	for _, err := range r.problems() {
		b = fmt.Appendf(b, "  INVALID: %s\n", visible(err.Error()))
	}
	width := 0
	for i := range r.places {
		width = max(width, 2*r.places[i].Depth+len(r.label(i)))
	}
	for i := range r.places {
		b = r.line(b, i, width)
	}
	b = append(b, '\n')
	r.shown = b
	_, err := w.Write(b)
	return err
}

// line shows a field, its name and value in columns. It is written for logs of gigabytes.
func (r *messageReader) line(b []byte, i, width int) []byte {
	p := r.places[i]
	if p.Begins {
		b = blank(b, 8+2*(p.Depth-1))
		b = append(strconv.AppendInt(append(b, '['), int64(p.Instance), 10), "]\n"...)
	}
	tag, label := strconv.Itoa(int(r.message.Fields[i].Tag)), r.label(i)
	b = append(blank(b, 6-len(tag)), tag...)
	b = append(blank(b, 2+2*p.Depth), label...)
	b = append(blank(b, width-2*p.Depth-len(label)+2), shortened(r.value(i))...)
	if meaning := r.meaning(i); meaning != "" {
		b = append(append(b, "  "...), meaning...)
	}
	return append(b, '\n')
}

// blank leaves room.
func blank(b []byte, n int) []byte {
	for range max(n, 0) {
		b = append(b, ' ')
	}
	return b
}

// label is the name.
func (r *messageReader) label(i int) string {
	if name := r.name(i); name != "" {
		return name
	}
	return "?"
}

// shortened is the beginning of a value, and how long all of it is.
func shortened(value string) string {
	if len(value) <= longestShown {
		return visible(value)
	}
	cut := longestShown
	for cut > longestShown-utf8.UTFMax && !utf8.RuneStart(value[cut]) {
		cut--
	}
	return visible(value[:cut]) + "... (" + strconv.Itoa(len(value)) + " bytes)"
}
