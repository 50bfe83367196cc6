package gateway

import (
	"slices"
	"strings"
	"testing"
)

// Over whatever command the gateway fails and in whatever phase: what has not traded ends, what
// has traded stands, and whatever is said afterwards changes nothing any more.
func TestQuarantine(t *testing.T) {
	for _, stage := range stages {
		for _, wish := range wishes {
			t.Run(stage.name+"/"+wish, func(t *testing.T) {
				s := newScript(t)
				for _, command := range stage.story {
					s.run(command)
				}
				before := s.inquiry(northgate, "L1")
				concerns := s.book.Concerns(s.env(), s.command(strings.Fields(wish), nil))
				s.run(wish + " fails")
				after := s.inquiry(northgate, "L1")
				if !slices.Contains(concerns, before.ID) {
					isolated(t, Inquiry{}, Inquiry{Phase: after.Phase - before.Phase})
					return
				}
				isolated(t, before, after)
				if after.Phase == Unknown {
					return
				}
				for _, again := range wishes {
					s.run(again)
				}
				if now := s.inquiry(northgate, "L1"); string(printed(t, now)) != string(printed(t, after)) {
					t.Fatalf("in quarantine it became\n%s\nfrom\n%s", printed(t, now), printed(t, after))
				}
				s.close()
			})
		}
	}
}

func isolated(t *testing.T, before, after Inquiry) {
	t.Helper()
	switch {
	case before.Phase == Unknown && (after.Phase == Unknown || after.Phase == Refused):
	case before.Phase.Live() && (after.Phase.Live() || after.Phase.Traded()),
		!before.Phase.Live() && after.Phase != before.Phase,
		after.Outcome.Code != InQuarantine, after.Award != nil,
		after.Execution != before.Execution:
		t.Errorf("was %s, is %s: %+v", before.Phase, after.Phase, after.Outcome)
	}
}
