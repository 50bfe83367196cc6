package fixspec

import (
	"testing"

	"foliogate/gateway"
)

// The gateway fails over a confirmation: the client hears that its list ended, the dealers that it
// is over, the one that confirmed that nothing is done. What it failed over is nobody's business.
func TestTranscriptQuarantine(t *testing.T) {
	s := newStage(t)
	s.says("EMS", "E", twoLines("3"))
	s.says("DLRA", "l", bid("A-1", "44=548000.00|423=3"))
	s.says("EMS", "L", "#66=L-1|390=$BID|60=20260105-15:01:00|")
	from := gateway.Origin{Firm: "DLRA", Ref: 7}
	s.fails(gateway.Confirm{Origin: from, List: s.told["DLRA$LIST"]})
	s.says("DLRA", "N", confirm)
	s.says("DLRB", "l", bid("B-1", "44=548000.00|423=3"))
	s.says("EMS", "L", "#66=L-1|390=$BID|60=20260105-15:01:00|")
	s.says("EMS", "M", "#66=L-1|")
	s.matches("quarantine")
}

// fails is a command over which the gateway fails.
func (s *stage) fails(c gateway.Command) {
	s.submit(gateway.Quarantine{Origin: c.From(), Failed: c, Cause: "SECRETCAUSE"})
}
