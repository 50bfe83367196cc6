package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"foliogate/gateway/journal"
)

// The attic keeps copies of the data folder: old ones, and damaged ones. A start on either must be
// refused, or the sessions must halt (rows 26 and 27).

const (
	oldData     = "old"     // the data folder as it was after a third of the lives
	damagedData = "damaged" // the data folder with a fault in its journal
	oddData     = "odd"     // an old journal between new files, or the whole old folder
)

func (e *era) at(data string, more ...string) string {
	return filepath.Join(append([]string{e.setup.folder, data}, more...)...)
}

// keepOld copies the data folder of a dead gateway, as a backup does.
func (e *era) keepOld() error {
	if _, err := os.Stat(e.journal()); err != nil {
		return nil // nothing was written yet
	}
	return copyFolder(e.at(oldData), e.at(e.setup.data))
}

// verify asks the verb.
func (e *era) verify() error {
	out, err := exec.Command(e.plain, "journal", "verify", e.journal()).CombinedOutput()
	if err != nil {
		e.Lock()
		defer e.Unlock()
		e.violation("journal verify: %v\n%s", err, out)
	}
	return nil
}

// damage spoils a copy of the journal in one of some ways, and wants the start to be refused.
func (e *era) damage() error {
	ways := []func(string) (string, error){e.flip, e.flip, e.truncate, e.loseMark, e.loseSegment}
	if err := copyFolder(e.at(damagedData), e.at(e.setup.data)); err != nil {
		return err
	}
	what, err := pick(e.deaths, ways)(e.at(damagedData, "journal"))
	if err != nil {
		return err
	}
	return e.mustRefuse(damagedData, "26 a damaged journal", what)
}

// mustRefuse starts a gateway on a folder that it must not take for its own.
func (e *era) mustRefuse(data, row, what string) error {
	x := e.setup
	x.data = data
	var err error
	if x.accept, err = freeAddress(); err != nil {
		return err
	}
	x.copperline = "127.0.0.1:1" // nobody is there
	config, err := x.write()
	if err != nil {
		return err
	}
	g, err := launch(e.binary, config, "")
	if err != nil {
		return err
	}
	select {
	case <-g.ended:
	case <-time.After(settleWithin):
		g.kill()
		<-g.ended
	}
	e.Lock()
	defer e.Unlock()
	if g.killed() || g.state.ExitCode() <= 0 || strings.Contains(g.lastWords(), "panic") {
		e.violation("%s: %s: the start was not refused, it ended %s:\n%s", row, what, g.state, g.lastWords())
	}
	e.hit(row)
	return nil
}

// place finds any record. All are acknowledged: the end was clean.
func (e *era) place(folder string) (journal.Place, error) {
	v, err := journal.Inspect(folder, journal.Options{})
	if err != nil {
		return journal.Place{}, err
	}
	defer v.Close()
	return v.Place(v.First + e.deaths.Uint64N(v.Last-v.First+1))
}

// flip turns one bit of a record.
func (e *era) flip(folder string) (string, error) {
	place, err := e.place(folder)
	if err != nil {
		return "", err
	}
	at := place.Offset + int64(e.deaths.IntN(72)) // of its head, of which every bit counts
	file, err := os.OpenFile(filepath.Join(folder, place.Segment), os.O_RDWR, 0)
	if err != nil {
		return "", err
	}
	defer file.Close()
	var b [1]byte
	if _, err := file.ReadAt(b[:], at); err != nil {
		return "", err
	}
	b[0] ^= 1 << e.deaths.IntN(8)
	_, err = file.WriteAt(b[:], at)
	return fmt.Sprintf("a bit at %s:%d of record %d", place.Segment, at, place.LSN), err
}

// truncate cuts a record, and all that follow it in its segment.
func (e *era) truncate(folder string) (string, error) {
	place, err := e.place(folder)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s is cut at %d", place.Segment, place.Offset),
		os.Truncate(filepath.Join(folder, place.Segment), place.Offset)
}

func (e *era) loseMark(folder string) (string, error) {
	return "the mark is gone", os.Remove(filepath.Join(folder, "mark"))
}

func (e *era) loseSegment(folder string) (string, error) {
	place, err := e.place(folder)
	if err != nil {
		return "", err
	}
	return place.Segment + " is gone", os.Remove(filepath.Join(folder, place.Segment))
}

// copyFolder copies files as they are, but for the room that they keep.
func copyFolder(to, from string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, name), 0o700)
		}
		return copyFile(filepath.Join(to, name), path)
	})
}

func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	block, zeros := make([]byte, 64<<10), make([]byte, 64<<10)
	for at := int64(0); ; {
		n, err := io.ReadFull(in, block)
		if !bytes.Equal(block[:n], zeros[:n]) {
			if _, err := out.WriteAt(block[:n], at); err != nil {
				return err
			}
		}
		if at += int64(n); err != nil {
			return out.Truncate(at)
		}
	}
}
