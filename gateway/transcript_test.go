package gateway

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each file of testdata/gateway/*.story is a story: blocks of commands, the line
// ----, and what came of them. Every story is also replayed from its journal and
// audited.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("../testdata/gateway/*.story")
	if err != nil || len(files) == 0 {
		t.Fatal("no stories", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".story"), func(t *testing.T) {
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, path, string(want), retold(t, string(want)))
		})
	}
}

// retold runs the commands of a story and returns it with what came of them now.
func retold(t *testing.T, story string) string {
	var s *script
	var out strings.Builder
	for _, block := range strings.Split(strings.TrimSpace(story), "\n\n") {
		commands, _, told := strings.Cut(block, "\n----")
		if !told {
			out.WriteString(block + "\n\n") // prose; a heading begins a new world
			if s != nil && strings.HasPrefix(block, "## ") {
				s.close()
				s = nil
			}
			continue
		}
		if s == nil {
			s = newScript(t)
		}
		out.WriteString(commands + "\n----\n")
		for _, command := range joined(commands) {
			out.WriteString(s.run(command))
		}
		out.WriteString("\n")
	}
	s.close()
	return strings.TrimRight(out.String(), "\n") + "\n"
}

// joined puts indented lines behind the command that they belong to, and drops
// comments.
func joined(text string) []string {
	var commands []string
	for _, line := range strings.Split(text, "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, " "):
			commands[len(commands)-1] += "\n" + line
		default:
			commands = append(commands, line)
		}
	}
	return commands
}

func compare(t *testing.T, path, want, got string) {
	t.Helper()
	if want == got {
		return
	}
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	wants, gots := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range gots {
		if i >= len(wants) || wants[i] != gots[i] {
			t.Fatalf("%s:%d: now\n  %s\nit was\n  %s\n(-update accepts what is new)", path, i+1,
				gots[i],
				strings.Join(wants[min(i, len(wants)):min(i+1, len(wants))], ""))
		}
	}
	t.Fatalf("%s: %d lines, it was %d (-update accepts what is new)", path, len(gots), len(wants))
}
