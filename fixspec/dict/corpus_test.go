package dict_test

import (
	"os"
	"strings"
	"testing"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

// raw makes the bytes of a message from its type and fields, written with bars.
func raw(text string) []byte {
	msgType, fields, _ := strings.Cut(strings.TrimSuffix(text, "|")+"|", "|")
	b := wire.Begin(nil, msgType)
	return wire.Finish(append(b, strings.ReplaceAll(fields, "|", "\x01")...), 0)
}

// corpus reads the valid messages.
func corpus(t testing.TB) []string {
	t.Helper()
	text, err := os.ReadFile("../../testdata/fix/valid.fix")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if !strings.HasPrefix(line, "#") {
			list = append(list, line)
		}
	}
	return list
}

func TestCorpusIsValid(t *testing.T) {
	spoken := map[string]bool{}
	for tier := dict.Tier0; tier <= dict.Tier2; tier++ {
		d := dict.New(tier)
		var m wire.Message
		for _, line := range corpus(t) {
			if err := m.Parse(raw(line)); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			if err := d.Validate(&m, wire.Policy{}); err != nil {
				t.Errorf("tier %d: %s: %v", tier, line, err)
			}
			spoken[string(m.MsgType())] = true
		}
		for _, m := range d.Messages() {
			if !spoken[m.Type] {
				t.Errorf("the corpus has no %s %s", m.Type, m.Name)
			}
		}
	}
}
