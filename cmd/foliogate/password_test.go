package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestPasswordVerb(t *testing.T) {
	for _, c := range []struct {
		name, in string
		fails    bool
	}{
		{"a line", "word\n", false},
		{"no end of line", "word", false},
		{"nothing", "", true},
		{"an empty line", "\n", true},
		{"too long", strings.Repeat("x", longestPassword+1), true},
	} {
		root := newRootCommand()
		var out bytes.Buffer
		root.SetArgs([]string{"password"})
		root.SetIn(strings.NewReader(c.in))
		root.SetOut(&out)
		err := root.Execute()
		if (err != nil) != c.fails || err != nil && codeOf(err) != exitInput {
			t.Errorf("%s: %v", c.name, err)
		}
		if err == nil && (!strings.HasPrefix(out.String(), "$argon2id$v=19$m=") ||
			strings.Contains(out.String(), "word")) {
			t.Errorf("%s gives %s", c.name, out.String())
		}
	}
}
