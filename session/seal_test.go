package session

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/quickfixgo/quickfix"

	"foliogate/fixspec/dict"
)

// Whatever the message, the engine reads the sealed one, finds in it the header that the message has,
// and the message comes out as it was.
func TestSeal(t *testing.T) {
	head := "49=CLIENT|56=GATE|34=7|52=20250616-13:30:00.000|"
	var every strings.Builder
	for c := range 256 {
		every.WriteByte(byte(c))
	}
	for name, c := range map[string]struct{ msgType, body, number string }{
		"plain":                 {"M", head + "66=L|", "7"},
		"data with SOH":         {"E", head + "66=L|354=9|355=a|34=5|b|", "7"},
		"tags that are words":   {"E", head + "ListID=L|=|x|", "7"},
		"doubled":               {"E", "34=7|34=8|" + head + "66=L|8=FIX.4.4|10=000|", "7"},
		"out of order":          {"E", strings.Replace(head, "34=7|", "", 1) + "66=L|34=7|", "7"},
		"far behind":            {"E", strings.Replace(head, "34=7|", "", 1) + strings.Repeat("58=x|", 99) + "34=7|", "7"},
		"no number":             {"E", strings.Replace(head, "34=7|", "", 1) + "66=L|", ""},
		"control characters":    {"E", head + "58=\x02\x03\x04|", "7"},
		"XML of its own":        {"E", head + "212=3|213=<x>|66=L|", "7"},
		"the end within":        {"E", head + "58=10=000|10=000|213=x|", "7"},
		"nothing":               {"E", "", ""},
		"every byte there is":   {"E", head + "354=256|355=" + strings.ReplaceAll(every.String(), "|", "/") + "|", "7"},
		"long":                  {"E", head + strings.Repeat("11=C|67=1|54=1|", 10_000), "7"},
		"a header of many tags": {"E", head + "115=A|128=B|116=C|129=D|43=Y|97=Y|122=20250616-13:30:00|", "7"},
	} {
		raw := []byte(frame(c.msgType, c.body))
		kept := bytes.Clone(raw)
		out := seal(nil, raw)
		if !bytes.Equal(raw, kept) {
			t.Fatalf("%s: the message was changed", name)
		}
		m := quickfix.NewMessage()
		if err := quickfix.ParseMessage(m, bytes.NewBuffer(out)); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		msgType, _ := m.Header.GetString(35)
		number, _ := m.Header.GetString(34)
		if msgType != c.msgType || number != c.number {
			t.Errorf("%s: the engine sees %s %q", name, msgType, number)
		}
		if got := unseal(m.Bytes()); !bytes.Equal(got, raw) {
			t.Errorf("%s: %q came out as %q", name, raw, got)
		}
	}
}

// What has no MsgType(35) in its place is left to the engine, which drops it.
func TestSealLeavesTheRestAlone(t *testing.T) {
	for _, text := range []string{"", "8=FIX.4.4", frame("", ""), strings.Replace(frame("E", "34=1|"), "35=E\x0134=1", "34=1\x0135=E", 1)} {
		if got := string(seal(nil, []byte(text))); got != text && !strings.Contains(text, "35=\x01") {
			t.Errorf("%q was sealed as %q", text, got)
		}
		if got := string(unseal([]byte(text))); got != text {
			t.Errorf("%q was opened as %q", text, got)
		}
	}
}

// Every message that the table knows survives, and the twin of swap agrees with it.
func TestSealRandom(t *testing.T) {
	d := dict.New(dict.Tier2)
	r := rand.New(rand.NewPCG(5, 5))
	for _, m := range d.Messages() {
		for range 20 {
			raw, _ := d.Random(m.Type, r.IntN)
			if got := unseal(seal(nil, raw)); !bytes.Equal(got, raw) {
				t.Fatalf("%q came out as %q", raw, got)
			}
		}
	}
	for range 1000 {
		b := make([]byte, r.IntN(50))
		for i := range b {
			b[i] = byte(r.IntN(4)) << (7 * r.IntN(2))
		}
		old, other := byte(r.IntN(4)), byte(r.IntN(256))
		want := bytes.ReplaceAll(b, []byte{old}, []byte{other})
		if swap(b, old, other); !bytes.Equal(b, want) {
			t.Fatalf("%x, want %x", b, want)
		}
	}
}

// BenchmarkSeal is what a NewOrderList(E) of 1,000 lines costs on its way through the engine's parser.
func BenchmarkSeal(b *testing.B) {
	line := "11=C-20260105-1|67=1|1=FUND1|63=6|64=20260107|18=G|55=[N/A]|48=US023135BR61|22=4|167=CORP|54=1|" +
		"854=0|38=1000000|40=1|423=3|44=99.250000|218=125.50|15=USD|59=6|126=20260105-15:10:00.000|120=USD|"
	raw := []byte(frame("E", "49=CLIENT|56=GATE|34=7|52=20250616-13:30:00.000|66=L|73=1000|"+strings.Repeat(line, 1000)))
	parse := func(b *testing.B, raw []byte) *quickfix.Message {
		m := quickfix.NewMessage()
		if err := quickfix.ParseMessage(m, bytes.NewBuffer(raw)); err != nil {
			b.Fatal(err)
		}
		return m
	}
	b.Run("whole", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			parse(b, bytes.Clone(raw))
		}
	})
	b.Run("sealed", func(b *testing.B) {
		b.ReportAllocs()
		var spare []byte
		for b.Loop() {
			spare = seal(spare[:0], raw)
			unseal(parse(b, bytes.Clone(spare)).Bytes())
		}
	})
}
