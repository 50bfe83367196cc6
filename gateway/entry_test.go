package gateway

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"foliogate/gateway/units"
)

// samples is every event of each type as it was first written, and then those that have
// more fields since. Together they fill every field.
func samples() []Event { return append(firstSamples(), laterSamples()...) }

func laterSamples() []Event {
	at := time.Date(2025, 6, 16, 13, 30, 0, 123456789, time.UTC)
	terms := Terms{PercentPerSide, OnAccept, at.Add(5 * time.Minute), "USD", true}
	line := Line{Number: 1, ClOrdID: "C-1", Side: TwoWay, Security: Security{'4', "US990001AA74"},
		Face: 200_000_050}
	quote := Quote{ID: "Q0123456789AB", DealerID: "B-1", Dealer: "ALDER", At: at, State: Live,
		Price: Aggregate{Kind: PercentPerSide, SellPrice: 10_000_000_000, BuyPrice: 10_050_000_000},
		Lines: []units.Price{10_117_807_200}, Until: at.Add(time.Minute)}
	route := Route{Dealer: "ALDER", ListID: "012345678901234", State: Asked, AckBy: at,
		Quotes: []Quote{quote}, QuoteFor: time.Minute, LinePrices: LinesRequired, IDs: IDFormat{20, Digits}}
	choice := Choice{Sell, "C-7", "R-1"}
	return []Event{
		FragmentReceived{"", terms, 1, Fragment{[]Line{line}, true}},
		Opened{terms, units.DateOf(2025, 6, 16), "specimen.1", []Facts{{Bond: "990001AA7"}},
			[]Route{route}, []Firm{"CEDAR"}},
		DealersAsked{"", []Route{route}, []Firm{"CEDAR"}},
		QuoteReceived{quote, "Q0123456789AB", ""},
		QuoteLost{"ALDER", "Q0123456789AB", Outlived},
		QuoteAwarded{Award{"Q0123456789AB", "ALDER", at, at.Add(10 * time.Second), choice}},
		AwardLost{"ALDER", "Q0123456789AB", Silent, "", "R-1"},
		Traded{Execution{Trade: "T0123456789AB", Dealer: "ALDER", Quote: "Q0123456789AB", At: at,
			Price: Aggregate{Kind: PercentPerSide, SellPrice: 10_000_000_000},
			Fills: []Fill{{10_000_000_000, 200_000_050, 1, 200_000_051}},
			Cash:  200_000_050, Net: 200_000_051, Choice: choice}, nil, nil},
		CommandRefused{"NORTHGATE", 9, VerbAccept, "PT-1", "Q0123456789AB",
			Refusal{Code: QuoteExpired, Text: "the quote was good until 13:31:00.000"}, "R-1"},
		Quarantined{Awarded, Withdrawn, Refusal{Code: InQuarantine, Text: "NOT DONE"}, "index out of range [3]"},
		StatusTold{"NORTHGATE", Open, false, "A-1", "", ""},
		DealersAsked{"INQ-1", []Route{route}, nil},
		StatusTold{"NORTHGATE", Awarded, true, "", "Q0123456789AB", "R-1"},
		Cancelled{"cancelled by the client", "R-1"},
		DealerChosen{"ALDER", "INQ-1"},
	}
}

func firstSamples() []Event {
	at := time.Date(2025, 6, 16, 13, 30, 0, 123456789, time.UTC)
	settle := units.DateOf(2025, 6, 17)
	terms := Terms{SpreadConcession, BestAtDeadline, at.Add(5 * time.Minute), "USD", false}
	line := Line{
		Number: 1, ClOrdID: "C-1", Side: Sell, Security: Security{'4', "US990001AA74"},
		Face: 200_000_050, Currency: "USD", Limit: 10_012_500_000, Account: "FUND1",
		Allocations: []Allocation{{"F1", 120_000_050}, {"F2", 80_000_000}}, SettleOn: settle,
		Reference: Reference{Security{'1', "99Z000AB9"}, 95_500_000, true},
	}
	facts := Facts{
		Bond: "990001AA7", Face: 200_000_050, Settle: settle, AccruedDays: 92,
		AccruedRate: 115_000_000,
		Accrued:     -2_300_001, Mark: 10_125_000_000, HalfSpread: 12_000_000, Benchmark: "99Z000AB9",
		ReferenceSpread: 95_500_000, Note: "in default: it trades flat",
	}
	percent := Aggregate{Kind: PercentPerSide, SellPrice: 10_030_000_000, BuyPrice: 9_365_000_000}
	quote := Quote{
		ID: "Q0123456789AB", DealerID: "B-1", Dealer: "ALDER", At: at, Cash: -110_210_000,
		State: Live,
		Price: Aggregate{Kind: SpreadConcession, Concession: -1_500_000},
		Lines: []units.Price{10_117_807_200},
	}
	route := Route{
		Dealer: "ALDER", ListID: "20250616-0123456789AB", State: Asked,
		AckBy:    at.Add(5 * time.Second),
		LastLook: 10 * time.Second, Account: "ALDER-9", Quotes: []Quote{quote},
	}
	refusal := Refusal{BadLines, "1 of 1 lines cannot trade", []LineRefusal{
		{1, "C-1", UnknownSecurity, `SecurityID(48) "X" & <Y> is not in the universe`}}}
	return []Event{
		Begun{"NORTHGATE", "PT-1", "INQ-1", at.Add(30 * time.Second)},
		FragmentReceived{"INQ-1", terms, 2, Fragment{[]Line{line, {Number: 2, ClOrdID: "C-2",
			Side:     Buy,
			Security: Security{'1', "990002AA5"}, Face: 100_000_000}}, true}},
		DealerChosen{Dealer: "ALDER"},
		Opened{terms, units.DateOf(2025, 6, 16), "specimen.1", []Facts{facts, {Bond: "990002AA5"}},
			[]Route{route}, nil},
		DealersAsked{"", []Route{route}, nil},
		InquiryRefused{refusal},
		DealerAcknowledged{"ALDER"},
		DealerPassed{"ALDER", "Q0123456789AB", "no axe"},
		DealerUnresponsive{"ALDER"},
		QuoteReceived{quote, "Q0123456789AB", "Q0123456789AC"},
		LinesPriced{"ALDER", "Q0123456789AB", []units.Price{10_117_807_200, -1, 0}},
		QuoteLost{"ALDER", "Q0123456789AB", Pulled},
		QuoteAwarded{Award{"Q0123456789AB", "ALDER", at, at.Add(10 * time.Second), Choice{}}},
		AwardLost{"ALDER", "Q0123456789AB", Declined, "market moved", ""},
		Traded{
			Execution{"T0123456789AB", "ALDER", "Q0123456789AB", at, percent,
				[]Fill{{10_117_807_200, 202_356_144, 2_300_000, 204_656_144}, {1, -2, -3, -5}},
				202_356_142, 204_656_139, -1, Choice{}},
			[]Settlement{{"T0123456789AB-N01", "FUND1", "USD", settle, []int{1, 2}, 300_000_050,
				202_356_142,
				2_299_997, 204_656_139, Affirmed, Disputed}},
			[]Loser{{"BIRCH", "B-7", Cover}, {"CEDAR", "", NotExecuted}},
		},
		Cancelled{"cancelled by the client", ""},
		Lapsed{},
		TicketAnswered{"NORTHGATE", "T0123456789AB-N01", Disputed, true, "net differs"},
		LineDisputed{"ALDER", 2, "T0123456789AB-0002-1", "F", "accrued differs"},
		CommandRefused{"NORTHGATE", 9, VerbAccept, "PT-1", "Q0123456789AB",
			Refusal{Code: QuoteStale, Text: "BID STALE"}, ""},
		StatusTold{"NORTHGATE", Awarded, true, "", "", ""},
		StatePushed{"ALDER", true},
		FillsReplayed{"NORTHGATE", "R-1", 125, true},
	}
}

const entriesFile = "../testdata/gateway/entries.jsonl"

// The journal's form is a promise to every journal ever written: a line of today's
// must be read for ever, and to the same event.
func TestEntriesAreReadForEver(t *testing.T) {
	file, err := os.ReadFile(entriesFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	var written []byte
	lines := strings.SplitAfter(strings.TrimSuffix(string(file), "\n"), "\n")
	for i, event := range samples() {
		entry := Entry{
			Seq: uint64(i + 1), At: time.Date(2025, 6, 16, 13, 30, 0, 5000000, time.UTC),
			Cause: Origin{"NORTHGATE", i}, Inquiry: "I00000001", Event: event,
		}
		switch event.(type) {
		case Lapsed:
			entry.Cause = Origin{} // of the house's own clock
		case CommandRefused:
			entry.Inquiry = "" // about no inquiry
		}
		line := append(entry.AppendJSON(nil), '\n')
		written = append(written, line...)
		var read Entry
		if *update || i >= len(lines) {
			continue
		}
		if err := read.UnmarshalJSON([]byte(lines[i])); err != nil {
			t.Errorf("%s: %v", lines[i], err)
		} else if !reflect.DeepEqual(read, entry) {
			t.Errorf("line %d is now read as\n%+v\nnot as\n%+v", i+1, read, entry)
		}
	}
	compare(t, entriesFile, string(file), string(written))
}

func TestEverySampleIsThere(t *testing.T) {
	source, err := os.ReadFile("event.go")
	if err != nil {
		t.Fatal(err)
	}
	sampled := map[string]bool{}
	for _, event := range samples() {
		sampled[reflect.TypeOf(event).Name()] = true
	}
	declared := regexp.MustCompile(`func \((\w+)\) event\(\)`).FindAllStringSubmatch(string(source),
		-1)
	for _, name := range declared {
		if !sampled[name[1]] {
			t.Errorf("no sample of %s", name[1])
		}
	}
	if len(declared) != len(sampled) {
		t.Errorf("%d samples of %d types", len(sampled), len(declared))
	}
}

// Every field of every sample is filled, or the fixture promises less than it seems.
func TestSamplesAreFull(t *testing.T) {
	filled := map[string]bool{}
	for _, event := range samples() {
		fields(reflect.ValueOf(event), reflect.TypeOf(event).Name(), filled)
	}
	for field, filled := range filled {
		// A price has only the fields of its kind, and only a list has wrong lines.
		if !filled && !strings.Contains(field, ".Price.") &&
			field != "CommandRefused.Refusal.Lines" && field != "Quarantined.Refusal.Lines" {
			t.Errorf("%s is never filled", field)
		}
	}
}

// fields tells of each field by its path whether it is filled anywhere.
func fields(v reflect.Value, path string, seen map[string]bool) map[string]bool {
	switch v.Kind() {
	case reflect.Struct:
		if _, moment := v.Interface().(time.Time); moment {
			seen[path] = seen[path] || !v.IsZero()
			break
		}
		for i := range v.NumField() {
			fields(v.Field(i), path+"."+v.Type().Field(i).Name, seen)
		}
	case reflect.Slice:
		seen[path] = seen[path] || v.Len() > 0
		for i := range v.Len() {
			fields(v.Index(i), path+"[]", seen)
		}
	default:
		seen[path] = seen[path] || !v.IsZero()
	}
	return seen
}

func TestEntriesOfALaterVersion(t *testing.T) {
	tests := map[string]string{
		`{"seq":7,"at":"2025-06-16T13:30:00Z","type":"Novated","event":{}}`:                      "is not known",
		`{"seq":7,"at":"2025-06-16T13:30:00Z","type":"Lapsed","event":[]}`:                       "entry 7",
		`{"seq":7,"at":"yesterday","type":"Lapsed","event":{}}`:                                  "yesterday",
		`{"seq":7,"at":"2025-06-16T13:30:00Z","type":"LinesPriced","event":{"prices":["1.5x"]}}`: "1.5x",
		``: "unexpected end",
	}
	for line, want := range tests {
		var e Entry
		if err := e.UnmarshalJSON([]byte(line)); err == nil || !strings.Contains(err.Error(),
			want) {
			t.Errorf("%s: %v, want it to say %q", line, err, want)
		}
	}
}
