package fixspec

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/datadictionary"

	"foliogate/fixspec/dict"
)

// A counterparty that loads a dictionary of ours, whole or trimmed, takes all that we say.
func TestOurDictionariesAcceptWhatWeSay(t *testing.T) {
	for tier := dict.Tier0; tier <= dict.Tier2; tier++ {
		for _, trimmed := range []bool{false, true} {
			table, err := datadictionary.ParseSrc(bytes.NewReader(dict.New(tier).QuickFIX(trimmed)))
			if err != nil {
				t.Fatal(err)
			}
			judge := strictly{table, quickfix.NewValidator(quickfix.ValidatorSettings{
				CheckFieldsOutOfOrder: true, RejectInvalidMessage: true, CheckUserDefinedFields: true,
				CheckFieldsHaveValues: true}, table, nil)}
			for i, m := range samples() {
				t.Run(fmt.Sprintf("tier %d trimmed %v %02d %s", tier, trimmed, i, m.MsgType()),
					func(t *testing.T) {
						judge.accept(t, AppendMessage(nil, testFrame(), envelopeOf(m)))
					})
			}
		}
	}
}
