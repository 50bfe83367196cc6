package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

func TestDecimals(t *testing.T) {
	for _, test := range []struct {
		spread units.Spread
		places int
		want   string
	}{
		{0, 3, "0.000"}, {1_234_567, 3, "1.235"}, {-1_234_567, 3, "-1.235"}, {500, 3, "0.001"},
		{499, 3, "0.000"}, {-499, 3, "0.000"}, {12_000_000, 1, "12.0"}, {999_999, 2, "1.00"},
		{1_234_567, 6, "1.234567"},
	} {
		if got := decimals(test.spread, test.places); got != test.want {
			t.Errorf("%d to %d decimals: %s, want %s", test.spread, test.places, got, test.want)
		}
	}
}

// A counterparty's text must not move the cursor or clear the screen.
func TestTextsDoNotSteerTheTerminal(t *testing.T) {
	var out bytes.Buffer
	screen := inquiryScreen{out: &out, currency: "USD"}
	screen.event(inquiryEvent{Kind: newsWarning, Text: "a\x1b[2Jb\r\nc\u202e"})
	inquiryResult{ListID: "L", Outcome: refused, Text: "\x1b[2J", Currency: "USD",
		Blamed: []lineFault{{ID: "x", Text: "\x07"}}, Faults: []string{"\x9b"}}.report(&out)
	if strings.ContainsAny(out.String(), "\x1b\r\x07\u009b\u202e") {
		t.Errorf("printed %q", out.String())
	}
}

func TestGrouped(t *testing.T) {
	for number, want := range map[string]string{
		"0": "0", "999": "999", "1000": "1,000", "-1000": "-1,000", "1234567.89": "1,234,567.89",
		"-123456.7": "-123,456.7", "100000000": "100,000,000",
	} {
		if got := grouped(number); got != want {
			t.Errorf("%s: %s, want %s", number, got, want)
		}
	}
}

func totalQuote(dealer string, cash, behind units.Money, bp units.Spread, rank int) rankedQuote {
	return rankedQuote{Rank: rank, Behind: behind, BehindBP: bp, clientQuote: clientQuote{
		BidID: "Q" + dealer, Dealer: dealer, HasCash: true, Cash: cash,
		Price: gateway.Aggregate{Kind: gateway.TotalAmount, Total: cash}}}
}

func TestQuoteTable(t *testing.T) {
	got := quoteTable([]rankedQuote{
		totalQuote("NORTHGATE", -174_23, 0, 0, 1),
		totalQuote("HALYARD", -123_456_00, 123_281_77, 2_006_123, 2),
		totalQuote("COPPERLINE", -1_123_456_00, 1_123_281_77, 18_280_000, 3),
	}, "USD")
	want := []string{
		"  rank  dealer                  price    behind USD      bp",
		"     1  NORTHGATE         -174.23 USD",
		"     2  HALYARD       -123,456.00 USD    123,281.77   2.006  cover",
		"     3  COPPERLINE  -1,123,456.00 USD  1,123,281.77  18.280",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// On a terminal the table is taken away before a line is written, and drawn again below it.
func TestScreen(t *testing.T) {
	at := time.Date(2025, 6, 16, 14, 0, 0, 0, time.UTC)
	first := totalQuote("ALPHA", -1_00, 0, 0, 1)
	second := totalQuote("BRAVO", -2_00, 1_00, 10_000, 2)
	events := []inquiryEvent{
		{At: at, Kind: newsSent, Lines: 3, Text: "L1"},
		{At: at.Add(400 * time.Millisecond), Kind: newsQuote, Dealer: "ALPHA",
			Quote: &first.clientQuote, Ranking: []rankedQuote{first}},
		{At: at.Add(1500 * time.Millisecond), Kind: newsQuote, Dealer: "BRAVO",
			Quote: &second.clientQuote, Ranking: []rankedQuote{first, second}},
		{At: at.Add(2 * time.Second), Kind: newsQuoteGone, Dealer: "BRAVO", Text: "withdrawn",
			Ranking: []rankedQuote{first}},
		{At: at.Add(3 * time.Second), Kind: newsCommitted, Dealer: "ALPHA", Text: "TRADE=T1"},
		{At: at.Add(3 * time.Second), Kind: newsFill, Lines: 2},
		{At: at.Add(3 * time.Second), Kind: newsFill, Lines: 3},
	}
	const sequential = "    0.000s  sent 3 lines as list L1\n" +
		"    0.400s  ALPHA: -1.00 USD, the best\n" +
		"    1.500s  BRAVO: -2.00 USD, 1.00 USD or 0.010 bp behind\n" +
		"    2.000s  BRAVO: withdrawn\n" +
		"    3.000s  the trade is done: TRADE=T1\n" +
		"    3.000s  3 lines executed\n"
	var out bytes.Buffer
	screen := inquiryScreen{out: &out, currency: "USD", lines: 3}
	for _, e := range events {
		screen.event(e)
	}
	if out.String() != sequential {
		t.Errorf("in a file:\n%s\nwant\n%s", out.String(), sequential)
	}
	out.Reset()
	screen = inquiryScreen{out: &out, live: true, currency: "USD", lines: 3}
	for _, e := range events {
		screen.event(e)
	}
	terminal := newTerminal(out.String())
	if got := strings.Join(terminal, "\n") + "\n"; got != sequential {
		t.Errorf("what stays on the terminal:\n%s\nwant\n%s", got, sequential)
	}
	if draws := strings.Count(out.String(), "rank  dealer"); draws != 3 {
		t.Errorf("the table was drawn %d times, want 3", draws)
	}
}

// Where a person writes between the lines, the quotes follow once it was asked to choose.
func TestScreenOfAPersonWhoChooses(t *testing.T) {
	first, second := totalQuote("ALPHA", -1_00, 0, 0, 1), totalQuote("BRAVO", -2_00, 1_00, 10_000, 2)
	ranking := []rankedQuote{first, second}
	var out bytes.Buffer
	screen := inquiryScreen{out: &out, currency: "USD", lines: 3}
	for _, e := range []inquiryEvent{
		{Kind: newsQuote, Dealer: "ALPHA", Quote: &first.clientQuote, Ranking: ranking[:1]},
		{Kind: newsAsk, Ranking: ranking[:1]},
		{Kind: newsQuote, Dealer: "BRAVO", Quote: &second.clientQuote, Ranking: ranking},
		{Kind: newsAccepting, Dealer: "BRAVO", Quote: &second.clientQuote, Ranking: ranking},
	} {
		screen.event(e)
	}
	want := "    0.000s  ALPHA: -1.00 USD, the best\n" +
		"    0.000s  choose: write the rank or the dealer of a quote, or withdraw\n" +
		"  rank  dealer      price  behind USD  bp\n" +
		"     1  ALPHA   -1.00 USD\n" +
		"    0.000s  BRAVO: -2.00 USD, 1.00 USD or 0.010 bp behind\n" +
		"  rank  dealer      price  behind USD     bp\n" +
		"     1  ALPHA   -1.00 USD\n" +
		"     2  BRAVO   -2.00 USD        1.00  0.010  cover\n" +
		"    0.000s  taking BRAVO at -2.00 USD\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

// newTerminal is what is to be seen after the text was written: it knows how to go up and clear.
func newTerminal(text string) []string {
	var lines []string
	for len(text) > 0 {
		var up int
		if rest, ok := strings.CutPrefix(text, "\x1b["); ok {
			for rest[0] != 'A' {
				up, rest = up*10+int(rest[0]-'0'), rest[1:]
			}
			lines, text = lines[:len(lines)-up], strings.TrimPrefix(rest, "A\x1b[J")
			continue
		}
		line, rest, _ := strings.Cut(text, "\n")
		lines, text = append(lines, line), rest
	}
	return lines
}

func TestReport(t *testing.T) {
	r := inquiryResult{ListID: "L1", Outcome: refused, Text: "52 of 60 lines cannot trade",
		Currency: "USD", Lines: 60}
	for n := range 52 {
		r.Blamed = append(r.Blamed, lineFault{Line: n + 1, Row: n + 2, ID: "B", Text: "no such bond"})
	}
	var out bytes.Buffer
	r.report(&out)
	text := out.String()
	if !strings.HasPrefix(text, "\nL1: refused: 52 of 60 lines cannot trade\n"+
		"  line 1, B (row 2): no such bond\n") || !strings.HasSuffix(text, "\n  and 2 more\n") {
		t.Errorf("reported\n%s", text)
	}
}

func TestBasketWords(t *testing.T) {
	basket := []basketLine{{Side: gateway.Sell, Face: 1_000_000_00}, {Side: gateway.Buy, Face: 500_50}}
	want := "2 lines: sell 1 for 1,000,000, buy 1 for 500.5 USD par"
	if got := basketWords(basket, "USD"); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
