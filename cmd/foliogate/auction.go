package main

import (
	"time"

	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// auction is a client's side of one inquiry, without clock or socket: messages and moments go in,
// messages to send and news come out. Its methods return what is to be done in order.
//
// What it holds to:
//
//  1. One quote is taken at a time, and only one that is live as far as the client has been told.
//  2. A list goes out only after every dealer that was named is known to be taken as named, so that
//     a slip in a name never shows the portfolio to somebody else.
//  3. Every execution and every ticket counts once, however often it is told.
//  4. Nothing ends as executed before all lines and all tickets are here and were compared.
type auction struct {
	terms   auctionTerms
	speech  speech
	list    *fixspec.NewOrderList
	lines   map[string]*fixspec.ListOrder // by ClOrdID(11)
	sells   units.Face                    // par of each side
	buys    units.Face
	phase   auctionPhase
	outcome outcome
	text    string // why it ended so

	sentAt      time.Time // the first message
	heardAt     time.Time // the last message
	deadline    time.Time
	bidders     []*bidder
	asked       int             // dealers, as far as it is known
	movedAt     time.Time       // of the last quote
	ripened     bool            // the first choice has been made: after a decline nobody waits again
	taking      string          // id of the quote that is being taken
	dead        map[string]bool // quotes that cannot be taken, whatever else is said of them
	declines    int
	leaving     bool      // the inquiry is to be withdrawn
	cancelledAt time.Time // of the cancel that is not answered yet

	parts    []fixspec.OrderState // of a ListStatus in fragments
	blamed   []lineFault
	ranked   []rankedQuote // as it stood at the last choice
	bought   clientQuote   // the quote that was taken last
	fills    []fill
	filled   map[string]bool // ExecID(17) and ClOrdID(11)
	tickets  []ticket
	faults   []string
	moments  moments
	allDone  bool
	outgoing []fixspec.Envelope
	news     []inquiryEvent
}

// auctionTerms is what the client asks for, and how it will choose.
type auctionTerms struct {
	CompID   string // the client's
	Kind     gateway.PriceKind
	Currency units.Currency
	Dealers  []string // named; none: the panel that the gateway has for the client
	Rule     acceptRule
	Patience patience
	Profile  config.Profile
	Single   bool // one bond, which needs no list
	TwoWay   bool // of it, dealers are not told which side the client is on
}

// auctionPhase is where the client stands.
type auctionPhase int

const (
	auctionNaming    auctionPhase = iota + 1 // dealers named, list not yet sent
	auctionSent                              // list sent, not yet acknowledged
	auctionOpen                              // being priced
	auctionTaking                            // the accept sent
	auctionLastLook                          // the dealer looks
	auctionExecuting                         // the point of no return is passed
	auctionOver
)

// moments are when the things happened that a person wants timed.
type moments struct {
	Sent, Acknowledged, FirstQuote, Accepted, Committed, Executed, Settled time.Time
}

// reaction is what the auction wants done and has to tell.
type reaction struct {
	Send []fixspec.Envelope
	News []inquiryEvent
}

// newAuction prepares an auction of a list that was made by newOrderList.
func newAuction(terms auctionTerms, list *fixspec.NewOrderList) *auction {
	a := &auction{
		terms: terms, speech: speechOf(terms), list: list, asked: len(terms.Dealers),
		lines: make(map[string]*fixspec.ListOrder, len(list.Orders)),
		dead:  map[string]bool{}, filled: map[string]bool{},
		deadline: list.Orders[0].ExpireTime,
	}
	for i := range list.Orders {
		o := &list.Orders[i]
		a.lines[o.ClOrdID] = o
		if o.Side == fixspec.SideSell {
			a.sells += o.OrderQty
		} else {
			a.buys += o.OrderQty
		}
	}
	return a
}

// begin sends the list; where dealers are named, it names them first and waits to hear of it. A
// single bond is one message, which names them too.
func (a *auction) begin(now time.Time) reaction {
	a.sentAt, a.heardAt, a.moments.Sent = now, now, now
	for _, dealer := range a.terms.Dealers {
		a.bidder(dealer)
	}
	if len(a.terms.Dealers) == 0 || a.terms.Single {
		a.sendList(now)
		return a.take()
	}
	a.phase = auctionNaming
	a.name()
	return a.take()
}

// name asks the gateway to ask each dealer, and then where the list stands: FIX acknowledges no
// request, but the answer to the question comes after every reject of one.
func (a *auction) name() {
	for _, dealer := range a.terms.Dealers {
		a.ask(dealer)
	}
	a.enquire()
}

// ask asks a dealer, or with no name the panel.
func (a *auction) ask(dealer string) {
	a.send(fixspec.Header{DeliverTo: dealer}, a.speech.ask(a))
}

// enquire asks where the inquiry stands.
func (a *auction) enquire() { a.send(fixspec.Header{}, a.speech.enquire(a)) }

func (a *auction) sendList(now time.Time) {
	a.phase = auctionSent
	a.show(fixspec.Header{})
	a.tell(inquiryEvent{At: now, Kind: newsSent, Lines: len(a.list.Orders), Text: a.list.ListID})
}

func (a *auction) show(h fixspec.Header) {
	for _, m := range a.speech.show(a) {
		a.send(h, m)
	}
}

// over tells whether there is nothing more to wait for.
func (a *auction) over() bool { return a.phase == auctionOver }

func (a *auction) end(now time.Time, o outcome, text string) {
	if a.over() {
		return
	}
	a.phase, a.outcome, a.text = auctionOver, o, text
	a.tell(inquiryEvent{At: now, Kind: newsOver, Outcome: o, Text: text})
}

func (a *auction) send(h fixspec.Header, m fixspec.Message) {
	a.outgoing = append(a.outgoing, fixspec.Envelope{Header: h, Message: m})
}

func (a *auction) tell(e inquiryEvent) { a.news = append(a.news, e) }

// take hands over what has gathered.
func (a *auction) take() reaction {
	r := reaction{a.outgoing, a.news}
	a.outgoing, a.news = nil, nil
	return r
}
