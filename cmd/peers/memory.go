package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
)

// memory weighs the lines of live inquiries: read from bytes, decided on and shown to three
// dealers, as the engine holds them.
func memory(p plan) ([]row, error) {
	const lines = 1000
	lists := p.often(50)
	list, err := newPortfolio(lines)
	if err != nil {
		return nil, err
	}
	w, err := writerOf(list)
	if err != nil {
		return nil, err
	}
	if err := submit(w, list, "WARM"); err != nil {
		return nil, err
	}
	before := heap()
	for n := range lists {
		if err := submit(w, list, fmt.Sprint("L-", n)); err != nil {
			return nil, err
		}
	}
	each := (heap() - before) / float64(lists*lines)
	if live := w.Live(); live != lists+1 {
		return nil, fmt.Errorf("%d inquiries are live", live)
	}
	return []row{most("memory of a live line", "bytes", each, 1024).as(lineMemory)}, nil
}

func heap() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// nowhere is a journal that keeps nothing: only memory is weighed.
type nowhere struct{ last uint64 }

func (n *nowhere) Append(records ...journal.Record) (uint64, error) {
	n.last += uint64(len(records))
	return n.last, nil
}

func (n *nowhere) Ask(uint64) {}

func (n *nowhere) Follow(_ context.Context, lsn uint64) (uint64, error) { return lsn, nil }

func (n *nowhere) ReadAt(uint64) (journal.Record, error) {
	return journal.Record{}, errors.New("nothing is kept")
}

// noon is when everything happens.
func noon() time.Time { return time.Date(2025, 6, 16, 12, 0, 0, 0, time.UTC) }

func writerOf(list *portfolio) (*engine.Writer, error) {
	trade, err := units.ParseDate(tradeDate)
	if err != nil {
		return nil, err
	}
	t := newTeam(1, 3)
	policy := gateway.Policy{MaxLines: 5000, MaxLive: 1000, MaxFace: units.MaxFace,
		FragmentTimeout: time.Minute, AckTimeout: time.Minute, MinDeadline: time.Second,
		MaxDeadline: 24 * time.Hour, DefaultDeadline: time.Hour, Tolerance: 100}
	client := gateway.Client{Firm: gateway.Firm(t.client)}
	for _, d := range t.dealers {
		client.Panel = append(client.Panel, gateway.Firm(d))
		policy.Dealers = append(policy.Dealers, gateway.Dealer{Firm: gateway.Firm(d)})
	}
	policy.Clients = []gateway.Client{client}
	return engine.NewWriter(engine.Options{Journal: &nowhere{}, Market: list.market, Policy: policy,
		Clock: noon, Today: func() units.Date { return trade }}), nil
}

// submit reads a list from its bytes and decides on it.
func submit(w *engine.Writer, list *portfolio, id string) error {
	reader := fixspec.NewReader(dict.New(dict.Tier0), wire.Policy{})
	face := fixspec.ClientFace{Client: "CLIENT1", Limit: fixspec.StandardLimit()}
	for i, body := range list.bodies(id, fragmentLines, noon().Add(time.Hour)) {
		h, m, err := reader.Read(appendFramed(nil, "E", "CLIENT1", gatewayID, i+1, body))
		if err != nil {
			return err
		}
		command, rejected := face.Command(h, m)
		if rejected != nil {
			return errors.New(rejected.Text)
		}
		if err := w.Decide(command); err != nil {
			return err
		}
	}
	w.Settle(1 << 62)
	return nil
}
