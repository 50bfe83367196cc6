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
	replayed := snapshot{LSN: lsn, Sessions: sessions.Past, Entries: entries.Since(s.Entries.State().Before)}
	other, err := s.difference(&replayed)
	if err != nil {
		return []string{err.Error()}
	}
	if other != "" {
		return []string{fmt.Sprintf("%s is not what the replay gives; remove it: %s", snapshotName(lsn), other)}
	}
	a.held = append(a.held, lsn)
	return nil
}

// difference names the first thing that two snapshots say in other words; "" if there is none. What
// is filed counts as what it holds: another version may pack it otherwise.
func (s *snapshot) difference(other *snapshot) (string, error) {
	if same, err := sameJSON(s.Entries.State(), other.Entries.State()); err != nil || !same {
		return "the index of its entries", err
	}
	if same, err := sameJSON(s.Sessions, other.Sessions); err != nil || !same {
		return "its sessions", err
	}
	got, want := s.Entries.Kept(), other.Entries.Kept()
	for i := range min(len(got), len(want)) {
		same, err := sameJSON([]any{got[i].Label(), got[i].Inquiry()}, []any{want[i].Label(), want[i].Inquiry()})
		if err != nil || !same {
			return fmt.Sprintf("inquiry %s", want[i].ID()), err
		}
	}
	if len(got) != len(want) {
		return fmt.Sprintf("%d inquiries, not %d", len(got), len(want)), nil
	}
	return "", nil
}

func sameJSON(x, y any) (bool, error) {
	a, err := json.Marshal(x)
	if err != nil {
		return false, err
	}
	b, err := json.Marshal(y)
	return bytes.Equal(a, b), err
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
