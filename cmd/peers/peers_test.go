package main

import "testing"

// Time is never asserted; what is counted is.
func TestCounts(t *testing.T) {
	p := plan{smoke: true, dir: t.TempDir()}
	rows, err := memory(p)
	if err != nil {
		t.Fatal(err)
	}
	lists, err := wholeLists(1000, 2)
	if err != nil {
		t.Fatal(err)
	}
	_, allocs, err := decodings(p, lists, 1000)
	if err != nil {
		t.Fatal(err)
	}
	rows = append(rows, most("allocations of a list of 1,000 lines", "", allocs, 16))
	encoded, err := encodings(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range append(rows, encoded...) {
		if r.peer == 0 && !r.met {
			t.Errorf("%s: %.2f, the goal is %s", r.what, r.ours, r.goal)
		}
	}
}

// The parties trade through the real binary. The peers are this one, which a test cannot start.
func TestTheRealBinaryTrades(t *testing.T) {
	t.Chdir("../..")
	found, err := through(plan{smoke: true, dir: t.TempDir()}, 20, 1, []string{"ours"})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(found["ours"].wall); n != 2 {
		t.Errorf("%d auctions were played, of 2", n)
	}
}
