package session

import (
	"bytes"
	"io"
	"net"
	"strconv"
	"testing"
	"time"

	"github.com/quickfixgo/quickfix"
)

// chunks is a socket that gives bytes in pieces of some size.
type chunks struct {
	net.Conn
	rest []byte
	size int
}

func (c *chunks) Read(p []byte) (int, error) {
	if len(c.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), c.size)], c.rest)
	c.rest = c.rest[n:]
	return n, nil
}

func (*chunks) SetReadDeadline(time.Time) error { return nil }

// FuzzIntake: whatever comes and however it is cut, what passes is a row of sound messages, the
// first of them a Logon, those for the application sealed, and the cut makes no difference to it.
func FuzzIntake(f *testing.F) {
	logon, other := frame("A", "34=1|"), frame("0", "34=2|112=x|")
	list := frame("E", "34=3|66=L|354=3|355=a|b|x=1|")
	for _, in := range []string{logon + other, logon + list + other + list[:40], logon + other[:len(other)-4] + "999\x01" + other,
		logon + "8=FIX8=FIX.4.4\x01x" + other, logon + "8=FIX.4.4\x019=9223372036854775807\x0135=0\x01",
		logon + "8=FIX.4.4\x019=\x0135=0\x01" + other, "GET / HTTP/1.1\r\n", logon + "8=FIX.4.4\x019=00000"} {
		f.Add([]byte(in), byte(1))
		f.Add([]byte(in), byte(200))
	}
	limits := Limits{MessageBytes: 4096, LogonBytes: 512}.withDefaults()
	f.Fuzz(func(t *testing.T, in []byte, size byte) {
		passed := passedOf(in, int(size)+1, limits)
		if whole := passedOf(in, len(in)+1, limits); !bytes.Equal(passed, whole) {
			t.Fatalf("in pieces of %d:\n%q\nin one:\n%q", size, passed, whole)
		}
		for first := true; len(passed) > 0; first = false {
			raw := passed[:min(lengthOf(passed), len(passed))]
			whole := unseal(bytes.Clone(raw))
			if !ends(whole) || !bytes.Contains(in, whole) || first && string(msgTypeOf(raw)) != "A" {
				t.Fatalf("%q passed", raw)
			}
			if err := quickfix.ParseMessage(quickfix.NewMessage(), bytes.NewBuffer(raw)); err != nil && len(whole) < len(raw) {
				t.Fatalf("%q is sealed, and the engine cannot read it: %v", whole, err)
			}
			passed = passed[len(raw):]
		}
	})
}

// lengthOf is how long the first message is by its BodyLength(9).
func lengthOf(passed []byte) int {
	begin, rest, _ := bytes.Cut(passed, []byte("\x019="))
	digits, _, _ := bytes.Cut(rest, []byte{0x01})
	n, _ := strconv.Atoi(string(digits))
	return len(begin) + len("|9=") + len(digits) + len("|") + n + len("10=000|")
}

// passedOf is all that an intake gives on.
func passedOf(in []byte, size int, l Limits) []byte {
	passed, _ := io.ReadAll(newIntake(&chunks{rest: in, size: size}, l))
	return passed
}
