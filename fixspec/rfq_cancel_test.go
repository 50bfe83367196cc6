package fixspec

import (
	"testing"
	"time"

	"foliogate/gateway"
)

// Who cancels an inquiry that has ended is told how it ended, and not that it ran out.
func TestCancelOfWhatEndedSaysHow(t *testing.T) {
	tests := []struct {
		phase gateway.Phase
		code  gateway.Code
		want  QuoteStatus
	}{
		{gateway.Refused, gateway.Closed, QuoteRejected},
		{gateway.Refused, gateway.InQuarantine, QuoteRejected},
		{gateway.Expired, gateway.Closed, QuoteLapsed},
		{gateway.Withdrawn, gateway.InQuarantine, QuoteClosed},
		{gateway.Executed, gateway.TooLate, QuoteRejected},
		{gateway.Executed, gateway.InQuarantine, QuoteRejected},
		{gateway.Expired, gateway.TooLate, QuoteRejected}, // it was awarded when that was said
	}
	face := &ClientRFQFace{ClientFace: ClientFace{Client: "EMS"}}
	for _, test := range tests {
		q := gateway.Inquiry{Client: "EMS", ListID: "L-1", Phase: test.phase}
		e := gateway.Entry{At: time.Unix(1, 0), Event: gateway.CommandRefused{To: "EMS",
			Verb: gateway.VerbCancel, ListID: "L-1", Refusal: gateway.Refusal{Code: test.code}}}
		told := 0
		for m := range face.Messages(e, q) {
			told++
			if report, ok := m.Message.(*QuoteStatusReport); !ok || report.QuoteStatus != test.want {
				t.Errorf("%s, code %d: told %+v, want status %d", test.phase, test.code, m.Message, test.want)
			}
		}
		if told != 1 {
			t.Errorf("%s, code %d: %d messages", test.phase, test.code, told)
		}
	}
}
