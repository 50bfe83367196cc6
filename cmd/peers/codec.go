package main

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"

	"github.com/quickfixgo/fix44/neworderlist"
	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/datadictionary"

	"foliogate/fixspec/wire"
)

// stock is the unmodified FIX44.xml, below the root of the repository, where this is run.
const stock = "testdata/fix/FIX44.xml"

// codec measures bytes to domain lines and reports to bytes.
func codec(p plan) ([]row, error) {
	var rows []row
	var readings []*reading
	for _, lines := range []int{1000, 5000} {
		lists, err := wholeLists(lines, p.often(8))
		if err != nil {
			return nil, err
		}
		took, allocs, err := decodings(p, lists, lines)
		if err != nil {
			return nil, err
		}
		readings = append(readings, newReading(lists, lines))
		n := fmt.Sprintf("E of %d lines to domain lines; ", lines)
		rows = append(rows, faster(n+"peer quickfixgo + fix44", "us", took[0], took[1], 10).as(decodePlain),
			within(n+"limit bare scan", "us", took[0], took[2], 4))
		if lines == 1000 {
			with, err := decodingStock(p, lists[0])
			if err != nil {
				return nil, err
			}
			rows = append(rows, faster(n+"peer with stock dictionary", "us", took[0], with, 300).as(decodeStock),
				most(n+"allocations", "", allocs, 16))
		}
	}
	grown, err := linear(p, readings[0], readings[1])
	if err != nil {
		return nil, err
	}
	encoded, err := encodings(p)
	return append(append(rows, grown), encoded...), err
}

// decodings takes ours, the peer without a dictionary and the bare scan in turn.
func decodings(p plan, raws [][]byte, lines int) (took []float64, allocs float64, err error) {
	ours := newReading(raws, lines)
	theirs, bare := rota{raws: raws}, rota{raws: raws}
	peer := func() { err = errors.Join(err, readTyped(theirs.next(), nil, lines)) }
	var found []int32
	scan := func() {
		if found = bareScan(bare.next(), found); len(found) < 2*20*lines {
			err = errors.New("the scan missed fields")
		}
	}
	ours.once()
	allocs = allocations(ours.once)
	took = inTurn(p.often(15), ours.once, peer, scan)
	// What is short is measured again among its like: the peer leaves the caches cold, and garbage.
	runtime.GC()
	short := inTurn(p.often(200), ours.once, scan)
	return []float64{short[0], took[1], short[1]}, allocs, errors.Join(err, ours.err)
}

func decodingStock(p plan, raw []byte) (float64, error) {
	dictionary, err := datadictionary.Parse(stock)
	if err != nil {
		return 0, err
	}
	took := inTurn(p.often(3), func() { err = readTyped(raw, dictionary, 1000) })
	return took[0], err
}

// readTyped parses with quickfixgo and reads every field of every line with fix44.
func readTyped(raw []byte, dictionary *datadictionary.DataDictionary, lines int) error {
	m := quickfix.NewMessage()
	var err error
	if dictionary == nil {
		err = quickfix.ParseMessage(m, bytes.NewBuffer(raw))
	} else {
		err = quickfix.ParseMessageWithDataDictionary(m, bytes.NewBuffer(raw), dictionary, dictionary)
	}
	if err != nil {
		return err
	}
	orders, rejected := readOrders(neworderlist.FromMessage(m))
	if rejected != nil {
		return rejected
	}
	if len(orders) != lines {
		return fmt.Errorf("the peer read %d lines", len(orders))
	}
	return nil
}

// bareScan finds every SOH and every equals sign, byte by byte, notes where they are, and knows
// nothing else: the loop that everybody would write. Here bytes.IndexByte for one after the other
// takes twice as long, and a loop without branches two thirds. The room is used again.
func bareScan(raw []byte, found []int32) []int32 {
	found = found[:0]
	for i, c := range raw {
		if c == wire.SOH || c == '=' {
			found = append(found, int32(i))
		}
	}
	return found
}

// allocations counts those of one call.
func allocations(work func()) float64 {
	const times = 5
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range times {
		work()
	}
	runtime.ReadMemStats(&after)
	return float64(after.Mallocs-before.Mallocs) / times
}
