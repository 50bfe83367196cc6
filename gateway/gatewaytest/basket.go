package gatewaytest

import (
	"fmt"
	"slices"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway/units"
)

// newList is what a client comes to trade: some bonds, or by quotes alone one.
func (w *world) newList(c *client) *clientList {
	l := &clientList{
		id: fmt.Sprintf("L%d%02d", c.index, len(c.lists)+1), cuts: 1, last: w.now,
		fills: map[string]fixspec.ExecutionReport{}, tickets: map[string]fixspec.Confirmation{},
		affirmed: map[string]bool{}, hits: map[string]fixspec.Side{},
		kind: fixspec.PriceFixedAmount, single: c.profile == rfq && w.chance(3),
	}
	l.auto = !l.single && w.chance(5)
	if w.chance(3) {
		l.kind = fixspec.PricePercentage
	}
	w.asks(c, l)
	if w.chance(2) {
		l.deadline = w.now.Add(time.Duration(20+w.rng.IntN(30)) * time.Second).Truncate(time.Millisecond)
	}
	n := 1 + w.rng.IntN(4)
	if l.single {
		n = 1
	}
	first := w.rng.IntN(len(bonds))
	for i := range n {
		side := fixspec.SideBuy
		if w.chance(2) {
			side = fixspec.SideSell
		}
		l.orders = append(l.orders, fixspec.ListOrder{
			ClOrdID: fmt.Sprintf("%s-%d", l.id, i+1), ListSeqNo: i + 1, ExecInst: "G",
			Account: fmt.Sprintf("FUND%d", 1+w.rng.IntN(2)), Side: side, OrdType: '1',
			Instrument: fixspec.Instrument{Symbol: fixspec.NoSymbol,
				SecurityID: bonds[(first+i)%len(bonds)], SecurityIDSource: fixspec.IDCUSIP},
			OrderQty:  units.Face(1+w.rng.IntN(40)) * 100_000 * units.FaceUnit,
			PriceType: l.kind, Currency: "USD", SettlCurrency: "USD",
			TimeInForce: '6', ExpireTime: l.deadline,
		})
	}
	if n > 1 && w.chance(3) {
		l.cuts = 2
	}
	if l.single && l.kind == fixspec.PricePercentage && w.chance(2) {
		l.orders[0].Side = fixspec.SideUndisclosed
	}
	l.parts = c.speech.show(l, l.orders, l.cuts)
	if len(l.parts) > l.cuts && w.chance(4) { // who is asked is said before what is traded
		l.parts = append(slices.Clone(l.parts[l.cuts:]), l.parts[:l.cuts]...)
	}
	return l
}

// asks says under which name and whom a client asks that speaks quotes.
func (w *world) asks(c *client, l *clientList) {
	l.round = l.id
	if c.profile != rfq {
		return
	}
	if !l.single && w.chance(2) {
		l.round = "Z-" + l.id
	}
	if !w.chance(3) {
		return
	}
	for _, dealer := range w.policy.Client(c.firm).Panel {
		if w.chance(2) {
			l.dealers = append(l.dealers, string(dealer))
		}
	}
	if w.chance(12) {
		l.dealers = append(l.dealers, "CEDAR") // whom not everyone may ask
	}
	slices.Sort(l.dealers)
	l.dealers = slices.Compact(l.dealers)
}
