package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// encode puts away what has ended and writes the lines.
func (s *snapshot) encode(w io.Writer) error {
	if err := s.Entries.File(); err != nil {
		return err
	}
	kept := s.Entries.Kept()
	head := snapshotHead{Version: snapshotVersion, LSN: s.LSN, Chain: s.Chain, Inquiries: len(kept),
		Engine: s.Entries.State()}
	for i := range kept {
		if f := kept[i].Filed; f != nil {
			head.Packed += len(f.Packed)
		}
	}
	if head.Packed > 0 {
		head.Packed++ // its line end
	}
	sum := sha256.New()
	summed := io.MultiWriter(w, sum)
	lines := newLineEncoder(summed)
	err := errors.Join(lines.Encode(head), lines.Encode(s.Sessions))
	for i := range kept {
		if f := kept[i].Filed; f != nil {
			err = errors.Join(err, lines.Encode(filedLine{f, len(f.Packed)}))
		} else {
			err = errors.Join(err, lines.Encode(&kept[i].Whole))
		}
	}
	for i := range kept {
		if f := kept[i].Filed; f != nil && err == nil {
			_, err = summed.Write(f.Packed)
		}
	}
	if head.Packed > 0 && err == nil {
		_, err = summed.Write([]byte{'\n'})
	}
	return errors.Join(err, newLineEncoder(w).Encode(snapshotTail{hex.EncodeToString(sum.Sum(nil))}))
}

// write puts the snapshot into the folder: whole, or not at all.
func (s *snapshot) write(dir string) error {
	fresh := filepath.Join(dir, "snapshot.tmp")
	f, err := os.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o640)
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(f, 1<<20)
	if err = errors.Join(s.encode(b), b.Flush()); err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	return os.Rename(fresh, filepath.Join(dir, snapshotName(s.LSN)))
}
