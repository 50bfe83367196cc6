package main

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/dealer"
	"foliogate/gateway/units"
)

// fixedDesk quotes what it is told, version by version.
type fixedDesk struct {
	totals []units.Money // then there is no price any more
	pass   bool
	answer dealer.Answer
}

func (d fixedDesk) Pass(dealer.Basket) bool { return d.pass }

func (d fixedDesk) Price(b dealer.Basket, version int, _ gateway.Pricer) (dealer.Offer, error) {
	if version >= len(d.totals) {
		return dealer.Offer{}, errors.New("the limit is reached")
	}
	return dealer.Offer{Cash: d.totals[version], Lines: make([]units.Price, len(b.Lines)),
		Price: gateway.Aggregate{Kind: b.Kind, Total: d.totals[version]}}, nil
}

func (d fixedDesk) LastLook(dealer.Basket, dealer.Offer) dealer.Answer { return d.answer }

// booth is a dealer's book with what it said.
type booth struct {
	t    *testing.T
	now  time.Time
	book *dealerBook
	said []string
	news []dealerEvent
}

func newBooth(t *testing.T, d desk) *booth {
	t.Helper()
	market, err := loadMarket("", "")
	if err != nil {
		t.Fatal(err)
	}
	plan := dealerPlan{CompID: "ALPHA", QuotePrefix: "Q", ThinkTime: time.Second, Updates: 1,
		UpdateInterval: time.Second, LookDelay: time.Second}
	return &booth{t: t, now: time.Date(2025, 6, 16, 14, 0, 0, 0, time.UTC),
		book: newDealerBook(plan, d, market)}
}

func (b *booth) hear(messages ...fixspec.Message) {
	for _, m := range messages {
		b.did(b.book.receive(b.now, fixspec.Header{}, m))
	}
}

func (b *booth) pass(d time.Duration) {
	b.now = b.now.Add(d)
	b.did(b.book.tick(b.now))
}

func (b *booth) did(r dealerReaction) {
	b.news = append(b.news, r.News...)
	for _, m := range r.Send {
		b.said = append(b.said, brief(m.Message))
	}
}

// brief is a message as short as it can be told from others.
func brief(m fixspec.Message) string {
	switch m := m.(type) {
	case *fixspec.ListStatus:
		return fmt.Sprintf("N %s %d/%d %s", m.ListID, m.ListStatusType, m.ListOrderStatus,
			m.ListStatusText)
	case *fixspec.BidResponse:
		if !m.Priced() {
			return "l " + m.BidID + " " + m.Components[0].Text
		}
		return "l " + m.BidID + " " + m.Components[0].Price.String()
	case *fixspec.QuoteCancel:
		return "Z " + m.QuoteID
	case *fixspec.ConfirmationAck:
		return fmt.Sprintf("AU %s %d %s", m.ConfirmID, m.AffirmStatus, m.Text)
	case *fixspec.MassQuote:
		return fmt.Sprintf("i %s %d", m.QuoteID, len(m.Entries))
	}
	return m.MsgType()
}

// shownOf is a list of the first lines of the switch, over and over, as a dealer is shown it.
func shownOf(t *testing.T, id string, lines int) *fixspec.NewOrderList {
	basket := stageBasket(t)
	for len(basket) < lines {
		basket = append(basket, basket...)
	}
	list := newOrderList(basket[:lines], listTerms{ListID: id, Kind: gateway.TotalAmount,
		Currency: "USD", Deadline: time.Date(2025, 6, 16, 14, 5, 0, 0, time.UTC)})
	list.LastFragment = true
	return list
}

func asking(id string) *fixspec.BidRequest {
	return &fixspec.BidRequest{ListID: id, ClientBidID: id, BidRequestTransType: fixspec.BidNew}
}

func taking(id, bid string) *fixspec.ListExecute {
	return &fixspec.ListExecute{ListID: id, BidID: bid}
}

func TestDealerBook(t *testing.T) {
	usual := fixedDesk{totals: []units.Money{100, 101}}
	tests := []struct {
		name string
		desk fixedDesk
		play func(*booth)
		want string
	}{
		{"quotes and betters", usual, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(time.Second)
			b.pass(time.Second)
			b.pass(time.Hour)
		}, "N L 1/1 |l Q-1 1.00|l Q-2 1.01"},
		{"confirms once, and says so again", usual, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(time.Second)
			b.hear(taking("L", "Q-1"), taking("L", "Q-1"))
			b.pass(time.Second)
			b.hear(taking("L", "Q-1"))
		}, "N L 1/1 |l Q-1 1.00|N L 4/3 |N L 4/3 "},
		{"declines in last look", fixedDesk{totals: usual.totals, answer: dealer.Decline},
			func(b *booth) {
				b.hear(shownOf(b.t, "L", 3), asking("L"))
				b.pass(time.Second)
				b.hear(taking("L", "Q-1"))
				b.pass(time.Second)
				b.pass(time.Hour)
			}, "N L 1/1 |l Q-1 1.00|N L 2/7 the market has moved"},
		{"is silent in last look", fixedDesk{totals: usual.totals, answer: dealer.Silence},
			func(b *booth) {
				b.hear(shownOf(b.t, "L", 3), asking("L"))
				b.pass(time.Second)
				b.hear(taking("L", "Q-1"))
				b.pass(time.Hour)
			}, "N L 1/1 |l Q-1 1.00"},
		{"does not stand by a quote that it replaced", usual, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(time.Second)
			b.pass(time.Second)
			b.hear(taking("L", "Q-1"))
		}, "N L 1/1 |l Q-1 1.00|l Q-2 1.01|N L 2/7 Q-1 is not our quote any more"},
		{"knows nothing of the list that is taken", usual, func(b *booth) {
			b.hear(taking("X", "Q-9"))
		}, "N X 2/7 Q-9 is not our quote any more"},
		{"has no interest", fixedDesk{pass: true}, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(time.Second)
			b.pass(time.Hour)
		}, "N L 1/1 |l Q-1 PASS"},
		{"has no price", fixedDesk{}, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(time.Second)
		}, "N L 1/1 |N L 2/7 the limit is reached"},
		{"has no price any more", fixedDesk{totals: usual.totals[:1]}, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(time.Second)
			b.pass(time.Second)
		}, "N L 1/1 |l Q-1 1.00|Z Q-1"},
		{"goes home", usual, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"), shownOf(b.t, "M", 2))
			b.pass(time.Second)
			b.did(b.book.leave(b.now))
		}, "N L 1/1 |l Q-1 1.00|Z Q-1"},
		{"stops when it is closed", usual, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(time.Second)
			b.hear(&fixspec.BidRequest{ListID: "L", BidRequestTransType: fixspec.BidCancel},
				&fixspec.QuoteResponse{QuoteID: "Q-1", QuoteRespType: fixspec.QuoteCover,
					Instrument: fixspec.Instrument{SecurityID: "L"}, Text: "COVER"})
			b.pass(time.Hour)
		}, "N L 1/1 |l Q-1 1.00"},
		{"stops when the client withdraws", usual, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"), &fixspec.ListCancelRequest{ListID: "L"},
				&fixspec.BidRequest{ListID: "L", BidRequestTransType: fixspec.BidCancel})
			b.pass(time.Hour)
		}, "N L 1/1 |N L 5/6 "},
		{"is shown the same again while it quotes", usual, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(time.Second)
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(500 * time.Millisecond)
		}, "N L 1/1 |l Q-1 1.00"},
		{"is shown it again after a lost connection", usual, func(b *booth) {
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(time.Second)
			b.did(b.book.disconnected(b.now, "cut"))
			b.pass(time.Hour)
			b.hear(shownOf(b.t, "L", 3), asking("L"))
			b.pass(time.Second)
		}, "N L 1/1 |l Q-1 1.00|N L 1/1 |l Q-2 1.01"},
		{"a list in two parts", usual, func(b *booth) {
			list := shownOf(b.t, "L", 10)
			for _, fragment := range list.Fragments(fixspec.Limit{Lines: 6, Bytes: 1 << 16}) {
				b.hear(fragment)
			}
			b.hear(asking("L"))
			b.pass(time.Second)
		}, "N L 1/1 |l Q-1 1.00"},
		{"asked before all is shown", usual, func(b *booth) {
			list := shownOf(b.t, "L", 10)
			b.hear(list.Fragments(fixspec.Limit{Lines: 6, Bytes: 1 << 16})[0], asking("L"))
			b.pass(time.Hour)
		}, "N L 2/7 asked for a price with 6 of 10 lines"},
		{"a list that closes short", usual, func(b *booth) {
			list := shownOf(b.t, "L", 3)
			list.TotNoOrders = 4
			b.hear(list, asking("L"))
			b.pass(time.Second)
		}, "N L 1/1 |N L 2/7 TotNoOrders(68) is 4, but 3 lines came"},
		{"a list without end", usual, func(b *booth) {
			list := shownOf(b.t, "L", 3)
			list.TotNoOrders, list.LastFragment = 1_000_000, false
			b.hear(list)
		}, "N L 2/7 more than 100000 lines"},
		{"a bond that it does not know", usual, func(b *booth) {
			list := shownOf(b.t, "L", 3)
			list.Orders[1].Instrument.SecurityID = "99999ZZZ9"
			b.hear(list, asking("L"))
			b.pass(time.Second)
		}, "N L 1/1 |N L 2/7 line 2: SecurityID(48) 99999ZZZ9 is not known here"},
		{"a request about nothing", usual, func(b *booth) { b.hear(asking("X")) }, ""},
	}
	for _, test := range tests {
		b := newBooth(t, test.desk)
		test.play(b)
		if got := strings.Join(b.said, "|"); got != test.want {
			t.Errorf("%s: said\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

func TestLinePricesFollowTheQuote(t *testing.T) {
	b := newBooth(t, fixedDesk{totals: []units.Money{100}})
	b.book.plan.LinePrices = true
	b.hear(shownOf(t, "L", 300), asking("L"))
	b.pass(time.Second)
	if got := strings.Join(b.said, "|"); got != "N L 1/1 |l Q-1 1.00|i Q-1 250|i Q-1 50" {
		t.Errorf("said %s", got)
	}
}

// The same lines shown again are another occurrence, in whatever order they stand.
func TestOccurrences(t *testing.T) {
	b := newBooth(t, fixedDesk{})
	for n, id := range []string{"L1", "L2", "L3"} {
		b.hear(shownOf(t, id, 5))
		if got := b.book.lists[id].basket.Occurrence; got != n {
			t.Errorf("%s is occurrence %d, want %d", id, got, n)
		}
	}
}

func TestDealerForgetsTheOldest(t *testing.T) {
	b := newBooth(t, fixedDesk{pass: true})
	for n := range maxShown + 10 {
		id := fmt.Sprint("L", n)
		b.hear(shownOf(t, id, 1), asking(id))
		b.pass(time.Second)
	}
	_, first := b.book.lists["L0"]
	_, last := b.book.lists[fmt.Sprint("L", maxShown+9)]
	if first || !last || len(b.book.lists) != maxShown || len(b.book.ids) != maxShown {
		t.Errorf("%d lists and %d ids; the first is there: %t, the last: %t", len(b.book.lists),
			len(b.book.ids), first, last)
	}
}

// report is the execution of a line of shownOf at 99.5 with 1,000.00 accrued.
func report(list *fixspec.NewOrderList, i int) *fixspec.ExecutionReport {
	o := list.Orders[i]
	price := 99*units.PriceUnit + units.PriceUnit/2
	gross := units.Principal(o.OrderQty, price, "USD")
	return &fixspec.ExecutionReport{ListID: list.ListID, ClOrdID: o.ClOrdID,
		ExecID: "X-" + o.ClOrdID, SecondaryOrderID: "T1", ExecType: fixspec.ExecTrade,
		Instrument: o.Instrument, Side: o.Side, OrderQty: o.OrderQty, LastQty: o.OrderQty,
		Account: o.Account, LastPx: price, Currency: "USD", SettlDate: units.DateOf(2025, 6, 17),
		GrossTradeAmt: gross, AccruedInterestAmt: 1000_00, NetMoney: gross + 1000_00,
		Parties: fixspec.Parties{Dealer: "ALPHA"}}
}

// ticketFor is the net ticket of some of these lines, all sells.
func ticketFor(id, account string, list *fixspec.NewOrderList, lines ...int) *fixspec.Confirmation {
	c := &fixspec.Confirmation{ConfirmID: id, ListID: list.ListID, Side: fixspec.SideSell,
		Currency: "USD", AllocAccount: account, SettlDate: units.DateOf(2025, 6, 17)}
	for _, i := range lines {
		r := report(list, i)
		c.AllocQty += r.LastQty
		c.GrossTradeAmt += r.GrossTradeAmt
		c.AccruedInterestAmt += r.AccruedInterestAmt
		c.NetMoney += r.NetMoney
	}
	return c
}

func TestDealerChecksTickets(t *testing.T) {
	list := shownOf(t, "L", 3)
	all := []fixspec.Message{report(list, 0), report(list, 1), report(list, 2)}
	wrong := ticketFor("T1-N01", "SETTLE", list, 0, 1, 2)
	wrong.NetMoney++
	tests := []struct {
		name     string
		messages []fixspec.Message
		want     string
	}{
		{"agrees", append(all[:3:3], ticketFor("T1-N01", "SETTLE", list, 0, 1, 2)), "AU T1-N01 3 "},
		{"comes before the executions", append([]fixspec.Message{
			ticketFor("T1-N01", "SETTLE", list, 0, 1, 2)}, all...), "AU T1-N01 3 "},
		{"one cent too much", append(all[:3:3], wrong),
			"AU T1-N01 2 NetMoney(118) is 11328090.01, the lines come to 11328090.00" +
				" (as the client's cash flow)"},
		{"the client has two accounts", append(all[:3:3], ticketFor("T1-N01", "SETTLE", list, 1),
			ticketFor("T1-N02", "SETTLE", list, 0, 2)), "AU T1-N01 3 |AU T1-N02 3 "},
		{"told twice", append(all[:3:3], all[0], ticketFor("T1-N01", "SETTLE", list, 0, 1, 2),
			ticketFor("T1-N01", "SETTLE", list, 0, 1, 2)), "AU T1-N01 3 |AU T1-N01 3 "},
	}
	for _, test := range tests {
		b := newBooth(t, fixedDesk{totals: []units.Money{100}})
		b.hear(shownOf(t, "L", 3), asking("L"))
		b.pass(time.Second)
		b.said = nil
		b.hear(test.messages...)
		if got := strings.Join(b.said, "|"); got != test.want {
			t.Errorf("%s: said %s, want %s", test.name, got, test.want)
		}
	}
}

// After a restart the dealer knows neither list nor quote; its trades still settle.
func TestTicketOfATradeFromBeforeTheStart(t *testing.T) {
	list := shownOf(t, "L", 2)
	b := newBooth(t, fixedDesk{})
	b.hear(report(list, 0), report(list, 1), ticketFor("T1-N01", "SETTLE", list, 0, 1))
	if got := strings.Join(b.said, "|"); got != "AU T1-N01 3 " {
		t.Errorf("said %s", got)
	}
}

func TestDealerWords(t *testing.T) {
	at := time.Date(2025, 6, 16, 14, 5, 0, 0, time.UTC)
	offer := &dealer.Offer{Price: gateway.Aggregate{Kind: gateway.TotalAmount, Total: -1_234_567_89},
		Charge: dealer.Charge{Spread: 7.5, Risk: 1.25, Improvement: 0.2}}
	tests := []struct {
		event dealerEvent
		want  string
	}{
		{dealerEvent{Kind: dealerConnected, Text: "FOLIOGATE at 127.0.0.1:9879"},
			"logged on to FOLIOGATE at 127.0.0.1:9879"},
		{dealerEvent{Kind: dealerShown, List: "L", Lines: 125, Currency: "USD", Deadline: at},
			"L: shown 125 lines in USD, until 14:05:00"},
		{dealerEvent{Kind: dealerQuoted, List: "L", BidID: "Q-1", Offer: offer, Currency: "USD"},
			"L: quote Q-1: -1,234,567.89 USD, charge 8.55 bp"},
		{dealerEvent{Kind: dealerPassed, List: "L", Text: "no interest"}, "L: pass: no interest"},
		{dealerEvent{Kind: dealerWithdrew, List: "L", BidID: "Q-1", Text: "going home"},
			"L: quote Q-1 withdrawn: going home"},
		{dealerEvent{Kind: dealerOutcome, List: "L", BidID: "Q-1", Text: "DONE AWAY"},
			"L: quote Q-1: done away"},
		{dealerEvent{Kind: dealerExecuted, List: "L", Lines: 1, Currency: "USD",
			Fills: []fill{{Trade: "T1", Principal: -12_345_67}}},
			"L: 1 line executed in trade T1: the client pays 12,345.67 USD clean"},
		{dealerEvent{Kind: dealerClosed, List: "L", Text: "CLOSED"}, "L: closed"},
		{dealerEvent{Kind: dealerTicket, List: "L", Ticket: &ticket{ConfirmID: "T1-N01",
			Account: "A", Currency: "USD", SettleDate: units.DateOf(2025, 6, 17), Net: -1234_50,
			Answer: ticketAffirmed}},
			"L: net ticket T1-N01, account A, 2025-06-17: the client pays 1,234.50 USD; affirmed"},
		{dealerEvent{Kind: dealerRejected, List: "L", Text: "MsgType(35) l: no"},
			"L: the gateway rejects: MsgType(35) l: no"},
	}
	for _, test := range tests {
		if got := test.event.String(); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.event.Kind, got, test.want)
		}
	}
}

func TestModelOfConfiguration(t *testing.T) {
	d := config.DefaultDealer()
	d.Model.HalfSpreadMultiplier, d.Model.NoiseBP, d.Model.Seed = "0.75", "1.5", 42
	d.LastLook.Answer, d.LastLook.DeclineProbability = config.Silent, "0.25"
	got, err := modelOf(d)
	want := dealer.Model{HalfSpread: 0.75, RiskCharge: 2, Noise: 1.5, Improvement: 0.2, Seed: 42,
		Answer: dealer.Silence, DeclineProbability: 0.25}
	if err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
	d.Model.NoiseBP = "much"
	if _, err := modelOf(d); err == nil || codeOf(err) != exitInput {
		t.Errorf("a noise of \"much\" is taken: %v", err)
	}
}
