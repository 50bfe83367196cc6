package main

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"foliogate/fixspec/dict"
)

// FuzzDecode: whatever a log holds is read to its end, no matter how it comes in, and shown in both
// ways without harm; what is found lies in the log, one message behind the other.
func FuzzDecode(f *testing.F) {
	d := dict.New(dict.Tier2)
	for i, m := range d.Messages() {
		raw, _ := d.Example(m.Type)
		f.Add([]byte("junk " + strings.ReplaceAll(string(raw), "\x01", delimiters[i%len(delimiters)]) + "\n"))
	}
	f.Add([]byte("8=FIX.4.4|9=5|35=E|73=2|11=a|78=1|79=b|80=1|11=|10=|8=FIX.4.4\x019=9999\x0135=0\x01"))
	reader := newMessageReader(dict.Tier2)
	f.Fuzz(func(t *testing.T, log []byte) {
		whole, slow := newMessageScanner(bytes.NewReader(log)),
			newMessageScanner(iotest.OneByteReader(bytes.NewReader(log)))
		end := int64(0)
		for {
			found, err := whole.next()
			again, slowly := slow.next()
			if err != nil || slowly != nil {
				if !errors.Is(err, io.EOF) || !errors.Is(slowly, io.EOF) {
					t.Fatalf("%v, and byte by byte %v", err, slowly)
				}
				return
			}
			if found.at != again.at || !bytes.Equal(found.raw, again.raw) {
				t.Fatalf("%d %q, and byte by byte %d %q", found.at, found.raw, again.at, again.raw)
			}
			if found.at < end || !bytes.HasPrefix(log[found.at:], []byte(beginning)) {
				t.Fatalf("a message at byte %d, the last ended at %d", found.at, end)
			}
			end = found.at + int64(len(beginning))
			reader.read(found.raw)
			if err := errors.Join(reader.text(io.Discard, ""), reader.json(io.Discard, "")); err != nil {
				t.Fatal(err)
			}
			difference(reader.paths(), reader.paths())
		}
	})
}
