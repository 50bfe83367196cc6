package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
)

const (
	markMagic    = "foliomrk"
	markBytes    = 84
	slotDistance = 4096 // the slots share no sector, so a torn write spoils one of them at most
)

// mark is the high-water mark: what was durable, kept apart from the log.
type mark struct {
	sequence uint64
	lsn      uint64
	epoch    uint64
	hash     [32]byte
	id       identity
}

func (m mark) encode() []byte {
	b := make([]byte, markBytes)
	copy(b, markMagic)
	binary.LittleEndian.PutUint64(b[8:], m.sequence)
	binary.LittleEndian.PutUint64(b[16:], m.lsn)
	binary.LittleEndian.PutUint64(b[24:], m.epoch)
	copy(b[32:], m.hash[:])
	copy(b[64:], m.id[:])
	binary.LittleEndian.PutUint32(b[80:], crc32.Checksum(b[:80], castagnoli()))
	return b
}

func decodeMark(b []byte) (mark, bool) {
	if len(b) < markBytes || string(b[:8]) != markMagic ||
		binary.LittleEndian.Uint32(b[80:]) != crc32.Checksum(b[:80], castagnoli()) {
		return mark{}, false
	}
	return mark{
		sequence: binary.LittleEndian.Uint64(b[8:]),
		lsn:      binary.LittleEndian.Uint64(b[16:]),
		epoch:    binary.LittleEndian.Uint64(b[24:]),
		hash:     [32]byte(b[32:]),
		id:       identity(b[64:]),
	}, true
}

// decodeSlots returns the valid slot with the higher sequence.
func decodeSlots(b []byte) (mark, bool) {
	first, ok := decodeMark(b)
	if len(b) < slotDistance {
		return first, ok
	}
	second, ok2 := decodeMark(b[slotDistance:])
	if ok2 && (!ok || second.sequence > first.sequence) {
		return second, true
	}
	return first, ok
}

// agrees holds the log against the mark.
func (m mark) agrees(st state, ext extent) error {
	tail := st.segments[len(st.segments)-1]
	damage := &DamageError{Segment: tail.name, Offset: tail.end, LSN: st.last + 1, Remedy: remedyRestore}
	if m.lsn > st.last {
		damage.Cause = fmt.Sprintf("%s, but the mark says that lsn %d was durable", ext.cause, m.lsn)
		return damage
	}
	if m.lsn == 0 {
		return nil
	}
	h := history{segments: st.segments}
	f, s, off, err := h.frame(m.lsn)
	if err != nil {
		return err
	}
	if f.hash != m.hash {
		damage.Segment, damage.Offset, damage.LSN = s.name, off, m.lsn
		damage.Cause = "the record is not the one that the mark saw"
		return damage
	}
	return nil
}

// markFile writes the mark's slots in turn.
type markFile struct {
	file file
	last mark
}

// What may be wrong with a mark without the disk being at fault.
var (
	errNoMark     = errors.New("the mark is missing")
	errSpoiltMark = errors.New("both slots of the mark are spoilt")
)

// readMark opens the mark and finds the slot that counts.
func readMark(path string, how openMode, open opener) (*markFile, error) {
	f, err := open(path, how)
	if errors.Is(err, os.ErrNotExist) {
		return nil, errNoMark
	}
	if err != nil {
		return nil, fmt.Errorf("journal: open mark: %w", err)
	}
	w := newWindow(f, slotDistance+markBytes)
	b, err := w.at(0, slotDistance+markBytes)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("journal: read mark: %w", err), f.Close())
	}
	m, ok := decodeSlots(b)
	if !ok {
		return nil, errors.Join(errSpoiltMark, f.Close())
	}
	return &markFile{file: f, last: m}, nil
}

// createMark makes a mark that is either whole or absent after a crash, replacing any other.
func createMark(path string, m mark, open opener) (*markFile, error) {
	fresh := path + ".tmp"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("journal: create mark: %w", err)
	}
	f, err := open(fresh, openCreate)
	if err != nil {
		return nil, fmt.Errorf("journal: create mark: %w", err)
	}
	k := &markFile{file: f, last: m}
	err = f.Allocate(2 * slotDistance)
	if err == nil {
		err = errors.Join(k.write(m), k.write(k.last), f.Datasync())
	}
	if err == nil {
		err = os.Rename(fresh, path)
	}
	if err == nil {
		err = syncDir(filepath.Dir(path))
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("journal: create mark: %w", err), f.Close())
	}
	return k, nil
}

// write puts m, with the next sequence, into the slot that does not hold the last one.
func (k *markFile) write(m mark) error {
	m.sequence = k.last.sequence + 1
	if _, err := k.file.WriteAt(m.encode(), int64(m.sequence%2)*slotDistance); err != nil {
		return fmt.Errorf("journal: write mark: %w", err)
	}
	k.last = m
	return nil
}

func (k *markFile) close() error {
	if k == nil {
		return nil
	}
	return k.file.Close()
}
