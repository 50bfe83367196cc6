package fixspec

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/quickfixgo/fix44/neworderlist"
	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/datadictionary"
)

// The peers of cost_test.go: the same work done with quickfixgo and fix44, run beside ours.

// A list parsed without and with the stock dictionary and read field by field.
func BenchmarkPeerReadNewOrderList(b *testing.B) {
	dictionary := newStrictly(b).dictionary
	for _, c := range []struct {
		name       string
		lines      int
		dictionary *datadictionary.DataDictionary
	}{{"plain/1000", 1000, nil}, {"plain/5000", 5000, nil}, {"dictionary/1000", 1000, dictionary}} {
		b.Run(c.name, func(b *testing.B) {
			raw := AppendMessage(nil, testFrame(), Envelope{Message: listOf(c.lines)})
			b.ReportAllocs()
			for b.Loop() {
				m := quickfix.NewMessage()
				var err error
				if c.dictionary == nil {
					err = quickfix.ParseMessage(m, bytes.NewBuffer(raw))
				} else {
					err = quickfix.ParseMessageWithDataDictionary(m, bytes.NewBuffer(raw), c.dictionary, c.dictionary)
				}
				if err != nil {
					b.Fatal(err)
				}
				if n := readAllLines(b, m); n != c.lines {
					b.Fatal(n)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*c.lines), "ns/line")
		})
	}
}

func readAllLines(b *testing.B, m *quickfix.Message) int {
	orders, err := neworderlist.FromMessage(m).GetNoOrders()
	if err != nil {
		b.Fatal(err)
	}
	for i := range orders.Len() {
		o := orders.Get(i)
		for _, text := range []string{
			said(o.GetClOrdID()), said(o.GetListSeqNo()), said(o.GetAccount()), said(o.GetSettlDate()),
			said(o.GetSecurityID()), said(o.GetSide()), said(o.GetOrderQty()), said(o.GetPriceType()),
			said(o.GetCurrency()), said(o.GetExpireTime()),
		} {
			if text == "" || text[0] == '!' {
				b.Fatal(text)
			}
		}
	}
	return orders.Len()
}

func BenchmarkPeerAppendExecutionReport(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		m := fullTypedReport().ToMessage()
		m.Header.SetString(49, "THEM").SetString(56, "US").SetInt(34, 9)
		m.Header.SetField(52, quickfix.FIXUTCTimestamp{Time: noon})
		if len(m.String()) == 0 {
			b.Fatal("empty")
		}
	}
}

// Our own header and trailer included, as the peer's are.
func BenchmarkAppendWholeExecutionReport(b *testing.B) {
	report := fill()
	var buffer []byte
	b.ReportAllocs()
	for b.Loop() {
		buffer = AppendMessage(buffer[:0], testFrame(), Envelope{Message: report})
	}
}

// The typed report of the peer says the same as ours.
func TestPeerReportIsOurs(t *testing.T) {
	m := fullTypedReport().ToMessage()
	m.Header.SetString(49, "THEM").SetString(56, "US").SetInt(34, 9)
	m.Header.SetField(52, quickfix.FIXUTCTimestamp{Time: noon})
	_, got, err := NewReader(testTable(), strict()).Read([]byte(m.String()))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", fill()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
