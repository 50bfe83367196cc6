package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/session"
)

// A snapshot is what the journal says up to an lsn, in a file beside the segments, so that a start
// need not read everything again. It is made from the journal alone and can be thrown away at any
// time: a start that finds none, or a damaged one, replays. The file 0000000000001234.snapshot is
// the snapshot at lsn 1234, in lines of JSON and one piece of packed bytes:
//
//	{"snapshot":2,"lsn":1234,"chain":"9f86...","inquiries":17,"packed":20049,"engine":{...}}
//	[{"session":"F>C",...}]                    the sessions
//	{"id":"I00000001",...}                     the inquiries, in the order in which they began,
//	{"filed":{"id":"I00000002",...},"size":1432}   those that have ended with the size of the rest,
//	...                                        then these rests one by one, deflated, and a line end
//	{"sha256":"60303a..."}                     of all before this line
//
// Most inquiries have ended. A start reads what they are found by and leaves the rest packed.
type snapshot struct {
	LSN      uint64
	Chain    string // of record LSN
	Entries  *engine.Past
	Sessions *session.Past
}

type snapshotHead struct {
	Version   int              `json:"snapshot"`
	LSN       uint64           `json:"lsn"`
	Chain     string           `json:"chain"`
	Inquiries int              `json:"inquiries"`
	Packed    int              `json:"packed,omitempty"` // bytes, with their line end
	Engine    engine.PastState `json:"engine"`
}

// filedLine is an inquiry's line once it has ended.
type filedLine struct {
	Filed *gateway.Filed `json:"filed"`
	Size  int            `json:"size"` // of what is packed
}

type snapshotTail struct {
	Sum string `json:"sha256"`
}

const (
	snapshotSuffix  = ".snapshot"
	snapshotVersion = 2 // the first had no packed bytes
)

// emptySnapshot is the snapshot of an empty journal.
func emptySnapshot() *snapshot {
	return &snapshot{Entries: engine.NewPast(), Sessions: session.NewPast()}
}

// see applies the next record.
func (s *snapshot) see(lsn uint64, record journal.Record) (err error) {
	switch record.Kind {
	case engine.EntryKind:
		err = s.Entries.Recover(lsn, record.Payload)
	case session.Kind:
		err = s.Sessions.Recover(lsn, record.Payload)
	default:
		err = unknownKind(lsn, record.Kind)
	}
	s.LSN = lsn
	return err
}

func unknownKind(lsn uint64, kind byte) error {
	return fmt.Errorf("journal record %d is of kind %q: a later version wrote it; start that one", lsn, kind)
}

// snapshotFiles lists the snapshots in a folder, the newest first.
func snapshotFiles(dir string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*"+snapshotSuffix))
	slices.Sort(files)
	slices.Reverse(files)
	return files, err
}

// places finds records: an open log, or a view of one.
type places interface {
	Place(lsn uint64) (journal.Place, error)
}

// newestSnapshot returns the newest snapshot that is whole and of this journal; an empty one if
// there is none. What is wrong with the others is said to warn.
func newestSnapshot(dir string, of places, warn func(file string, err error)) (*snapshot, error) {
	files, err := snapshotFiles(dir)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		s, err := readSnapshot(file, of)
		if err == nil {
			return s, nil
		}
		warn(file, err)
	}
	return emptySnapshot(), nil
}

// readSnapshot reads a snapshot and holds it against the journal's chain.
func readSnapshot(file string, of places) (*snapshot, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	s, err := decodeSnapshot(b)
	if err != nil {
		return nil, err
	}
	if snapshotName(s.LSN) != filepath.Base(file) {
		return nil, fmt.Errorf("it is the snapshot of lsn %d", s.LSN)
	}
	at, err := of.Place(s.LSN)
	if err != nil {
		return nil, err
	}
	if hexOf(at.Hash) != s.Chain {
		return nil, fmt.Errorf("it is of another journal: the chain differs at lsn %d", s.LSN)
	}
	return s, nil
}

func snapshotName(lsn uint64) string { return fmt.Sprintf("%016d%s", lsn, snapshotSuffix) }

// snapshotLSN reads the name of a snapshot; 0 if it is none.
func snapshotLSN(file string) uint64 {
	digits, _ := strings.CutSuffix(filepath.Base(file), snapshotSuffix)
	lsn, _ := strconv.ParseUint(digits, 10, 64)
	return lsn
}
