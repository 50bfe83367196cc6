package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quickfixgo/quickfix/datadictionary"
)

// told runs the program and gives what it wrote.
func told(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(context.Background(), args, &out, &errs)
	return code, out.String(), errs.String()
}

func TestSpecWritesEachDocument(t *testing.T) {
	rules, err := os.ReadFile("../../fixspec/RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"rules":                 string(rules),
		"quickfix":              "<fix major='4'",
		"quickfix-pt":           "name='PTBidRank'",
		"quickfix-pt --trimmed": "name='PTBidRank'",
		"orchestra":             "<fixr:repository",
	} {
		code, out, errs := told(t, append([]string{"spec"}, strings.Fields(name)...)...)
		if code != exitDone || !strings.Contains(out, want) {
			t.Errorf("spec %s: exit %d, %s%.200s", name, code, errs, out)
		}
		file := filepath.Join(t.TempDir(), name)
		code, silent, _ := told(t, append([]string{"spec", "--out", file}, strings.Fields(name)...)...)
		if got, _ := os.ReadFile(file); code != exitDone || silent != "" || string(got) != out {
			t.Errorf("spec %s --out differs from standard output, exit %d", name, code)
		}
		if strings.HasPrefix(name, "quickfix") {
			if _, err := datadictionary.Parse(file); err != nil {
				t.Errorf("spec %s: quickfixgo does not load it: %v", name, err)
			}
		}
	}
}

func TestSpecExample(t *testing.T) {
	code, out, _ := told(t, "spec", "example", "L")
	if code != exitDone || !strings.HasPrefix(out, "8=FIX.4.4|9=") || !strings.Contains(out, "|35=L|") {
		t.Errorf("exit %d, %s", code, out)
	}
	code, _, errs := told(t, "spec", "example", "XX")
	if code != exitInput || !strings.Contains(errs, `"XX" is no MsgType(35)`) {
		t.Errorf("exit %d, %s", code, errs)
	}
	for _, args := range [][]string{{"spec", "example"}, {"spec", "fixml"}, {"spec", "rules", "x"}} {
		if code, _, errs := told(t, args...); code != exitInput || errs == "" {
			t.Errorf("%v: exit %d, %q", args, code, errs)
		}
	}
	if code, _, _ := told(t, "spec", "rules", "--out", t.TempDir()); code != exitFault {
		t.Errorf("writing to a folder: exit %d", code)
	}
}
