package engine

import (
	"context"
	"errors"
	"io"
	"os"
	"sync"
	"testing"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
)

const (
	client gateway.Firm = "NORTHGATE"
	looker gateway.Firm = "ALDER" // has a last look of 10 s
	firm   gateway.Firm = "BIRCH"
)

func policy() gateway.Policy {
	return gateway.Policy{
		Clients: []gateway.Client{{Firm: client, Panel: []gateway.Firm{looker, firm}}},
		Dealers: []gateway.Dealer{{Firm: looker, LastLook: 10 * time.Second}, {Firm: firm}},

		MaxLines: 100, MaxLive: 10_000, MaxFace: units.MaxFace,
		FragmentTimeout: 30 * time.Second, AckTimeout: time.Hour,
		MinDeadline: time.Second, MaxDeadline: time.Hour, DefaultDeadline: time.Minute,
		Tolerance: 100,
	}
}

func market(t testing.TB) gateway.Market {
	t.Helper()
	calendar := load(t, "../../testdata/bonds/holidays_2023_2032.csv", bond.LoadCalendars)
	universe := load(t, "../../testdata/gateway/universe.csv", bond.LoadUniverse)
	universe.Observe(calendar)
	return gateway.Market{Universe: universe, Calendar: calendar}
}

func load[T any](t testing.TB, path string, read func(r io.Reader, name string) (T, error)) T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	loaded, err := read(f, path)
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

func options(t testing.TB, j Journal) Options {
	return Options{
		Journal: j, Market: market(t), Policy: policy(), Clock: time.Now,
		Today: func() units.Date { return units.DateOf(2025, 6, 16) },
	}
}

func openLog(t testing.TB, dir string) *journal.Log {
	t.Helper()
	log, err := journal.Open(dir, journal.Options{SegmentBytes: 8 << 20})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { log.Close() })
	return log
}

// running is an engine that runs until stop.
type running struct {
	*Engine
	t      testing.TB
	cancel context.CancelFunc
	ended  chan error
}

func run(t testing.TB, e *Engine) *running {
	ctx, cancel := context.WithCancel(context.Background())
	r := &running{e, t, cancel, make(chan error, 1)}
	go func() { r.ended <- e.Run(ctx) }()
	t.Cleanup(func() { r.stop() })
	return r
}

func (r *running) stop() error {
	r.cancel()
	err := <-r.ended
	r.ended <- err
	return err
}

func (r *running) submit(c gateway.Command) {
	r.t.Helper()
	if err := r.Submit(c); err != nil {
		r.t.Fatal(err)
	}
}

// await returns the durable entries once there are n.
func (r *running) await(n uint64) []gateway.Entry {
	r.t.Helper()
	for r.Last() < n {
		if err := r.Wait(context.Background(), r.Last()); err != nil {
			r.t.Fatal(err)
		}
	}
	return entries(r.t, r)
}

// entries reads all durable entries, a few at a time as a slow reader would.
func entries(t testing.TB, r *running) []gateway.Entry {
	t.Helper()
	var all []gateway.Entry
	for {
		some, err := r.Entries(uint64(len(all)), 100)
		if err != nil {
			t.Fatal(err)
		}
		if len(some) == 0 {
			return all
		}
		all = append(all, some...)
	}
}

func submission(list string) gateway.Submit {
	return gateway.Submit{
		Origin: gateway.Origin{Firm: client}, ListID: list, TotalLines: 1, Last: true,
		Terms: gateway.Terms{Kind: gateway.TotalAmount, Trigger: gateway.OnAccept, Currency: "USD"},
		Lines: []gateway.Line{{Number: 1, ClOrdID: "C1", Side: gateway.Sell,
			Face:     2_000_000 * units.FaceUnit,
			Security: gateway.Security{Source: bond.CUSIP, ID: "990001AA7"}}},
	}
}

func bid(q gateway.Inquiry, dealer gateway.Firm, id string) gateway.Bid {
	route, _ := q.Route(dealer)
	return gateway.Bid{Origin: gateway.Origin{Firm: dealer}, List: route.ListID, Quote: id,
		Price: gateway.Aggregate{Kind: gateway.TotalAmount, Total: 202_000_000}}
}

func names(all []gateway.Entry) []string {
	var out []string
	for _, entry := range all {
		out = append(out, typeOf(entry.Event))
	}
	return out
}

// gate is a journal in memory whose disk works only when it is told to.
type gate struct {
	sync.Mutex
	records []journal.Record
	appends []int // records of each call
	asked   uint64
	durable uint64
	moved   chan struct{}
	fault   error
}

func newGate() *gate { return &gate{moved: make(chan struct{})} }

func (g *gate) Append(records ...journal.Record) (uint64, error) {
	g.Lock()
	defer g.Unlock()
	if g.fault != nil {
		return 0, g.fault
	}
	g.records = append(g.records, records...)
	g.appends = append(g.appends, len(records))
	return uint64(len(g.records)), nil
}

func (g *gate) Ask(lsn uint64) {
	g.Lock()
	defer g.Unlock()
	g.asked = max(g.asked, lsn)
}

func (g *gate) Follow(ctx context.Context, lsn uint64) (uint64, error) {
	for {
		g.Lock()
		durable, moved, fault := g.durable, g.moved, g.fault
		g.Unlock()
		if durable >= lsn || fault != nil {
			return durable, fault
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return durable, ctx.Err()
		}
	}
}

func (g *gate) ReadAt(lsn uint64) (journal.Record, error) {
	g.Lock()
	defer g.Unlock()
	if lsn == 0 || lsn > g.durable {
		return journal.Record{}, errors.New("not durable")
	}
	return g.records[lsn-1], nil
}

// sync makes everything durable that was appended.
func (g *gate) sync() { g.change(func() { g.durable = uint64(len(g.records)) }) }

// fail breaks the disk.
func (g *gate) fail(err error) { g.change(func() { g.fault = err }) }

func (g *gate) change(what func()) {
	g.Lock()
	defer g.Unlock()
	what()
	close(g.moved)
	g.moved = make(chan struct{})
}
