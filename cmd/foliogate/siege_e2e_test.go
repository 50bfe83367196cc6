package main

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec/wire"
)

// intruder is a counterparty of the gateway that says what it likes.
type intruder struct {
	net.Conn
	next int
}

// intrude connects where FOXHOLM comes in.
func (v *pit) intrude() *intruder {
	v.t.Helper()
	c, err := net.Dial("tcp", v.leads[foxholm])
	if err != nil {
		v.t.Fatal(err)
	}
	v.t.Cleanup(func() { c.Close() })
	return &intruder{c, 1}
}

func (i *intruder) text(kind, body string) []byte {
	b := wire.AppendTime(wire.AppendInt(wire.Begin(nil, kind), 34, i.next), 52, time.Now().UTC())
	i.next++
	b = append(b, "49=FOXHOLM\x0156=FOLIOGATE\x01"...)
	return wire.Finish(append(b, strings.ReplaceAll(body, "|", "\x01")...), 0)
}

// enterAs connects and logs on with the number that the gateway expects. The last one may still be
// leaving, and nobody is let in beside it: then it tries again.
func (v *pit) enterAs(t *testing.T, next int) *intruder {
	t.Helper()
	answer := make([]byte, 1<<10)
	for begun := time.Now(); ; {
		i := v.intrude()
		i.next = next
		_, err := i.Write(i.text("A", "98=0|108=30|"))
		if err == nil {
			_, err = i.Read(answer)
		}
		if err == nil && bytes.Contains(answer, []byte("\x0135=A\x01")) {
			return i
		}
		i.Close()
		if time.Since(begun) > patient {
			t.Fatalf("the Logon is answered %q, %v", answer, err)
		}
	}
}

// pour writes the same again and again, up to so many MiB or until it is closed.
func (i *intruder) pour(t *testing.T, mebibytes int, next func() []byte) {
	t.Helper()
	for n := 0; n < mebibytes<<20; {
		if err := i.SetWriteDeadline(time.Now().Add(patient)); err != nil {
			t.Error(err)
		}
		written, err := i.Write(next())
		if err != nil {
			return
		}
		n += written
	}
}

// resident is the memory of the gateway's process, in MiB.
func (v *pit) resident() int {
	v.t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", v.process.Process.Pid))
	if err != nil {
		v.t.Skip("this system does not tell the memory of a process")
	}
	pages, err := strconv.Atoi(strings.Fields(string(text))[1])
	if err != nil {
		v.t.Fatal(err)
	}
	return pages * os.Getpagesize() >> 20
}

// answers is how long the gateway takes to answer somebody else, at the 99th of a hundred.
func (v *pit) answers(n int) time.Duration {
	v.t.Helper()
	var took []time.Duration
	for range n {
		begun := time.Now()
		v.client().say("M", "66=NONE|")
		v.client().hears("N", "66=NONE", "431=7")
		took = append(took, time.Since(begun))
	}
	slices.Sort(took)
	return took[(len(took)-1)*99/100]
}

// What a stranger or a counterparty can pour in costs the gateway little memory, and the others trade.
func testSiege(t *testing.T, folder string) {
	v := newPit(t)
	v.program = folder + "/foliogate"
	v.environ = []string{"FOLIOGATE_GUARD_WRITE_TIMEOUT=2s", "FOLIOGATE_GUARD_MAX_BYTES_PER_SECOND=1073741824",
		"FOLIOGATE_GUARD_MAX_ATTEMPTS_PER_SECOND=10000"}
	v.open()
	v.enter(append(panel(), birchwood)...)
	d := v.begin(v.portfolio(4))
	d.quote(northgate, 500)
	d.trade(northgate)
	calm := v.answers(300)

	next := 1
	for _, siege := range []struct {
		name string
		lay  func(*testing.T) // and ends with the intruder's last connection closed
	}{
		{"64 MiB without an end, before the Logon", func(t *testing.T) {
			chunk := bytes.Repeat([]byte{'x'}, 1<<20)
			v.intrude().pour(t, 64, func() []byte { return append([]byte("8=FIX.4.4"), chunk...) })
		}},
		{"64 MiB without an end, after it", func(t *testing.T) {
			i := v.enterAs(t, next)
			next++
			chunk := append([]byte("8=FIX.4.4\x019=8000000\x01"), bytes.Repeat([]byte{'x'}, 1<<20)...)
			i.pour(t, 64, func() []byte { return chunk })
		}},
		{"100 MiB behind a gap", func(t *testing.T) {
			i := v.enterAs(t, next)
			next++
			i.next += 100
			filling := "66=NONE|58=" + strings.Repeat("x", 8000) + "|"
			i.pour(t, 100, func() []byte { return i.text("M", filling) })
		}},
		{"500 half-open connections", func(t *testing.T) {
			for range 500 {
				_, _ = v.intrude().Write([]byte("8=FIX.4.4\x019=100\x0135=A\x01"))
			}
		}},
		{"a peer that does not read", func(t *testing.T) {
			i := v.enterAs(t, next)
			next++
			question := "112=" + strings.Repeat("x", 8000) + "|"
			i.pour(t, 200, func() []byte { return i.text("1", question) })
		}},
	} {
		t.Run(siege.name, func(t *testing.T) {
			v.during(t)
			before, most := v.resident(), 0
			laid, slowest := make(chan struct{}), time.Duration(0)
			go func() { defer close(laid); siege.lay(t) }()
			for during := true; during; {
				slowest = max(slowest, v.answers(30))
				most = max(most, v.resident())
				select {
				case <-laid:
					during = false
				default:
				}
			}
			t.Logf("%d MiB before, at most %d MiB; the slowest of 30 answers took %s, calm %s", before, most, slowest, calm)
			if most-before > 64 {
				t.Errorf("the gateway grew from %d to %d MiB", before, most)
			}
		})
	}
	d = v.begin(v.portfolio(3))
	d.quote(northgate, 500)
	d.trade(northgate)
}
