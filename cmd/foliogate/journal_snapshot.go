package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"

	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/session"
)

// snapshotAudit holds the snapshots beside a journal against its replay.
type snapshotAudit struct {
	byLSN   map[uint64]*snapshot
	held    []uint64 // that are what the replay gives
	ignored []string // that no start would use, and why
}

func openSnapshots(dir string, of places) (*snapshotAudit, error) {
	a := &snapshotAudit{byLSN: make(map[uint64]*snapshot), held: []uint64{}, ignored: []string{}}
	files, err := snapshotFiles(dir)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		s, err := readSnapshot(file, of)
		if err != nil {
			a.ignored = append(a.ignored, fmt.Sprintf("%s: %v", filepath.Base(file), err))
			continue
		}
		a.byLSN[s.LSN] = s
	}
	return a, nil
}

// check compares the snapshot of an lsn, if there is one, with what a replay came to.
func (a *snapshotAudit) check(lsn uint64, entries *engine.Past, sessions *sessionPast) []string {
	s, ok := a.byLSN[lsn]
	if !ok {
		return nil
	}
	delete(a.byLSN, lsn)
	replayed := snapshot{LSN: lsn, Chain: s.Chain, Sessions: sessions.Past,
		Entries: entries.Since(s.Entries.State().Before)}
	want, err := replayed.encode()
	if err != nil {
		return []string{err.Error()}
	}
	got, err := s.encode()
	if err != nil {
		return []string{err.Error()}
	}
	if !bytes.Equal(got, want) {
		return []string{fmt.Sprintf("%s is not what the replay gives; remove it: %s",
			snapshotName(lsn), firstDifference(got, want))}
	}
	a.held = append(a.held, lsn)
	return nil
}

// firstDifference names the line, by the id of its inquiry if it has one.
func firstDifference(got, want []byte) string {
	g, w := bytes.Split(got, []byte{'\n'}), bytes.Split(want, []byte{'\n'})
	for i := range min(len(g), len(w)) {
		if bytes.Equal(g[i], w[i]) {
			continue
		}
		var line struct{ ID string }
		if json.Unmarshal(w[i], &line) == nil && line.ID != "" {
			return "inquiry " + line.ID
		}
		return fmt.Sprintf("line %d", i+1)
	}
	return "its length"
}

// sessionPast replays the sessions as a start does.
type sessionPast struct{ *session.Past }

func newSessionPast() *sessionPast { return &sessionPast{session.NewPast()} }

func (p *sessionPast) see(lsn uint64, record journal.Record) error {
	if record.Kind != session.Kind {
		return nil
	}
	return p.Recover(lsn, record.Payload)
}
