package wire

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

func TestCheckSumIsTheSumOfBytes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for size := range 3000 {
		b := make([]byte, size)
		var want byte
		for i := range b {
			b[i] = byte(r.Uint32())
			if size%3 == 0 {
				b[i] = 0xff // the worst that a lane can be given
			}
			want += b[i]
		}
		if got := CheckSum(b); got != want {
			t.Fatalf("%d bytes: %d, want %d", size, got, want)
		}
	}
}

func TestSOHIsFoundWhereItIs(t *testing.T) {
	for size := range 40 {
		for at := range size + 1 {
			b := []byte(strings.Repeat("\x00\x02\x81\xff"[at%4:at%4+1], size))
			if at < size {
				b[at] = SOH
			}
			if got := soh(b, 0); got != at {
				t.Errorf("SOH %d of %d is found at %d", at, size, got)
			}
		}
	}
}

func TestWholeNumbers(t *testing.T) {
	for text, want := range map[string]int64{"0": 0, "-0": 0, "007": 7, "-12": -12,
		"999999999999999999": 999999999999999999, "0000000000000000000000000001": 1} {
		if got, ok := ParseInt([]byte(text)); !ok || got != want {
			t.Errorf("%s is read as %d, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "-", "+1", "1.0", "1e3", " 1", "1 ", "x", "--1", "NaN",
		"1000000000000000000", "9223372036854775808", "9999999999999999999999999999999999999999"} {
		if got, ok := ParseInt([]byte(text)); ok {
			t.Errorf("%q is read as %d", text, got)
		}
	}
}

// What a message costs once its memory has grown: nothing.
func TestNothingIsAllocated(t *testing.T) {
	list := listShape(t)
	raw := fix("E|66=L|73=2|11=a|67=1|78=1|79=x|80=5|54=1|38=5|11=b|67=2|54=2|893=Y|")
	var m Message
	at := time.Date(2026, 1, 5, 10, 20, 0, 0, time.UTC)
	buffer := make([]byte, 0, 1024)
	half := func(b []byte) (int, error) { return len(b), nil }
	for name, f := range map[string]func(){
		"parse":   func() { _ = m.Parse(raw) },
		"arrange": func() { _ = m.Parse(raw); _ = m.Arrange(list, Policy{}) },
		"decode": func() {
			d := NewDecoder(&m)
			for range d.Group(73) {
				d.Int(67)
				d.Char(54)
				Value(&d, 38, half)
				for range d.Group(78) {
					d.Bytes(79)
				}
			}
			d.Bool(893)
			if d.Err() != nil {
				t.Error(d.Err())
			}
		},
		"append": func() { buffer = report(buffer[:0], at) },
	} {
		f()
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

func TestSharedTextIsOneAllocation(t *testing.T) {
	list := listShape(t)
	raw := fix("E|66=L|73=3|11=a|67=1|54=1|11=b|67=2|54=2|11=c|67=3|54=2|")
	var m Message
	var got [3]string
	read := func() {
		if m.Parse(raw) != nil || m.Arrange(list, Policy{}) != nil {
			t.Fatal("the message is not valid")
		}
		d := NewDecoder(&m)
		d.ShareText()
		for n := range d.Group(73) {
			got[n-1] = d.String(11)
		}
	}
	if n := testing.AllocsPerRun(100, read); n > 1 {
		t.Errorf("%v allocations", n)
	}
	raw[len(raw)-30] = 'z' // what was read does not alias the bytes
	if got != [3]string{"a", "b", "c"} {
		t.Errorf("read %q", got)
	}
}

// Parsing, taking apart and appending again gives the same bytes.
func TestRoundTrip(t *testing.T) {
	at := time.Date(2026, 1, 5, 10, 20, 0, 123e6, time.UTC)
	raw := report(nil, at)
	var m Message
	if err := m.Parse(raw); err != nil {
		t.Fatal(err)
	}
	b := Begin(nil, string(m.MsgType()))
	for i := 3; i < len(m.Fields)-1; i++ {
		b = AppendBytes(b, int(m.Fields[i].Tag), m.Value(i))
	}
	if b = Finish(b, 0); string(b) != string(raw) {
		t.Errorf("got %q\nwant %q", b, raw)
	}
}
