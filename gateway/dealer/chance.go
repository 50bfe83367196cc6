package dealer

// draw kinds keep a dealer's chances independent of each other.
const (
	drawNoise = iota + 1
	drawPass
	drawDecline
)

// draw is a number in [0, 1) that depends on the seed, the basket and what is drawn, and on nothing
// else.
func (m Model) draw(b Basket, kind uint64) float64 {
	h := scramble(m.Seed)
	h = scramble(h ^ b.Fingerprint())
	h = scramble(h ^ uint64(b.Occurrence))
	h = scramble(h ^ kind)
	return float64(h>>11) / (1 << 53)
}

// scramble is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
func scramble(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
