package main

import "testing"

// The binary itself, as users build and start it.
func TestBinary(t *testing.T) {
	t.Parallel()
	folder := build(t)
	for name, test := range map[string]func(*testing.T, string){
		"trade": testBinaryTrades,
		"drain": testDrain, "drain too short": testDrainTooShort, "killed before a trade": testKilledBeforeTrade,
		"killed in a trade":      testKilledInTrade,
		"killed among quotes":    testKilledAmongQuotes,
		"samples":                testSamples,
		"shipped configurations": testShipped,
		"shipped over TLS":       testSecure, "a wrong pin": testSecureDealer, "back in service": testBackInService, "siege": testSiege,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, folder)
		})
	}
}

func testBinaryTrades(t *testing.T, folder string) {
	v := openBinary(t, folder)
	d := v.begin(v.portfolio(4))
	d.quote(northgate, 500)
	d.trade(northgate)
}
