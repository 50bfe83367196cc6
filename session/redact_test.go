package session

import (
	"fmt"
	"strings"
	"testing"
)

func TestRedact(t *testing.T) {
	for in, want := range map[string]string{
		"553=user|554=word|10=1|": "553=user|554=***|10=1|",
		"554=word|":               "554=***|",
		"925=a|554=b|1402=c|":     "925=***|554=***|1402=***|",
		"1554=x|9925=y|":          "1554=x|9925=y|",
		"58=554=x|":               "58=554=***|",
		"554=cut off":             "554=***",
		"554=|553=user|":          "554=***|553=user|",
		"35=A|108=30|":            "35=A|108=30|",
		"554=a|554=b|":            "554=***|554=***|",
	} {
		for _, soh := range []string{"\x01", "|", `\x01`} {
			text := strings.ReplaceAll(in, "|", soh)
			if got := string(redact([]byte(text))); got != strings.ReplaceAll(want, "|", soh) {
				t.Errorf("%q is shown as %q", text, got)
			}
		}
	}
}

func TestPasswordDoesNotPrint(t *testing.T) {
	p := Password("word")
	text, err := p.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	shown := fmt.Sprintf("%s %v %+v %#v %q %x %s %s", p, p, Row{Password: p}, p, p, p, p.LogValue(), text)
	if strings.Contains(shown, "word\"") || strings.Contains(shown, ":word") ||
		strings.Contains(shown, "776f7264") || strings.HasPrefix(shown, "word") {
		t.Errorf("it prints as %s", shown)
	}
}
