package fixspec

import (
	"fmt"
	"iter"
	"strings"
	"testing"
	"testing/quick"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// What an inquiry must not ask for is rejected with the path to it.
func TestSubmitRejects(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*NewOrderList)
		want   string
	}{
		{"hidden list", func(l *NewOrderList) { l.BidType = 1 }, "BidType(394)"},
		{"exchange", func(l *NewOrderList) { l.ListExecInstType = '3' }, "ListExecInstType(433)"},
		{"no lines", func(l *NewOrderList) { l.Orders = nil }, "NoOrders(73)"},
		{"no price type", func(l *NewOrderList) { l.Orders[0].PriceType = 0 }, "NoOrders(73)[1].PriceType(423)"},
	} {
		list := listOf(3)
		c.change(list)
		command, reject := clientFace(t).Command(Header{MsgSeqNum: 7}, list)
		if command != nil || reject == nil || !strings.HasPrefix(reject.Text, c.want) ||
			reject.RefMsgType != "E" || reject.RefSeqNum != 7 || reject.BusinessRejectRefID != list.ListID {
			t.Errorf("%s: %+v, %+v; want a reject that names %s", c.name, command, reject, c.want)
		}
	}
}

// A line that asks for what no list can be is handed on, so that the refusal of the list is journaled
// and names every such line.
func TestSubmitHandsOnWrongLines(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*NewOrderList)
		line   int
		want   string
	}{
		{"mixed price types", func(l *NewOrderList) { l.Orders[2].PriceType = 6 }, 3, "PriceType(423)"},
		{"mixed deadlines", func(l *NewOrderList) { l.Orders[1].ExpireTime = noon }, 2, "ExpireTime(126)"},
		{"mixed currencies", func(l *NewOrderList) { l.Orders[1].SettlCurrency = "EUR" }, 2, "SettlCurrency(120)"},
		{"short sale", func(l *NewOrderList) { l.Orders[1].Side = '5' }, 2, "Side(54)"},
		{"contracts", func(l *NewOrderList) { l.Orders[0].QtyType = 1 }, 1, "QtyType(854)"},
		{"stop", func(l *NewOrderList) { l.Orders[0].OrdType = '3' }, 1, "OrdType(40)"},
		{"limit without price", func(l *NewOrderList) { l.Orders[0].OrdType = OrdTypeLimit }, 1, "Price(44)"},
		{"not all or none", func(l *NewOrderList) { l.Orders[1].ExecInst = "1" }, 2, "ExecInst(18)"},
		{"fill or kill", func(l *NewOrderList) { l.Orders[1].TimeInForce = '4' }, 2, "TimeInForce(59)"},
		{"cash settlement", func(l *NewOrderList) { l.Orders[1].SettlType, l.Orders[1].SettlDate = '1', 0 }, 2, "SettlType(63)"},
	} {
		list := listOf(3)
		c.change(list)
		command, reject := clientFace(t).Command(Header{MsgSeqNum: 7}, list)
		if reject != nil {
			t.Errorf("%s: rejected: %s", c.name, reject.Text)
			continue
		}
		wrong := command.(gateway.Submit).Wrong
		if len(wrong) != 1 || wrong[0].Number != c.line || !strings.HasPrefix(wrong[0].Text, c.want) ||
			wrong[0].Fault != gateway.WrongRequest {
			t.Errorf("%s: %+v; want line %d to name %s", c.name, wrong, c.line, c.want)
		}
	}
}

func TestSubmitTranslates(t *testing.T) {
	list := fullList()
	for i := range list.Orders {
		list.Orders[i].PriceType = PriceSpread
	}
	list.LastFragment, list.TotNoOrders, list.ListExecInstType = false, 9, ExecImmediate
	command, reject := clientFace(t).Command(Header{MsgSeqNum: 7, PossResend: true}, list)
	if reject != nil {
		t.Fatal(reject.Text)
	}
	got := command.(gateway.Submit)
	if got.From() != (gateway.Origin{Firm: "EMS", Ref: 7}) || !got.PossResend || got.Last || got.TotalLines != 9 ||
		got.ListID != list.ListID || got.BidID != "INQ-1" || len(got.Lines) != 3 {
		t.Errorf("%+v", got)
	}
	if want := (gateway.Terms{Kind: gateway.SpreadConcession, Trigger: gateway.BestAtDeadline,
		Deadline: deadline, Currency: "USD"}); !got.Terms.Same(want) {
		t.Errorf("terms %+v, want %+v", got.Terms, want)
	}
	want := gateway.Line{Number: 1, ClOrdID: "C-00001", Side: gateway.Buy,
		Security: gateway.Security{Source: bond.CUSIP, ID: bondOf(0).SecurityID}, Face: 1_000_000_00,
		Currency: "USD", Limit: 99_25000000, Account: "FUND1", SettleOn: settle,
		Allocations: []gateway.Allocation{{Account: "F1", Face: 600_000_00}, {Account: "F2", Face: 400_000_50}},
		Reference: gateway.Reference{Spread: -12_500_000, Given: true,
			Benchmark: gateway.Security{Source: bond.CUSIP, ID: "91282CJZ5"}}}
	if !got.Lines[0].Same(want) {
		t.Errorf("got  %+v\nwant %+v", got.Lines[0], want)
	}
	if got.Lines[1].Limit != 0 || got.Lines[1].Side != gateway.Sell || got.Lines[1].Allocations != nil {
		t.Errorf("%+v", got.Lines[1])
	}
}

// One price for the whole list, in each of its forms, and what is none.
func TestDealerPrices(t *testing.T) {
	const head = "390=B|391=L|420="
	for _, c := range []struct {
		body string
		want gateway.Aggregate
		text string
	}{
		{"1|12=0|66=L|44=-5.5|423=3|", gateway.Aggregate{Kind: gateway.TotalAmount, Total: -5_50}, ""},
		{"1|12=0|66=L|44=0|423=3|", gateway.Aggregate{Kind: gateway.TotalAmount}, ""},
		{"1|12=0|66=L|44=4.25|423=6|", gateway.Aggregate{Kind: gateway.SpreadConcession, Concession: 4_250_000}, ""},
		{"1|12=0|66=L|54=1|44=99.5|423=1|", gateway.Aggregate{Kind: gateway.PercentPerSide, BuyPrice: 99_50000000}, ""},
		{"2|12=0|66=L|54=2|44=99|423=1|12=0|66=L|54=1|44=98|423=1|", gateway.Aggregate{
			Kind: gateway.PercentPerSide, SellPrice: 99_00000000, BuyPrice: 98_00000000}, ""},
		{"1|12=0|66=L|44=99|423=1|", gateway.Aggregate{}, "[1].Side(54)"},
		{"1|12=0|66=L|54=1|44=-99|423=1|", gateway.Aggregate{}, "[1].Price(44)"},
		{"2|12=0|66=L|54=1|44=99|423=1|12=0|66=L|54=1|44=98|423=1|", gateway.Aggregate{}, "[2].Side(54)"},
		{"2|12=0|66=L|54=1|44=99|423=1|12=0|66=L|54=2|44=98|423=3|", gateway.Aggregate{}, "[2].PriceType(423)"},
		{"2|12=0|66=L|54=1|44=99|423=1|12=0|66=M|54=2|44=98|423=1|", gateway.Aggregate{}, "[2].ListID(66)"},
		{"2|12=0|66=L|44=99|423=3|12=0|66=L|44=98|423=3|", gateway.Aggregate{}, "must be 1"},
		{"1|12=0|66=L|44=5.001|423=3|", gateway.Aggregate{}, "[1].Price(44)"},
		{"1|12=0|66=L|44=5.0000001|423=6|", gateway.Aggregate{}, "[1].Price(44)"},
		{"1|12=0|66=L|44=5|423=9|", gateway.Aggregate{}, "[1].PriceType(423)"},
	} {
		h, m, err := NewReader(testTable(), strict()).Read(whole("l", "", head+c.body))
		if err != nil {
			t.Fatal(err)
		}
		command, reject := dealerFace(t).Command(h, m)
		if c.text != "" {
			if reject == nil || !strings.Contains(reject.Text, c.text) || reject.BusinessRejectRefID != "B" {
				t.Errorf("%s: %+v, %+v", c.body, command, reject)
			}
			continue
		}
		if got, ok := command.(gateway.Bid); !ok || got.Price != c.want || got.List != "L" || got.Quote != "B" {
			t.Errorf("%s: %+v, %+v", c.body, command, reject)
		}
	}
}

// A ticket's money is counted in the direction of its net, which is never negative, and adds up.
func TestTicketArithmetic(t *testing.T) {
	check := func(principal, accrued int32) bool {
		o := &outgoing{}
		net := units.Money(principal) + units.Money(accrued)
		c := o.ticket(&gateway.Execution{}, gateway.Settlement{Principal: units.Money(principal),
			Accrued: units.Money(accrued), Net: net, Currency: "USD"}, "L", "A")
		paid := c.NetMoney
		if c.Side == SideBuy {
			paid = -paid
		}
		return c.NetMoney >= 0 && c.NetMoney == c.GrossTradeAmt+c.AccruedInterestAmt &&
			c.SettlCurrAmt == c.NetMoney && paid == net
	}
	if err := quick.Check(check, nil); err != nil {
		t.Error(err)
	}
}

// A report's money is counted in the direction of its line; in an ex-dividend period the accrued
// interest flows the other way.
func TestReportArithmetic(t *testing.T) {
	for _, side := range []gateway.Side{gateway.Buy, gateway.Sell} {
		for _, accrued := range []units.Money{1_250_00, -300_00} {
			towards := units.Money(side.Cash())
			universe, _ := stageMarket(t)
			o := &outgoing{bonds: universe, inquiry: gateway.Inquiry{Terms: gateway.Terms{Currency: "USD"},
				Lines: []gateway.Line{{Number: 1, Side: side, Face: 1_000_000_00}}, Facts: []gateway.Facts{{}}}}
			r := o.report(&gateway.Execution{Fills: []gateway.Fill{{Principal: towards * 990_000_00,
				Accrued: towards * accrued, Net: towards * (990_000_00 + accrued)}}}, 0)
			if r.GrossTradeAmt != 990_000_00 || r.AccruedInterestAmt != accrued ||
				r.NetMoney != r.GrossTradeAmt+r.AccruedInterestAmt || r.Side != sideOf(side) {
				t.Errorf("%s with %d accrued: %+v", side, accrued, r)
			}
		}
	}
}

func TestClasses(t *testing.T) {
	old, young := units.DateOf(2000, 1, 1), units.DateOf(2020, 1, 1)
	for _, c := range []struct {
		bond bond.Bond
		want string
	}{
		{bond.Bond{Kind: bond.Corporate}, "3 CORP"},
		{bond.Bond{Kind: bond.Treasury, Dated: young, Maturity: young.AddMonths(120)}, "6 TNOTE"},
		{bond.Bond{Kind: bond.Treasury, Dated: old, Maturity: old.AddMonths(360)}, "6 TBOND"},
		{bond.Bond{Kind: bond.Strip}, "6 TPRN"},
		{bond.Bond{Kind: bond.Agency}, "1 FAC"},
		{bond.Bond{Kind: bond.Gilt}, "6 EUSOV"},
		{bond.Bond{Kind: bond.Government}, "6 EUSOV"},
		{bond.Bond{Kind: bond.ETF}, "5 MF"},
	} {
		product, securityType := classOf(&c.bond)
		if got := fmt.Sprint(product, " ", securityType); got != c.want {
			t.Errorf("%s: %s, want %s", c.bond.Kind, got, c.want)
		}
	}
}

func clientFace(t *testing.T) *ClientFace {
	universe, _ := stageMarket(t)
	return &ClientFace{Client: "EMS", Bonds: universe, Limit: StandardLimit()}
}

func dealerFace(t *testing.T) *DealerFace {
	universe, _ := stageMarket(t)
	policy := stagePolicy()
	return &DealerFace{Dealer: "DLRA", Bonds: universe, Policy: &policy, Limit: StandardLimit(),
		Currency: func(string) units.Currency { return "USD" }}
}

// tradeOf is a traded inquiry of n lines.
func tradeOf(tb testing.TB, n int) (gateway.Entry, gateway.Inquiry) {
	tb.Helper()
	q := gateway.Inquiry{Client: "EMS", ListID: "20260105-000001", TotalLines: n, TradeDate: trade,
		Terms: gateway.Terms{Kind: gateway.TotalAmount, Currency: "USD"}, Phase: gateway.Executed,
		Lines: make([]gateway.Line, n), Facts: make([]gateway.Facts, n),
		Routes: []gateway.Route{{Dealer: "DLRA", ListID: "20260105-WVMG1TMRBSF2", Account: "A"}}}
	x := gateway.Execution{Trade: "T7H2K9M4Q1X3Z", Dealer: "DLRA", At: noon, Fills: make([]gateway.Fill, n)}
	for i := range n {
		q.Lines[i] = gateway.Line{Number: i + 1, ClOrdID: fmt.Sprintf("C-%05d", i+1), Side: gateway.Sell,
			Security: gateway.Security{Source: bond.CUSIP, ID: "99ZAA0002"}, Face: 1_000_000_00, Account: "FUND1"}
		q.Facts[i] = gateway.Facts{Bond: "99ZAA0002", Face: 1_000_000_00, Settle: settle, AccruedDays: 81,
			AccruedRate: 1_12500000, Accrued: 11_250_00}
		x.Fills[i] = gateway.Fill{Price: 99_26390300, Principal: 992_639_03, Accrued: 11_250_00, Net: 1_003_889_03}
	}
	tickets := gateway.Net(q.Lines, q.Facts, x, "USD")
	q.Execution, q.Tickets = &x, tickets
	return gateway.Entry{Seq: 1, At: noon, Event: gateway.Traded{Execution: x, Tickets: tickets}}, q
}

// From the event to the bytes of all that a dealer is told: executions and ticket.
func BenchmarkTellTrade(b *testing.B) {
	for _, n := range []int{1000, 5000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			universe, _ := stageMarket(b)
			policy := stagePolicy()
			face := &DealerFace{Dealer: "DLRA", Bonds: universe, Policy: &policy, Limit: StandardLimit()}
			entry, q := tradeOf(b, n)
			var buffer []byte
			b.ReportAllocs()
			for b.Loop() {
				for e := range face.Messages(entry, q) {
					buffer = e.Message.AppendBody(buffer[:0])
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/line")
		})
	}
}

// A trade costs a few allocations a line: the ids, which the domain makes.
func TestTellTradeAllocations(t *testing.T) {
	const lines = 500
	face := dealerFace(t)
	entry, q := tradeOf(t, lines)
	var buffer []byte
	n := testing.AllocsPerRun(5, func() {
		for e := range face.Messages(entry, q) {
			buffer = e.Message.AppendBody(buffer[:0])
		}
	})
	if a := n / lines; a > 10 {
		t.Errorf("%.1f allocations a line", a)
	}
}

// Line prices that come with the quote are shown with it, in either profile.
func TestLinePricesOfAQuote(t *testing.T) {
	rfq := &ClientRFQFace{ClientFace: *clientFace(t)}
	entry, q := tradeOf(t, 2)
	quote := gateway.Quote{ID: "Q1", Dealer: "DLRA", State: gateway.Live, Lines: []units.Price{99_00000000, 98_00000000},
		Price: gateway.Aggregate{Kind: gateway.TotalAmount, Total: 1}}
	q.Phase, q.Execution, q.Tickets = gateway.Open, nil, nil
	entry.Event = gateway.QuoteReceived{Quote: quote, Best: "Q1"}
	for name, face := range map[string]interface {
		Messages(gateway.Entry, gateway.Inquiry) iter.Seq[Envelope]
	}{"LIST": clientFace(t), "RFQ": rfq} {
		shown := 0
		for e := range face.Messages(entry, q) {
			if m, ok := e.Message.(*MassQuote); ok {
				shown += len(m.Entries)
			}
		}
		if shown != 2 {
			t.Errorf("%s shows %d line prices of 2", name, shown)
		}
	}
}

// Whoever stops listening is not told the rest.
func TestMessagesStop(t *testing.T) {
	entry, q := tradeOf(t, 10)
	for _, most := range []int{0, 1, 5, 12} {
		heard := 0
		for range clientFace(t).Messages(entry, q) {
			if heard++; heard > most {
				break
			}
		}
		if heard != most+1 {
			t.Errorf("heard %d, stopped at %d", heard, most+1)
		}
	}
}
