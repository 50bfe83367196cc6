package gateway

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"reflect"
	"testing"
	"time"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// The world of the tests: a fictional universe, a client that shows everything and
// one that shows nothing, and dealers of every temper.
const (
	northgate Firm = "NORTHGATE" // panel ALDER and BIRCH, may ask CEDAR too
	quietfund Firm = "QUIETFUND" // names its dealers, tells nobody anything
	alder     Firm = "ALDER"     // last look of 10 s
	birch     Firm = "BIRCH"     // firm
	cedar     Firm = "CEDAR"     // last look of 5 s, quotes totals only
	elm       Firm = "ELM"       // nobody may ask it

	rowan Firm = "ROWAN" // panel of all but ELM, asks at most three for one bond
	fir   Firm = "FIR"   // prices lines always, and never both ways; its quotes are good for a minute
	gorse Firm = "GORSE" // prices no lines; acknowledges within 2 s
)

var firms = []Firm{northgate, quietfund, rowan, alder, birch, cedar, elm, fir, gorse}

func testPolicy() *Policy {
	return &Policy{
		Clients: []Client{
			{Firm: northgate, Panel: []Firm{alder, birch}, MayAsk: []Firm{cedar},
				ShowCover: true, ShowDoneAway: true, MayAutoAccept: true},
			{Firm: quietfund, MayAsk: []Firm{alder, birch, cedar}, WaitForAsk: true,
				CancelOnDisconnect: true},
			{Firm: rowan, Panel: []Firm{alder, birch, cedar, fir, gorse}, ShowCover: true, MaxAsked: 3,
				MayAutoAccept: true},
		},
		Dealers: []Dealer{
			{Firm: alder, LastLook: 10 * time.Second, Account: "ALDER-9"},
			{Firm: birch, Account: "BIRCH-1"},
			{Firm: cedar, LastLook: 5 * time.Second, Kinds: []PriceKind{TotalAmount}},
			{Firm: elm},
			{Firm: fir, QuoteFor: time.Minute, LinePrices: LinesRequired, OneWay: true,
				IDs: IDFormat{MaxLength: 20, Symbols: Digits}},
			{Firm: gorse, LastLook: 8 * time.Second, AckTimeout: 2 * time.Second, LinePrices: LinesNever,
				IDs: IDFormat{MaxLength: 16, Symbols: Alphanumerics}},
		},
		MaxLines: 5000, MaxLive: 4, MaxFace: 100_000_000 * units.FaceUnit,
		FragmentTimeout: 30 * time.Second, AckTimeout: 5 * time.Second,
		MinDeadline: 10 * time.Second, MaxDeadline: time.Hour, DefaultDeadline: 5 * time.Minute,
		Tolerance: 100, Key: [32]byte{1, 2, 3},
	}
}

func testMarket(t testing.TB) Market {
	t.Helper()
	calendar := load(t, "../testdata/bonds/holidays_2023_2032.csv", bond.LoadCalendars)
	universe := load(t, "../testdata/gateway/universe.csv", bond.LoadUniverse)
	universe.Observe(calendar)
	return Market{Universe: universe, Calendar: calendar, Pricer: slope{}}
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

// slope is a pricer of one straight line: seven cents a basis point.
type slope struct{}

func (slope) PriceAtSpread(b, _ *bond.Bond, _ units.Date, s units.Spread) (units.Price, error) {
	if max(s, -s) > 10_000*units.SpreadUnit {
		return 0, errors.New("no yield at that spread")
	}
	return (b.Evaluated - 7*units.Price(s-b.ReferenceSpread)).Round(6), nil
}

// start is when every world begins: a Monday, one business day before the 17th.
var start = time.Date(2025, 6, 16, 13, 30, 0, 0, time.UTC)

// world runs commands through a book as the engine does. Beside the book it keeps a
// second one that knows only what was journaled, and an auditor.
type world struct {
	t        testing.TB
	now      time.Time
	market   Market
	policy   *Policy
	book     *Book
	replayed *Book
	auditor  *auditor
	entries  []Entry
}

func newWorld(t testing.TB) *world {
	return &world{
		t: t, now: start, market: testMarket(t), policy: testPolicy(),
		book: NewBook(), replayed: NewBook(), auditor: newAuditor(testPolicy()),
	}
}

func (w *world) env() Env {
	return Env{
		Now: w.now, Today: units.DateFromTime(w.now), Seq: uint64(len(w.entries)) + 1,
		Ref: w.market, Policy: w.policy,
	}
}

func (w *world) do(c Command) []Entry {
	w.t.Helper()
	entries := w.book.Decide(w.env(), c)
	for _, entry := range entries {
		w.book.Apply(entry)
		line := entry.AppendJSON(nil)
		var written Entry
		if err := written.UnmarshalJSON(line); err != nil {
			w.t.Fatalf("%s: %v", line, err)
		}
		w.replayed.Apply(written)
		for _, wrong := range w.auditor.see(entry) {
			w.t.Errorf("%s\n  %s", wrong, line)
		}
	}
	w.entries = append(w.entries, entries...)
	return entries
}

// wait lets time pass as the engine does: a Tick whenever one is due.
func (w *world) wait(until time.Time) []Entry {
	w.t.Helper()
	var entries []Entry
	for due := w.book.NextDue(); !due.IsZero() && !due.After(until); due = w.book.NextDue() {
		if due.After(w.now) {
			w.now = due
		}
		ticked := w.do(Tick{})
		if len(ticked) == 0 {
			w.t.Fatalf("a tick was due at %s and decided nothing", due)
		}
		entries = append(entries, ticked...)
	}
	w.now = until
	return entries
}

// close checks what must hold at the end of any story.
func (w *world) close() {
	w.t.Helper()
	if !reflect.DeepEqual(w.book, w.replayed) {
		w.t.Error("the book that was replayed from the journal differs from the book")
	}
	if restored := w.restored(); !reflect.DeepEqual(w.book, restored) {
		w.t.Error("the book that was restored from its inquiries differs from the book")
	}
	var next time.Time
	live := 0
	for _, q := range w.book.inquiries {
		if q.Phase.Live() {
			live++
		}
		if due := q.Due(); !due.IsZero() && (next.IsZero() || due.Before(next)) {
			next = due
		}
	}
	if _, counted := w.book.Len(); counted != live || !w.book.NextDue().Equal(next) {
		w.t.Errorf("%d are live and the next is due at %s; the book says %d and %s", live, next,
			counted, w.book.NextDue())
	}
}

// restored is the book as it comes back from a snapshot.
func (w *world) restored() *Book {
	w.t.Helper()
	book := NewBook()
	for _, q := range w.book.Inquiries() {
		line, err := json.Marshal(q)
		if err != nil {
			w.t.Fatal(err)
		}
		var again Inquiry
		if err := json.Unmarshal(line, &again); err != nil {
			w.t.Fatalf("%s: %v", line, err)
		}
		book.Restore(again)
	}
	return book
}

// inquiry returns the inquiry that a client knows by the list id.
func (w *world) inquiry(client Firm, list string) Inquiry {
	return w.book.ofClient(client, list)
}

func face(t testing.TB, s string) units.Face     { return parsed(t, s, units.ParseFace) }
func price(t testing.TB, s string) units.Price   { return parsed(t, s, units.ParsePrice) }
func spread(t testing.TB, s string) units.Spread { return parsed(t, s, units.ParseSpread) }
func date(t testing.TB, s string) units.Date     { return parsed(t, s, units.ParseDate) }

func money(t testing.TB, s string) units.Money {
	return parsed(t, s, func(s string) (units.Money, error) { return units.ParseMoney(s, "USD") })
}

func parsed[T any](t testing.TB, s string, parse func(string) (T, error)) T {
	t.Helper()
	v, err := parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
