package wire

import (
	"strings"
	"testing"
	"time"
)

func TestTimes(t *testing.T) {
	day := func(h, m, s, n int) time.Time { return time.Date(2026, 1, 5, h, m, s, n, time.UTC) }
	for text, want := range map[string]time.Time{
		"20260105-10:20:30":           day(10, 20, 30, 0),
		"20260105-10:20:30.5":         day(10, 20, 30, 500_000_000),
		"20260105-10:20:30.123":       day(10, 20, 30, 123_000_000),
		"20260105-10:20:30.123456":    day(10, 20, 30, 123_456_000),
		"20260105-10:20:30.123456789": day(10, 20, 30, 123_456_789),
		"20260105-23:59:60":           day(24, 0, 0, 0),
	} {
		if got, ok := ParseTime([]byte(text)); !ok || !got.Equal(want) {
			t.Errorf("%s is read as %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "20260105", "20260105 10:20:30", "20260230-10:20:30",
		"20261305-10:20:30",
		"20260105-24:00:00", "20260105-10:60:00", "20260105-10:20:61", "20260105-10:20:30.",
		"20260105-1:20:30",
		"20260105-10:20:30.1234567890", "2026010x-10:20:30", "20260105-10:20:30,5"} {
		if got, ok := ParseTime([]byte(text)); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
	for decimals, want := range map[int]string{0: "10:20:30", 3: "10:20:30.123",
		6: "10:20:30.123456", 9: "10:20:30.123456789"} {
		got := string(AppendTimeDecimals(nil, 60, day(10, 20, 30, 123_456_789), decimals))
		if got != "60=20260105-"+want+"\x01" {
			t.Errorf("%d decimals: %q", decimals, got)
		}
	}
}

type cents int64

func (c cents) AppendText(b []byte) []byte { return append(b, "1.50"...) }

func TestAppend(t *testing.T) {
	cases := []struct{ got, want []byte }{
		{AppendInt(nil, 9, 0), []byte("9=0\x01")},
		{AppendInt(nil, 34, -12), []byte("34=-12\x01")},
		{AppendInt(nil, 20001, int64(1)<<62), []byte("20001=4611686018427387904\x01")},
		{AppendChar(nil, 54, '1'), []byte("54=1\x01")},
		{AppendChar(nil, 54, 0), nil},
		{AppendChar(nil, 54, SOH), []byte("54= \x01")},
		{AppendBool(nil, 893, true), []byte("893=Y\x01")},
		{AppendBool(nil, 893, false), []byte("893=N\x01")},
		{AppendString(nil, 58, ""), nil},
		{AppendString(nil, 58, "a\x01b\nc\x7fé=|"), []byte("58=a b c é=|\x01")},
		{AppendBytes(nil, 58, []byte("a\x00b")), []byte("58=a b\x01")},
		{AppendBytes(nil, 58, nil), nil},
		{AppendValue(nil, 423, cents(3)), []byte("423=1.50\x01")},
		{AppendTime(nil, 60, time.Time{}), nil},
		{AppendDate(nil, 64, 2026, 1, 7), []byte("64=20260107\x01")},
		{AppendDate(nil, 64, 0, 0, 0), nil},
	}
	for _, c := range cases {
		if string(c.got) != string(c.want) {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestBeginFinishParse(t *testing.T) {
	var m Message
	b := []byte("before")
	for _, size := range []int{0, 1, 80, 95, 96, 900, 990, 1000, 9_990, 99_990, 1_000_000} {
		start := len(b)
		b = AppendString(Begin(b, "8"), 58, strings.Repeat("x", size))
		b = Finish(b, start)
		if err := m.Parse(b[start:]); err != nil {
			t.Fatalf("text of %d: %v", size, err)
		}
		if len(m.Get(58)) != size {
			t.Errorf("text of %d is read back as %d", size, len(m.Get(58)))
		}
	}
	if string(b[:6]) != "before" {
		t.Error("bytes before the message were changed")
	}
}

func TestSplitBody(t *testing.T) {
	tag, rest, ok := SplitBody([]byte("66=L\x0158=x\x01"))
	if tag != 66 || string(rest) != "L\x0158=x" || !ok {
		t.Errorf("got %d %q %v", tag, rest, ok)
	}
	for _, bad := range []string{"", "66", "66=L", "=L\x01", "x=L\x01", "1234567890=L\x01"} {
		if _, _, ok := SplitBody([]byte(bad)); ok {
			t.Errorf("%q passes as a body", bad)
		}
	}
}
