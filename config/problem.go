package config

import (
	"fmt"
	"strings"
)

// Problem is one thing wrong with a configuration, told so that a person can mend it.
type Problem struct {
	File   string // the file as it was named, "environment", or "" for a struct built in code
	Line   int    // from 1; 0 where there is no line
	Key    string // path of the key, or the name of the environment variable; "" for the whole file
	Text   string // what is wrong; never a secret
	Remedy string // what to do about it
}

// String gives "file:line: key: text; remedy", leaving out what is not known.
func (p Problem) String() string {
	var b strings.Builder
	if p.File != "" {
		b.WriteString(p.File)
		if p.Line > 0 {
			fmt.Fprintf(&b, ":%d", p.Line)
		}
		b.WriteString(": ")
	}
	if p.Key != "" {
		b.WriteString(p.Key + ": ")
	}
	b.WriteString(p.Text + "; " + p.Remedy)
	return b.String()
}

// Error is everything wrong with one configuration: the environment first, then by line.
type Error struct {
	Problems []Problem // at least one
}

// Error gives one problem a line.
func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}
