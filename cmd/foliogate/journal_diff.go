package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"foliogate/gateway/journal"
)

// journalDifference is the outcome of a comparison.
type journalDifference struct {
	Same    bool   `json:"same"`
	Records uint64 `json:"records"` // that both hold
	Chains  bool   `json:"chains"`  // whether the chain is the same too, not only what was recorded
	LSN     uint64 `json:"lsn,omitempty"`
	First   string `json:"first,omitempty"` // the record of the first journal at LSN; "": it ends before
	Second  string `json:"second,omitempty"`
	Where   string `json:"where,omitempty"`
}

func newJournalDiffCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "diff DIR DIR",
		Short: "Compare two journals and name the first record that differs",
		Long: "Compares two journals record by record: a copy, a mirror, what was before and after an\n" +
			"upgrade. If one is the beginning of the other, the first record that is missing is named.",
		Args: func(c *cobra.Command, dirs []string) error {
			if len(dirs) != 2 {
				return inputError(fmt.Errorf("name two folders; see %s --help", c.CommandPath()))
			}
			return nil
		},
		RunE: func(c *cobra.Command, dirs []string) error {
			d, err := diffJournals(dirs[0], dirs[1])
			if err != nil {
				return err
			}
			if asJSON {
				err = newLineEncoder(c.OutOrStdout()).Encode(d)
			} else {
				_, err = io.WriteString(c.OutOrStdout(), d.text(dirs))
			}
			if err == nil && !d.Same {
				err = exit{exitDamaged, errors.New("")}
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	return c
}

func diffJournals(first, second string) (d journalDifference, err error) {
	a, err := openWhole(first, journal.Options{})
	if err != nil {
		return d, err
	}
	defer closing(a, &err)
	b, err := openWhole(second, journal.Options{})
	if err != nil {
		return d, err
	}
	defer closing(b, &err)
	return diffViews(a, b)
}

func diffViews(a, b *journal.View) (d journalDifference, err error) {
	for left, right := a.From(1), b.From(1); ; d.Records++ {
		x, endX, err := nextOf(left)
		if err != nil {
			return d, err
		}
		y, endY, err := nextOf(right)
		switch {
		case err != nil:
			return d, err
		case endX && endY:
			d.Same = true
			return d, d.chains(a, b)
		case endX || endY || x.Kind != y.Kind || !bytes.Equal(x.Payload, y.Payload):
			d.LSN = d.Records + 1
			d.First, d.Second = describe(d.LSN, x, endX), describe(d.LSN, y, endY)
			return d, d.place(a, endX, b)
		}
	}
}

func nextOf(r *journal.Reader) (record journal.Record, end bool, err error) {
	_, record, err = r.Next()
	if errors.Is(err, io.EOF) {
		return record, true, nil
	}
	return record, false, damaged(err)
}

func describe(lsn uint64, record journal.Record, end bool) string {
	if end {
		return ""
	}
	line, err := readCatLine(lsn, record)
	if err != nil {
		return err.Error()
	}
	return line.text()
}

// chains tells whether the last common record has the same hash: then nothing before it differs,
// not even who wrote it.
func (d *journalDifference) chains(a, b *journal.View) error {
	if d.Records == 0 {
		d.Chains = true
		return nil
	}
	x, err := a.Place(d.Records)
	if err != nil {
		return err
	}
	y, err := b.Place(d.Records)
	d.Chains = x.Hash == y.Hash
	return err
}

// place says where the record stands, in a journal that has it.
func (d *journalDifference) place(a *journal.View, endA bool, b *journal.View) error {
	v := a
	if endA {
		v = b
	}
	at, err := v.Place(d.LSN)
	d.Where = fmt.Sprintf("segment %s, offset %d", at.Segment, at.Offset)
	return err
}

func (d journalDifference) text(dirs []string) string {
	switch {
	case d.Same && d.Chains:
		return fmt.Sprintf("same: %d records and one chain\n", d.Records)
	case d.Same:
		return fmt.Sprintf("same: %d records; the chains differ, other owners wrote them\n", d.Records)
	}
	text := fmt.Sprintf("the first difference is lsn %d (%s), after %d records that are the same\n",
		d.LSN, d.Where, d.Records)
	for i, side := range []string{d.First, d.Second} {
		if side == "" {
			side = "ends before it"
		}
		text += fmt.Sprintf("  %s: %s\n", dirs[i], side)
	}
	return text
}
