package main

import "testing"

func TestTrade(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(4))
	d.quote(northgate, 5_000)
	d.quote(halyard, 9_000)
	d.trade(northgate)
}
