package main

import (
	"testing"
	"time"
)

// badLine is what a client hears of a list that cannot trade, with the line that is to blame.
func badLine(reason, text string) []string {
	return []string{"429=2", "431=7", "73=1", "39=8", "103=" + reason, "58~" + text, "444~" + text}
}

// badList is what it hears where no single line is to blame.
func badList(text string) []string { return []string{"429=2", "431=7", "73=0", "444~" + text} }

// Every list that cannot trade is answered as protocol.md says, with a text for people, and no
// dealer hears of it.
func TestBadLists(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	in := func(d time.Duration) string { return "126=" + fixTime(time.Now().Add(d)) }
	tests := []struct {
		name  string
		spoil func(portfolio) portfolio
		kind  string
		want  []string
	}{
		{"unknown bond", line(2, "48=99999ZZZ9"), "N", badLine("1", "99999ZZZ9 is not in the universe")},
		{"wrong check digit", line(2, "48=373995A26"), "N", badLine("1", "its check digit is wrong")},
		{"malformed bond", line(2, "48=37"), "N", badLine("1", "and is not a CUSIP")},
		{"CUSIP as ISIN", line(2, "22=4"), "N", badLine("1", "and is not an ISIN")},
		{"bond by RIC", line(2, "22=5"), "N", badLine("1", "name it by CUSIP, SecurityIDSource(22)=1")},
		{"short sale", line(2, "54=5"), "N", badLine("11", "Side(54) is 5: only 1, buy, and 2, sell")},
		{"zero", line(2, "38=0"), "N", badLine("13", "OrderQty(38) must be greater than 0")},
		{"negative", line(2, "38=-1000"), "N", badLine("13", "OrderQty(38) must be greater than 0")},
		{"absurd", line(2, "38=90000000000000"), "N", badLine("13", "OrderQty(38) 90000000000000 is ")},
		{"odd lot", line(2, "38=1000.5"), "N", badLine("13", "OrderQty(38) 1000.5 is ")},
		{"mixed price kinds", line(2, "423=6"), "N", []string{"431=7", "39=8", "58~PriceType(423) is 6, the first line's is 3"}},
		{"two deadlines", line(2, in(time.Hour/2)), "N", []string{"431=7", "58~a list has one deadline"}},
		{"two currencies", line(2, "120=EUR"), "N", []string{"431=7", "58~SettlCurrency(120) differs"}},
		{"a bond in another currency", line(2, "15=EUR"), "N", []string{"431=7", "58~Currency(15) is EUR but the bond is in USD"}},
		{"line number twice", line(2, "67=1"), "N", badLine("6", "ListSeqNo(67) is used twice")},
		{"line number beyond", line(2, "67=4"), "N", badLine("6", "ListSeqNo(67) is not between 1 and")},
		{"ClOrdID twice", func(p portfolio) portfolio { return p.with(2, p.lines[0][0]) }, "N",
			badLine("6", "ClOrdID(11) is used twice")},
		{"bond twice", func(p portfolio) portfolio { return p.with(2, p.lines[0][7]) }, "N",
			badLine("6", "the same bond, side and account as line 1")},
		{"lines missing", line(0, "68=4"), "N", badList("TotNoOrders(68) is 4 but the list closed with 3")},
		{"too many lines", line(0, "68=5001", "893=N"), "N", badList("TotNoOrders(68) is 5001: at most 5000")},
		{"deadline gone", everyLine(in(-time.Minute)), "N", badList("ExpireTime(126) must be at least 100ms")},
		{"deadline too far", everyLine(in(2 * time.Hour)), "N", badList("ExpireTime(126) must be at most 1h")},
		{"not all or none", line(2, "18="), "N", []string{"431=7", "58~ExecInst(18) must contain G"}},
		{"fill or kill", line(2, "59=4"), "N", []string{"431=7", "58~TimeInForce(59) asks for an immediate"}},
		{"limit without a price", line(2, "40=2"), "N", []string{"431=7", "58~Price(44) must be above 0"}},
		{"settlement in the past", line(2, "64=20250613"), "N", badLine("99", "lies before the trade date")},
		{"parts above the whole", line(2, "78=2|79=A|80=900000000|79=B|80=1"), "N",
			badLine("14", "the allocations add up to more")},
		{"parts below the whole", line(2, "78=1|79=A|80=1000"), "N", badLine("14", "to nobody")},
		{"the best at the deadline", line(0, "433=1"), "N", badList("is not agreed for BIRCHWOOD-EMS")},
		{"another trigger", line(0, "433=3"), "j", []string{"372=E", "380=0", "58~ListExecInstType(433) is 3"}},
		{"an undisclosed list", line(0, "394=1"), "j", []string{"372=E", "380=0", "58~BidType(394) is 1"}},
		{"priced by yield", everyLine("423=9"), "j", []string{"372=E", "380=0", "58~PriceType(423) must be 3"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v.during(t)
			p := test.spoil(v.portfolio(3))
			v.client().say("E", "%s", p.text())
			answer := v.client().hears(test.kind, append(test.want, "97!")...)
			if answer.kind == "N" && answer.get("66") != p.id || answer.kind == "j" && answer.get("379") != p.id {
				t.Errorf("the answer is about another list: %s", answer.text)
			}
			v.client().hearsNothing()
		})
	}
	for _, dealer := range panel() {
		v.players[dealer].hearsNothing()
	}
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 1000)
	d.trade(northgate)
}

// line spoils fields of one line, everyLine one of all.
func line(n int, fields ...string) func(portfolio) portfolio {
	return func(p portfolio) portfolio { return p.with(n, fields...) }
}

func everyLine(field string) func(portfolio) portfolio {
	return func(p portfolio) portfolio { return p.everywhere(field) }
}
