package fixspec

import (
	"fmt"
	"testing"

	"foliogate/fixspec/wire"
)

// Time is never asserted, allocations are.

func TestAppendAllocatesNothing(t *testing.T) {
	for i, m := range samples() {
		buffer := make([]byte, 0, 8<<10)
		if n := testing.AllocsPerRun(20, func() { m.AppendBody(buffer) }); n != 0 {
			t.Errorf("sample %d %s: %v allocations", i, m.MsgType(), n)
		}
	}
}

// One string for the whole message is all that reading a list into used memory costs.
func TestReadAllocatesOnceAList(t *testing.T) {
	for _, m := range []Message{listOf(250), samples()[0]} {
		raw := AppendMessage(nil, testFrame(), Envelope{Message: m})
		reader := NewReader(testTable(), wire.Policy{})
		read := func() {
			if _, _, err := reader.Read(raw); err != nil {
				t.Fatal(err)
			}
		}
		read()
		if n := testing.AllocsPerRun(20, read); n > 4 {
			t.Errorf("%d bytes: %v allocations", len(raw), n)
		}
	}
}

func BenchmarkReadNewOrderList(b *testing.B) {
	for _, n := range []int{1, 1000, 5000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			raw := AppendMessage(nil, testFrame(), Envelope{Message: listOf(n)})
			reader := NewReader(testTable(), wire.Policy{})
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := reader.Read(raw); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/line")
			b.ReportMetric(float64(len(raw))/float64(n), "bytes/line")
		})
	}
}

func BenchmarkAppendNewOrderList(b *testing.B) {
	list := listOf(1000)
	var buffer []byte
	b.ReportAllocs()
	for b.Loop() {
		buffer = list.AppendBody(buffer[:0])
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*1000), "ns/line")
}

func BenchmarkAppendExecutionReport(b *testing.B) {
	report := fill()
	var buffer []byte
	b.ReportAllocs()
	for b.Loop() {
		buffer = report.AppendBody(buffer[:0])
	}
	b.ReportMetric(float64(len(buffer)), "bytes")
}

func BenchmarkReadExecutionReport(b *testing.B) {
	raw := AppendMessage(nil, testFrame(), Envelope{Message: fill()})
	reader := NewReader(testTable(), wire.Policy{})
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := reader.Read(raw); err != nil {
			b.Fatal(err)
		}
	}
}
