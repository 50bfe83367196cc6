package main

import (
	"strings"
	"testing"
)

// A list in fragments is one list, or none: no dealer sees a part of it.
func TestFragments(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	tests := []struct {
		name  string
		parts func(portfolio) []string
		want  []string // of the one ListStatus(N) that answers
	}{
		{"in order", func(p portfolio) []string {
			return []string{p.part(1, 2, false), p.part(3, 4, false), p.part(5, 6, true)}
		}, []string{"429=1", "431=1", "68=6", "73=6"}},
		{"one of them twice", func(p portfolio) []string {
			return []string{p.part(1, 2, false), p.part(1, 2, false), p.part(3, 6, true)}
		}, []string{"429=1", "431=1", "73=6"}},
		{"a line twice, with other content", func(p portfolio) []string {
			return []string{p.part(1, 2, false), p.with(2, "38=1000").part(2, 3, false)}
		}, []string{"431=7", "444~line 2 (ClOrdID CLORD-", "444~was sent twice with different content"}},
		{"overlapping", func(p portfolio) []string {
			return []string{p.part(1, 2, false), p.part(2, 6, true)}
		}, []string{"431=7", "444~overlaps an earlier one: 1 of its 5 lines"}},
		{"another total", func(p portfolio) []string {
			return []string{p.part(1, 2, false), p.with(0, "68=7").part(3, 6, true)}
		}, []string{"431=7", "444~TotNoOrders(68) differs between fragments"}},
		{"another round", func(p portfolio) []string {
			return []string{p.part(1, 2, false), p.with(0, "391=OTHER").part(3, 6, true)}
		}, []string{"431=7", "444~the bidding round differs between fragments"}},
		{"another kind of price", func(p portfolio) []string {
			return []string{p.part(1, 2, false), p.everywhere("423=6").part(3, 6, true)}
		}, []string{"431=7", "444~the fragments differ in PriceType(423)"}},
		{"the last too early", func(p portfolio) []string {
			return []string{p.part(1, 2, false), p.part(5, 6, true)}
		}, []string{"431=7", "444~TotNoOrders(68) is 6 but the list closed with 4 lines"}},
		{"a total of 0", func(p portfolio) []string {
			return []string{p.with(0, "68=0").text()}
		}, []string{"431=7", "39=8", "103=6", "58~ListSeqNo(67) is not between 1 and TotNoOrders(68)"}},
		{"a total of -1", func(p portfolio) []string {
			return []string{p.with(0, "68=-1").text()}
		}, []string{"431=7", "39=8", "103=6", "58~ListSeqNo(67) is not between 1 and TotNoOrders(68)"}},
		{"a total of a billion", func(p portfolio) []string {
			return []string{p.with(0, "68=1000000000").part(1, 2, false)}
		}, []string{"431=7", "73=0", "444~TotNoOrders(68) is 1000000000: at most 5000 lines"}},
		{"a total that is too small", func(p portfolio) []string {
			return []string{p.with(0, "68=5").text()}
		}, []string{"431=7", "73=1", "67!", "39=8", "103=6", "444~line 6: ListSeqNo(67) is not between"}},
		{"a total that is too large", func(p portfolio) []string {
			return []string{p.with(0, "68=7").text()}
		}, []string{"431=7", "73=0", "444~TotNoOrders(68) is 7 but the list closed with 6 lines"}},
		{"not the last, and all are here", func(p portfolio) []string {
			return []string{p.part(1, 3, false), p.part(4, 6, false)}
		}, []string{"429=1", "431=1", "68=6", "73=6"}},
		{"nothing said of the last, and one is missing", func(p portfolio) []string {
			return []string{strings.Replace(p.part(1, 5, false), "893=N|", "", 1)}
		}, []string{"431=7", "444~5 of 6 lines had arrived by "}},
		{"nothing said of the last, and all are here", func(p portfolio) []string {
			return []string{strings.Replace(p.text(), "893=Y|", "", 1)}
		}, []string{"429=1", "431=1", "73=6"}},
		{"the last before the first", func(p portfolio) []string {
			return []string{p.part(5, 6, true)}
		}, []string{"431=7", "444~TotNoOrders(68) is 6 but the list closed with 2 lines"}},
		{"one never comes", func(p portfolio) []string {
			return []string{p.part(1, 2, false)}
		}, []string{"431=7", "444~2 of 6 lines had arrived by "}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v.during(t)
			p := v.portfolio(6)
			for _, part := range test.parts(p) {
				v.client().say("E", "%s", part)
			}
			answer := v.client().hears("N", append(test.want, "66="+p.id)...)
			v.client().hearsNothing()
			for _, dealer := range panel() {
				if answer.is("N", "431=1") {
					v.players[dealer].hears("E", "68=6", "893=Y", "73=6")
					v.players[dealer].hears("k", "374=N", "393=6")
				}
				v.players[dealer].hearsNothing()
			}
		})
	}
}

// What is longer than a message may be goes out in fragments as well.
func TestFragmentsToOthers(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	p := v.portfolio(120)
	for i := range p.lines {
		p = p.with(i+1, p.lines[i][0]+strings.Repeat("x", 500))
	}
	v.client().say("E", "%s", p.part(1, 60, false))
	v.client().say("E", "%s", p.part(61, 120, true))
	first := v.client().hears("N", "429=1", "82=2", "83=1", "893=N", "68=120")
	last := v.client().hears("N", "429=1", "82=2", "83=2", "893=Y", "68=120")
	if n := len(first.all("11")) + len(last.all("11")); n != 120 {
		t.Errorf("%d lines were acknowledged", n)
	}
	v.client().hearsNothing()
}

// The same list again is one list; another list of the same name is none.
func TestListTwice(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	v.enter(rowan)
	d := v.begin(v.portfolio(3))
	again := func(p portfolio, resend bool, wanted ...string) {
		t.Helper()
		v.client().sayWith(header(resend), "E", "%s", p.text())
		v.client().hears("N", append(wanted, "66="+p.id)...)
		v.nothingFollows()
	}
	twice := []string{"429=2", "431=7", "444~DUPLICATE LISTID", "73=0", "97!"}
	again(d.list, false, twice...)
	again(d.list.with(3, "38=7000"), false, twice...)
	again(d.list.with(3, "38=7000"), true, twice...)
	again(d.list.with(0, "391=OTHER"), true, twice...)
	again(d.list, true, "97=Y", "429=2", "431=1", "39=D", "73=3")

	d.quote(northgate, 1000)
	d.trade(northgate)
	again(d.list, true, "97=Y", "429=2", "431=6", "39=2", "73=3")
	again(d.list, false, twice...)

	bad := v.portfolio(3).with(1, "38=0")
	v.client().say("E", "%s", bad.text())
	v.client().hears("N", "431=7", "103=13")
	again(bad.with(1, "38=1000000"), false, twice...)

	other := d.list // a client's names are its own
	v.players[rowan].say("E", "%s", other.text())
	v.players[rowan].hears("N", "66="+other.id, "429=1", "431=1")
	v.nothingFollows()
}
