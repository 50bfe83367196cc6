package main

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
	"time"

	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/gateway"
	"foliogate/gateway/dealer"
	"foliogate/gateway/units"
	"foliogate/testdata"
)

const stageClient = "BIRCHWOOD-EMS"

// stage is the whole road without sockets and without a clock: a client's auction and dealers'
// books on both sides of the real domain, every message as bytes. Time moves to whatever is due
// next.
type stage struct {
	t      *testing.T
	now    time.Time
	book   *gateway.Book
	env    gateway.Env
	policy *gateway.Policy
	reader *fixspec.Reader

	client   *auction
	face     fixspec.Translator
	basket   []basketLine
	up       bool // the client's session
	seats    []*seat
	queue    []delivery
	news     []inquiryEvent
	lose     map[string]bool // message types of the client that get lost
	started  time.Time
	deadline time.Duration
}

// seat is one dealer.
type seat struct {
	name string
	book *dealerBook
	face fixspec.Translator
	up   bool
	news []dealerEvent
}

// delivery is a message on its way from the gateway.
type delivery struct {
	to  string
	raw []byte
}

// stagePlay is what a test changes about the usual evening.
type stagePlay struct {
	terms  func(*auctionTerms)
	basket func([]basketLine) []basketLine
	model  func(name string, m *dealer.Model, p *dealerPlan)
	policy func(*gateway.Policy)
	at     map[time.Duration]func(*stage) // since the list was sent
	within time.Duration                  // the deadline; 10 s
	cast   cast
}

// cast is who speaks which profile. The zero cast speaks lists.
type cast struct {
	client  config.Profile
	dealers map[string]config.Profile
}

func (c cast) String() string {
	word := func(p config.Profile) string { return cmp.Or(string(p), string(config.ListProfile)) }
	text := word(c.client) + " x"
	for _, name := range []string{"ALPHA", "BRAVO", "CHARLIE"} {
		text += " " + word(c.dealers[name])
	}
	return text
}

// casts are the combinations of profiles.
func casts() []cast {
	all := func(p config.Profile) map[string]config.Profile {
		return map[string]config.Profile{"ALPHA": p, "BRAVO": p, "CHARLIE": p}
	}
	return []cast{
		{}, {dealers: all(config.RFQProfile)},
		{client: config.RFQProfile}, {config.RFQProfile, all(config.RFQProfile)},
		{dealers: map[string]config.Profile{"ALPHA": config.RFQProfile, "CHARLIE": config.RFQProfile}},
		{config.RFQProfile, map[string]config.Profile{"BRAVO": config.RFQProfile}},
	}
}

func newStage(t *testing.T, play stagePlay) *stage {
	t.Helper()
	market, err := loadMarket("", "")
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, now: time.Date(2025, 6, 16, 14, 0, 0, 0, time.UTC), book: gateway.NewBook(),
		reader: fixspec.NewReader(dict.New(dict.Tier0), wire.Policy{}), up: true,
		deadline: play.within, lose: map[string]bool{}}
	if s.deadline == 0 {
		s.deadline = 10 * time.Second
	}
	s.started = s.now
	s.policy = stagePolicy()
	if play.policy != nil {
		play.policy(s.policy)
	}
	s.env = gateway.Env{Today: units.DateOf(2025, 6, 16), Seq: 1, Ref: market, Policy: s.policy}
	s.face = s.clientFace(play.cast.client)
	for _, d := range s.policy.Dealers {
		s.seats = append(s.seats, s.newSeat(string(d.Firm), market, play))
	}
	s.basket = stageBasket(t)
	if play.basket != nil {
		s.basket = play.basket(s.basket)
	}
	terms := auctionTerms{CompID: stageClient, Kind: gateway.TotalAmount, Currency: "USD",
		Rule: acceptBest, Patience: patience{Quiet: time.Second}}
	if play.terms != nil {
		play.terms(&terms)
	}
	terms.Profile = play.cast.client
	s.client = newAuction(terms, newOrderList(s.basket, listTerms{ListID: "L1", Kind: terms.Kind,
		Currency: "USD", Deadline: s.now.Add(s.deadline)}))
	return s
}

func stagePolicy() *gateway.Policy {
	panel := []gateway.Firm{"ALPHA", "BRAVO", "CHARLIE"}
	return &gateway.Policy{
		Clients: []gateway.Client{{Firm: stageClient, Panel: panel, MayAsk: panel,
			ShowCover: true, ShowDoneAway: true}},
		Dealers: []gateway.Dealer{
			{Firm: "ALPHA", LastLook: 2 * time.Second, Account: "ALPHA-SETTLE"},
			{Firm: "BRAVO"},
			{Firm: "CHARLIE", LastLook: 2 * time.Second, Account: "CHARLIE-SETTLE"}},
		MaxLines: 1000, MaxLive: 10, MaxFace: units.MaxFace, FragmentTimeout: 30 * time.Second,
		AckTimeout: 2 * time.Second, MinDeadline: time.Second, MaxDeadline: time.Hour,
		DefaultDeadline: time.Minute, Tolerance: 100, Key: [32]byte{7},
	}
}

// newSeat seats a dealer; ALPHA asks least and CHARLIE most, in the order in which they answer.
func (s *stage) newSeat(name string, market gateway.Market, play stagePlay) *seat {
	place := float64(strings.Index("ABC", name[:1]))
	model := dealer.Model{HalfSpread: 0.5 + place/10, RiskCharge: 1, Improvement: 0.1}
	plan := dealerPlan{CompID: name, QuotePrefix: "Q" + name[:1], Updates: 1,
		ThinkTime:      time.Duration(400+200*place) * time.Millisecond,
		UpdateInterval: 500 * time.Millisecond, LookDelay: 200 * time.Millisecond}
	if play.model != nil {
		play.model(name, &model, &plan)
	}
	plan.Profile = play.cast.dealers[name]
	return &seat{name: name, up: true, book: newDealerBook(plan, model, market),
		face: s.dealerFace(gateway.Firm(name), plan.Profile)}
}

func (s *stage) clientFace(p config.Profile) fixspec.Translator {
	list := fixspec.ClientFace{Client: stageClient, Bonds: s.env.Ref.Universe,
		Limit: fixspec.StandardLimit()}
	if p != config.RFQProfile {
		return &list
	}
	return &fixspec.ClientRFQFace{ClientFace: list, Quoted: func(quote string) (gateway.Inquiry, bool) {
		return s.book.Inquiry(s.book.Quoted(stageClient, quote))
	}}
}

func (s *stage) dealerFace(name gateway.Firm, p config.Profile) fixspec.Translator {
	list := fixspec.DealerFace{Dealer: name, Bonds: s.env.Ref.Universe, Policy: s.policy,
		Limit: fixspec.StandardLimit(), Currency: func(string) units.Currency { return "USD" }}
	if p != config.RFQProfile {
		return &list
	}
	return &fixspec.DealerRFQFace{DealerFace: list, Shown: func(id string) (gateway.Inquiry, bool) {
		return s.book.Inquiry(s.book.Shown(name, id))
	}}
}

// stageBasket is the switch of 125 lines.
func stageBasket(t *testing.T) []basketLine {
	t.Helper()
	basket, err := readBasket(strings.NewReader(testdata.Switch()), "switch.csv")
	if err != nil {
		t.Fatal(err)
	}
	return basket
}

// play runs from the client's logon until the auction is over and the gateway has nothing to do.
func (s *stage) play(at map[time.Duration]func(*stage)) inquiryResult {
	s.t.Helper()
	s.react(s.client.connected(s.now))
	for range 100_000 {
		s.deliver()
		next, what := s.next(at)
		if next.IsZero() {
			return s.client.result()
		}
		if next.After(s.now) {
			s.now = next
		}
		what()
	}
	s.t.Fatalf("the play does not end; the last news: %v", s.news[len(s.news)-1])
	return inquiryResult{}
}

// next is what is due first.
func (s *stage) next(at map[time.Duration]func(*stage)) (when time.Time, what func()) {
	consider := func(t time.Time, do func()) {
		if !t.IsZero() && (when.IsZero() || t.Before(when)) {
			when, what = t, do
		}
	}
	for after, do := range at {
		consider(s.started.Add(after), func() { delete(at, after); do(s) })
	}
	if !s.client.over() {
		consider(s.client.wake(), func() {
			s.react(s.client.tick(s.now))
		})
	}
	for _, d := range s.seats {
		consider(d.book.wake(), func() { s.dealerReacts(d, d.book.tick(s.now)) })
	}
	consider(s.book.NextDue(), func() { s.submit(gateway.Tick{}) })
	return when, what
}

// submit lets the gateway decide, and tell.
func (s *stage) submit(c gateway.Command) {
	s.env.Now = s.now
	for _, entry := range s.book.Decide(s.env, c) {
		s.book.Apply(entry)
		s.env.Seq = entry.Seq + 1
		inquiry, _ := s.book.Inquiry(entry.Inquiry)
		if s.up {
			for m := range s.face.Messages(entry, inquiry) {
				s.tell(stageClient, m)
			}
		}
		for _, d := range s.seats {
			if d.up {
				for m := range d.face.Messages(entry, inquiry) {
					s.tell(d.name, m)
				}
			}
		}
	}
}

func (s *stage) tell(to string, m fixspec.Envelope) {
	s.queue = append(s.queue, delivery{to, s.bytes(m)})
}

func (s *stage) bytes(m fixspec.Envelope) []byte {
	return fixspec.AppendMessage(nil, fixspec.Frame{SenderCompID: "A", TargetCompID: "B",
		MsgSeqNum: 1, SendingTime: s.now}, m)
}

func (s *stage) read(raw []byte) (fixspec.Header, fixspec.Message) {
	s.t.Helper()
	h, m, err := s.reader.Read(raw)
	if err != nil {
		s.t.Fatalf("%v in %s", err, strings.ReplaceAll(string(raw), "\x01", "|"))
	}
	return h, m
}

// deliver brings everybody what the gateway has told them.
func (s *stage) deliver() {
	for len(s.queue) > 0 {
		next := s.queue[0]
		s.queue = s.queue[1:]
		h, m := s.read(next.raw)
		if next.to == stageClient {
			if s.up {
				s.react(s.client.receive(s.now, h, m))
			}
			continue
		}
		if d := s.seat(next.to); d.up {
			s.dealerReacts(d, d.book.receive(s.now, h, m))
		}
	}
}

func (s *stage) seat(name string) *seat {
	for _, d := range s.seats {
		if d.name == name {
			return d
		}
	}
	s.t.Fatalf("no dealer %s", name)
	return nil
}

func (s *stage) react(r reaction) {
	s.news = append(s.news, r.News...)
	for _, m := range r.Send {
		if !s.up || s.lose[m.Message.MsgType()] {
			continue
		}
		h, read := s.read(s.bytes(m))
		c, reject := s.face.Command(h, read)
		s.answer(stageClient, c, reject)
	}
}

func (s *stage) dealerReacts(d *seat, r dealerReaction) {
	d.news = append(d.news, r.News...)
	for _, m := range r.Send {
		if !d.up {
			continue
		}
		h, read := s.read(s.bytes(m))
		c, reject := d.face.Command(h, read)
		s.answer(d.name, c, reject)
	}
}

func (s *stage) answer(to string, c gateway.Command, reject *fixspec.BusinessMessageReject) {
	switch {
	case reject != nil:
		s.tell(to, fixspec.Envelope{Message: reject})
	case c != nil:
		s.submit(c)
	}
}

// cut takes the client's session down.
func (s *stage) cut() {
	s.up = false
	s.submit(gateway.Disconnect{Origin: gateway.Origin{Firm: stageClient}})
	s.react(s.client.disconnected(s.now, "cut"))
}

// mend brings it back. Numbers begin again, so that the gateway tells everything anew.
func (s *stage) mend() {
	s.up = true
	s.submit(gateway.Connect{Origin: gateway.Origin{Firm: stageClient}, Reset: true})
	s.react(s.client.connected(s.now))
}

func (s *stage) cutDealer(name string) {
	d := s.seat(name)
	d.up = false
	s.submit(gateway.Disconnect{Origin: gateway.Origin{Firm: gateway.Firm(name)}})
	s.dealerReacts(d, d.book.disconnected(s.now, "cut"))
}

func (s *stage) mendDealer(name string) {
	d := s.seat(name)
	d.up = true
	s.submit(gateway.Connect{Origin: gateway.Origin{Firm: gateway.Firm(name)}, Reset: true})
	s.dealerReacts(d, d.book.connected(s.now, "FOLIOGATE"))
}

// told is the news of some kinds, as a person reads them.
func (s *stage) told(kinds ...newsKind) string {
	var lines []string
	for _, e := range s.news {
		for _, k := range kinds {
			if e.Kind == k {
				lines = append(lines, e.words("USD", len(s.basket)))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// kinds is what happened to a dealer, in order.
func (d *seat) kinds() string {
	var kinds []string
	for _, e := range d.news {
		kinds = append(kinds, string(e.Kind))
	}
	return strings.Join(kinds, " ")
}

// inquiry is the one inquiry, as the gateway has it.
func (s *stage) inquiry() gateway.Inquiry {
	for seq := uint64(1); seq < s.env.Seq; seq++ {
		if q, ok := s.book.Inquiry(gateway.InquiryIDAt(seq)); ok {
			return q
		}
	}
	return gateway.Inquiry{}
}

// agree holds both sides and the gateway against each other after a trade.
func (s *stage) agree(r inquiryResult) error {
	q := s.inquiry()
	winner := s.seat(r.Bought.Dealer)
	var there []fill
	var tickets []ticket
	for _, e := range winner.news {
		if e.Kind == dealerExecuted {
			there = e.Fills
		}
		if e.Kind == dealerTicket {
			tickets = append(tickets, *e.Ticket)
		}
	}
	switch {
	case q.Phase != gateway.Settled:
		return fmt.Errorf("the gateway has it as %s, not settled", q.Phase)
	case len(r.Fills) != len(s.basket) || len(there) != len(s.basket):
		return fmt.Errorf("%d fills here, %d there, %d lines", len(r.Fills), len(there), len(s.basket))
	case len(tickets) != len(r.Tickets):
		return fmt.Errorf("%d tickets here, %d there", len(r.Tickets), len(tickets))
	}
	var lines, told units.Money
	for i, f := range r.Fills {
		there := there[i]
		there.ClOrdID, there.Account = f.ClOrdID, f.Account // each side has its own
		if f != there {
			return fmt.Errorf("line %d: %+v here, %+v there", f.Line, f, there)
		}
		lines += f.Net
	}
	for _, t := range tickets {
		told += t.Net
	}
	if lines != r.net() || lines != told || lines != q.Execution.Net {
		return fmt.Errorf("nets: lines %d, tickets %d here and %d there, gateway %d", lines,
			r.net(), told, q.Execution.Net)
	}
	return nil
}
