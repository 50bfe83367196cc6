package dict

import (
	"testing"
)

func TestEveryTierReads(t *testing.T) {
	for tier := Tier0; tier <= Tier2; tier++ {
		d := New(tier)
		if d.Tier() != tier || len(d.Messages()) != 29 {
			t.Errorf("tier %d: %d messages", tier, len(d.Messages()))
		}
	}
}
