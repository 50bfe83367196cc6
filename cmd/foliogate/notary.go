package main

import (
	"context"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"foliogate/config"
	"foliogate/gateway/journal"
)

// notary signs the chain beside the running house: every thousandth record, and what there is
// after a minute. Nobody waits for it.
type notary struct {
	file    *os.File
	key     ed25519.PrivateKey
	journal *journal.Log
	log     *slog.Logger
	clock   func() time.Time
	last    uint64 // lsn of the last checkpoint
	at      time.Time
}

const (
	notaryRecords = 1000
	notaryAfter   = time.Minute
	notaryWakes   = 250 * time.Millisecond
)

// openNotary opens the file of checkpoints and holds its last one against the journal: who knows
// more than the journal does proves that it went back in time.
func openNotary(g config.Gateway, l *journal.Log, clock func() time.Time,
	log *slog.Logger) (*notary, error) {
	path, secret := g.Journal.Checkpoints, g.Journal.SigningKey
	if path == "" {
		path = filepath.Join(g.DataDir, "checkpoints")
	}
	if secret == "" {
		secret = filepath.Join(g.DataDir, "checkpoint.key")
	}
	key, err := signingKey(secret, g.Journal.SigningKey == "")
	if err != nil {
		return nil, err
	}
	all, whole, err := readCheckpoints(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	n := &notary{key: key, journal: l, log: log, clock: clock}
	if len(all) > 0 {
		newest := all[len(all)-1]
		if n.last = newest.LSN; n.last >= l.First() {
			if fault := newest.holds(l, l.Last()); fault != "" {
				return nil, fmt.Errorf("%s: %s; restore the journal, or move the file of checkpoints away once"+
					" it is clear why", path, fault)
			}
		}
	}
	n.last, n.at = max(n.last, l.First()-1), n.clock()
	if n.file, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o640); err != nil {
		return nil, err
	}
	if err := n.file.Truncate(whole); err != nil {
		return nil, errors.Join(err, n.file.Close())
	}
	if _, err := n.file.Seek(whole, 0); err != nil {
		return nil, errors.Join(err, n.file.Close())
	}
	return n, nil
}

// run signs until the context ends, and once more then.
func (n *notary) run(ctx context.Context) {
	wake := time.NewTicker(notaryWakes)
	defer wake.Stop()
	for failing := false; ; {
		if ctx.Err() != nil {
			n.settle()
		}
		err := n.due(ctx.Err() != nil)
		if err != nil && !failing {
			n.log.Error("no checkpoint can be written: a rewritten journal would not be noticed", "fault", err)
		}
		failing = err != nil
		if ctx.Err() != nil {
			if err := n.file.Close(); err != nil {
				n.log.Warn("the file of checkpoints", "fault", err)
			}
			return
		}
		select {
		case <-ctx.Done():
		case <-wake.C:
		}
	}
}

// settle waits for what was said last, such as a logout. A journal that failed has no more to sign.
func (n *notary) settle() {
	ctx, cancel := context.WithTimeout(context.Background(), notaryWakes)
	defer cancel()
	_ = n.journal.Wait(ctx, n.journal.Last())
}

// due signs what it is time for; at the end all that there is.
func (n *notary) due(end bool) error {
	durable := n.journal.Durable()
	for next := n.last - n.last%notaryRecords + notaryRecords; next <= durable; next += notaryRecords {
		if err := n.sign(next); err != nil {
			return err
		}
	}
	if n.last < durable && (end || n.clock().Sub(n.at) >= notaryAfter) {
		if err := n.sign(durable); err != nil {
			return err
		}
		return n.file.Sync()
	}
	return nil
}

// sign writes one line. One that is cut short is written again from its beginning.
func (n *notary) sign(lsn uint64) error {
	place, err := n.journal.Place(lsn)
	if err != nil {
		return err
	}
	now := n.clock()
	line, err := json.Marshal(signed(n.key, lsn, place.Hash, now))
	if err != nil {
		return err
	}
	begin, err := n.file.Seek(0, 1)
	if err != nil {
		return err
	}
	if _, err := n.file.Write(append(line, '\n')); err != nil {
		_, back := n.file.Seek(begin, 0)
		return errors.Join(err, n.file.Truncate(begin), back)
	}
	n.last, n.at = lsn, now
	return nil
}
