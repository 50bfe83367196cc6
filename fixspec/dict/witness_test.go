package dict_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/datadictionary"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

// witness is quickfixgo's strict validator on the unmodified FIX44.xml.
type witness struct {
	table     *datadictionary.DataDictionary
	validator quickfix.Validator
}

func newWitness(t *testing.T) witness {
	t.Helper()
	table, err := datadictionary.Parse("../../testdata/fix/FIX44.xml")
	if err != nil {
		t.Fatal(err)
	}
	return witnessOf(table)
}

func witnessOf(table *datadictionary.DataDictionary) witness {
	return witness{table, quickfix.NewValidator(quickfix.ValidatorSettings{
		CheckFieldsOutOfOrder: true, RejectInvalidMessage: true, CheckUserDefinedFields: true,
		CheckFieldsHaveValues: true}, table, nil)}
}

// judge refuses, too, what it panics over: an XmlData(213) that is said to end behind the message.
func (w witness) judge(raw []byte) (err error) {
	defer func() {
		if bug := recover(); bug != nil {
			err = fmt.Errorf("quickfixgo panics: %v", bug)
		}
	}()
	m := quickfix.NewMessage()
	err = quickfix.ParseMessageWithDataDictionary(m, bytes.NewBuffer(raw), w.table, w.table)
	if err != nil {
		return err
	}
	if reject := w.validator.Validate(m); reject != nil {
		return reject
	}
	return nil
}

// stricter tells whether we refuse, with good reason, what quickfixgo does not look at.
func stricter(d *dict.Dictionary, err error) bool {
	var e *wire.Error
	if !errors.As(err, &e) {
		return false
	}
	f, _ := d.Field(e.Tag)
	switch {
	case e.Reason == wire.ConditionallyRequired:
		return true // our rules of engagement
	case e.Reason == wire.OutOfOrder:
		return true // it lets a trailer field pass as the first of the body
	case e.Reason == wire.BadFormat && f != nil:
		switch f.Type {
		case dict.Char, dict.Currency, dict.Country, dict.Date, dict.MonthYear:
			return true // it takes any text for these
		case dict.SeqNum, dict.Length, dict.NumInGroup:
			return true // it takes negative numbers
		case dict.Data:
			return true // it does not know that a length field tells the length
		}
	}
	return false
}

// change breaks a message, or not, in one small way.
func change(r *rand.Rand, fields []string) []string {
	at := r.IntN(len(fields))
	out := append([]string(nil), fields...)
	tag, value, _ := strings.Cut(out[at], "=")
	values := []string{"x", "0", "1", "2", "-1", "Y", "20260107", "1e3", "99", "1.", ".5", "-",
		"USD", "20260105-10:00:00", "G", "G 1", "N", "D"}
	switch r.IntN(6) {
	case 0:
		return append(out[:at], out[at+1:]...)
	case 1:
		other := r.IntN(len(out))
		return append(out[:other], append([]string{fields[at]}, out[other:]...)...)
	case 2:
		other := (at + 1) % len(out)
		out[at], out[other] = out[other], out[at]
	case 3:
		out[at] = tag + "=" + values[r.IntN(len(values))]
	case 4:
		out[at] = strconv.Itoa(1+r.IntN(960)) + "=" + value
	case 5:
		other := r.IntN(len(out))
		copied, _, _ := strings.Cut(out[other], "=")
		out[at] = copied + "=" + value
	}
	return out
}

// What the witness refuses we refuse, and what we refuse it refuses, save what stricter names.
func TestTheWitnessAgrees(t *testing.T) {
	d, w := dict.New(dict.Tier0), newWitness(t)
	lines := corpus(t)
	for _, line := range lines {
		if err := w.judge(raw(line)); err != nil {
			t.Fatalf("%s: quickfixgo refuses what is valid: %v", line, err)
		}
	}
	r := rand.New(rand.NewPCG(44, 2))
	var m wire.Message
	refused, passed := 0, 0
	for range 6_000 {
		fields := strings.Split(lines[r.IntN(len(lines))], "|")
		msgType, body := fields[0], fields[1:]
		for range 1 + r.IntN(2) {
			body = change(r, body)
		}
		bytes := raw(msgType + "|" + strings.Join(body, "|"))
		ours := m.Parse(bytes)
		if ours == nil {
			ours = d.Validate(&m, wire.Policy{})
		}
		theirs := w.judge(bytes)
		if ours == nil && theirs == nil {
			passed++
		} else {
			refused++
		}
		if (ours == nil) != (theirs == nil) && !stricter(d, ours) {
			t.Errorf("%v\nwe say      %v\nquickfixgo  %v", &m, ours, theirs)
		}
	}
	if refused < 1000 || passed < 100 {
		t.Errorf("only %d refused and %d passed: the changes prove nothing", refused, passed)
	}
}
