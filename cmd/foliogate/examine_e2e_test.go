package main

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/datadictionary"
)

// examine looks at every byte that the gateway has said to anybody: each end-to-end test proves
// these rules too, whatever it is about.
func (v *pit) examine() {
	v.t.Helper()
	for name, x := range v.taps {
		said := x.everything()
		examineNumbers(v.t, name, said)
		examineStrictly(v.t, name, said)
		if name != birchwood && name != rowan && !v.spilt {
			v.examineSecrets(name, said)
		}
	}
	if !v.spilt {
		v.examineIDs()
	}
}

// examineNumbers: a MsgSeqNum(34) is used for one content. What is sent again says the same, and no
// gap is filled over what is not stale.
func examineNumbers(t testing.TB, name string, said [][]byte) {
	t.Helper()
	sent := map[string]heard{}
	for _, raw := range said {
		h := heardOf(raw)
		n := h.get("34")
		if h.kind == "A" && h.get("141") == "Y" {
			clear(sent)
		}
		before, used := sent[n]
		switch again := h.get("43") == "Y"; {
		case again && h.kind == "4":
			if used && slices.Contains([]string{"8", "AK", "AJ", "K", "N", "b", "j", "3"}, before.kind) {
				t.Errorf("%s: a gap was filled over\n%s", name, before.text)
			}
		case !used:
			sent[n] = h
		case !again || body(before) != body(h):
			t.Errorf("%s: MsgSeqNum(34) %s was used twice:\n%s\n%s", name, n, before.text, h.text)
		}
	}
}

// body is a message without what differs when it is sent again.
func body(h heard) string {
	fields := slices.DeleteFunc(strings.Split(h.text, "|"), func(f string) bool {
		tag, _, _ := strings.Cut(f, "=")
		return slices.Contains([]string{"9", "10", "43", "52", "122"}, tag)
	})
	return strings.Join(fields, "|")
}

// fix44 is FIX44.xml, unmodified.
var fix44 = sync.OnceValues(func() (*datadictionary.DataDictionary, error) {
	return datadictionary.Parse("../../testdata/fix/FIX44.xml")
})

// examineStrictly: quickfixgo's strictest validator takes everything.
func examineStrictly(t testing.TB, name string, said [][]byte) {
	t.Helper()
	dictionary, err := fix44()
	if err != nil {
		t.Fatal(err)
	}
	validator := quickfix.NewValidator(quickfix.ValidatorSettings{CheckFieldsOutOfOrder: true,
		RejectInvalidMessage: true, CheckUserDefinedFields: true, CheckFieldsHaveValues: true},
		dictionary, nil)
	for _, raw := range said {
		m := quickfix.NewMessage()
		err := quickfix.ParseMessageWithDataDictionary(m, bytes.NewBuffer(raw), dictionary, dictionary)
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, textOf(raw))
		} else if reject := validator.Validate(m); reject != nil {
			t.Errorf("%s: %v\n%s", name, reject, textOf(raw))
		}
	}
}

// examineSecrets: a dealer hears nothing of a client's that it need not know, and nothing of
// another dealer.
func (v *pit) examineSecrets(name string, said [][]byte) {
	v.t.Helper()
	secrets := []string{birchwood, rowan, secretList, secretLine, secretAccount, secretLimit, secretRound, "SECRET-"}
	for _, dealer := range append(panel(), foxholm) {
		if dealer != name {
			secrets = append(secrets, dealer)
		}
	}
	for _, client := range []string{birchwood, rowan} {
		for _, raw := range v.taps[client].everything() {
			for _, tag := range []string{"66", "391", "390", "11", "1", "79"} {
				secrets = append(secrets, heardOf(raw).all(tag)...)
			}
		}
	}
	slices.Sort(secrets)
	secrets = slices.DeleteFunc(slices.Compact(secrets), func(s string) bool {
		return s == "NONE" || strings.HasPrefix(s, "FENCE-") // the tests' own
	})
	for _, raw := range said {
		for _, secret := range secrets {
			if strings.Contains(string(raw), secret) {
				v.t.Errorf("%s learns %q:\n%s", name, secret, textOf(raw))
			}
		}
	}
}

// examineIDs: no two dealers can match an id that the gateway gave them.
func (v *pit) examineIDs() {
	v.t.Helper()
	owner := map[string]string{}
	for _, dealer := range panel() {
		for _, raw := range v.taps[dealer].everything() {
			h := heardOf(raw)
			for _, tag := range []string{"66", "391", "11", "37", "17", "198", "664", "693"} {
				for _, id := range h.all(tag) {
					if other, known := owner[id]; known && other != dealer &&
						!strings.HasPrefix(id, "FENCE-") {
						v.t.Errorf("%s and %s share %s=%s", dealer, other, tag, id)
					}
					owner[id] = dealer
				}
			}
		}
	}
}
