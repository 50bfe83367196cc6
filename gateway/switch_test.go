package gateway

import (
	"encoding/csv"
	"io"
	"testing"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// The published switch: 125 lines at the evaluated prices settle to the published
// principal, accrued interest and net of every line, and to one ticket of 174.23.
func TestSwitchSettlesAsPublished(t *testing.T) {
	w := newWorld(t)
	w.market.Universe = load(t, "../testdata/universe/universe.csv", bond.LoadUniverse)
	w.market.Universe.Observe(w.market.Calendar)
	basket := load(t, "../testdata/scenario/switch.csv", readCSV)
	published := load(t, "../testdata/scenario/switch_basket.csv", readCSV)

	submit := Submit{
		Origin: Origin{Firm: northgate}, ListID: "SWITCH", TotalLines: len(basket), Last: true,
		Terms: Terms{Kind: TotalAmount, Trigger: OnAccept, Currency: "USD"},
	}
	var total units.Money
	for i, row := range basket {
		side := map[string]Side{"buy": Buy, "sell": Sell}[row["side"]]
		submit.Lines = append(submit.Lines, Line{
			Number: i + 1, ClOrdID: "C" + published[i]["line"], Side: side, Account: row["account"],
			Security: Security{bond.CUSIP, row["identifier"]}, Face: face(t, row["face"]),
		})
		total += units.Money(side.Cash()) * money(t, published[i]["principal"])
	}
	w.do(submit)
	q := w.inquiry(northgate, "SWITCH")
	if q.Phase != Open {
		t.Fatalf("the list is %s: %+v", q.Phase, q.Outcome)
	}
	route, _ := q.Route(birch)
	w.do(Bid{Origin{Firm: birch}, route.ListID, "B1", Aggregate{Kind: TotalAmount, Total: total}})
	q = w.inquiry(northgate, "SWITCH")
	w.do(Accept{Origin{Firm: northgate}, "SWITCH", q.Ranked()[0].ID})
	w.close()

	q = w.inquiry(northgate, "SWITCH")
	for i, fill := range q.Execution.Fills {
		row, sign := published[i], units.Money(q.Lines[i].Side.Cash())
		got := [...]units.Money{sign * fill.Principal, sign * fill.Accrued, sign * fill.Net}
		want := [...]units.Money{money(t, row["principal"]), money(t, row["accrued"]), money(t, row["net"])}
		if got != want || fill.Price != price(t, row["clean"]) {
			t.Errorf("line %d at %s: %d, published %d at %s", i+1, fill.Price, got, want, row["clean"])
		}
	}
	if len(q.Tickets) != 1 || q.Tickets[0].Net != money(t, "174.23") || q.Execution.Residue != 0 {
		t.Errorf("%d tickets, net %+v, residue %d", len(q.Tickets), q.Tickets, q.Execution.Residue)
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
