package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec/wire"
	"foliogate/testdata"
)

// rawLine is a client without an engine: it says the bytes that it is given.
type rawLine struct {
	*pit
	socket net.Conn
	in     *bufio.Reader
	next   int // its own number
	fences int
}

// header44 is a header as the table of bad input has it.
const header44 = "49=EMS|56=GW|34=2|52=20250616-13:30:00.000|"

// rawClient logs on, numbers at 1, and is there until a test is over.
func (v *pit) rawClient(until testing.TB) *rawLine {
	v.t.Helper()
	socket, err := net.Dial("tcp", v.taps[birchwood].Addr().String())
	if err != nil {
		v.t.Fatal(err)
	}
	until.Cleanup(func() { socket.Close() })
	r := &rawLine{pit: v, socket: socket, in: bufio.NewReader(socket), next: 1}
	r.say("A", header44+"98=0|108=30|141=Y|")
	if h := r.hear(); h.kind != "A" {
		v.t.Fatalf("the Logon is answered %s", h.text)
	}
	r.answers()
	return r
}

// say sends a message of the table: names, number and time are those of the moment.
func (r *rawLine) say(kind, text string) {
	r.t.Helper()
	text = strings.NewReplacer("=EMS|", "="+birchwood+"|", "=GW|", "=FOLIOGATE|", "34=2|", fmt.Sprintf("34=%d|", r.next),
		"52=20250616-13:30:00.000|", "52="+fixTime(time.Now())+"|", "=L-1|", fmt.Sprintf("=L-%d|", r.made)).Replace(text)
	raw := append(wire.Begin(nil, kind), strings.ReplaceAll(text, "|", "\x01")...)
	if _, err := r.socket.Write(wire.Finish(raw, 0)); err != nil {
		r.t.Fatal(err)
	}
	r.next++
	r.made++
}

func (r *rawLine) hear() heard {
	r.t.Helper()
	if err := r.socket.SetReadDeadline(time.Now().Add(patient)); err != nil {
		r.t.Fatal(err)
	}
	raw, err := readFrame(r.in)
	if err != nil {
		r.t.Fatal(err)
	}
	return heardOf(raw)
}

// answers is all that comes before the answer to a question about a list that nobody knows, which is
// decided behind it; or what comes before the end of the line.
func (r *rawLine) answers() (all []heard) {
	r.t.Helper()
	r.fences++
	fence := fmt.Sprintf("66=FENCE-%d", r.fences)
	r.say("M", header44+fence+"|")
	for {
		h := r.hear()
		if h.is("N", fence) {
			return all
		}
		if all = append(all, h); h.kind == "5" {
			r.goes()
			return all
		}
	}
}

// goes answers a Logout(5), and waits for the end of the line.
func (r *rawLine) goes() {
	r.t.Helper()
	r.say("5", header44)
	if _, err := io.Copy(io.Discard, r.in); err != nil {
		r.t.Fatal(err)
	}
}

// Each case of the table of bad input gets its answer from a running gateway: the right kind, reason
// and tag, the message that it is about, and words; and nothing else is said or done.
func TestBadInput(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	v.client().leave()
	r := v.rawClient(t)
	for _, c := range testdata.BadInputs() {
		t.Run(c.Name, func(sub *testing.T) {
			v.during(sub)
			number := r.next
			r.say("E", c.Text)
			heard := r.answers()
			if len(heard) == 0 {
				sub.Fatal("there is no answer")
			}
			kind, fields, _ := strings.Cut(c.Said.Fields, " ")
			wanted := strings.Fields(fields)
			switch kind {
			case "taken":
				kind, wanted = "N", []string{"66~L-", "429=1", "431=1", "73=2"}
				v.players[halyard].awaits("E")
			case "3", "j":
				wanted = append(wanted, "372=E", fmt.Sprintf("45=%d", number), "58~"+c.Said.Words)
			case "5":
				wanted = append(wanted, "58~"+c.Said.Words)
			}
			if !heard[0].is(kind, wanted...) {
				sub.Errorf("answered\n%.2000s\nwhere %s with %q belongs", heard[0].text, kind, wanted)
			}
			if kind != "N" && len(heard) != 1 {
				sub.Errorf("and more is said:\n%.2000s", heard[1].text)
			}
			if kind == "5" {
				r = v.rawClient(t)
			}
		})
	}
}
