package gatewaytest

import (
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// start is when every run begins: a Monday.
var start = time.Date(2025, 6, 16, 13, 30, 0, 0, time.UTC)

// bonds are what clients trade: those of the market that any list may hold.
var bonds = [...]string{"990001AA7", "990002AA5", "990003AA3"}

// world is one run: the disk, the house while it lives, the counterparties, and chance.
type world struct {
	rng      *rand.Rand
	now      time.Time
	behind   time.Duration // of the house's clock
	market   gateway.Market
	policy   *gateway.Policy
	limit    fixspec.Limit
	look     time.Duration
	reader   *fixspec.Reader
	mutant   Mutant
	outside  bool
	log      io.Writer
	disk     *disk
	house    *house // nil while it is down
	peers    []*peer
	audit    *auditor
	rows     Rows
	wrong    []string
	faulty   bool
	bug      bool // the next decision panics
	calmness int  // how many steps there are to a fault
	options  []option
	steps    int
	crashes  int
	lives    map[string]int // of a list that a mutant forgets
}

func (w *world) chance(n int) bool { return w.rng.IntN(n) == 0 }

func (w *world) clock() time.Time { return w.now.Add(-w.behind) }

func (w *world) peer(firm gateway.Firm) *peer {
	for _, p := range w.peers {
		if p.firm == firm {
			return p
		}
	}
	return nil
}

func (w *world) fail(format string, args ...any) {
	wrong := fmt.Sprintf(format, args...)
	w.trace("VIOLATION: %s", wrong)
	w.wrong = append(w.wrong, wrong)
}

func (w *world) trace(format string, args ...any) {
	if w.log != nil {
		fmt.Fprintf(w.log, "%s ", w.now.Format("15:04:05.000"))
		fmt.Fprintf(w.log, format, args...)
		fmt.Fprintln(w.log)
	}
}

func newWorld(seed uint64, c Config) *world {
	w := &world{
		rng: rand.New(rand.NewPCG(seed, 0x5eed)), now: start, market: c.Market, reader: c.reader,
		mutant: c.Mutant, outside: c.Outside, log: c.Trace, disk: &disk{}, faulty: true,
		lives: map[string]int{},
		look:  2 * time.Second, limit: fixspec.StandardLimit(),
	}
	if w.chance(2) {
		w.limit.Lines = 2
	}
	w.calmness = []int{1, 3, 5, 8, 12}[w.rng.IntN(5)]
	w.policy = w.newPolicy()
	names := []gateway.Firm{"NORTHGATE", "QUIETFUND", "ALDER", "BIRCH", "CEDAR"}
	for i, firm := range names {
		p := &peer{w: w, firm: firm, index: i, client: i < 2, in: 1, out: 1, dialled: w.chance(3),
			profile: profile(w.rng.IntN(2))}
		if p.client {
			patient := w.chance(2)
			p.resets, p.forgets = !patient, !patient && w.chance(3)
			p.trader = &client{peer: p, speech: p.profile.ofClient(), patient: patient,
				most: 1 + w.rng.IntN(3)}
		} else {
			p.resets, p.forgets = w.chance(2), w.chance(3)
			p.trader = &dealer{peer: p, speech: p.profile.ofDealer()}
		}
		w.peers = append(w.peers, p)
	}
	w.audit = newAuditor(w)
	return w
}

func (w *world) newPolicy() *gateway.Policy {
	flag := func() bool { return w.chance(2) }
	all := []gateway.Firm{"ALDER", "BIRCH", "CEDAR"}
	return &gateway.Policy{
		Clients: []gateway.Client{
			{Firm: "NORTHGATE", Panel: all, ShowCover: flag(), ShowDoneAway: flag(), ShowName: flag(),
				ShowPanelSize: flag(), MayAutoAccept: true},
			{Firm: "QUIETFUND", Panel: all[w.rng.IntN(3):], MayAutoAccept: true, CancelOnDisconnect: flag()},
		},
		Dealers:  w.newDealers(),
		MaxLines: 100, MaxLive: 100, MaxFace: 100_000_000 * units.FaceUnit,
		FragmentTimeout: 4 * time.Second, AckTimeout: 2 * time.Second,
		MinDeadline: time.Second, MaxDeadline: time.Hour, DefaultDeadline: 12 * time.Second,
		Tolerance: 100, Key: [32]byte{1, 2, 3},
	}
}

// newDealers agrees with each on what a dealer may agree on, in some runs.
func (w *world) newDealers() []gateway.Dealer {
	dealers := []gateway.Dealer{
		{Firm: "ALDER", LastLook: w.look, Account: "ALDER-9"},
		{Firm: "BIRCH", Account: "BIRCH-1"},
		{Firm: "CEDAR", LastLook: w.look},
	}
	for i := range dealers {
		d := &dealers[i]
		d.OneWay = w.chance(6)
		if w.chance(4) {
			d.QuoteFor = time.Duration(2+w.rng.IntN(5)) * time.Second
		}
		if w.chance(4) {
			d.IDs = gateway.IDFormat{MaxLength: 20, Symbols: gateway.Alphanumerics}
		}
	}
	return dealers
}

// observe counts the rows that a command tells of.
func (w *world) observe(c gateway.Command, nothing bool) {
	switch c := c.(type) {
	case gateway.Submit:
		if c.PossResend {
			w.rows.hit(5)
		}
	case gateway.Bid:
		if nothing {
			w.rows.hit(8)
		}
	}
}
