package wire

import (
	"bytes"
	"strconv"
	"testing"
	"time"
)

// report writes an ExecutionReport(8) of about 355 bytes, 42 fields.
func report(b []byte, at time.Time) []byte {
	start := len(b)
	b = Begin(b, "8")
	b = AppendString(b, 49, "FOLIOGATE")
	b = AppendString(b, 56, "EMS")
	b = AppendInt(b, 34, 1234)
	b = AppendTime(b, 52, at)
	b = AppendString(b, 37, "O-7F3A9C1D2E")
	b = AppendString(b, 198, "T-7F3A9C1D")
	b = AppendString(b, 11, "C-20260105-17")
	b = AppendString(b, 66, "PT-20260105-0001")
	b = AppendString(b, 17, "X-7F3A9C1D2E44")
	b = AppendChar(b, 150, 'F')
	b = AppendChar(b, 39, '2')
	b = AppendString(b, 1, "FUND1")
	b = AppendChar(b, 63, '6')
	b = AppendDate(b, 64, 2026, 1, 7)
	b = AppendString(b, 55, "[N/A]")
	b = AppendString(b, 48, "US023135BR61")
	b = AppendChar(b, 22, '4')
	b = AppendChar(b, 54, '1')
	b = AppendInt(b, 38, 1_000_000)
	b = AppendInt(b, 423, 1)
	b = AppendString(b, 44, "99.250000")
	b = AppendString(b, 15, "USD")
	b = AppendInt(b, 32, 1_000_000)
	b = AppendString(b, 31, "99.250000")
	b = AppendInt(b, 151, 0)
	b = AppendInt(b, 14, 1_000_000)
	b = AppendString(b, 6, "99.250000")
	b = AppendDate(b, 75, 2026, 1, 5)
	b = AppendTime(b, 60, at)
	b = AppendString(b, 381, "992500.00")
	b = AppendInt(b, 157, 43)
	b = AppendString(b, 158, "0.5375")
	b = AppendString(b, 159, "5375.00")
	b = AppendString(b, 118, "997875.00")
	b = AppendString(b, 120, "USD")
	return Finish(b, start)
}

func BenchmarkReport(b *testing.B) {
	at := time.Date(2026, 1, 5, 10, 20, 0, 123e6, time.UTC)
	raw := report(nil, at)
	buffer := make([]byte, 0, 1024)
	var m Message
	b.Run("append", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		b.ReportAllocs()
		for b.Loop() {
			buffer = report(buffer[:0], at)
		}
	})
	b.Run("parse", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		b.ReportAllocs()
		for b.Loop() {
			if err := m.Parse(raw); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkList parses 20,000 fields beside the least that anyone can do with the same bytes.
func BenchmarkList(b *testing.B) {
	body := Begin(nil, "E")
	for i := range 20_000 {
		body = AppendString(body, 500+i%20*3, "value"+strconv.Itoa(i%20))
	}
	raw := Finish(body, 0)
	run := func(name string, f func()) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				f()
			}
		})
	}
	var m Message
	run("parse", func() {
		if err := m.Parse(raw); err != nil {
			b.Fatal(err)
		}
	})
	run("bare scan", func() { bareScan(raw) })
	run("checksum", func() { CheckSum(raw) })
}

// bareScan finds every equals sign and SOH.
func bareScan(raw []byte) (fields int) {
	for len(raw) > 0 {
		equals := bytes.IndexByte(raw, '=')
		end := equals + 1 + bytes.IndexByte(raw[equals+1:], SOH)
		raw = raw[end+1:]
		fields++
	}
	return fields
}
