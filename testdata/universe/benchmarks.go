package universe

import (
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// refer gives every bond that has a certain yield and is no government's the benchmark of its
// currency that is nearest in maturity, and its spread over it: yield over yield, each as its own
// market quotes it, both at the bond's standard settlement. A security whose yield is uncertain
// has none.
func (u *builder) refer() {
	for i := range u.bonds {
		b := &u.bonds[i]
		if b.Feature != bond.Plain || (b.Kind != bond.Corporate && b.Kind != bond.Agency) {
			continue
		}
		mark := u.nearest(b)
		spread, err := overBenchmark(b, mark)
		u.fail(b, err)
		b.BenchmarkID, b.ReferenceSpread = mark.ID, tenths(10_000*spread)
	}
}

// nearest is the benchmark nearest in maturity; of two as near, the shorter.
func (u *builder) nearest(b *bond.Bond) *bond.Bond {
	var best *bond.Bond
	for _, i := range u.benchmarks[b.Currency] {
		if best == nil || apart(&u.bonds[i], b) < apart(best, b) {
			best = &u.bonds[i]
		}
	}
	return best
}

func apart(a, b *bond.Bond) units.Date { return max(a.Maturity-b.Maturity, b.Maturity-a.Maturity) }

func overBenchmark(b, mark *bond.Bond) (float64, error) {
	v, err := value(*b)
	if err != nil {
		return 0, err
	}
	m, err := valueOn(*mark, v.Settle)
	if err != nil {
		return 0, err
	}
	own, err := v.yield(b.Evaluated)
	if err != nil {
		return 0, err
	}
	theirs, err := m.yield(mark.Evaluated)
	return own - theirs, err
}
