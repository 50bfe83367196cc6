package fixspec

import (
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// subject is what a request and its quotes are about: the bond, or the list as a pseudo-instrument
// under the id by which the reader knows it.
func (o *outgoing) subject(listID string) Instrument {
	q := &o.inquiry
	if !q.Terms.Single || len(q.Lines) != 1 {
		return listed(listID)
	}
	if len(q.Facts) != 1 { // refused before it was looked up
		return o.instrument(q.Lines[0], gateway.Facts{})
	}
	return o.instrument(q.Lines[0], q.Facts[0])
}

// pseudo is the list as an instrument: FIX 4.4 cannot name a list where it wants an instrument.
func pseudo(listID string) Instrument {
	return Instrument{Symbol: NoSymbol, SecurityID: listID, SecurityIDSource: IDExchange}
}

// listed is the list as an instrument that is asked for. Without an id it is any.
func listed(listID string) Instrument {
	if listID == "" {
		return Instrument{}
	}
	x := pseudo(listID)
	x.Product, x.SecurityType = ProductOther, SecurityMultileg
	return x
}

// isList tells whether the instrument stands for a list.
func (x *Instrument) isList() bool {
	return x.SecurityIDSource == IDExchange &&
		(x.SecurityType == SecurityMultileg || x.Product == ProductOther || x.SecurityType == "")
}

// sideOfAll is the client's side of a single bond; the lines of a list have their own.
func sideOfAll(q *gateway.Inquiry) Side {
	if !q.Terms.Single || len(q.Lines) == 0 {
		return SideAsDefined
	}
	return sideAsked(q, &q.Lines[0])
}

// sideAsked is the side of a line as dealers were asked for it. A two-way line has another since it
// traded, which is nobody's business who did not trade.
func sideAsked(q *gateway.Inquiry, line *gateway.Line) Side {
	if x := q.Execution; x != nil && x.Side != 0 {
		return SideUndisclosed
	}
	return sideOf(line.Side)
}

// parOf is the sum of the lines.
func parOf(q *gateway.Inquiry) (sum units.Face) {
	for i := range q.Lines {
		sum += q.Lines[i].Face
	}
	return sum
}
