package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"foliogate/config"
	"foliogate/gateway"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
	"foliogate/session"
)

// BenchmarkStart opens the house on a journal of so many entries, which the demo's inquiry of ten
// lines makes again and again, each with its own ids and its own session records: about six and a
// half a line. It reports the whole of openHouse, with nothing but the journal, from a snapshot, from
// one that is as old as it gets, and with what is older than ten days in the archive; what proving the
// journal takes of that, which alone grows with it for ever; and what a snapshot takes, which nobody
// waits for.
//
// Beside each start stands its floor: the same segments read and put through SHA-256 on all
// processors, with nothing else done. No start that proves the whole chain can be faster.
//
// FOLIOGATE_START_ENTRIES sets the number of entries; 1000000 needs 4 GB of disk.
// FOLIOGATE_START_A_DAY sets how many inquiries share a trading day, 1000 if it is not set; with very
// many none is old enough to be forgotten.
func BenchmarkStart(b *testing.B) {
	bench := newStartBench(b)
	b.Run(bench.name("replay"), bench.start)
	b.Run(bench.name("first snapshot"), bench.take)
	b.Run(bench.name("start from it"), bench.start)
	b.Run(bench.name("proving the journal"), bench.prove)
	b.Run(bench.name("start from an old one"), func(b *testing.B) {
		bench.grow(b, snapshotEvery)
		b.ResetTimer()
		bench.start(b)
	})
	b.Run(bench.name("next snapshot and archive"), bench.take)
	b.Run(bench.name("start with archive"), bench.start)
}

// startBench is a journal and what opens it.
type startBench struct {
	config           config.Gateway
	market           gateway.Market
	filler           *filler
	entries          int // of the name
	records, written int
}

func newStartBench(b *testing.B) *startBench {
	s := new(startBench)
	s.config, s.market = startConfig(b)
	s.entries = numberFrom(b, "FOLIOGATE_START_ENTRIES", 10_000)
	s.filler = newFiller(b, numberFrom(b, "FOLIOGATE_START_A_DAY", 1000))
	dir := journalFolder(s.config.DataDir)
	s.records, s.written = s.filler.fill(b, dir, 0, func(_, entries int) bool { return entries < s.entries })
	return s
}

// numberFrom reads a number from the environment.
func numberFrom(b *testing.B, name string, otherwise int) int {
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		b.Fatalf("%s: %v", name, err)
	}
	return n
}

func (s *startBench) name(of string) string { return fmt.Sprintf("entries=%d/%s", s.entries, of) }

// grow adds so many records.
func (s *startBench) grow(b *testing.B, more int) {
	records, written := s.filler.fill(b, journalFolder(s.config.DataDir), 0,
		func(records, _ int) bool { return records < more })
	s.records, s.written = s.records+records, s.written+written
}

func (s *startBench) open(b *testing.B) *house {
	h, err := openHouse(s.config, s.market, slog.New(slog.DiscardHandler))
	if err != nil {
		b.Fatal(err)
	}
	if h.engine.Last() < uint64(s.written) {
		b.Fatalf("%d entries of %d", h.engine.Last(), s.written)
	}
	h.keeper.forget = func(units.Date) error { return nil } // the engine does not run
	return h
}

func (s *startBench) start(b *testing.B) {
	s.besideFloor(b, func(b *testing.B) *journal.Log { return s.open(b).journal })
}

func (s *startBench) prove(b *testing.B) {
	s.besideFloor(b, func(b *testing.B) *journal.Log {
		l, err := journal.Open(journalFolder(s.config.DataDir), journal.Options{})
		if err != nil {
			b.Fatal(err)
		}
		return l
	})
}

// besideFloor times what opens the journal, and just before it its floor.
func (s *startBench) besideFloor(b *testing.B, open func(b *testing.B) *journal.Log) {
	var (
		floor time.Duration
		read  int64
	)
	for b.Loop() {
		b.StopTimer()
		bytes, took := readAndHash(b, journalFolder(s.config.DataDir))
		floor, read = floor+took, bytes
		b.StartTimer()
		l := open(b)
		b.StopTimer()
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(s.records), "records")
	b.ReportMetric(float64(read)/(1<<20), "MiB")
	b.ReportMetric(float64(floor)/float64(b.N), "ns-floor")
	b.ReportMetric(float64(b.Elapsed())/float64(floor), "x-floor")
}

func (s *startBench) take(b *testing.B) {
	h := s.open(b)
	b.ResetTimer()
	for b.Loop() {
		b.StopTimer()
		lsn, err := h.journal.Append(journal.Record{Kind: session.Kind, Payload: []byte("told F>C\n")})
		if err == nil {
			err = h.journal.Wait(b.Context(), lsn)
		}
		b.StartTimer()
		if err = errors.Join(err, h.keeper.take(b.Context())); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	if err := h.journal.Close(); err != nil {
		b.Fatal(err)
	}
}

// readAndHash is the least that proving the chain of a folder's segments takes.
func readAndHash(b *testing.B, dir string) (bytes int64, took time.Duration) {
	files, err := filepath.Glob(filepath.Join(dir, "*.segment"))
	if err != nil {
		b.Fatal(err)
	}
	began := time.Now()
	var all atomic.Int64
	err = onAllProcessors(len(files), func(i int) error {
		f, err := os.Open(files[i])
		if err != nil {
			return err
		}
		defer f.Close()
		n, err := io.CopyBuffer(sha256.New(), struct{ io.Reader }{f}, make([]byte, 256<<10))
		all.Add(n)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return all.Load(), time.Since(began)
}

func startConfig(t testing.TB) (config.Gateway, gateway.Market) {
	t.Helper()
	market, err := loadMarket("", "")
	if err != nil {
		t.Fatal(err)
	}
	g, err := config.LoadGateway(writeStartConfig(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	return g, market
}

// writeStartConfig writes a configuration whose counterparties are those of the demo.
func writeStartConfig(t testing.TB) string {
	t.Helper()
	text := "comp_id: FOLIOGATE\nmode: rehearsal\nbusiness_date: 2025-06-16\ndata_dir: data\nsessions:\n"
	for _, name := range []string{"NORTHGATE", "HALYARD", "COPPERLINE", "BIRCHWOOD-EMS"} {
		role := "role: dealer"
		if name == "BIRCHWOOD-EMS" {
			role = "role: client, panel: [NORTHGATE, HALYARD, COPPERLINE]"
		}
		text += fmt.Sprintf("  - {name: %s, %s, comp_id: %s, connection: accept, address: \"127.0.0.1:0\","+
			" insecure: true}\n", strings.ToLower(name), role, name)
	}
	file := filepath.Join(t.TempDir(), "gateway.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
