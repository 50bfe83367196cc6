package session

import (
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec/wire"
)

func frame(msgType, body string) string {
	b := wire.Begin(nil, msgType)
	return string(wire.Finish(append(b, strings.ReplaceAll(body, "|", "\x01")...), 0))
}

func TestIntake(t *testing.T) {
	logon, other := frame("A", "34=1|"), frame("0", "34=2|112=x|")
	wrongSum := other[:len(other)-4] + "999\x01"
	small := Limits{MessageBytes: 200, LogonBytes: 100}
	long := frame("0", "58="+strings.Repeat("y", 300)+"|")
	for _, c := range []struct {
		name, in, out string
		err           error
	}{
		{"two messages", logon + other, logon + other, io.EOF},
		{"no Logon first", other, "", errNoLogon},
		{"garbage first", "GET / HTTP/1.1\r\n", "", errGarbled},
		{"wrong sum first", logon[:len(logon)-4] + "999\x01", "", errNoLogon},
		{"long first", strings.Replace(logon, "9=10\x01", "9=101\x01", 1), "", errTooLong},
		{"wrong sum", logon + wrongSum + other, logon + other, io.EOF},
		{"garbage between", logon + "8=FIX8=FIX.4.4\x01x" + other, logon + other, io.EOF},
		{"garbage behind", logon + strings.Repeat("garbage", 99), logon, io.EOF},
		{"wrong length", logon + strings.Replace(other, "9=", "9=1", 1) + strings.Repeat(other, 9),
			logon + strings.Repeat(other, 9), io.EOF},
		{"long", logon + long + other, logon, errTooLong},
		{"longest", logon + "8=FIX.4.4\x019=9223372036854775807\x0135=0\x01", logon, errTooLong},
		{"length of zeros", logon + "8=FIX.4.4\x019=" + strings.Repeat("0", 999) + other, logon + other,
			io.EOF},
		{"no length", logon + "8=FIX.4.4\x019=\x0135=0\x01" + other, logon + other, io.EOF},
		{"another version", logon + "8=FIX.4.2\x019=5\x0135=0\x0110=161\x01" + other,
			logon + "8=FIX.4.2\x019=5\x0135=0\x0110=161\x01" + other, io.EOF},
		{"no version", logon + "8=FIX.4.4.4.4\x019=5\x0135=0\x0110=161\x01" + other, logon + other, io.EOF},
	} {
		for _, step := range []int{1, 7, len(c.in)} {
			out, err := takeIn(t, c.in, step, small)
			if out != c.out || !errors.Is(err, c.err) {
				t.Errorf("%s in steps of %d: gives on %q, %v", c.name, step, out, err)
			}
		}
	}
}

// takeIn feeds an intake in steps and returns what it gives on.
func takeIn(t *testing.T, text string, step int, l Limits) (string, error) {
	t.Helper()
	near, far := net.Pipe()
	defer near.Close()
	go func() {
		for len(text) > 0 {
			n := min(step, len(text))
			if _, err := far.Write([]byte(text[:n])); err != nil {
				return
			}
			text = text[n:]
		}
		far.Close()
	}()
	in := newIntake(near, l.withDefaults())
	var out strings.Builder
	p := make([]byte, 64)
	for {
		n, err := in.Read(p)
		out.Write(p[:n])
		if err != nil {
			return out.String(), err
		}
	}
}

func TestIntakeKeepsLittle(t *testing.T) {
	near, far := net.Pipe()
	defer near.Close()
	go func() {
		chunk := []byte(strings.Repeat("x", 64<<10))
		far.Write([]byte(frame("A", "34=1|") + "8=FIX.4.4\x019=8000000\x01"))
		for range 1024 { // 64 MiB, of which 8 were announced
			if _, err := far.Write(chunk); err != nil {
				return
			}
		}
		far.Close()
	}()
	in := newIntake(near, Limits{}.withDefaults())
	p := make([]byte, 4096)
	most := 0
	for {
		_, err := in.Read(p)
		most = max(most, len(in.room))
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if most > 20<<20 {
		t.Errorf("%d bytes were kept", most)
	}
}

func TestIntakeWaitsForALogonOnlySoLong(t *testing.T) {
	near, far := net.Pipe()
	defer far.Close()
	in := newIntake(near, Limits{LogonWithin: time.Millisecond}.withDefaults())
	if _, err := in.Read(make([]byte, 1)); err != errSilent {
		t.Errorf("the reader is told %v", err)
	}
}
