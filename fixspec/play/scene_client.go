package play

import (
	"fmt"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// client plays a verb of the client:
//
//	lists KIND [as ID] [again] [best] [part N] [WRONG VALUE..]
//	asks [DEALER..] [as ROUND] [about ID]
//	asks [DEALER..] for BOND SIDE PAR KIND [as ID] [limit PRICE] [again]
//	takes QUOTE [to SIDE]
//	withdraws [by QUOTE]
//	enquires [about ID]
//
// KIND is total, spread or percent; "best" takes the best quote at the deadline, "part" sends one line
// of the list as a fragment, "again" marks a repeat. WRONG changes the first line: its side, bond, par,
// number, its name ("named") or date ("settling"); the last one ("allocated"); or the list: its lines, its
// deadline ("until"), or its kind of price in one line only ("mixed", without a value).
func (s *step) client(c *Client) bool {
	now := s.cast.Stage.Now()
	switch s.verb {
	case "lists":
		return s.lists(c)
	case "asks":
		return s.asks(c)
	case "takes":
		way, _ := s.option("to")
		return s.said(c.Take(s.quote(s.next()), sideNamed(way), now))
	case "withdraws":
		if quote, by := s.option("by"); by {
			return s.said(c.WithdrawBy(s.quote(quote), now))
		}
		return s.said(c.Withdraw(now))
	case "enquires":
		asking := *c
		if id, other := s.option("about"); other {
			asking.ID = id
		}
		return s.said(asking.Enquire())
	}
	return false
}

// quote is the client's id of a quote that its dealer calls by a name; the name itself if nobody does.
func (s *step) quote(name string) string {
	if id, known := s.cast.quotes[name]; known {
		return id
	}
	return name
}

func (s *step) lists(c *Client) bool {
	c.ID, c.Round, c.Bond = "L-1", "R-1", Bond{}
	if id, other := s.option("as"); other {
		c.ID, c.Round = id, "R-"+id
	}
	e := fixspec.Envelope{Header: fixspec.Header{PossResend: s.flag("again")}}
	part, inParts := s.option("part")
	best := s.flag("best")
	kind := kindOf(s.next())
	list := s.cast.Stage.Basket(c.ID, kind)
	list.ClientBidID, c.Kind, c.Lines, c.Par = c.Round, kind, len(list.Orders), 0
	for _, o := range list.Orders {
		c.Par += o.OrderQty
	}
	c.Until = list.Orders[0].ExpireTime
	if best {
		list.ListExecInstType = fixspec.ExecImmediate
	}
	if !s.change(list) {
		return false
	}
	if inParts {
		n := int(part[0] - '1')
		list.LastFragment = n == len(list.Orders)-1
		list.Orders = list.Orders[n : n+1]
	}
	e.Message = list
	return kind != 0 && s.said([]fixspec.Envelope{e})
}

// change makes a list wrong, or another.
func (s *step) change(list *fixspec.NewOrderList) bool {
	first := &list.Orders[0]
	for len(s.words) > 0 {
		switch word := s.next(); word {
		case "side":
			first.Side = fixspec.Side(s.next()[0])
		case "bond":
			first.Instrument.SecurityID = s.next()
		case "par":
			first.OrderQty, s.err = units.ParseFace(s.next())
		case "number":
			_, s.err = fmt.Sscan(s.next(), &first.ListSeqNo)
		case "lines":
			_, s.err = fmt.Sscan(s.next(), &list.TotNoOrders)
		case "mixed":
			first.PriceType = fixspec.PriceSpread
		case "named":
			first.ClOrdID = s.next()
		case "settling":
			first.SettlDate, s.err = units.ParseFIXDate(s.next())
		case "until":
			s.expire(list, s.next())
		case "allocated":
			last := list.Orders[len(list.Orders)-1]
			last.Allocs[0].Qty, s.err = units.ParseFace(s.next())
		default:
			return false
		}
	}
	return s.err == nil
}

func (s *step) expire(list *fixspec.NewOrderList, clock string) {
	at, err := time.Parse("20060102-15:04:05", clock)
	for i := range list.Orders {
		list.Orders[i].ExpireTime = at
	}
	s.err = err
}

func (s *step) asks(c *Client) bool {
	now := s.cast.Stage.Now()
	round, named := s.option("as")
	about, elsewhere := s.option("about")
	again := s.flag("again")
	var dealers []string
	for len(s.words) > 0 && s.words[0] != "for" {
		dealers = append(dealers, s.next())
	}
	if s.next() == "for" {
		return s.asksFor(c, dealers, round, again)
	}
	asking := *c
	if named {
		asking.Round = round
	}
	if elsewhere {
		asking.ID = about
	}
	if len(dealers) == 0 {
		dealers = []string{""}
	}
	for _, dealer := range dealers {
		s.said(asking.Ask(dealer, now))
	}
	return true
}

func (s *step) asksFor(c *Client, dealers []string, id string, again bool) bool {
	if id == "" {
		id = "L-1"
	}
	limit, limited := s.option("limit")
	bond := Bond{Instrument: fixspec.Instrument{Symbol: fixspec.NoSymbol, SecurityID: s.next(),
		SecurityIDSource: fixspec.IDCUSIP}}
	if len(bond.SecurityID) == 12 {
		bond.SecurityIDSource = fixspec.IDISIN
	}
	bond.Side = sideNamed(s.next())
	if c.Par, s.err = units.ParseFace(s.next()); s.err != nil || bond.Side == 0 {
		return false
	}
	if limited {
		bond.Limit, s.err = units.ParsePrice(limit)
	}
	c.ID, c.Round, c.Bond, c.Lines = id, "", bond, 1
	c.Kind = kindOf(s.next())
	c.Until = s.cast.Stage.Basket(id, c.Kind).Orders[0].ExpireTime
	said := c.Request(dealers, s.cast.Stage.Now())
	said[0].PossResend = again
	return s.said(said)
}

// kindOf is the kind of price that a word stands for.
func kindOf(word string) gateway.PriceKind {
	switch word {
	case "total":
		return gateway.TotalAmount
	case "spread":
		return gateway.SpreadConcession
	case "percent":
		return gateway.PercentPerSide
	}
	return 0
}

func sideNamed(word string) gateway.Side {
	for _, side := range []gateway.Side{gateway.Buy, gateway.Sell, gateway.TwoWay} {
		if side.String() == word {
			return side
		}
	}
	return 0
}
