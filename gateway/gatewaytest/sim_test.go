package gatewaytest_test

import (
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/gatewaytest"
	"foliogate/gateway/units"
)

var (
	firstSeed = flag.Uint64("seed", 1, "the first seed of the simulation")
	runs      = flag.Uint64("runs", 0, "how many seeds; 0: what a test has time for")
	within    = flag.Duration("within", 0, "play no more seeds after so long; 0: all of them")
)

// few is what every test of the package plays; make sim plays ten thousand and more.
const few = 200

// many is when every row of the table of failures must have been reached.
const many = 5000

// patience bounds the seeds that a mutant may survive.
const patience = 3000

func market(t testing.TB) gateway.Market {
	t.Helper()
	calendar := load(t, "../../testdata/bonds/holidays_2023_2032.csv", bond.LoadCalendars)
	universe := load(t, "../../testdata/gateway/universe.csv", bond.LoadUniverse)
	universe.Observe(calendar)
	return gateway.Market{Universe: universe, Calendar: calendar, Pricer: unpriced{}}
}

type unpriced struct{}

func (unpriced) PriceAtSpread(_, _ *bond.Bond, _ units.Date, _ units.Spread) (units.Price, error) {
	return 0, errors.New("nobody asks for a spread here")
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

// total is what came of many runs.
type total struct {
	sync.Mutex
	gatewaytest.Result
	runs  uint64
	wrong []uint64 // seeds
}

func (s *total) add(seed uint64, r gatewaytest.Result) {
	s.Lock()
	defer s.Unlock()
	s.runs++
	s.Rows.Add(r.Rows)
	s.Steps += r.Steps
	s.Crashes += r.Crashes
	s.Lists += r.Lists
	s.Executed += r.Executed
	s.Singles += r.Singles
	for client, dealers := range r.Pairs {
		for dealer, n := range dealers {
			s.Pairs[client][dealer] += n
		}
	}
	if len(r.Wrong) > 0 {
		s.wrong = append(s.wrong, seed)
	}
}

// traded tells who traded with whom.
func (s *total) traded() string {
	return fmt.Sprintf("  executed, client by dealer: LIST LIST %d, LIST RFQ %d, RFQ LIST %d, RFQ RFQ %d;"+
		" %d of them single bonds\n",
		s.Pairs[0][0], s.Pairs[0][1], s.Pairs[1][0], s.Pairs[1][1], s.Singles)
}

// play runs seeds on all processors until one is wrong or time is up.
func play(m gateway.Market, first, n uint64) *total {
	var sum total
	var next atomic.Uint64
	var stop atomic.Bool
	var work sync.WaitGroup
	if *within > 0 {
		defer time.AfterFunc(*within, func() { stop.Store(true) }).Stop()
	}
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			c := gatewaytest.NewConfig(m)
			for i := next.Add(1) - 1; i < n && !stop.Load(); i = next.Add(1) - 1 {
				r := gatewaytest.Run(first+i, c)
				sum.add(first+i, r)
				if len(r.Wrong) > 0 {
					stop.Store(true)
				}
			}
		})
	}
	work.Wait()
	return &sum
}

// scenario plays a seed once more and tells what happens.
func scenario(m gateway.Market, seed uint64) []byte {
	var told bytes.Buffer
	c := gatewaytest.NewConfig(m)
	c.Trace = &told
	gatewaytest.Run(seed, c)
	const most = 40_000
	return told.Bytes()[max(0, told.Len()-most):]
}

// Whatever fails and whenever, nothing is lost, doubled or half done, and all comes to an end.
func TestNothingIsLostNothingTwice(t *testing.T) {
	m, n := market(t), cmp.Or(*runs, few)
	sum := play(m, *firstSeed, n)
	if len(sum.wrong) > 0 {
		seed := slices.Min(sum.wrong)
		r := gatewaytest.Run(seed, gatewaytest.NewConfig(m))
		t.Fatalf("seed %d, %v; its scenario ends so (again: make sim SEED=%d RUNS=1)\n%s",
			seed, r.Wrong, seed, scenario(m, seed))
	}
	fmt.Printf("%d seeds from %d: %d steps, %d crashes, %d inquiries, %d executed, 0 violations\n%s%s",
		sum.runs, *firstSeed, sum.Steps, sum.Crashes, sum.Lists, sum.Executed, sum.traded(), sum.Rows)
	for client, dealers := range sum.Pairs {
		for dealer, executed := range dealers {
			if n >= few && executed == 0 || n >= few && sum.Singles == 0 {
				t.Errorf("profiles %d and %d traded %d times, single bonds %d times", client, dealer,
					executed, sum.Singles)
			}
		}
	}
	for _, row := range gatewaytest.Reached() {
		if n >= many && sum.Rows[row] < 20 {
			t.Errorf("row %d of the table of failures was reached %d times only", row, sum.Rows[row])
		}
	}
}

// The mistakes that the design names, and some more, are all found, each within a bounded number of
// seeds, and by their consequences alone.
func TestMutantsAreCaught(t *testing.T) {
	m := market(t)
	for _, mutant := range gatewaytest.Mutants() {
		t.Run(mutant.String(), func(t *testing.T) {
			c := gatewaytest.NewConfig(m)
			c.Mutant, c.Outside = mutant, true
			seed, symptom := caught(c)
			if seed == 0 {
				t.Fatalf("%d seeds find nothing", patience)
			}
			t.Logf("caught by seed %d: %s", seed, symptom)
			c.Outside = false
			if r := gatewaytest.Run(seed, c); len(r.Wrong) == 0 {
				t.Error("who looks at the house's own records as well finds nothing")
			}
		})
	}
}

// caught returns the first seed that finds something, and what; 0 if none does.
func caught(c gatewaytest.Config) (uint64, string) {
	for seed := uint64(1); seed <= patience; seed++ {
		if r := gatewaytest.Run(seed, c); len(r.Wrong) > 0 {
			return seed, r.Wrong[0]
		}
	}
	return 0, ""
}

// The same seed plays the same run.
func TestASeedIsAScenario(t *testing.T) {
	m := market(t)
	for seed := range uint64(20) {
		if first, again := scenario(m, seed), scenario(m, seed); !bytes.Equal(first, again) {
			t.Fatalf("seed %d plays two runs", seed)
		}
	}
}
