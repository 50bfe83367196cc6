package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/units"
	"foliogate/testdata"
)

// portfolio is a NewOrderList(E) as fields, so that a script can spoil any of them.
type portfolio struct {
	id    string
	head  []string
	lines [][]string
	cash  int64       // in whole dollars, near what the lines are worth: the client's clean cash
	first units.Price // what line 1 is worth
}

// Names of a client that no dealer may ever see, and an account and a limit of which that holds.
const (
	secretList    = "LIST-"
	secretRound   = "ROUND-"
	secretLine    = "CLORD-"
	secretAccount = "FUND-OF-BIRCHWOOD"
	secretLimit   = "10.987654"
)

// portfolio takes some lines of the switch, from both of its sides.
func (v *pit) portfolio(lines int) portfolio {
	v.t.Helper()
	v.made++
	basket, err := readBasket(strings.NewReader(testdata.Switch()), "switch.csv")
	if err != nil {
		v.t.Fatal(err)
	}
	basket = append(basket[:(lines+1)/2:(lines+1)/2], basket[len(basket)-lines/2:]...)
	p := portfolio{id: fmt.Sprintf("%s%d", secretList, v.made)}
	p.head = []string{"66=" + p.id, fmt.Sprintf("391=%s%d", secretRound, v.made), "414=3", "394=2", "433=2", "69=AON"}
	deadline := time.Now().Add(time.Minute)
	for i, line := range basket {
		b, ok := v.market.Universe.Find(line.Source, line.ID)
		if !ok {
			v.t.Fatalf("%s is not in the universe", line.ID)
		}
		if i == 0 {
			p.first = b.Evaluated
		}
		p.cash += line.Side.Cash() * int64(line.Face) * int64(b.Evaluated) / 1e12
		p.lines = append(p.lines, lineOf(p.id, i+1, line, deadline))
	}
	p.lines[0] = set(set(p.lines[0], "40=2"), "44="+secretLimit)
	return p
}

func lineOf(list string, n int, l basketLine, deadline time.Time) []string {
	side := "54=1"
	if l.Side == gateway.Sell {
		side = "54=2"
	}
	return []string{fmt.Sprintf("11=%s%s-%d", secretLine, list, n), fmt.Sprintf("67=%d", n),
		"1=" + secretAccount, "63=6", "64=20250617", "18=G", "55=[N/A]", "48=" + l.ID, "22=1", side,
		"854=0", "38=" + l.Face.String(), "40=1", "423=3", "15=USD", "59=6",
		"126=" + fixTime(deadline), "120=USD"}
}

func fixTime(t time.Time) string { return t.UTC().Format("20060102-15:04:05.000") }

// order is that of FIX44.xml.
func order() []string {
	return strings.Fields("66 391 414 394 433 69 68 893 73 11 67 1 78 63 64 18 55 48 22 167 54 854 38" +
		" 40 423 44 218 699 761 15 59 126 120 58")
}

// set returns the fields with one changed or, in its place, added; without a value, taken out.
func set(fields []string, field string) []string {
	tag := func(f string) string { t, _, _ := strings.Cut(f, "="); return t }
	place := func(f string) int { return slices.Index(order(), tag(f)) }
	rest := slices.DeleteFunc(slices.Clone(fields), func(f string) bool { return tag(f) == tag(field) })
	if strings.HasSuffix(field, "=") {
		return rest
	}
	at := slices.IndexFunc(rest, func(f string) bool { return place(f) > place(field) })
	if at < 0 {
		at = len(rest)
	}
	return slices.Insert(rest, at, field)
}

// with returns the portfolio with fields of one line changed; line 0 stands for the head.
func (p portfolio) with(line int, fields ...string) portfolio {
	p.lines = slices.Clone(p.lines)
	for _, f := range fields {
		if line == 0 {
			p.head = set(p.head, f)
		} else {
			p.lines[line-1] = set(p.lines[line-1], f)
		}
	}
	return p
}

// everywhere returns the portfolio with a field of every line changed.
func (p portfolio) everywhere(field string) portfolio {
	for i := range p.lines {
		p = p.with(i+1, field)
	}
	return p
}

// text is the whole as one message.
func (p portfolio) text() string { return p.part(1, len(p.lines), true) }

// part is a fragment: the lines from one to another.
func (p portfolio) part(from, to int, last bool) string {
	fields := slices.Clone(p.head)
	for _, f := range []string{fmt.Sprintf("68=%d", len(p.lines)), "893=" + map[bool]string{true: "Y",
		false: "N"}[last], fmt.Sprintf("73=%d", to-from+1)} {
		if tag, _, _ := strings.Cut(f, "="); !slices.ContainsFunc(p.head, func(h string) bool {
			return strings.HasPrefix(h, tag+"=")
		}) {
			fields = set(fields, f)
		}
	}
	for _, line := range p.lines[from-1 : to] {
		fields = append(fields, line...)
	}
	return strings.Join(fields, "|") + "|"
}

func TestPortfolioText(t *testing.T) {
	v := newPit(t)
	p := v.portfolio(2).with(1, "38=5", "1=").with(0, "68=3")
	for _, want := range []string{"|433=2|69=AON|68=3|893=Y|73=2|11=CLORD-LIST-1-1|67=1|63=6|", "|854=0|38=5|40=2|423=3|44=10.987654|15=USD|"} {
		if !strings.Contains(p.text(), want) {
			t.Errorf("%s\nlacks %s", p.text(), want)
		}
	}
}

// face is the OrderQty(38) of a line.
func (p portfolio) face(line int) string {
	return heard{text: strings.Join(p.lines[line-1], "|")}.get("38")
}
