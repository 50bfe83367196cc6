package gatewaytest

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/engine"
	"foliogate/gateway/units"
)

// Overheard is all that one dealer is sent in an auction: the bytes of each message and when.
type Overheard struct {
	Messages []string
	Outcome  int // the first message that depends on the client's choice; len(Messages) if none does
}

// Ending is how an overheard auction goes.
type Ending int

// The endings.
const (
	// OpenEnded: the client takes what is best, whoever that is and whenever it likes.
	OpenEnded Ending = iota
	// LostAlike: a firm dealer wins at the same moment, by little or by much.
	LostAlike
)

// Overhear plays one auction without faults. What is asked for, in which profile the dealer ALDER
// hears of it and what it does is a matter of the seed;
// what the others do, and what the client does about them, is a matter of the variant. The
// client's policy can be changed, for a test that must see the difference. Opaque ids are told by
// the order in which they appear: they are keyed hashes of the entries' numbers.
func Overhear(seed, variant uint64, ending Ending, c Config,
	agreed func(*gateway.Client)) Overheard {
	a := newAuction(seed, variant, c, agreed)
	a.submit()
	a.alder()
	a.birch(ending)
	a.cedar(ending)
	if ending == OpenEnded {
		a.client()
	}
	return a.play()
}

// auction is a timetable, and the product that it happens to.
type auction struct {
	own, others *rand.Rand
	disk        *disk
	writer      *engine.Writer
	face        face
	now         time.Time
	plan        []appointment
	read        uint64
	heard       Overheard
	names       map[string]string
	fair        units.Money
	twoWay      bool
	mark        units.Price // of the bond that is asked for two-way
	lines       []gateway.Line
}

type appointment struct {
	at time.Duration
	do func(*auction) gateway.Command // nil: nothing after all
}

const (
	theClient gateway.Firm = "QUIETFUND"
	theList                = "L1"
	lasting                = 20 * time.Second // of the auction
	settled                = 15 * time.Second // when the client chooses, where all is alike
)

func newAuction(seed, variant uint64, c Config, agreed func(*gateway.Client)) *auction {
	client := gateway.Client{Firm: theClient, Panel: []gateway.Firm{"ALDER", "BIRCH"},
		MayAsk: []gateway.Firm{"CEDAR"}}
	agreed(&client)
	policy := &gateway.Policy{
		Clients: []gateway.Client{client},
		Dealers: []gateway.Dealer{{Firm: "ALDER", LastLook: 2 * time.Second, Account: "ALDER-9"},
			{Firm: "BIRCH"}, {Firm: "CEDAR", LastLook: time.Second}},
		MaxLines: 100, MaxLive: 100, MaxFace: 100_000_000 * units.FaceUnit,
		FragmentTimeout: 4 * time.Second, AckTimeout: 2 * time.Second, MinDeadline: time.Second,
		MaxDeadline: time.Hour, DefaultDeadline: lasting, Key: [32]byte{1, 2, 3},
	}
	a := &auction{own: rand.New(rand.NewPCG(seed, 1)), others: rand.New(rand.NewPCG(seed, variant)),
		disk: &disk{}, now: start, names: map[string]string{}}
	a.writer = engine.NewWriter(engine.Options{Journal: a.disk, Market: c.Market, Policy: *policy,
		Clock: func() time.Time { return a.now },
		Today: func() units.Date { return units.DateFromTime(start) }})
	lists := fixspec.DealerFace{Dealer: "ALDER", Bonds: c.Market.Universe, Policy: policy,
		Limit: fixspec.StandardLimit()}
	a.face = &lists
	if a.own.IntN(2) == 0 {
		a.face = &fixspec.DealerRFQFace{DealerFace: lists}
	}
	a.basket(c)
	return a
}

// basket is what is asked for: some bonds for a total, or one either way.
func (a *auction) basket(c Config) {
	n := 1 + a.own.IntN(3)
	a.twoWay = a.own.IntN(4) == 0
	if a.twoWay {
		n = 1
	}
	for i := range n {
		l := gateway.Line{Number: i + 1, ClOrdID: fmt.Sprint(i), Side: gateway.Side(1 + a.own.IntN(2)),
			Security: gateway.Security{Source: bond.CUSIP, ID: bonds[i]},
			Face:     units.Face(1+a.own.IntN(40)) * 100_000 * units.FaceUnit, Account: "FUND1"}
		b, _ := c.Market.Universe.Find(bond.CUSIP, bonds[i])
		a.fair += units.Money(l.Side.Cash()) * units.Principal(l.Face, b.Evaluated, "USD")
		if a.twoWay {
			l.Side, a.mark = gateway.TwoWay, b.Evaluated
		}
		a.lines = append(a.lines, l)
	}
}

func (a *auction) at(d time.Duration, do func(*auction) gateway.Command) {
	a.plan = append(a.plan, appointment{d, do})
}

func (a *auction) submit() {
	a.at(0, func(*auction) gateway.Command {
		return gateway.Submit{Origin: gateway.Origin{Firm: theClient}, ListID: theList,
			Terms: gateway.Terms{Kind: a.priced(0).Kind, Trigger: gateway.OnAccept, Currency: "USD",
				Single: a.twoWay},
			Lines: a.lines, TotalLines: len(a.lines), Last: true}
	})
}

func within(r *rand.Rand, from, to time.Duration) time.Duration {
	return from + time.Duration(r.Int64N(int64(to-from)))
}

// alder is the dealer that is overheard: it quotes, repeats, pulls, comes and goes.
func (a *auction) alder() {
	for ref := range 3 + a.own.IntN(8) {
		o := gateway.Origin{Firm: "ALDER", Ref: ref + 1}
		kind, id := a.own.IntN(10), fmt.Sprintf("A%d", 1+a.own.IntN(4))
		price := a.priced(-units.Money(a.own.Int64N(100_000)))
		until := time.Time{}
		if a.own.IntN(4) == 0 {
			until = start.Add(within(a.own, 2*time.Second, lasting+2*time.Second))
		}
		reset := a.own.IntN(2) == 0
		a.at(within(a.own, time.Second, lasting+2*time.Second), func(a *auction) gateway.Command {
			list := a.listOf("ALDER")
			switch kind {
			case 0:
				return gateway.Acknowledge{Origin: o, List: list}
			case 1:
				return gateway.Pass{Origin: o, List: list}
			case 2:
				return gateway.Disconnect{Origin: o}
			case 3:
				return gateway.Connect{Origin: o, Reset: reset}
			case 4:
				return gateway.Confirm{Origin: o, List: list}
			case 5:
				return gateway.PriceLines{Origin: o, List: list, Quote: id}
			}
			return gateway.Bid{Origin: o, List: list, Quote: id, Price: price, Until: until}
		})
	}
}

// priced is a price that is better than fair for the client by so much, and of one bond either way
// one that is narrower.
func (a *auction) priced(better units.Money) gateway.Aggregate {
	if !a.twoWay {
		return gateway.Aggregate{Kind: gateway.TotalAmount, Total: a.fair + better}
	}
	half := units.PriceUnit - units.Price(better)*50
	return gateway.Aggregate{Kind: gateway.PercentPerSide, SellPrice: a.mark - half, BuyPrice: a.mark + half}
}

// birch quotes as the variant has it; where all is alike it wins in the end.
func (a *auction) birch(ending Ending) {
	for n := range a.others.IntN(5) {
		a.bid("BIRCH", fmt.Sprintf("B%d", n), units.Money(a.others.Int64N(400_000))-300_000,
			within(a.others, time.Second, settled-time.Second))
	}
	if ending == OpenEnded {
		return
	}
	a.bid("BIRCH", "B9", 1+units.Money(a.others.Int64N(1_000_000)), settled-time.Millisecond)
	a.at(settled, func(a *auction) gateway.Command { return a.accept("BIRCH") })
}

// cedar is asked or not, quotes, is looked at and declines, and goes away.
func (a *auction) cedar(ending Ending) {
	if a.others.IntN(3) == 0 {
		return
	}
	a.at(within(a.others, 0, 5*time.Second), func(*auction) gateway.Command {
		return gateway.Ask{Origin: gateway.Origin{Firm: theClient}, ListID: theList, Dealer: "CEDAR"}
	})
	o := gateway.Origin{Firm: "CEDAR"}
	bid := within(a.others, 5*time.Second, 10*time.Second)
	a.bid("CEDAR", "C1", units.Money(a.others.Int64N(400_000))-200_000, bid)
	if a.others.IntN(2) == 0 {
		a.at(bid+time.Second, func(a *auction) gateway.Command { return a.accept("CEDAR") })
		answer := a.others.IntN(3)
		a.at(bid+within(a.others, time.Second+1, 2*time.Second), func(a *auction) gateway.Command {
			switch {
			case answer == 0:
				return gateway.Disconnect{Origin: o}
			case answer == 1 && ending == OpenEnded:
				return gateway.Confirm{Origin: o, List: a.listOf("CEDAR")}
			}
			return gateway.Pass{Origin: o, List: a.listOf("CEDAR")}
		})
	}
	a.bid("CEDAR", "C2", units.Money(a.others.Int64N(400_000))-200_000,
		within(a.others, 12*time.Second, settled))
}

func (a *auction) bid(dealer gateway.Firm, id string, better units.Money, at time.Duration) {
	price, until := a.priced(better), time.Time{}
	if at < settled-time.Second && a.others.IntN(4) == 0 {
		until = start.Add(at + within(a.others, time.Second, 8*time.Second))
	}
	a.at(at, func(a *auction) gateway.Command {
		return gateway.Bid{Origin: gateway.Origin{Firm: dealer}, List: a.listOf(dealer), Quote: id,
			Price: price, Until: until}
	})
}

// client takes the best quote of the moment, once or twice, or gives up.
func (a *auction) client() {
	for range a.others.IntN(3) {
		a.at(within(a.others, 8*time.Second, lasting), func(a *auction) gateway.Command {
			ranked := a.inquiry().Ranked()
			if len(ranked) == 0 {
				return nil
			}
			return a.accept(ranked[0].Dealer)
		})
	}
	if a.others.IntN(4) == 0 {
		a.at(within(a.others, 8*time.Second, lasting), func(*auction) gateway.Command {
			return gateway.Cancel{Origin: gateway.Origin{Firm: theClient}, ListID: theList}
		})
	}
}

func (a *auction) accept(dealer gateway.Firm) gateway.Command {
	route, _ := a.inquiry().Route(dealer)
	quote, ok := route.Live()
	if !ok {
		return nil
	}
	choice := gateway.Choice{}
	if a.twoWay {
		choice.Side = gateway.Side(1 + a.others.IntN(2))
	}
	return gateway.Accept{Origin: gateway.Origin{Firm: theClient}, ListID: theList, Quote: quote.ID,
		Choice: choice}
}

func (a *auction) inquiry() gateway.Inquiry {
	q, _ := a.writer.Inquiry(gateway.InquiryIDAt(1))
	return q
}

func (a *auction) listOf(dealer gateway.Firm) string {
	route, _ := a.inquiry().Route(dealer)
	return cmp.Or(route.ListID, "NONE")
}

// play keeps the timetable, with a Tick whenever one is due.
func (a *auction) play() Overheard {
	slices.SortStableFunc(a.plan, func(x, y appointment) int { return cmp.Compare(x.at, y.at) })
	a.heard.Outcome = -1
	for _, p := range a.plan {
		a.tick(start.Add(p.at))
		a.now = start.Add(p.at)
		if command := p.do(a); command != nil {
			a.decide(command)
		}
	}
	a.tick(start.Add(time.Hour))
	if a.heard.Outcome < 0 {
		a.heard.Outcome = len(a.heard.Messages)
	}
	return a.heard
}

func (a *auction) tick(until time.Time) {
	for due := a.writer.NextDue(); !due.IsZero() && !due.After(until); due = a.writer.NextDue() {
		a.now = maxTime(a.now, due)
		a.decide(gateway.Tick{})
	}
}

// decide never fails: the disk of an auction is sound.
func (a *auction) decide(c gateway.Command) {
	if err := a.writer.Decide(c); err != nil {
		panic(err)
	}
	a.disk.sync(len(a.disk.ends))
	a.writer.Settle(a.disk.last())
	entries, err := a.writer.Entries(a.read, 100)
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		a.read = e.Seq
		a.listen(e)
	}
}

func (a *auction) listen(e gateway.Entry) {
	q, _ := a.writer.Inquiry(e.Inquiry)
	for m := range a.face.Messages(e, q) {
		switch e.Event.(type) {
		case gateway.QuoteAwarded, gateway.Traded, gateway.Cancelled, gateway.Lapsed:
			if a.heard.Outcome < 0 {
				a.heard.Outcome = len(a.heard.Messages)
			}
		}
		raw := fixspec.AppendMessage(nil, fixspec.Frame{SenderCompID: "FOLIOGATE",
			TargetCompID: "ALDER", MsgSeqNum: len(a.heard.Messages) + 1, SendingTime: a.now}, m)
		a.heard.Messages = append(a.heard.Messages, a.named(string(raw)))
	}
}

// opaque are the ids that counterparties see: 12 symbols of a keyed hash.
var opaque = regexp.MustCompile(`[0-9A-HJKMNP-TV-Z]{12}`)

func (a *auction) named(raw string) string {
	body := raw[:len(raw)-len("10=000|")]
	return opaque.ReplaceAllStringFunc(body, func(id string) string {
		if a.names[id] == "" {
			a.names[id] = fmt.Sprintf("ID%010d", len(a.names)+1)
		}
		return a.names[id]
	})
}
