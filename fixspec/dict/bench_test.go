package dict

import (
	"strconv"
	"testing"
	"time"

	"foliogate/fixspec/wire"
)

// list writes a NewOrderList(E) of n lines with 20 fields each, about 195 bytes a line.
func list(n int) []byte {
	at := time.Date(2026, 1, 5, 10, 20, 0, 0, time.UTC)
	b := wire.Begin(nil, "E")
	b = wire.AppendString(b, 49, "EMS")
	b = wire.AppendString(b, 56, "FOLIOGATE")
	b = wire.AppendInt(b, 34, 2)
	b = wire.AppendTime(b, 52, at)
	b = wire.AppendString(b, 66, "PT-20260105-0001")
	b = wire.AppendString(b, 391, "INQ-1")
	b = wire.AppendInt(b, 414, 3)
	b = wire.AppendInt(b, 394, 2)
	b = wire.AppendInt(b, 433, 2)
	b = wire.AppendString(b, 69, "AON")
	b = wire.AppendInt(b, 68, n)
	b = wire.AppendBool(b, 893, true)
	b = wire.AppendInt(b, 73, n)
	for i := 1; i <= n; i++ {
		b = wire.AppendString(b, 11, "C-20260105-"+strconv.Itoa(i))
		b = wire.AppendInt(b, 67, i)
		b = wire.AppendString(b, 1, "FUND1")
		b = wire.AppendChar(b, 63, '6')
		b = wire.AppendDate(b, 64, 2026, 1, 7)
		b = wire.AppendChar(b, 18, 'G')
		b = wire.AppendString(b, 55, "[N/A]")
		b = wire.AppendString(b, 48, "US023135BR61")
		b = wire.AppendChar(b, 22, '4')
		b = wire.AppendString(b, 167, "CORP")
		b = wire.AppendChar(b, 54, byte('1'+i%2))
		b = wire.AppendInt(b, 38, 1_000_000)
		b = wire.AppendChar(b, 40, '1')
		b = wire.AppendInt(b, 423, 1)
		b = wire.AppendString(b, 44, "99.250000")
		b = wire.AppendString(b, 218, "125.50")
		b = wire.AppendString(b, 15, "USD")
		b = wire.AppendChar(b, 59, '6')
		b = wire.AppendTime(b, 126, at)
		b = wire.AppendString(b, 120, "USD")
	}
	return wire.Finish(b, 0)
}

func BenchmarkNewOrderList(b *testing.B) {
	d := New(Tier0)
	for _, n := range []int{1_000, 5_000} {
		raw := list(n)
		var m wire.Message
		if err := m.Parse(raw); err != nil {
			b.Fatal(err)
		}
		shape, _ := d.Shape("E")
		run := func(name string, f func() error) {
			b.Run(name+"/"+strconv.Itoa(n), func(b *testing.B) {
				b.SetBytes(int64(len(raw)))
				b.ReportAllocs()
				for b.Loop() {
					if err := f(); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n),
					"ns/line")
			})
		}
		run("parse", func() error { return m.Parse(raw) })
		run("arrange", func() error { return m.Arrange(shape, wire.Policy{}) })
		run("validate", func() error { return d.Validate(&m, wire.Policy{}) })
		run("walk", func() error { return walkList(&m) })
		run("all", func() error {
			if err := m.Parse(raw); err != nil {
				return err
			}
			if err := d.Validate(&m, wire.Policy{}); err != nil {
				return err
			}
			return walkList(&m)
		})
	}
}

// walkList reads every field of every line.
func walkList(m *wire.Message) error {
	d := wire.NewDecoder(m)
	d.Bytes(66)
	d.Bytes(391)
	d.Int(68)
	for range d.Group(73) {
		d.Bytes(11)
		d.Int(67)
		d.Bytes(1)
		d.Char(63)
		d.Bytes(64)
		d.Bytes(18)
		d.Bytes(55)
		d.Bytes(48)
		d.Char(22)
		d.Bytes(167)
		d.Char(54)
		d.Bytes(38)
		d.Char(40)
		d.Int(423)
		d.Bytes(44)
		d.Bytes(218)
		d.Bytes(15)
		d.Char(59)
		d.Time(126)
		d.Bytes(120)
	}
	return d.Err()
}

func BenchmarkNewDictionary(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		New(Tier2)
	}
}
