package units

import (
	"math"
	"testing"
	"time"
)

// Every day of the range against the standard library.
func TestDatesAgainstTime(t *testing.T) {
	at := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := MinDate; d <= MaxDate; d++ {
		year, month, day := d.Civil()
		if y, m, n := at.Date(); y != year || int(m) != month || n != day || at.Weekday() != d.Weekday() {
			t.Fatalf("%d is %04d-%02d-%02d %s, want %s", d, year, month, day, d.Weekday(), at)
		}
		if DateOf(year, month, day) != d || DateFromTime(at.Add(23*time.Hour)) != d || !d.Time().Equal(at) {
			t.Fatalf("%s does not come back", d)
		}
		next := at.AddDate(0, 0, 1)
		if d.IsMonthEnd() != (next.Day() == 1) {
			t.Fatalf("%s month end: %t", d, d.IsMonthEnd())
		}
		at = next
	}
	if MaxDate.String() != "2299-12-31" {
		t.Errorf("the last date is %s", MaxDate)
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2024-08-31", -6, "2024-02-29"},
		{"2024-08-31", -18, "2023-02-28"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-01-15", -1, "2023-12-15"},
		{"2024-12-31", 1, "2025-01-31"},
		{"1900-01-31", -1, ""},
		{"2299-12-31", 1, ""},
	} {
		from, err := ParseDate(c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := from.AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s %+d months = %q, want %q", c.from, c.n, got, c.want)
		}
	}
}

func TestDatesRefused(t *testing.T) {
	for _, in := range []string{"", "2025-02-29", "2025-13-01", "2025-00-10", "1899-12-31", "2300-01-01",
		"2025/06/17", "20250617", "2025-06-1x", "x025-06-17", "2025-06-17 "} {
		if d, err := ParseDate(in); err == nil {
			t.Errorf("ParseDate(%q) = %s", in, d)
		}
	}
	for _, in := range []string{"", "20250229", "2025061", "202506170", "2025-6-1", "2025061x"} {
		if d, err := ParseFIXDate(in); err == nil {
			t.Errorf("ParseFIXDate(%q) = %s", in, d)
		}
		if d, err := ParseFIXDateBytes([]byte(in)); err == nil {
			t.Errorf("ParseFIXDateBytes(%q) = %s", in, d)
		}
	}
	if d := DateOf(2025, 6, 17); d.FIX() != "20250617" || d.String() != "2025-06-17" || Date(0).FIX() != "" {
		t.Errorf("2025-06-17 is written %s and %s", d.FIX(), d)
	}
	if d := MaxDate.AddDays(1) | MinDate.AddDays(-1) | Date(0).AddDays(1) | MaxDate.AddDays(math.MaxInt); d != 0 {
		t.Errorf("a day beyond the range is %d", d)
	}
}
