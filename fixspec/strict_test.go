package fixspec

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/datadictionary"
)

// strictly is quickfixgo's validator at its strictest, with the unmodified FIX44.xml.
type strictly struct {
	dictionary *datadictionary.DataDictionary
	validator  quickfix.Validator
}

func newStrictly(t testing.TB) strictly {
	dictionary, err := datadictionary.Parse("../testdata/fix/FIX44.xml")
	if err != nil {
		t.Fatal(err)
	}
	return strictly{dictionary, quickfix.NewValidator(quickfix.ValidatorSettings{
		CheckFieldsOutOfOrder: true, RejectInvalidMessage: true, AllowUnknownMessageFields: false,
		CheckUserDefinedFields: true, CheckFieldsHaveValues: true,
	}, dictionary, nil)}
}

func (s strictly) accept(t testing.TB, raw []byte) *quickfix.Message {
	t.Helper()
	m := quickfix.NewMessage()
	err := quickfix.ParseMessageWithDataDictionary(m, bytes.NewBuffer(raw), s.dictionary, s.dictionary)
	if err != nil {
		t.Fatalf("parse: %v\n%s", err, shown(raw))
	}
	if reject := s.validator.Validate(m); reject != nil {
		tag := "no tag"
		if at := reject.RefTagID(); at != nil {
			tag = fmt.Sprint(*at)
		}
		t.Errorf("rejected: %v (%s)\n%s", reject, tag, shown(raw))
	}
	return m
}

// Everything that we can say is FIX 4.4 to who validates strictly.
func TestStrictValidatorAccepts(t *testing.T) {
	judge := newStrictly(t)
	for i, m := range samples() {
		t.Run(fmt.Sprintf("%02d %s", i, m.MsgType()), func(t *testing.T) {
			judge.accept(t, AppendMessage(nil, testFrame(), envelopeOf(m)))
		})
	}
}

// The validator does refuse: otherwise the test above shows nothing.
func TestStrictValidatorRefuses(t *testing.T) {
	judge := newStrictly(t)
	bad := fill()
	bad.OrdStatus = 'Z'
	raw := AppendMessage(nil, testFrame(), Envelope{Message: bad})
	m := quickfix.NewMessage()
	if err := quickfix.ParseMessageWithDataDictionary(m, bytes.NewBuffer(raw), judge.dictionary,
		judge.dictionary); err != nil {
		t.Fatal(err)
	}
	if judge.validator.Validate(m) == nil {
		t.Error("OrdStatus(39)=Z was accepted")
	}
}
