package bond

import (
	"os"
	"strings"
	"testing"
	"time"

	"foliogate/gateway/units"
)

// FuzzLoadCalendars: whatever the file, loading returns; and days that it takes can be asked for.
func FuzzLoadCalendars(f *testing.F) {
	text, err := os.ReadFile("../../testdata/universe/holidays.csv")
	if err != nil {
		f.Fatal(err)
	}
	lines := strings.SplitAfter(string(text), "\n")
	f.Add(strings.Join(lines[:min(9, len(lines))], ""))
	f.Add(strings.Join(append(lines[:1:1], lines[len(lines)-4:]...), ""))
	f.Add("date,FED_bank_holiday\n2025-13-01,X\n")
	f.Fuzz(func(t *testing.T, text string) {
		days, err := LoadCalendars(strings.NewReader(text), "fuzz.csv")
		if (days == nil) == (err == nil) {
			t.Fatalf("%q gives %v and %v", text, days, err)
		}
		if err != nil {
			return
		}
		b := &Bond{ID: "X", Currency: "USD", Kind: Corporate, Maturity: units.DateOf(2040, 1, 1)}
		b.Observe(days)
		for _, trade := range []units.Date{units.DateOf(2025, 6, 16), units.DateFromTime(time.Time{})} {
			if settle, err := b.SettlementDate(trade); err == nil && settle < trade {
				t.Errorf("%q: a trade of %s settles on %s", text, trade, settle)
			}
		}
	})
}
