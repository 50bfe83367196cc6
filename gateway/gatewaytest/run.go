package gatewaytest

import (
	"cmp"
	"io"
	"slices"
	"time"

	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/gateway"
)

// Config is what runs have in common. Make one with NewConfig; each goroutine needs its own.
type Config struct {
	Market gateway.Market
	Mutant Mutant
	Trace  io.Writer // what happens, line by line; nil: nowhere
	// Outside has the auditor judge by what counterparties hear and by the durable journal, and not by
	// where the house keeps a message that leaves it.
	Outside bool

	reader *fixspec.Reader
}

// NewConfig returns a Config for runs without a mutant.
func NewConfig(m gateway.Market) Config {
	return Config{Market: m, reader: fixspec.NewReader(dict.New(dict.Tier0), wire.Policy{})}
}

// Result is what came of a run.
type Result struct {
	Wrong    []string // nothing, if all is well
	Rows     Rows
	Steps    int
	Crashes  int
	Lists    int
	Executed int
	// By the profile of the client and that of the dealer, in the order of the profiles.
	Pairs   [2][2]int
	Singles int // single bonds that were executed
}

// Run plays one seed: first with faults, then without any until all is at rest.
func Run(seed uint64, c Config) Result {
	w := newWorld(seed, c)
	w.restart()
	for most := 400 + w.rng.IntN(1000); w.steps < most && len(w.wrong) == 0; {
		if w.step() {
			w.pass()
		} else {
			w.now = w.now.Add(100 * time.Millisecond)
		}
	}
	if len(w.wrong) == 0 {
		w.calm()
	}
	r := Result{Wrong: w.wrong, Rows: w.rows, Steps: w.steps, Crashes: w.crashes,
		Lists: len(w.audit.order)}
	for _, f := range w.audit.order {
		if f.trade != nil {
			r.Executed++
			r.Pairs[w.peer(f.client).profile][w.peer(f.trade.Execution.Dealer).profile]++
			if f.single {
				r.Singles++
			}
		}
	}
	return r
}

// pass lets a little time pass, now and then more.
func (w *world) pass() {
	ms := w.rng.IntN(12)
	switch w.rng.IntN(64) {
	case 0:
		ms += w.rng.IntN(800)
	case 1, 2, 3:
		ms += w.rng.IntN(100)
	}
	w.now = w.now.Add(time.Duration(ms) * time.Millisecond)
}

// mostCalm bounds the steps until all is at rest.
const mostCalm = 20_000

// calm plays on without faults: what was begun must end, and all must be told.
func (w *world) calm() {
	w.trace("no more faults")
	w.faulty, w.bug = false, false
	if w.disk.broken != nil {
		w.crash("of a broken disk")
	}
	for begun := w.steps; len(w.wrong) == 0; {
		if w.steps-begun > mostCalm {
			w.fail("the run does not come to rest")
		}
		if w.step() {
			w.now = w.now.Add(time.Millisecond)
			continue
		}
		if w.actAll() {
			continue
		}
		next := w.nextDue()
		if next.IsZero() {
			break
		}
		w.now = maxTime(next, w.now.Add(time.Millisecond))
	}
	if len(w.wrong) == 0 {
		w.audit.close()
	}
}

// actAll lets every trader do what must be done; false if nobody has anything to do.
func (w *world) actAll() bool {
	acted := false
	for _, p := range w.peers {
		if p.on {
			before := p.out
			p.trader.act(true)
			acted = acted || p.out != before
		}
	}
	return acted
}

// nextDue is when time next makes something happen; zero if never.
func (w *world) nextDue() time.Time {
	var next time.Time
	sooner := func(t time.Time) {
		if !t.IsZero() && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	if due := w.house.writer.NextDue(); !due.IsZero() {
		sooner(due.Add(w.behind))
	}
	for _, p := range w.peers {
		sooner(p.trader.due())
		if p.conn == nil {
			sooner(p.away)
		}
	}
	return next
}

func maxTime(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
