package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/session"
)

// A snapshot is what the journal says up to an lsn, in a file beside the segments, so that a start
// need not read everything again. It is made from the journal alone and can be thrown away at any
// time: a start that finds none, or a damaged one, replays. The file 0000000000001234.snapshot is
// the snapshot at lsn 1234, in lines of JSON:
//
//	{"snapshot":1,"lsn":1234,"chain":"9f86...","inquiries":17,"engine":{...}}
//	[{"session":"F>C",...}]                    the sessions
//	{"id":"I00000001",...}                     the inquiries, in the order in which they began
//	{"sha256":"60303a..."}                     of all lines before this one
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
	Engine    engine.PastState `json:"engine"`
}

type snapshotTail struct {
	Sum string `json:"sha256"`
}

const (
	snapshotSuffix  = ".snapshot"
	snapshotVersion = 1
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

// encode writes the lines.
func (s *snapshot) encode() ([]byte, error) {
	inquiries := s.Entries.Inquiries()
	var b bytes.Buffer
	lines := newLineEncoder(&b)
	err := errors.Join(
		lines.Encode(snapshotHead{snapshotVersion, s.LSN, s.Chain, len(inquiries), s.Entries.State()}),
		lines.Encode(s.Sessions))
	for i := range inquiries {
		err = errors.Join(err, lines.Encode(&inquiries[i]))
	}
	sum := sha256.Sum256(b.Bytes())
	err = errors.Join(err, lines.Encode(snapshotTail{hex.EncodeToString(sum[:])}))
	return b.Bytes(), err
}

// decodeSnapshot reads the lines, and believes them only whole.
func decodeSnapshot(b []byte) (*snapshot, error) {
	end := bytes.LastIndexByte(bytes.TrimSuffix(b, []byte{'\n'}), '\n') + 1
	var tail snapshotTail
	if err := json.Unmarshal(b[end:], &tail); err != nil || end == 0 {
		return nil, errors.New("its last line is not its checksum")
	}
	if sum := sha256.Sum256(b[:end]); hex.EncodeToString(sum[:]) != tail.Sum {
		return nil, errors.New("its checksum is wrong")
	}
	lines := bytes.Split(b[:end-1], []byte{'\n'})
	var head snapshotHead
	if err := json.Unmarshal(lines[0], &head); err != nil {
		return nil, err
	}
	if head.Version != snapshotVersion || len(lines) != head.Inquiries+2 {
		return nil, fmt.Errorf("version %d, %d lines for %d inquiries", head.Version, len(lines), head.Inquiries)
	}
	s := &snapshot{LSN: head.LSN, Chain: head.Chain, Sessions: session.NewPast()}
	if err := json.Unmarshal(lines[1], s.Sessions); err != nil {
		return nil, err
	}
	inquiries, err := decodeInquiries(lines[2:])
	if err == nil {
		s.Entries, err = engine.RestorePast(head.Engine, inquiries)
	}
	return s, err
}

// decodeInquiries reads lines on all processors.
func decodeInquiries(lines [][]byte) ([]gateway.Inquiry, error) {
	inquiries := make([]gateway.Inquiry, len(lines))
	workers := runtime.GOMAXPROCS(0)
	errs := make([]error, workers)
	var work sync.WaitGroup
	for w := range workers {
		work.Go(func() {
			for i := w; i < len(lines) && errs[w] == nil; i += workers {
				errs[w] = json.Unmarshal(lines[i], &inquiries[i])
			}
		})
	}
	work.Wait()
	return inquiries, errors.Join(errs...)
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

// write puts the snapshot into the folder: whole, or not at all.
func (s *snapshot) write(dir string) error {
	b, err := s.encode()
	if err != nil {
		return err
	}
	fresh := filepath.Join(dir, "snapshot.tmp")
	f, err := os.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o640)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	return os.Rename(fresh, filepath.Join(dir, snapshotName(s.LSN)))
}
