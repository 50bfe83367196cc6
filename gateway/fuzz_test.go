package gateway

import (
	"bytes"
	"os"
	"testing"
)

// FuzzEntry: whatever a journal holds, reading it returns; and an entry that was read is written
// and read again without a difference.
func FuzzEntry(f *testing.F) {
	lines, err := os.ReadFile("../testdata/gateway/entries.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range bytes.Split(lines, []byte{'\n'}) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		var first, second Entry
		if first.UnmarshalJSON(line) != nil || first.At.Year() < 1 || first.At.Year() > 9999 {
			return
		}
		once := first.AppendJSON(nil)
		if err := second.UnmarshalJSON(once); err != nil {
			t.Fatalf("%s is written as %s: %v", line, once, err)
		}
		if twice := second.AppendJSON(nil); !bytes.Equal(once, twice) {
			t.Errorf("%s is written as\n%s and then as\n%s", line, once, twice)
		}
	})
}
