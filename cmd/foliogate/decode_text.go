package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// longestShown is how much of a value a person is shown.
const longestShown = 240

// text shows the message to a person: what it is, what is wrong with it, and its fields, names and
// values aligned, the members of groups indented under the number of their instance.
func (r *messageReader) text(w io.Writer, where string) error {
	var b strings.Builder
	get := func(tag int32) string { return visible(string(r.message.Get(tag))) }
	fmt.Fprintf(&b, "%s  %s > %s  number %s  %s  (%s)\n", visible(r.title()), get(tagSender), get(tagTarget),
		get(tagMsgSeqNum), get(tagSendingTime), where)
	for _, err := range r.problems() {
		fmt.Fprintf(&b, "  INVALID: %s\n", visible(err.Error()))
	}
	width := 0
	for i := range r.places {
		width = max(width, len(r.label(i)))
	}
	for i, p := range r.places {
		if p.Begins {
			fmt.Fprintf(&b, "%8s%s[%d]\n", "", strings.Repeat("  ", p.Depth-1), p.Instance)
		}
		fmt.Fprintf(&b, "%6d  %-*s  %s", r.message.Fields[i].Tag, width, r.label(i), shortened(r.value(i)))
		if meaning := r.meaning(i); meaning != "" {
			b.WriteString("  " + meaning)
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// label is the name under its indentation.
func (r *messageReader) label(i int) string {
	name := r.name(i)
	if name == "" {
		name = "?"
	}
	return strings.Repeat("  ", r.places[i].Depth) + name
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
