package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
	"foliogate/session"
)

// journalReport is what verify proved of one journal, and what it found wrong.
type journalReport struct {
	Folder      string                         `json:"folder"`
	Live        bool                           `json:"live"` // a gateway has it open
	Segments    int                            `json:"segments"`
	Records     uint64                         `json:"records"`
	Epoch       uint64                         `json:"epoch"`
	Chain       string                         `json:"chain"` // hash of the last record
	Torn        int64                          `json:"torn_bytes"`
	Entries     uint64                         `json:"entries"`
	Inquiries   map[string]int                 `json:"inquiries"` // by phase
	Fills       int                            `json:"fills"`
	Tickets     int                            `json:"tickets"`
	Net         map[units.Currency]units.Money `json:"net"` // over all executions, in minor units
	Sessions    []sessionTotals                `json:"sessions"`
	Snapshots   []uint64                       `json:"snapshots"`   // lsns of those that equal the replay
	Ignored     []string                       `json:"ignored"`     // snapshots that no start would use
	Checkpoints int                            `json:"checkpoints"` // that are signed and hold
	Faults      []string                       `json:"faults"`
	More        int                            `json:"more_faults"` // beyond those that are listed
}

// maxFaults bounds what is listed; one wrong bit of history can be wrong in many ways.
const maxFaults = 50

func newJournalVerifyCommand() *cobra.Command {
	var asJSON bool
	var o verifyOptions
	c := &cobra.Command{
		Use:   "verify DIR...",
		Short: "Prove a journal: chain, totals and state",
		Long: "Proves that every record continues the hash chain, from the first archived segment to the\n" +
			"last live one, and that nothing durable is missing; then\n" +
			"replays all entries into a fresh book and proves what the house promises: entries are\n" +
			"numbered without gaps, an inquiry is executed once, with one fill for each line, fills and\n" +
			"net tickets come to the same money and the same face, session numbers never run back, and\n" +
			"every message that was sent is whole. With checkpoints, it proves that the journal is still\n" +
			"the one that they were signed for.",
		Args: needDirs,
		RunE: func(c *cobra.Command, dirs []string) error {
			if (o.checkpoints == "") != (o.publicKey == "") || o.checkpoints != "" && len(dirs) > 1 {
				return inputError(errors.New("--checkpoints and --public-key belong together, and to one folder"))
			}
			broken := 0
			for _, dir := range dirs {
				report, err := verifyJournal(dir, o)
				if err != nil {
					return err
				}
				if err := report.print(c.OutOrStdout(), asJSON); err != nil {
					return err
				}
				if len(report.Faults) > 0 {
					broken++
				}
			}
			if broken > 0 {
				return exit{exitDamaged, fmt.Errorf("%d of %d journals break what is promised", broken, len(dirs))}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON document for each journal")
	archiveFlag(c, &o.Options)
	o.flags(c)
	return c
}

func archiveFlag(c *cobra.Command, o *journal.Options) {
	c.Flags().StringVar(&o.Archive, "archive", "", "folder of archived segments, if they were moved again")
}

func needDirs(c *cobra.Command, dirs []string) error {
	if len(dirs) == 0 {
		return inputError(fmt.Errorf("name a data folder or a journal folder; see %s --help", c.CommandPath()))
	}
	return nil
}

// verifyJournal proves one journal. The error is for what cannot be read at all.
func verifyJournal(dir string, o verifyOptions) (r *journalReport, err error) {
	v, err := openWhole(dir, o.Options)
	if err != nil {
		return nil, err
	}
	defer closing(v, &err)
	r = &journalReport{Folder: dir, Live: v.Live, Segments: v.Segments, Records: v.Last, Epoch: v.Epoch,
		Torn: v.Torn, Net: make(map[units.Currency]units.Money), Faults: []string{}}
	entries, numbers, recovered := engine.NewAudit(), newNumbersAudit(), newSessionPast()
	snapshots, err := openSnapshots(folderOf(dir), v)
	if err != nil {
		return nil, err
	}
	err = eachRecord(v, 1, func(lsn uint64, record journal.Record) error {
		faults := auditRecord(entries, numbers, lsn, record)
		if err := recovered.see(lsn, record); err != nil && len(faults) == 0 {
			faults = []string{err.Error()}
		}
		faults = append(faults, snapshots.check(lsn, entries.Past(), recovered)...)
		if len(faults) == 0 {
			return nil
		}
		where, err := v.Place(lsn)
		r.blame(where, faults)
		return err
	})
	r.Snapshots, r.Ignored = snapshots.held, snapshots.ignored
	if err == nil && v.Last > 0 {
		var end journal.Place
		end, err = v.Place(v.Last)
		r.Chain = hexOf(end.Hash)
	}
	r.count(entries)
	r.Sessions = numbers.totals()
	if err == nil && o.checkpoints != "" {
		err = r.holdAgainst(o, v)
	}
	return r, err
}

// auditRecord says what is wrong with one record.
func auditRecord(entries *engine.Audit, numbers *numbersAudit, lsn uint64, record journal.Record) []string {
	switch record.Kind {
	case engine.EntryKind:
		_, faults, err := entries.Entry(lsn, record.Payload)
		if err != nil {
			return []string{err.Error()}
		}
		return faults
	case session.Kind:
		r, err := readSessionRecord(record.Payload)
		if err != nil {
			return []string{err.Error()}
		}
		return numbers.see(r, entries.Last())
	}
	return []string{fmt.Sprintf("kind %q is not known to this version", record.Kind)}
}

func (r *journalReport) blame(where journal.Place, faults []string) {
	for _, fault := range faults {
		r.fault(fmt.Sprintf("segment %s, offset %d, lsn %d: %s", where.Segment, where.Offset, where.LSN, fault))
	}
}

func (r *journalReport) fault(text string) {
	if len(r.Faults) == maxFaults {
		r.More++
		return
	}
	r.Faults = append(r.Faults, text)
}

func (r *journalReport) count(entries *engine.Audit) {
	r.Entries, r.Inquiries = entries.Last(), make(map[string]int)
	for _, q := range entries.Past().Inquiries() {
		r.Inquiries[q.Phase.String()]++
		r.Tickets += len(q.Tickets)
		if q.Execution != nil {
			r.Fills += len(q.Execution.Fills)
			r.Net[q.Terms.Currency] += q.Execution.Net
		}
	}
}

func (r *journalReport) print(w io.Writer, asJSON bool) error {
	if asJSON {
		return newLineEncoder(w).Encode(r)
	}
	_, err := io.WriteString(w, r.text())
	return err
}
