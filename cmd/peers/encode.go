package main

import (
	"bytes"
	"errors"
	"time"

	"github.com/quickfixgo/quickfix"
	"github.com/shopspring/decimal"

	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// batch is how many reports are written between two looks at the clock.
const batch = 200

// encodings writes ExecutionReport(8) alone, and with the header and number of quickfixgo.
func encodings(p plan) ([]row, error) {
	report, err := sampleReport()
	if err != nil {
		return nil, err
	}
	at, number := time.Date(2025, 6, 16, 15, 0, 0, 0, time.UTC), 0
	var buffer, body []byte
	ours := func() {
		for range batch {
			number++
			frame := fixspec.Frame{SenderCompID: gatewayID, TargetCompID: "CLIENT", MsgSeqNum: number,
				SendingTime: at}
			buffer = fixspec.AppendMessage(buffer[:0], frame, fixspec.Envelope{Message: report})
		}
	}
	road := func() {
		for range batch {
			number++
			body = report.AppendBody(body[:0])
			tag, rest, ok := wire.SplitBody(body)
			if !ok {
				err = errors.New("no body")
			}
			m := quickfix.NewMessage()
			m.Header.SetString(35, "8")
			m.Body.SetBytes(quickfix.Tag(tag), rest)
			buffer = headed(m, number, at)
		}
	}
	peer := func() {
		for range batch {
			number++
			buffer = headed(typedReport().ToMessage(), number, at)
		}
	}
	ours()
	allocs := allocations(ours) / batch
	if same := sameReport(typedReport().ToMessage(), at); same != nil {
		return nil, same
	}
	took := inTurn(p.often(41), ours, road, peer)
	for i := range took {
		took[i] /= batch
	}
	return []row{
		faster("8 to bytes; peer fix44", "us", took[0], took[2], 15).as(encodeTyped),
		most("8 to bytes, allocations", "", allocs, 1).as(encodeAllocations),
		faster("8 with quickfixgo's header and number; peer fix44", "us", took[1], took[2], 4),
	}, err
}

// headed writes what quickfixgo's session writes before it sends.
func headed(m *quickfix.Message, number int, at time.Time) []byte {
	m.Header.SetString(8, "FIX.4.4")
	m.Header.SetString(49, gatewayID)
	m.Header.SetString(56, "CLIENT")
	m.Header.SetInt(34, number)
	m.Header.SetField(52, quickfix.FIXUTCTimestamp{Time: at})
	return []byte(m.String())
}

// typedReport is a report as the naive gateway writes it.
func typedReport() quickfix.Messagable {
	o := naiveOrder{clOrdID: "C-00001", account: "FUND1", settlType: "6", settlDate: "20250617",
		symbol: "[N/A]", securityID: "99ZAA0002", source: "1", product: "3", securityType: "CORP",
		side: "1", qty: decimal.New(1_000_000, 0), ordType: "1", currency: "USD", settlCurrency: "USD"}
	return report("20250616-000001", "T7H2K9M4Q1X3Z", 0, o, decimal.New(99_310_000, -6), "CLIENT", "DEALER")
}

// sampleReport is the same report, as ours.
func sampleReport() (*fixspec.ExecutionReport, error) {
	m := typedReport().ToMessage()
	raw := headed(m, 1, time.Now())
	_, got, err := fixspec.NewReader(dict.New(dict.Tier0), wire.Policy{}).Read(raw)
	if err != nil {
		return nil, err
	}
	report, ok := got.(*fixspec.ExecutionReport)
	if !ok {
		return nil, errors.New("the typed report is no report")
	}
	if report.OrderQty != 1_000_000*units.FaceUnit {
		return nil, errors.New("the typed report says something else")
	}
	return report, nil
}

// sameReport tells whether both sides write as much as the other.
func sameReport(m *quickfix.Message, at time.Time) error {
	typed := headed(m, 1, at)
	report, err := sampleReport()
	if err != nil {
		return err
	}
	frame := fixspec.Frame{SenderCompID: gatewayID, TargetCompID: "CLIENT", MsgSeqNum: 1, SendingTime: at}
	ours := fixspec.AppendMessage(nil, frame, fixspec.Envelope{Message: report})
	if a, b := bytes.Count(ours, []byte{wire.SOH}), bytes.Count(typed, []byte{wire.SOH}); a != b {
		return errors.New("the reports differ in their fields")
	}
	return nil
}
