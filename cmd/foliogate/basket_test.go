package main

import (
	"errors"
	"strings"
	"testing"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

func TestReadBasket(t *testing.T) {
	tests := []struct{ name, text string }{
		{"as it is written", "identifier,side,face,account,limit\n" +
			"037833AK6,sell,2500000,CORE,99.25\nUS037833AK68,buy,1000.5,,\n"},
		{"columns in another order", "limit,account,face,side,identifier\n" +
			"99.25,CORE,2500000,sell,037833AK6\n,,1000.5,buy,US037833AK68\n"},
		{"as a spreadsheet saves it", "\ufeffidentifier,side,face,account,limit\r\n" +
			"037833AK6,SELL,2500000.00,CORE,99.250\r\nUS037833AK68,Buy,1000.50,,\r\n"},
		{"in quotes, with blank lines", "identifier,side,face,account,limit\n\n" +
			"\"037833AK6\",sell,\"2500000\",CORE,99.25\n\nUS037833AK68,buy,1000.5,\"\",\n\n"},
	}
	for _, test := range tests {
		lines, err := readBasket(strings.NewReader(test.text), "b.csv")
		if err != nil || len(lines) != 2 {
			t.Fatalf("%s: %d lines, %v", test.name, len(lines), err)
		}
		for i, want := range []basketLine{
			{Source: bond.CUSIP, ID: "037833AK6", Side: gateway.Sell, Face: 2_500_000_00,
				Account: "CORE", Limit: 99*units.PriceUnit + units.PriceUnit/4},
			{Source: bond.ISIN, ID: "US037833AK68", Side: gateway.Buy, Face: 1000_50},
		} {
			got := lines[i]
			got.Row = 0
			if got != want {
				t.Errorf("%s: line %d is %+v, want %+v", test.name, i+1, got, want)
			}
		}
	}
	short, err := readBasket(strings.NewReader("identifier,side,face\n037833AK6,sell,1\n"), "b.csv")
	if err != nil || short[0].Row != 2 {
		t.Errorf("without the optional columns: %+v, %v", short, err)
	}
}

func TestBasketErrors(t *testing.T) {
	const header = "identifier,side,face,account,limit\n"
	tests := []struct{ name, text, want string }{
		{"nothing", "",
			"b.csv: is empty; begin the file with: identifier,side,face,account,limit"},
		{"only a header", header,
			"b.csv: has no lines; write one row for each bond below the header"},
		{"no header", "037833AK6,sell,1000,,\n",
			`b.csv:1: "037833AK6" is not a column; begin the file with: identifier,side,face,account,limit
b.csv:1: "sell" is not a column; begin the file with: identifier,side,face,account,limit
b.csv:1: "1000" is not a column; begin the file with: identifier,side,face,account,limit
b.csv:1: "" is not a column; begin the file with: identifier,side,face,account,limit
b.csv:1: "" is not a column; begin the file with: identifier,side,face,account,limit
b.csv:1: the column identifier is missing; begin the file with: identifier,side,face,account,limit
b.csv:1: the column side is missing; begin the file with: identifier,side,face,account,limit
b.csv:1: the column face is missing; begin the file with: identifier,side,face,account,limit`},
		{"a column twice", "identifier,side,face,side\nx\n",
			`b.csv:1: "side" stands twice; remove one of the columns`},
		{"semicolons", "identifier;side;face\n",
			`b.csv:1: "identifier;side;face" is not a column; begin the file with: identifier,side,face,account,limit
b.csv:1: the column identifier is missing; begin the file with: identifier,side,face,account,limit
b.csv:1: the column side is missing; begin the file with: identifier,side,face,account,limit
b.csv:1: the column face is missing; begin the file with: identifier,side,face,account,limit`},
		{"identifiers", header + ",buy,1,,\n037833AK,buy,1,,\n037833ak6,sell,1,,\n",
			`b.csv:2: identifier: is blank; write a CUSIP or an ISIN
b.csv:3: identifier: "037833AK" is neither a CUSIP nor an ISIN; write nine or twelve capital letters and digits
b.csv:4: identifier: "037833ak6" is neither a CUSIP nor an ISIN; write nine or twelve capital letters and digits`},
		{"sides", header + "037833AK6,,1,,\n037833AK6,B,1,,\n037833AK6, buy,1,,\n",
			`b.csv:2: side: "" is not a side; write buy or sell, as you see it
b.csv:3: side: "B" is not a side; write buy or sell, as you see it
b.csv:4: side: " buy" is not a side; write buy or sell, as you see it`},
		{"faces", header + "037833AK6,buy,,,\n037833AK6,buy,0,,\n037833AK6,buy,-5,,\n" +
			"037833AK6,buy,\"1,000\",,\n037833AK6,buy,1MM,,\n037833AK6,buy,1.005,,\n" +
			"037833AK6,buy,1e6,,\n037833AK6,buy,2000000000000,,\n",
			`b.csv:2: face: is blank; write a par amount such as 2500000
b.csv:3: face: "0" is not above 0; write the amount, and which way it goes in side
b.csv:4: face: "-5" is not above 0; write the amount, and which way it goes in side
b.csv:5: face: "1,000" has separators; write a par amount such as 2500000
b.csv:6: face: "1MM": not a decimal number; expected digits with an optional leading '-' and one '.'; write a par amount such as 2500000
b.csv:7: face: "1.005": more than 2 decimals; write a par amount such as 2500000
b.csv:8: face: "1e6": not a decimal number; expected digits with an optional leading '-' and one '.'; write a par amount such as 2500000
b.csv:9: face: "2000000000000" is above 1000000000000; write a par amount such as 2500000`},
		{"accounts", header + "037833AK6,buy,1,Fondsgesellschaft Süd,\n037833AK6,sell,1, CORE,\n",
			`b.csv:2: account: "Fondsgesellschaft Süd" holds more than ASCII letters, digits and signs; write the account's name as the gateway knows it
b.csv:3: account: " CORE" holds more than ASCII letters, digits and signs; write the account's name as the gateway knows it`},
		{"limits", header + "037833AK6,buy,1,,99-16\n037833AK6,sell,1,,0\n037833AK6,sell,1,A,1000000\n",
			`b.csv:2: limit: "99-16": not a decimal number; expected digits with an optional leading '-' and one '.'; write a clean price such as 99.25, or leave it blank
b.csv:3: limit: "0" is not a price; write a clean price such as 99.25, or leave it blank
b.csv:4: limit: "1000000" is not a price; write a clean price such as 99.25, or leave it blank`},
		{"several in one row", header + "x,y,z,,w\n",
			`b.csv:2: identifier: "x" is neither a CUSIP nor an ISIN; write nine or twelve capital letters and digits
b.csv:2: side: "y" is not a side; write buy or sell, as you see it
b.csv:2: face: "z": not a decimal number; expected digits with an optional leading '-' and one '.'; write a par amount such as 2500000
b.csv:2: limit: "w": not a decimal number; expected digits with an optional leading '-' and one '.'; write a clean price such as 99.25, or leave it blank`},
		{"the same twice", header + "037833AK6,buy,1,A,\n037833AK6,sell,1,A,\n037833AK6,buy,1,B,\n037833AK6,buy,2,A,\n",
			"b.csv:5: identifier: 037833AK6 stands in row 2 with the same side and account; make them one row"},
		{"too few cells", header + "037833AK6,buy\n037833AK6,buy,1,,,\n",
			`b.csv:2: has 2 cells, the header has 5; write as many, blank ones too
b.csv:3: has 6 cells, the header has 5; write as many, blank ones too`},
		{"a quote out of place", header + "037833AK6,buy,1\",,\n037833AK6,x,1,,\n",
			"b.csv:2: is not CSV: bare \" in non-quoted-field; write each cell without quotes, or in a pair of them"},
		{"a long cell", header + strings.Repeat("X", 60) + ",buy,1,,\n",
			`b.csv:2: identifier: "` + strings.Repeat("X", 40) + `..." is neither a CUSIP nor an ISIN; write nine or twelve capital letters and digits`},
	}
	for _, test := range tests {
		_, err := readBasket(strings.NewReader(test.text), "b.csv")
		if err == nil || err.Error() != test.want {
			t.Errorf("%s:\n%v\nwant\n%s", test.name, err, test.want)
		}
	}
}

func TestBasketLimits(t *testing.T) {
	many := "identifier,side,face\n" + strings.Repeat("x,buy,1\n", 80)
	_, err := readBasket(strings.NewReader(many), "b.csv")
	if text := err.Error(); strings.Count(text, "\n") != maxBasketReports ||
		!strings.HasSuffix(text, "\nb.csv: and 30 more") {
		t.Errorf("80 wrong rows are told as %d lines, the last %q", strings.Count(text, "\n")+1,
			text[strings.LastIndex(text, "\n")+1:])
	}
	huge := strings.NewReader(strings.Repeat("x", maxBasketBytes+1))
	if _, err := readBasket(huge, "b.csv"); err == nil ||
		err.Error() != "b.csv: is larger than 16 MiB; split it" {
		t.Errorf("a huge file: %v", err)
	}
}

func TestMissingBasketIsBadInput(t *testing.T) {
	_, err := loadBasket("no/such.csv")
	var chosen exit
	if !errors.As(err, &chosen) || chosen.code != exitInput {
		t.Errorf("%v does not end with %d", err, exitInput)
	}
}

func FuzzReadBasket(f *testing.F) {
	f.Add("identifier,side,face,account,limit\n037833AK6,buy,1,A,99\n")
	f.Add("face,side,identifier\n\"1\",sell,US037833AK68\n")
	f.Fuzz(func(t *testing.T, text string) {
		lines, err := readBasket(strings.NewReader(text), "b.csv")
		for _, l := range lines {
			if err == nil && (l.Face <= 0 || l.ID == "" || l.Side == 0 || l.Source == 0) {
				t.Errorf("%q was read as %+v", text, l)
			}
		}
		if err == nil && len(lines) == 0 {
			t.Errorf("%q has neither lines nor errors", text)
		}
	})
}
