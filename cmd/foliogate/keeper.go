package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"foliogate/config"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
)

// keeper takes snapshots beside the running house. It makes each from the one before and from the
// durable records since, never from the house's own memory: so nobody waits for it, and a snapshot
// is what a replay would give.
type keeper struct {
	dir     string
	archive string // folder
	journal *journal.Log
	log     *slog.Logger
	days    int    // trading days whose ended inquiries are kept
	every   uint64 // records between two snapshots
	last    uint64 // lsn of the last
	low     bool   // the disk is almost full, and people were told
	before  units.Date
	forget  func(before units.Date) error // what ended on an earlier trading day
}

const (
	snapshotEvery = 100_000          // records: about half a second of a start
	keeperWakes   = time.Second      // how often it looks
	keeperRetries = 15 * time.Second // how long it waits when something went wrong
	keptSnapshots = 2                // the last may be damaged
)

// keeperOf keeps a journal as it is configured.
func keeperOf(g config.Gateway, l *journal.Log, forget func(units.Date) error, log *slog.Logger) *keeper {
	k := &keeper{dir: journalFolder(g.DataDir), archive: g.Journal.Archive, journal: l, log: log,
		days: g.Journal.KeepDays, every: snapshotEvery, forget: forget}
	if k.archive == "" {
		k.archive = filepath.Join(g.DataDir, "archive")
	}
	return k
}

// run takes snapshots until the context ends. One that cannot be written is a warning: the journal
// is the truth, and a start without it takes longer.
func (k *keeper) run(ctx context.Context) {
	for wake := time.NewTimer(0); ; {
		select {
		case <-ctx.Done():
			wake.Stop()
			return
		case <-wake.C:
		}
		k.watch()
		wake.Reset(k.due(ctx))
	}
}

// due takes a snapshot if it is time for one, and says how long to rest. After a snapshot that is
// twice what it took: whatever the load, two thirds of a processor and more are left to trading.
func (k *keeper) due(ctx context.Context) time.Duration {
	if k.journal.Durable() < k.last+k.every {
		return keeperWakes
	}
	began := time.Now()
	if err := k.take(ctx); err != nil {
		if ctx.Err() == nil {
			k.log.Warn("the journal is not kept as it should be; the next start may take longer", "fault", err)
		}
		return keeperRetries
	}
	return max(keeperWakes, 2*time.Since(began))
}

// watch tells people when the disk is almost full, and when it is not any more.
func (k *keeper) watch() {
	low := k.journal.Low()
	switch {
	case low && !k.low:
		k.log.Error("the disk is almost full: new lists are refused; make room", "folder", k.dir,
			"left", k.journal.Stats().Free)
	case !low && k.low:
		k.log.Info("there is room on the disk again", "folder", k.dir)
	}
	k.low = low
}

// take makes a snapshot of all that is durable now.
func (k *keeper) take(ctx context.Context) error {
	s, err := newestSnapshot(k.dir, k.journal, k.warn)
	if err != nil {
		return err
	}
	if err := k.advance(ctx, s, k.journal.Durable()); err != nil {
		return err
	}
	s.Entries.Forget(k.days)
	if err := s.write(k.dir); err != nil {
		return err
	}
	k.last = s.LSN
	k.log.Info("snapshot taken", "lsn", s.LSN, "inquiries", len(s.Entries.Kept()))
	if before := s.Entries.State().Before; before > k.before {
		k.before = before
		if err := k.forget(before); err != nil {
			return err
		}
	}
	if err := k.prune(); err != nil {
		return err
	}
	return k.retire(s.Entries.Needs())
}

// retire archives the segments that no start needs, from whichever snapshot, and in which no entry
// is of an inquiry that is still known.
func (k *keeper) retire(needed uint64) error {
	files, err := snapshotFiles(k.dir)
	if err != nil || len(files) < keptSnapshots {
		return err
	}
	moved, err := k.journal.Archive(k.archive, min(needed, snapshotLSN(files[len(files)-1])))
	for _, name := range moved {
		k.log.Info("segment archived", "name", name, "folder", k.archive)
	}
	return err
}

// advance moves a snapshot forward to a record. What ends on a long way is put away on the way.
func (k *keeper) advance(ctx context.Context, s *snapshot, to uint64) error {
	for reader := k.journal.From(s.LSN + 1); s.LSN < to; {
		lsn, record, err := reader.Next()
		if err == nil {
			err = s.see(lsn, record)
		}
		if err == nil && s.LSN%snapshotEvery == 0 {
			err = s.Entries.File()
		}
		if err = errors.Join(err, ctx.Err()); err != nil {
			if errors.Is(err, io.EOF) {
				break
			}
			return err
		}
	}
	at, err := k.journal.Place(s.LSN)
	s.Chain = hexOf(at.Hash)
	return err
}

// prune removes snapshots that later ones stand for.
func (k *keeper) prune() error {
	files, err := snapshotFiles(k.dir)
	for _, old := range files[min(keptSnapshots, len(files)):] {
		err = errors.Join(err, os.Remove(old))
	}
	return err
}

func (k *keeper) warn(file string, err error) {
	k.log.Warn("a snapshot is ignored; the journal is replayed instead", "file", file, "fault", err)
}
