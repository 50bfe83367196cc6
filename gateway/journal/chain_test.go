package journal

import (
	"bytes"
	"testing"
)

// A scan proves the chain that the writer made: both ways to move over a frame come to one hash.
func TestChainFollowsWhatItExtended(t *testing.T) {
	for size := range 300 {
		f := appendFrame(nil, Record{'E', bytes.Repeat([]byte{byte(size)}, size)}, uint64(size)<<40+7, 3, 1)
		f = f[:frameBytes+size]
		last := [32]byte(bytes.Repeat([]byte{byte(size + 1)}, 32))
		want := newChain(last).extend(f)
		read := bytes.Clone(f)
		if got := newChain(last).follow(read); got != want {
			t.Fatalf("%d bytes: %x, not %x", size, got, want)
		}
		if !bytes.Equal(read[atKind:], f[atKind:]) {
			t.Fatalf("%d bytes: the payload was spoilt", size)
		}
		for at := range f {
			if at < atLSN || at >= atDurable && at < atKind {
				continue // what the chain does not bind
			}
			other := bytes.Clone(f)
			other[at] ^= 1
			if newChain(last).follow(other) == want {
				t.Fatalf("%d bytes: the hash does not bind byte %d", size, at)
			}
		}
	}
}
