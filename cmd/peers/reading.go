package main

import (
	"errors"
	"fmt"
	"time"

	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/gateway"
)

// wholeLists are lists in one message each, of other bonds, sides and sizes, so that no processor
// learns one by heart.
func wholeLists(lines, lists int) (raws [][]byte, err error) {
	deadline := time.Date(2025, 6, 16, 15, 0, 0, 0, time.UTC)
	for n := range lists {
		list, err := portfolioOf(lines, uint64(n)+1)
		if err != nil {
			return nil, err
		}
		body := list.bodies(fmt.Sprint("L-", n), lines, deadline)[0]
		raws = append(raws, appendFramed(nil, "E", "CLIENT", gatewayID, 2, body))
	}
	return raws, nil
}

// rota hands out messages one after the other, and then again.
type rota struct {
	raws [][]byte
	at   int
}

func (r *rota) next() []byte {
	r.at = (r.at + 1) % len(r.raws)
	return r.raws[r.at]
}

// reading is ours: from bytes to what the domain decides on.
type reading struct {
	rota
	lines  int // of each list
	reader *fixspec.Reader
	face   fixspec.ClientFace
	err    error
}

func newReading(raws [][]byte, lines int) *reading {
	return &reading{rota: rota{raws: raws}, lines: lines,
		reader: fixspec.NewReader(dict.New(dict.Tier0), wire.Policy{}),
		face:   fixspec.ClientFace{Client: "CLIENT", Limit: fixspec.StandardLimit()}}
}

func (r *reading) once() {
	h, m, err := r.reader.Read(r.next())
	if err != nil {
		r.err = err
		return
	}
	command, rejected := r.face.Command(h, m)
	submit, ok := command.(gateway.Submit)
	if !ok || len(submit.Lines) != r.lines || len(submit.Wrong) > 0 {
		r.err = fmt.Errorf("ours read %d lines, %+v", len(submit.Lines), rejected)
	}
}

// linear compares a long list with as many lines in short ones, in turn.
func linear(p plan, short, long *reading) (row, error) {
	took := inTurn(p.often(60), long.once, func() {
		for range long.lines / short.lines {
			short.once()
		}
	})
	n := float64(long.lines)
	return within(fmt.Sprintf("a line of %d; limit a line of %d", long.lines, short.lines), "us",
		took[0]/n, took[1]/n, 1.04), errors.Join(short.err, long.err)
}
