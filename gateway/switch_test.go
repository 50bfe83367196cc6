package gateway

import (
	"encoding/csv"
	"io"
	"testing"

	"foliogate/gateway/analytics/pricing"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// switchWorld has the universe and the 125 lines of the switch, and what they settle
// to at the evaluated prices as it was published.
func switchWorld(t *testing.T, kind PriceKind) (w *world, submit Submit,
	published []map[string]string) {
	w = newWorld(t)
	w.market.Universe = load(t, "../testdata/universe/universe.csv", bond.LoadUniverse)
	w.market.Universe.Observe(w.market.Calendar)
	w.market.Pricer = pricing.NewPricer(w.market.Universe)
	published = load(t, "../testdata/scenario/switch_basket.csv", readCSV)
	submit = Submit{
		Origin: Origin{Firm: northgate}, ListID: "SWITCH", TotalLines: len(published), Last: true,
		Terms: Terms{Kind: kind, Trigger: OnAccept, Currency: "USD"},
	}
	for i, row := range load(t, "../testdata/scenario/switch.csv", readCSV) {
		submit.Lines = append(submit.Lines, Line{
			Number: i + 1, ClOrdID: "C" + published[i]["line"], Account: row["account"],
			Side:     map[string]Side{"buy": Buy, "sell": Sell}[row["side"]],
			Security: Security{bond.CUSIP, row["identifier"]}, Face: face(t, row["face"]),
		})
	}
	return w, submit, published
}

// tradeSwitch has the firm dealer quote and the client accept.
func (w *world) tradeSwitch(submit Submit, price Aggregate) Inquiry {
	w.t.Helper()
	w.do(submit)
	q := w.inquiry(northgate, "SWITCH")
	if q.Phase != Open {
		w.t.Fatalf("the list is %s: %+v", q.Phase, q.Outcome)
	}
	route, _ := q.Route(birch)
	w.do(Bid{Origin: Origin{Firm: birch}, List: route.ListID, Quote: "B1", Price: price})
	q = w.inquiry(northgate, "SWITCH")
	w.do(Accept{Origin: Origin{Firm: northgate}, ListID: "SWITCH", Quote: q.Ranked()[0].ID})
	w.close()
	return w.inquiry(northgate, "SWITCH")
}

// The published switch: 125 lines at the evaluated prices settle to the published
// principal, accrued interest and net of every line, and to one ticket of 174.23.
func TestSwitchSettlesAsPublished(t *testing.T) {
	w, submit, published := switchWorld(t, TotalAmount)
	var total units.Money
	for i, l := range submit.Lines {
		total += units.Money(l.Side.Cash()) * money(t, published[i]["principal"])
	}
	q := w.tradeSwitch(submit, Aggregate{Kind: TotalAmount, Total: total})
	for i, fill := range q.Execution.Fills {
		row, sign := published[i], units.Money(q.Lines[i].Side.Cash())
		got := [...]units.Money{sign * fill.Principal, sign * fill.Accrued, sign * fill.Net}
		want := [...]units.Money{money(t, row["principal"]), money(t, row["accrued"]), money(t,
			row["net"])}
		if got != want || fill.Price != price(t, row["clean"]) {
			t.Errorf("line %d at %s: %d, published %d at %s", i+1, fill.Price, got, want,
				row["clean"])
		}
	}
	if len(q.Tickets) != 1 || q.Tickets[0].Net != money(t, "174.23") || q.Execution.Residue != 0 {
		t.Errorf("%d tickets, net %+v, residue %d", len(q.Tickets), q.Tickets, q.Execution.Residue)
	}
}

// With the real pricer: a concession of nothing is the evaluated price of every line
// (to a cent a hundred, since reference spreads are given to a tenth of a basis point),
// and each basis point more costs the client on both sides.
func TestSwitchAsASpread(t *testing.T) {
	var last Inquiry
	for _, bp := range []units.Spread{0, 1, 5, 25} {
		w, submit, _ := switchWorld(t, SpreadConcession)
		q := w.tradeSwitch(submit, Aggregate{Kind: SpreadConcession,
			Concession: bp * units.SpreadUnit})
		for i, fill := range q.Execution.Fills {
			mark, worse := q.Facts[i].Mark, units.Price(-q.Lines[i].Side.Cash())
			if off := fill.Price - mark; bp == 0 && max(off, -off) > units.PriceUnit/100 {
				t.Errorf("line %d is at %s, its mark is %s", i+1, fill.Price, mark)
			}
			if bp > 0 && (fill.Price-last.Execution.Fills[i].Price)*worse <= 0 {
				t.Errorf("line %d, a %s, is no worse at %d bp", i+1, q.Lines[i].Side, bp)
			}
		}
		last = q
	}
}

func readCSV(r io.Reader, _ string) ([]map[string]string, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		named := map[string]string{}
		for i, column := range rows[0] {
			named[column] = row[i]
		}
		out = append(out, named)
	}
	return out, nil
}
