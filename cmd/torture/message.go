package main

import (
	"bytes"
	"crypto/sha256"
	"slices"
	"strconv"
	"strings"
)

// message is one FIX message as it came.
type message struct {
	kind   string
	number int
	dup    bool // PossDupFlag(43)
	fields []field
}

type field struct{ tag, value string }

func read(raw []byte) message {
	var m message
	for _, part := range strings.Split(strings.TrimSuffix(string(raw), "\x01"), "\x01") {
		tag, value, _ := strings.Cut(part, "=")
		m.fields = append(m.fields, field{tag, value})
	}
	m.kind = m.get("35")
	m.number, _ = strconv.Atoi(m.get("34"))
	m.dup = m.get("43") == "Y"
	return m
}

// get is the first value of a field.
func (m message) get(tag string) string {
	for _, f := range m.fields {
		if f.tag == tag {
			return f.value
		}
	}
	return ""
}

func (m message) admin() bool { return len(m.kind) == 1 && strings.Contains("012345A", m.kind) }

// substance is what must be the same whenever a number comes back: all but what a repeat changes.
func (m message) substance() [32]byte { return m.digest("8", "9", "10", "43", "52", "122") }

// statement is what must be the same whenever a fact is told again under another number.
func (m message) statement() [32]byte {
	return m.digest("8", "9", "10", "34", "43", "52", "97", "122")
}

func (m message) digest(without ...string) [32]byte {
	var b bytes.Buffer
	for _, f := range m.fields {
		if !slices.Contains(without, f.tag) {
			b.WriteString(f.tag + "=" + f.value + "|")
		}
	}
	return sha256.Sum256(b.Bytes())
}

func (m message) String() string {
	var b strings.Builder
	for _, f := range m.fields {
		b.WriteString(f.tag + "=" + f.value + "|")
		if b.Len() > 400 {
			return b.String() + "..."
		}
	}
	return b.String()
}

// perishable tells what a repeat may leave out: what is current follows instead.
func (m message) perishable() bool {
	return slices.Contains([]string{"E", "L", "R", "S", "i", "k", "l"}, m.kind) ||
		m.kind == "AJ" && m.get("694") == "1"
}
