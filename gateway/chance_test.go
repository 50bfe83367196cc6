package gateway

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"foliogate/gateway/units"
)

// chance makes up commands: mostly sensible ones, often at the wrong moment, some
// with ids of others or of nobody.
type chance struct {
	*rand.Rand
	*script
	bids int
}

func newChance(t testing.TB, seed uint64) *chance {
	c := &chance{Rand: rand.New(rand.NewPCG(seed, 1)), script: newScript(t)}
	c.policy.DefaultDeadline = 40 * time.Second
	return c
}

func pick[T any](c *chance, from ...T) T { return from[c.IntN(len(from))] }

// step lets some time pass, now and then with the ticks that are due, and gives a
// command.
func (c *chance) step() {
	switch c.IntN(12) {
	case 0:
		c.wait(c.now.Add(time.Duration(c.IntN(12)) * time.Second))
	case 1, 2:
		c.now = c.now.Add(time.Duration(c.IntN(3000)) * time.Millisecond)
	}
	for _, entry := range c.do(c.any()) {
		c.learn(entry)
	}
}

func (c *chance) any() Command {
	client := Origin{Firm: pick(c, northgate, northgate, quietfund, rowan, rowan), Ref: c.IntN(99)}
	dealer := Origin{Firm: pick(c, alder, alder, birch, birch, cedar, elm, fir, gorse), Ref: c.IntN(99)}
	list := fmt.Sprintf("L%d", 1+c.IntN(min(8, 2+len(c.entries)/30))) // new ones as time goes on
	switch c.IntN(20) {
	case 0, 1:
		return c.someSubmit(client, list)
	case 4:
		return Ask{client, list, "INQ-" + list, pick(c, "", alder, birch, cedar, elm, fir, "NOBODY")}
	case 5, 6:
		return c.someAccept(client, list)
	case 7:
		return pick[Command](c, Cancel{Origin: client, ListID: list}, Enquire{Origin: client, ListID: list}, Replay{client, "R"},
			Enquire{Origin: client, ListID: list}, Replay{client, "R"})
	case 2, 3, 8, 9, 10, 11:
		return c.someQuoting(dealer)
	case 12:
		return c.somePrices(dealer)
	case 13:
		return Pass{dealer, c.someRoute(dealer.Firm), pick(c, "", c.someBid()), "no"}
	case 14, 15:
		return Confirm{Origin: dealer, List: c.someRoute(dealer.Firm), Quote: pick(c, "", "", c.someBid())}
	case 16:
		return Acknowledge{dealer, c.someRoute(dealer.Firm)}
	case 17:
		return c.someAnswer(pick(c, client, dealer))
	case 18:
		o := pick(c, client, dealer)
		return pick[Command](c, Disconnect{o}, Connect{o, c.IntN(2) == 0})
	}
	return Tick{}
}

// someAccept takes a quote, of a two-way inquiry mostly on a side.
func (c *chance) someAccept(o Origin, list string) Accept {
	a := Accept{Origin: o, ListID: list, Quote: c.someQuote(o.Firm, list)}
	if c.inquiry(o.Firm, list).TwoWay() || c.IntN(10) == 0 {
		a.Side = pick(c, Buy, Sell, Sell, 0)
	}
	if c.IntN(3) == 0 {
		a.ListID = ""
	}
	if c.IntN(3) == 0 {
		a.ClOrdID, a.Response = fmt.Sprintf("MINE-%d", c.IntN(9)), fmt.Sprintf("RSP-%d", c.IntN(99))
	}
	return a
}

// someQuoting is a bid, now and then for a while only, or with its line prices.
func (c *chance) someQuoting(o Origin) Bid {
	list := c.someRoute(o.Firm)
	q := c.book.ofDealer(o.Firm, list)
	b := Bid{Origin: o, List: list, Quote: c.someBid(), Price: c.somePrice(q)}
	if c.IntN(3) == 0 {
		b.Until = c.now.Add(time.Duration(c.IntN(20)-1) * time.Second)
	}
	if c.IntN(4) == 0 && q.Phase.quoted() && q.Terms.Kind == TotalAmount {
		route, _ := q.Route(o.Firm)
		for i, p := range allocate(q, allLines(q), b.Price.Total) {
			b.Lines = append(b.Lines, LinePrice{route.LineID(i + 1), p})
		}
	}
	return b
}

// someSingle is one bond, mostly asked for both ways.
func (c *chance) someSingle(o Origin, list string) Submit {
	words := strings.Fields(pick(c, "1 two-way NORTH 2000000", "1 two-way HARBOR 1500000", basket[0], basket[1]))
	s := Submit{Origin: o, ListID: list, TotalLines: 1, Lines: []Line{c.line(words)}, Last: true,
		Terms:      Terms{Kind: PercentPerSide, Trigger: OnAccept, Currency: "USD", Single: true},
		PossResend: c.IntN(3) == 0, Asking: AskNow,
	}
	if len(list)%2 == 0 && c.IntN(6) > 0 {
		s.Dealers = []Firm{alder, birch, pick(c, gorse, fir, cedar)}
	}
	if c.IntN(10) == 0 {
		s.Terms.Trigger = BestAtDeadline
	}
	return s
}

func (c *chance) someSubmit(o Origin, list string) Submit {
	if o.Firm == rowan && c.IntN(3) > 0 {
		return c.someSingle(o, list)
	}
	from, to := 1, len(basket)
	if c.IntN(4) == 0 {
		from = c.IntN(len(basket)) + 1
		to = from + c.IntN(len(basket)-from+1)
	}
	args := []string{list, fmt.Sprintf("%d-%d", from, to)}
	kind := len(list) + int(list[1]) // the fragments of a list agree, most of the time
	args = append(args, "kind="+[]string{"total", "spread", "percent"}[kind%3])
	if kind%2 == 0 && o.Firm != quietfund {
		args = append(args, "auto")
	}
	submit := c.submit(o, args, nil)
	submit.Terms.Deadline = time.Time{}
	submit.PossResend = c.IntN(3) == 0
	submit.Asking = pick(c, AskAsAgreed, AskAsAgreed, AskLater, AskNow)
	if c.IntN(30) == 0 {
		submit.Lines[0].Face += units.Face(c.IntN(3)) * 100_000
	}
	if c.IntN(30) == 0 {
		submit.Lines[0].Limit = units.Price(90+c.IntN(20)) * units.PriceUnit
	}
	return submit
}

func (c *chance) someBid() string {
	if c.IntN(4) > 0 {
		c.bids++
	}
	return fmt.Sprintf("B%d", c.bids)
}

// somePrice is a price of the inquiry's kind, mostly.
func (c *chance) somePrice(q Inquiry) Aggregate {
	if q.TwoWay() && c.IntN(10) > 0 {
		mark := q.Facts[0].Mark.Round(2)
		return Aggregate{Kind: PercentPerSide, SellPrice: mark - units.Price(c.Int64N(50))*units.PriceUnit/100,
			BuyPrice: mark + units.Price(c.Int64N(52)-1)*units.PriceUnit/100}
	}
	prices := []Aggregate{
		Aggregate{Kind: TotalAmount, Total: units.Money(109_000_000 + c.Int64N(3_000_000))},
		Aggregate{Kind: SpreadConcession,
			Concession: units.Spread(c.Int64N(20_000_000) - 2_000_000)},
		Aggregate{Kind: PercentPerSide,
			SellPrice: units.Price(9_900_000_000 + c.Int64N(200_000_000)),
			BuyPrice:  units.Price(9_300_000_000 + c.Int64N(200_000_000))},
	}
	if q.Phase == Unknown || c.IntN(10) == 0 {
		return pick(c, prices...)
	}
	return prices[max(0, q.Terms.Kind-1)]
}

// someRoute is a list id of the dealer, now and then one of another's.
func (c *chance) someRoute(dealer Firm) string {
	if c.IntN(30) == 0 {
		dealer = pick(c, alder, birch, cedar)
	}
	var ids []string
	for _, id := range sortedKeys(c.book.inquiries) {
		for _, r := range c.book.inquiries[id].Routes {
			if r.Dealer == dealer {
				ids = append(ids, r.ListID)
			}
		}
	}
	if len(ids) == 0 {
		return "NONE"
	}
	return ids[max(0, len(ids)-1-c.IntN(4))] // mostly a recent one
}

func sortedKeys(m map[InquiryID]Inquiry) []InquiryID {
	names := make(map[InquiryID]string, len(m))
	for id := range m {
		names[id] = ""
	}
	return sorted(names)
}

func (c *chance) someQuote(client Firm, list string) string {
	q := c.inquiry(client, list)
	var ids []string
	for _, r := range q.Routes {
		for _, quote := range r.Quotes {
			ids = append(ids, quote.ID)
		}
	}
	if ranked := q.Ranked(); len(ranked) > 0 && c.IntN(3) > 0 {
		return ranked[0].ID
	}
	if len(ids) == 0 {
		return "NONE"
	}
	return ids[c.IntN(len(ids))]
}

// somePrices prices the lines of the dealer's last quote: at the marks, moved on the
// first line by what is missing, so that they often add up.
func (c *chance) somePrices(o Origin) PriceLines {
	list := c.someRoute(o.Firm)
	q := c.book.ofDealer(o.Firm, list)
	route, _ := q.Route(o.Firm)
	out := PriceLines{Origin: o, List: list, Quote: "NONE"}
	if len(route.Quotes) == 0 {
		return out
	}
	quote := route.Quotes[len(route.Quotes)-1]
	out.Quote = quote.DealerID
	prices := make([]units.Price, len(q.Lines))
	for i := range prices {
		prices[i] = q.Facts[i].Mark.Round(6)
	}
	if c.IntN(4) > 0 {
		prices = allocate(q, allLines(q), quote.Cash)
	}
	for i, p := range prices {
		out.Prices = append(out.Prices, LinePrice{route.LineID(i + 1), p})
	}
	return out
}

func (c *chance) someAnswer(o Origin) Command {
	trade := "NONE"
	for id, name := range c.names {
		if strings.HasPrefix(name, "TRADE-") && (trade == "NONE" || id < trade) {
			trade = id
		}
	}
	return pick[Command](c,
		Affirm{Origin: o, Ticket: trade + "-N01", Dispute: c.IntN(3) == 0},
		Dispute{Origin: o, ExecID: trade + "-0002-1", Reason: 'F'},
	)
}
