package universe

import "math/rand/v2"

// dice are seeded, so that every run throws the same. They draw on the generator's own output only,
// which is specified, and not on what the library makes of it.
type dice struct{ source *rand.PCG }

func newDice(seed uint64) dice { return dice{rand.NewPCG(seed, 0)} }

// below is a whole number from 0 up to, not including, n.
func (d dice) below(n int) int { return int(d.source.Uint64() % uint64(n)) }

// between is a number from low up to high.
func (d dice) between(low, high float64) float64 {
	return low + (high-low)*float64(d.source.Uint64()>>11)/(1<<53)
}

// bell is about normal, of variance one and within 3.5.
func (d dice) bell() float64 {
	sum := 0.0
	for range 4 {
		sum += d.between(-1, 1)
	}
	return sum * 0.866
}

// once reports true one time in n.
func (d dice) once(n int) bool { return d.below(n) == 0 }

func pick[T any](d dice, from []T) T { return from[d.below(len(from))] }
