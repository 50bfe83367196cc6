package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// desk of one client: an auction of three sells that has been taken as far as the accept.
func takenAuction(t *testing.T) (*auction, *fixspec.NewOrderList, time.Time) {
	t.Helper()
	list := shownOf(t, "L", 3)
	now := time.Date(2025, 6, 16, 14, 0, 0, 0, time.UTC)
	a := newAuction(auctionTerms{CompID: "EMS", Kind: gateway.TotalAmount, Currency: "USD",
		Rule: acceptBest}, list)
	a.connected(now)
	status := func(why fixspec.ListStatusType, state fixspec.ListOrderStatus, text string) {
		a.receive(now, fixspec.Header{}, &fixspec.ListStatus{ListID: "L", ListStatusType: why,
			ListOrderStatus: state, NoRpts: 1, RptSeq: 1, ListStatusText: text})
	}
	status(fixspec.StatusAck, fixspec.ListInBidding, "DEALERS=1")
	a.receive(now, fixspec.Header{OnBehalfOf: "ALPHA"}, &fixspec.BidResponse{BidID: "B1",
		Components: []fixspec.BidComponent{{ListID: "L", PriceType: fixspec.PriceFixedAmount,
			Price: fixspec.MoneyAmount(11325090_00, "USD")}}})
	if r := a.tick(now); len(r.Send) != 1 || r.Send[0].Message.MsgType() != "L" {
		t.Fatalf("the quote was not taken: %+v", r)
	}
	return a, list, now
}

func doneStatus(list *fixspec.NewOrderList) *fixspec.ListStatus {
	n := &fixspec.ListStatus{ListID: "L", ListStatusType: fixspec.StatusAllDone, NoRpts: 1,
		RptSeq: 1, ListOrderStatus: fixspec.ListAllDone}
	for _, o := range list.Orders {
		n.Orders = append(n.Orders, fixspec.OrderState{ClOrdID: o.ClOrdID,
			OrdStatus: fixspec.OrdFilled})
	}
	return n
}

type reports []*fixspec.ExecutionReport

// What does not agree is said, disputed where there is a ticket to dispute, and is no success.
func TestReportsThatDoNotAgree(t *testing.T) {
	const account = "BIRCHWOOD-CORE"
	tests := []struct {
		name    string
		change  func(reports, *fixspec.Confirmation)
		outcome outcome
		fault   string
		answer  fixspec.AffirmStatus
	}{
		{"all agrees", func(reports, *fixspec.Confirmation) {}, executed, "",
			fixspec.AffirmAffirmed},
		{"the ticket is a cent short", func(_ reports, c *fixspec.Confirmation) {
			c.AccruedInterestAmt--
			c.NetMoney--
		}, mismatch, "ticket T1-N01: AccruedInterestAmt(159) is 2999.99, the lines come to 3000.00" +
			" (as the client's cash flow)", fixspec.AffirmRejected},
		{"the ticket is the wrong way round", func(_ reports, c *fixspec.Confirmation) {
			c.Side = fixspec.SideBuy
		}, mismatch, "ticket T1-N01: GrossTradeAmt(381) is -11325090.00, the lines come to 11325090.00" +
			" (as the client's cash flow)", fixspec.AffirmRejected},
		{"a principal is not face times price", func(r reports, c *fixspec.Confirmation) {
			r[1].GrossTradeAmt += 5
			r[1].NetMoney += 5
			c.GrossTradeAmt += 5
			c.NetMoney += 5
		}, mismatch, "line 2: GrossTradeAmt(381) is 5002860.05, face times price is 5002860.00",
			fixspec.AffirmAffirmed},
		{"a net is not principal and accrued", func(r reports, c *fixspec.Confirmation) {
			r[0].NetMoney++
			c.NetMoney++
		}, mismatch, "line 1: NetMoney(118) is 2272585.01, principal and accrued are 2272585.00",
			fixspec.AffirmAffirmed},
		{"another face", func(r reports, c *fixspec.Confirmation) {
			r[0].LastQty = 1000_00
			r[0].GrossTradeAmt = 995_00
			r[0].NetMoney = 1995_00
			*c = *confirmationOf(r, account)
		}, mismatch, "line 1: it is a sell of 1000 373995A25, what was asked is a sell of 2283000" +
			" 373995A25", fixspec.AffirmAffirmed},
		{"another trade", func(r reports, _ *fixspec.Confirmation) {
			r[2].SecondaryOrderID = "T2"
		}, mismatch, "line 3 belongs to trade T2, line 1 to T1", fixspec.AffirmAffirmed},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, list, now := takenAuction(t)
			told := reports{report(list, 0), report(list, 1), report(list, 2)}
			ticket := confirmationOf(told, account)
			test.change(told, ticket)
			for _, r := range told {
				a.receive(now, fixspec.Header{}, r)
			}
			a.receive(now, fixspec.Header{}, doneStatus(list))
			answers := a.receive(now, fixspec.Header{}, ticket).Send
			r := a.result()
			if r.Outcome != test.outcome || strings.Join(r.Faults, "|") != test.fault {
				t.Errorf("%s, faults %q; want %s, %q", r.Outcome, r.Faults, test.outcome, test.fault)
			}
			ack, ok := answers[0].Message.(*fixspec.ConfirmationAck)
			if !ok || len(answers) != 1 || ack.AffirmStatus != test.answer || ack.ConfirmID != "T1-N01" {
				t.Errorf("answered %+v", answers)
			}
		})
	}
}

// confirmationOf is the ticket for these executions.
func confirmationOf(told reports, account string) *fixspec.Confirmation {
	c := &fixspec.Confirmation{ConfirmID: "T1-N01", ListID: "L", Side: fixspec.SideSell,
		Currency: "USD", AllocAccount: account, SettlDate: units.DateOf(2025, 6, 17)}
	for _, r := range told {
		c.AllocQty += r.LastQty
		c.GrossTradeAmt += r.GrossTradeAmt
		c.AccruedInterestAmt += r.AccruedInterestAmt
		c.NetMoney += r.NetMoney
	}
	return c
}

func TestReportsNobodyAskedFor(t *testing.T) {
	a, list, now := takenAuction(t)
	stranger, again, other := report(list, 0), report(list, 1), report(list, 2)
	stranger.ClOrdID = "L-0099"
	again.ExecID = "X-again"
	other.ListID = "M"
	for _, r := range (reports{report(list, 1), report(list, 1), again, stranger, other}) {
		a.receive(now, fixspec.Header{}, r)
	}
	want := "line 2 is executed twice|ClOrdID(11) L-0099 is executed, and was never sent"
	if got := strings.Join(a.faults, "|"); got != want {
		t.Errorf("faults %s, want %s", got, want)
	}
}

// A limit that is broken all the same is the gateway's fault, and told.
func TestBrokenLimit(t *testing.T) {
	a, list, now := takenAuction(t)
	list.Orders[0].Price = 99*units.PriceUnit + 51*units.PriceUnit/100
	a.receive(now, fixspec.Header{}, report(list, 0))
	if got := strings.Join(a.faults, "|"); got != "line 1: it is at 99.5, the limit is 99.51" {
		t.Errorf("faults %s", got)
	}
}

// Executions that stop coming are not waited for without end.
func TestReportsMissing(t *testing.T) {
	a, list, now := takenAuction(t)
	a.receive(now, fixspec.Header{}, report(list, 0))
	a.tick(a.wake())
	want := "only 1 of 3 executions and 0 tickets have come"
	if r := a.result(); r.Outcome != mismatch || strings.Join(r.Faults, "|") != want {
		t.Errorf("%s, faults %q", r.Outcome, r.Faults)
	}
}

func TestRejects(t *testing.T) {
	tests := []struct {
		msgType string
		outcome outcome
		news    newsKind
	}{
		{"E", refused, newsOver},
		{"L", 0, newsNotTaken},
		{"AU", 0, newsWarning},
		{"k", 0, newsWarning},
	}
	for _, test := range tests {
		a, _, now := takenAuction(t)
		r := a.receive(now, fixspec.Header{}, &fixspec.BusinessMessageReject{
			RefMsgType: test.msgType, BusinessRejectRefID: "B1", Text: "NO"})
		if a.outcome != test.outcome || r.News[0].Kind != test.news ||
			!strings.Contains(r.News[0].Text, "NO") {
			t.Errorf("%s rejected: outcome %d, news %+v", test.msgType, a.outcome, r.News)
		}
	}
}

// A rejected accept leaves its quote alone: it is not tried again.
func TestRefusedQuoteIsNotTakenTwice(t *testing.T) {
	a, _, now := takenAuction(t)
	a.receive(now, fixspec.Header{}, &fixspec.ListStatus{ListID: "L", NoRpts: 1, RptSeq: 1,
		ListStatusType: fixspec.StatusAlert, ListOrderStatus: fixspec.ListAlert,
		ListStatusText: "BID BREAKS A LIMIT"})
	if r := a.tick(now.Add(time.Minute)); len(r.Send) > 0 || a.phase != auctionOpen {
		t.Errorf("phase %d, sent %+v", a.phase, r.Send)
	}
}

func TestRefusedLinesInFragments(t *testing.T) {
	a, list, now := takenAuction(t)
	for n := range 2 {
		o := list.Orders[n]
		a.receive(now, fixspec.Header{}, &fixspec.ListStatus{ListID: "L", NoRpts: 2, RptSeq: n + 1,
			ListStatusType: fixspec.StatusResponse, ListOrderStatus: fixspec.ListRejected,
			ListStatusText: "2 of 3 lines cannot trade", Orders: []fixspec.OrderState{{
				ClOrdID: o.ClOrdID, Text: fmt.Sprintf("line %d: no such bond", n+1)}}})
	}
	r := a.result()
	if r.Outcome != refused || r.Text != "2 of 3 lines cannot trade" || len(r.Blamed) != 2 ||
		r.Blamed[1] != (lineFault{Line: 2, ID: list.Orders[1].Instrument.SecurityID,
			Text: "no such bond"}) {
		t.Errorf("%+v", r)
	}
}

func TestOddQuotesAreLeftAside(t *testing.T) {
	a, _, now := takenAuction(t)
	for _, component := range []fixspec.BidComponent{
		{ListID: "L", PriceType: fixspec.PriceSpread, Price: fixspec.SpreadAmount(1)},
		{ListID: "L", PriceType: fixspec.PriceFixedAmount, Price: fixspec.PriceAmount(1)},
		{ListID: "M", PriceType: fixspec.PriceFixedAmount, Price: fixspec.MoneyAmount(1, "USD")},
	} {
		a.receive(now, fixspec.Header{OnBehalfOf: "BRAVO"}, &fixspec.BidResponse{BidID: "B9",
			Components: []fixspec.BidComponent{component}})
	}
	if ranking := a.ranking(); len(ranking) != 1 || ranking[0].Dealer != "ALPHA" {
		t.Errorf("ranked %+v", ranking)
	}
}

func TestExitCodesAreDistinct(t *testing.T) {
	seen := map[int]outcome{exitFault: 0, exitInput: 0}
	for o := executed; o <= lost; o++ {
		if other, twice := seen[o.exitCode()]; twice {
			t.Errorf("%s and %d end with %d", o, other, o.exitCode())
		}
		seen[o.exitCode()] = o
		if !strings.Contains(inquireLong, fmt.Sprintf("\n  %d  ", o.exitCode())) {
			t.Errorf("the help does not explain exit code %d, %s", o.exitCode(), o)
		}
	}
}
