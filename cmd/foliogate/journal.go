package main

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"foliogate/gateway/journal"
)

// exitDamaged is the exit code of the journal verbs for a journal that is damaged,
// breaks a promise of the house, or differs from another.
const exitDamaged = 3

func newJournalCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "journal",
		Short: "Prove, read, replay and compare journals",
		Long: "The journal is the truth about every inquiry and every session. These verbs change nothing\n" +
			"and may run beside a gateway that has the journal open; then they read up to where it is.\n" +
			"DIR is a gateway's data folder, or the folder of the segments itself.\n\n" +
			"Exit codes: 0 good; 1 the machine failed; 2 a folder, a file or a flag is wrong; 3 the\n" +
			"journal is damaged, breaks a promise, or differs. Damage is told with segment, offset, log\n" +
			"sequence number (lsn) and remedy.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newJournalVerifyCommand(), newJournalCatCommand(), newJournalReplayCommand(),
		newJournalDiffCommand())
	return c
}

// openWhole opens a journal that must reach back to its beginning.
func openWhole(dir string, o journal.Options) (*journal.View, error) {
	v, err := openJournal(dir, o)
	if err != nil || v.First == 1 {
		return v, err
	}
	err = inputError(fmt.Errorf("%s begins at lsn %d: what came before was archived;"+
		" name the folder that it is in now with --archive", dir, v.First))
	return nil, errors.Join(err, v.Close())
}

// openJournal proves a journal's chain, the archive's included, and opens it for reading.
func openJournal(dir string, o journal.Options) (*journal.View, error) {
	dir = folderOf(dir)
	segments, err := filepath.Glob(filepath.Join(dir, "*.segment"))
	if err != nil || len(segments) == 0 {
		return nil, inputError(fmt.Errorf("%s: no journal is there; name a data folder or its journal folder", dir))
	}
	view, err := journal.Inspect(dir, o)
	return view, damaged(err)
}

// folderOf is the folder of the segments, given it or the data folder that it is in.
func folderOf(dir string) string {
	if _, err := os.Stat(journalFolder(dir)); err == nil {
		return journalFolder(dir)
	}
	return dir
}

// damaged gives damage its exit code.
func damaged(err error) error {
	var damage *journal.DamageError
	if errors.As(err, &damage) {
		return exit{exitDamaged, err}
	}
	return err
}

// eachRecord reads a journal from an lsn on. A callback's io.EOF ends it in good order.
func eachRecord(v *journal.View, from uint64, see func(lsn uint64, r journal.Record) error) error {
	for reader := v.From(from); ; {
		lsn, record, err := reader.Next()
		if err == nil {
			err = see(lsn, record)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
	}
}

func hexOf(hash [32]byte) string { return hex.EncodeToString(hash[:]) }

// closing joins the error of closing a view to that of the work on it.
func closing(v *journal.View, err *error) { *err = errors.Join(*err, v.Close()) }

// newLineEncoder writes JSON documents as a person would: > is >.
func newLineEncoder(w io.Writer) *json.Encoder {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder
}
