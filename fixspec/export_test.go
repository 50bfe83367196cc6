package fixspec

import (
	"testing"

	"foliogate/gateway"
)

// What the tests outside the package need of those within.

var (
	Update    = update
	TestTable = testTable
	Shown     = shown
	TestFrame = testFrame
)

// NewJudge returns what fails a test unless quickfixgo takes a message at its strictest.
func NewJudge() func(testing.TB, []byte) {
	judge := newStrictly(nil)
	return func(t testing.TB, raw []byte) {
		t.Helper()
		judge.accept(t, raw)
	}
}

func StageMarket(t testing.TB) (gateway.Market, gateway.Policy) {
	t.Helper()
	universe, calendars := stageMarket(t)
	return gateway.Market{Universe: universe, Calendar: calendars, Pricer: flatPricer{}}, stagePolicy()
}
