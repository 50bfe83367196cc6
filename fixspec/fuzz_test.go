package fixspec

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/testdata"
)

// FuzzRead: whatever comes, Read returns; and what it takes can be written and read again, and is
// then the same bytes for ever.
func FuzzRead(f *testing.F) {
	text, err := os.ReadFile("../testdata/fix/valid.fix")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		if kind, fields, ok := strings.Cut(line, "|"); ok && !strings.HasPrefix(line, "#") {
			f.Add(kind, bytes.ReplaceAll([]byte(fields), []byte{'|'}, []byte{wire.SOH}))
		}
	}
	for _, c := range testdata.BadInputs() {
		if len(c.Text) < 16<<10 {
			f.Add("E", bytes.ReplaceAll([]byte(c.Text), []byte{'|'}, []byte{wire.SOH}))
		}
	}
	table := dict.New(dict.Tier0)
	reader, again := NewReader(table, wire.Policy{}), NewReader(table, wire.Policy{})
	f.Fuzz(func(t *testing.T, kind string, fields []byte) {
		if len(kind) == 0 || len(kind) > 2 {
			return
		}
		raw := wire.Finish(append(wire.Begin(nil, kind), fields...), 0)
		_, m, err := reader.Read(raw)
		if err != nil {
			return
		}
		once := m.AppendBody(nil)
		head := wire.Begin(nil, kind)
		head = append(head, strings.ReplaceAll("34=5|49=A|52=20260105-10:00:00|56=B|", "|", "\x01")...)
		_, repeated, err := again.Read(wire.Finish(append(head, once...), 0))
		if err != nil {
			return // what a reader forgives, a writer leaves out
		}
		if twice := repeated.AppendBody(nil); !bytes.Equal(once, twice) {
			t.Errorf("%q is written as\n%q and then as\n%q", raw, once, twice)
		}
	})
}
