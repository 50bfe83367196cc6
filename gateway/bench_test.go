package gateway

import (
	"fmt"
	"testing"
	"time"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// bigWorld has a universe of n bonds like NORTH, and a list that sells the odd and
// buys the even ones.
func bigWorld(b testing.TB, n int) (*world, Submit) {
	w := newWorld(b)
	w.policy.MaxLines = n
	model, _ := w.market.Universe.Get("990001AA7")
	bonds := make([]bond.Bond, n)
	submit := Submit{
		Origin: Origin{northgate, 17}, ListID: "PT-20250616-0001", BidID: "INQ-1", TotalLines: n,
		Last: true,
		Terms: Terms{Kind: TotalAmount, Trigger: OnAccept, Deadline: start.Add(5 * time.Minute),
			Currency: "USD"},
	}
	for i := range bonds {
		bonds[i] = *model
		digit, _ := bond.CUSIPCheckDigit(fmt.Sprintf("99%04dAA", i))
		bonds[i].ID, bonds[i].ISIN, bonds[i].BenchmarkID = fmt.Sprintf("99%04dAA%c", i, digit), "",
			""
		submit.Lines = append(submit.Lines, Line{
			Number: i + 1, ClOrdID: fmt.Sprintf("PT-0001-%04d", i+1), Side: Side(1 + i%2),
			Account:  "FUND1",
			Security: Security{bond.CUSIP, bonds[i].ID},
			Face:     units.Face(1000+i) * 1000 * units.FaceUnit,
			Currency: "USD",
		})
	}
	universe, err := bond.NewUniverse("big", bonds)
	if err != nil {
		b.Fatal(err)
	}
	universe.Observe(w.market.Calendar)
	w.market.Universe = universe
	return w, submit
}

// inquire plays a list from its submission to its execution with a firm dealer, and
// hands every entry to see.
func inquire(w *world, submit Submit, see func(Entry)) {
	book, seq := NewBook(), uint64(0)
	do := func(c Command) {
		env := w.env()
		env.Seq = seq + 1
		for _, entry := range book.Decide(env, c) {
			seq++
			see(entry)
			book.Apply(entry)
		}
	}
	do(submit)
	q := book.ofClient(northgate, submit.ListID)
	route, _ := q.Route(birch)
	total := cashOf(q, marks(q))
	do(Bid{Origin: Origin{birch, 3}, List: route.ListID, Quote: "B1",
		Price: Aggregate{Kind: TotalAmount, Total: total - total/10_000}})
	do(Accept{Origin: Origin{northgate, 18}, ListID: submit.ListID,
		Quote: book.ofClient(northgate, submit.ListID).Ranked()[0].ID})
	if book.ofClient(northgate, submit.ListID).Phase != Executed {
		w.t.Fatal("the list did not trade")
	}
}

// One op is one inquiry from its list to its execution: decided and applied, and
// then also written as journal entries.
func BenchmarkInquiry(b *testing.B) {
	for _, n := range []int{125, 1000, 5000} {
		w, submit := bigWorld(b, n)
		buffer := make([]byte, 0, 8<<20)
		for name, see := range map[string]func(Entry){
			"decide+apply":         func(Entry) {},
			"decide+apply+journal": func(e Entry) { buffer = e.AppendJSON(buffer) },
		} {
			b.Run(fmt.Sprintf("%s/lines=%d", name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					buffer = buffer[:0]
					inquire(w, submit, see)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n),
					"ns/line")
				b.ReportMetric(float64(len(buffer))/float64(n), "B/line")
			})
		}
	}
}

// BenchmarkReplay reads an inquiry's entries and applies them, as a restart does.
func BenchmarkReplay(b *testing.B) {
	w, submit := bigWorld(b, 1000)
	var lines [][]byte
	inquire(w, submit, func(e Entry) { lines = append(lines, e.AppendJSON(nil)) })
	b.ReportAllocs()
	for b.Loop() {
		book := NewBook()
		for _, line := range lines {
			var e Entry
			if err := e.UnmarshalJSON(line); err != nil {
				b.Fatal(err)
			}
			book.Apply(e)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/line")
}
