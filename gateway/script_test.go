package gateway

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// A script is commands as people would write them:
//
//	NORTHGATE submit L1 1-3            lines 1 to 3 of the standard basket
//	NORTHGATE submit L1 total=2 more   lines of its own, indented below:
//	  1 sell NORTH 2000000 account=FUND2
//	ALDER bid L1 B1 total=97650.00     the dealer's own id of L1 is looked up
//	NORTHGATE accept L1 ALDER/B1
//	wait 10s                           time passes, and ticks come when they are due
//	+10s NORTHGATE accept L1 ALDER/B1  time passes without a tick
//	ALDER confirm L1 fails             the gateway panics over it
//
// Quotes are named DEALER/ID, trades TRADE-list, tickets TRADE-list-N01.
type script struct {
	*world
	*teller
}

func newScript(t testing.TB) *script {
	w := newWorld(t)
	return &script{world: w, teller: newTeller(w.market)}
}

// run runs one command, with the lines that belong to it, and tells what came of it.
func (s *script) run(text string) string {
	s.t.Helper()
	before := s.standings()
	var told strings.Builder
	for _, entry := range s.entriesOf(text) {
		fmt.Fprintln(&told, s.tell(entry))
	}
	after := s.standings()
	for _, id := range sorted(after) {
		if before[id] != after[id] {
			fmt.Fprintf(&told, "= %s %s\n", s.lists[id], after[id])
		}
	}
	return told.String()
}

func sorted(m map[InquiryID]string) []InquiryID {
	var ids []InquiryID
	for id := range m {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// standings says of each inquiry where it stands and when time will move it on.
func (s *script) standings() map[InquiryID]string {
	all := make(map[InquiryID]string)
	for id, q := range s.book.inquiries {
		all[id] = q.Phase.String()
		if due := q.Due(); !due.IsZero() {
			all[id] += ", due " + clock(due)
		}
	}
	return all
}

func (s *script) entriesOf(text string) []Entry {
	s.t.Helper()
	head, tail, _ := strings.Cut(text, "\n")
	words := strings.Fields(head)
	if words[0] == "wait" {
		return s.wait(s.now.Add(s.duration(words[1])))
	}
	if later, ok := strings.CutPrefix(words[0], "+"); ok {
		s.now = s.now.Add(s.duration(later))
		words = words[1:]
	}
	if len(words) == 0 {
		return nil
	}
	if words[0] == "drain" {
		s.policy.Draining = true
		return nil
	}
	return s.do(s.command(words, strings.Split(tail, "\n")))
}

func (s *script) duration(text string) time.Duration {
	return parsed(s.t, text,
		time.ParseDuration)
}

// command reads one command of a firm, or a bare tick.
func (s *script) command(words, below []string) Command {
	s.t.Helper()
	if n := len(words) - 1; words[n] == "fails" {
		c := s.command(words[:n], below)
		return Quarantine{c.From(), c, "a bug"}
	}
	if words[0] == "tick" {
		return Tick{}
	}
	o := Origin{Firm: Firm(words[0]), Ref: 7}
	verb, args := words[1], words[2:]
	arg := func(i int) string {
		if i < len(args) {
			return args[i]
		}
		return ""
	}
	switch verb {
	case "submit":
		return s.submit(o, args, below)
	case "ask":
		return s.ask(o, args)
	case "accept":
		return s.accept(o, args)
	case "cancel":
		return Cancel{o, arg(0), arg(1)}
	case "enquire":
		return Enquire{o, arg(0), arg(1)}
	case "replay":
		return Replay{o, arg(0)}
	case "ack":
		return Acknowledge{o, s.routeID(o.Firm, arg(0))}
	case "bid":
		return s.bid(o, args)
	case "price":
		return s.priceLines(o, args)
	case "pass":
		return Pass{o, s.routeID(o.Firm, arg(0)), arg(1), "PASS"}
	case "confirm":
		return Confirm{o, s.routeID(o.Firm, arg(0)), arg(1)}
	case "affirm":
		return Affirm{Origin: o, Ticket: s.id(arg(0))}
	case "reject":
		return Affirm{o, s.id(arg(0)), true, "does not agree"}
	case "dispute":
		return Dispute{o, "", s.id(arg(0)), 'F', "calculation difference"}
	case "disconnect":
		return Disconnect{o}
	case "connect":
		return Connect{o, arg(0) == "reset"}
	}
	s.t.Fatalf("no command %q", words)
	return nil
}

// ask names a dealer, or the panel, and the round unless it is INQ- and the list.
func (s *script) ask(o Origin, args []string) Ask {
	c := Ask{Origin: o, ListID: args[0], BidID: "INQ-" + args[0]}
	for _, arg := range args[1:] {
		if round, named := strings.CutPrefix(arg, "round="); named {
			c.BidID = round
		} else {
			c.Dealer = Firm(arg)
		}
	}
	return c
}

// id returns the opaque id that has the name, or starts with it.
func (s *script) id(name string) string {
	for id, known := range s.names {
		if rest, ok := strings.CutPrefix(name, known); ok && (rest == "" || rest[0] == '-') {
			return id + rest
		}
	}
	return name
}

// quoteID returns the gateway's id of a quote of the list, or of "L2:ALDER/B1".
func (s *script) quoteID(list, name string) string {
	full := name
	if !strings.Contains(name, ":") {
		full = list + ":" + name
	}
	if id, ok := s.quotes[full]; ok {
		return id
	}
	return name
}

// routeID returns the dealer's own id of a list; "L1@BIRCH" is another dealer's.
func (s *script) routeID(dealer Firm, list string) string {
	if !strings.Contains(list, "@") {
		list += "@" + string(dealer)
	}
	return s.id(list)
}

// accept takes a quote: of a list, or "L1:" for one that only the quote tells.
func (s *script) accept(o Origin, args []string) Accept {
	list, short := strings.CutSuffix(args[0], ":")
	c := Accept{Origin: o, ListID: list, Quote: s.quoteID(list, args[1])}
	if short {
		c.ListID = ""
	}
	for _, arg := range args[2:] {
		key, value, _ := strings.Cut(arg, "=")
		switch key {
		case "round":
			c.BidID = value
		case "of":
			c.Dealer = Firm(value)
		case "side":
			c.Side = sides[value]
		case "id":
			c.ClOrdID = value
		case "response":
			c.Response = value
		default:
			s.t.Fatalf("no word %q for an accept", arg)
		}
	}
	return c
}

var sides = map[string]Side{"buy": Buy, "sell": Sell, "two-way": TwoWay}

// bid quotes: a price, until=90s from the start, and line prices.
func (s *script) bid(o Origin, args []string) Bid {
	lines := s.priceLines(o, args)
	c := Bid{Origin: o, List: lines.List, Quote: args[1], Price: s.aggregateOf(args[2:]),
		Lines: lines.Prices}
	for _, arg := range args[2:] {
		if until, ok := strings.CutPrefix(arg, "until="); ok {
			c.Until = start.Add(s.duration(until))
		}
	}
	return c
}

func (s *script) aggregateOf(args []string) Aggregate {
	var a Aggregate
	for _, arg := range args {
		key, value, _ := strings.Cut(arg, "=")
		switch key {
		case "total":
			a.Kind, a.Total = TotalAmount, money(s.t, value)
		case "bp":
			a.Kind, a.Concession = SpreadConcession, spread(s.t, value)
		case "sell":
			a.Kind, a.SellPrice = PercentPerSide, price(s.t, value)
		case "buy":
			a.Kind, a.BuyPrice = PercentPerSide, price(s.t, value)
		}
	}
	return a
}

func (s *script) priceLines(o Origin, args []string) PriceLines {
	list := s.routeID(o.Firm, args[0])
	dealer, _ := s.policy.dealer(o.Firm)
	route := Route{ListID: list, IDs: dealer.IDs}
	c := PriceLines{Origin: o, List: list, Quote: args[1]}
	for _, arg := range args[2:] {
		number, value, _ := strings.Cut(arg, "=")
		if n, err := strconv.Atoi(number); err == nil {
			c.Prices = append(c.Prices, LinePrice{route.LineID(n), price(s.t, value)})
		}
	}
	return c
}

// basket is the standard list: the client sells two bonds and buys one.
var basket = []string{
	"1 sell NORTH 2000000 account=FUND1",
	"2 buy HARBOR 1500000 account=FUND1",
	"3 sell MEADOW 500000 account=FUND1",
}

func (s *script) submit(o Origin, args, below []string) Submit {
	c := Submit{
		Origin: o, ListID: args[0], BidID: "INQ-" + args[0],
		Terms: Terms{Kind: TotalAmount, Trigger: OnAccept, Deadline: start.Add(5 * time.Minute),
			Currency: "USD"},
	}
	for _, line := range below {
		words := strings.Fields(line)
		if n := len(words); n > 0 && words[n-1] == "wrong" {
			number, _ := strconv.Atoi(words[0])
			c.Wrong = append(c.Wrong, LineRefusal{number, "C" + words[0], WrongRequest,
				"is not done here"})
			words = words[:n-1]
		}
		if len(words) > 0 {
			c.Lines = append(c.Lines, s.line(words))
		}
	}
	c.TotalLines = len(c.Lines)
	for _, arg := range args[1:] {
		key, value, set := strings.Cut(arg, "=")
		if from, to, ok := strings.Cut(key, "-"); ok && !set {
			s.fromBasket(&c, from, to)
			continue
		}
		s.term(&c, key, value)
	}
	if !slices.Contains(args, "more") {
		c.Last = c.Last || len(c.Lines) > 0 && c.Lines[len(c.Lines)-1].Number >= c.TotalLines
	}
	return c
}

func (s *script) fromBasket(c *Submit, from, to string) {
	first, _ := strconv.Atoi(from)
	last, _ := strconv.Atoi(to)
	for _, line := range basket[first-1 : last] {
		c.Lines = append(c.Lines, s.line(strings.Fields(line)))
	}
	c.TotalLines = len(basket)
}

func (s *script) term(c *Submit, key, value string) {
	switch key {
	case "more": // not the last fragment
	case "last":
		c.Last = true
	case "resend":
		c.PossResend = true
	case "single":
		c.Terms.Single, c.Terms.Kind = true, PercentPerSide
	case "now":
		c.Asking = AskNow
	case "later":
		c.Asking = AskLater
	case "of":
		for _, dealer := range strings.Split(value, ",") {
			c.Dealers = append(c.Dealers, Firm(dealer))
		}
	case "auto":
		c.Terms.Trigger = BestAtDeadline
	case "total":
		c.TotalLines, _ = strconv.Atoi(value)
	case "kind":
		c.Terms.Kind = map[string]PriceKind{
			"total": TotalAmount, "spread": SpreadConcession, "percent": PercentPerSide}[value]
	case "trigger":
		c.Terms.Trigger = 0
	case "ccy":
		c.Terms.Currency = units.Currency(value)
	case "bid":
		c.BidID = value
	case "in":
		c.Terms.Deadline = start.Add(s.duration(value))
	case "default":
		c.Terms.Deadline = time.Time{}
	default:
		s.t.Fatalf("no term %q", key)
	}
}

func (s *script) line(words []string) Line {
	number, _ := strconv.Atoi(words[0])
	l := Line{
		Number: number, ClOrdID: "C" + words[0],
		Side:     sides[words[1]],
		Security: s.security(words[2]), Face: face(s.t, words[3]),
	}
	for _, word := range words[4:] {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "id":
			l.ClOrdID = value
		case "account":
			l.Account = value
		case "ccy":
			l.Currency = units.Currency(value)
		case "limit":
			l.Limit = price(s.t, value)
		case "settle":
			l.SettleOn = date(s.t, value)
		case "bench":
			l.Reference.Benchmark = s.security(value)
		case "ref":
			l.Reference.Spread, l.Reference.Given = spread(s.t, value), true
		case "alloc":
			for _, part := range strings.Split(value, ",") {
				account, amount, _ := strings.Cut(part, ":")
				l.Allocations = append(l.Allocations, Allocation{account, face(s.t, amount)})
			}
		default:
			s.t.Fatalf("no word %q for a line", word)
		}
	}
	return l
}

// security finds a bond by its name; what has none is taken for an id, and "8:FICT"
// is an id of that source.
func (s *script) security(name string) Security {
	if source, id, ok := strings.Cut(name, ":"); ok {
		return Security{bond.IDSource(source[0]), id}
	}
	for b := range s.market.Universe.All() {
		if b.Name == name && bond.IsISIN(b.ID) {
			return Security{bond.ISIN, b.ID}
		} else if b.Name == name {
			return Security{bond.CUSIP, b.ID}
		}
	}
	if len(name) == 12 {
		return Security{bond.ISIN, name}
	}
	return Security{bond.CUSIP, name}
}
