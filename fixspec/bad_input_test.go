package fixspec

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"foliogate/fixspec/wire"
	"foliogate/testdata"
)

// answer is what FIX answers to a broken message, written as the fields of the answer: a Reject(3)
// with its reason and tag, a BusinessMessageReject(j), or nothing at all.
func answer(err error) string {
	var e *wire.Error
	switch {
	case err == nil:
		return "taken"
	case !errors.As(err, &e):
		return "no wire error: " + err.Error()
	case e.Reason == wire.Garbled:
		return "dropped"
	case e.Reason == wire.ConditionallyRequired:
		return "j 380=5"
	case e.Reason == wire.UnsupportedMsgType:
		return "j 380=3"
	case e.Tag == 0:
		return fmt.Sprintf("3 373=%d", e.Reason)
	}
	return fmt.Sprintf("3 373=%d 371=%d", e.Reason, e.Tag)
}

// Every broken list is answered as the table of bad input says.
func TestBadInput(t *testing.T) {
	for _, c := range testdata.BadInputs() {
		t.Run(c.Name, func(t *testing.T) {
			if c.Text == "" {
				t.Fatal("the list has no such part to break")
			}
			raw := append(wire.Begin(nil, "E"), strings.ReplaceAll(c.Text, "|", "\x01")...)
			_, _, err := NewReader(testTable(), strict()).Read(wire.Finish(raw, 0))
			if got := answer(err); got != c.Answer.Fields {
				t.Errorf("answered %s, want %s: %.200v", got, c.Answer.Fields, err)
			}
			if !strings.Contains(fmt.Sprint(err), c.Answer.Words) {
				t.Errorf("%.200v\ndoes not say %q", err, c.Answer.Words)
			}
		})
	}
}

// A frame that lies is dropped without an answer, as FIX says.
func TestBrokenFramesAreDropped(t *testing.T) {
	good := shown(wire.Finish(append(wire.Begin(nil, "0"),
		strings.ReplaceAll("49=EMS|56=GW|34=2|52=20260105-10:00:00|", "|", "\x01")...), 0))
	length := good[len("8=FIX.4.4|"):strings.Index(good, "|35=")]
	for name, broken := range map[string]string{
		"length too small":    strings.Replace(good, length, "9=1", 1),
		"length too large":    strings.Replace(good, length, "9=99", 1),
		"length of a billion": strings.Replace(good, length, "9=1000000000", 1),
		"length beyond 64":    strings.Replace(good, length, "9=9223372036854775808", 1),
		"length below 0":      strings.Replace(good, length, "9=-5", 1),
		"length empty":        strings.Replace(good, length, "9=", 1),
		"sum":                 good[:len(good)-4] + "999|",
		"sum of two digits":   good[:len(good)-4] + "99|",
		"no sum":              good[:len(good)-len("10=000|")],
		"no type":             strings.Replace(good, "35=0|", "", 1),
		"type is not third":   strings.Replace(good, "35=0|49=EMS|", "49=EMS|35=0|", 1),
		"no length":           strings.Replace(good, length+"|", "", 1),
		"begins elsewhere":    "x" + good,
		"goes on":             good + "58=x|",
		"nothing":             "",
	} {
		t.Run(name, func(t *testing.T) {
			raw := []byte(strings.ReplaceAll(broken, "|", "\x01"))
			if _, _, err := NewReader(testTable(), strict()).Read(raw); answer(err) != "dropped" {
				t.Errorf("answered %s: %v", answer(err), err)
			}
		})
	}
}
