package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/session"
)

// catFilter is which records cat prints.
type catFilter struct {
	From    uint64   // first lsn
	To      uint64   // last lsn; 0: the end
	Inquiry string   // entries of this inquiry, and the messages that told them
	Kinds   []string // E, S, an event's type such as Traded, or a session verb such as sent
}

func newJournalCatCommand() *cobra.Command {
	var filter catFilter
	var asJSON bool
	c := &cobra.Command{
		Use:   "cat DIR",
		Short: "Print entries and session records, one a line",
		Long: "Prints records as lines: lsn, kind, then for an entry its number, time, inquiry, who caused\n" +
			"it, type and content; for a session record its session, verb and number, and the message\n" +
			"that was sent, SOH as |. Passwords are masked.",
		Args: oneDir,
		RunE: func(c *cobra.Command, dirs []string) error {
			return catJournal(dirs[0], filter, c.OutOrStdout(), asJSON)
		},
	}
	f := c.Flags()
	f.Uint64Var(&filter.From, "from", 1, "begin with this lsn")
	f.Uint64Var(&filter.To, "to", 0, "end with this lsn; 0 is the last one")
	f.StringVar(&filter.Inquiry, "inquiry", "", "only this inquiry: entries, and messages that told them")
	f.StringSliceVar(&filter.Kinds, "kind", nil,
		"only these: E (entries), S (session records), a type such as Traded, a verb such as sent")
	f.BoolVar(&asJSON, "json", false, "one JSON object a line")
	return c
}

func oneDir(c *cobra.Command, dirs []string) error {
	if len(dirs) != 1 {
		return inputError(fmt.Errorf("name one data folder or journal folder; see %s --help", c.CommandPath()))
	}
	return nil
}

// catLine is a record as cat prints it: one of Entry and Session is set.
type catLine struct {
	LSN     uint64          `json:"lsn"`
	Entry   json.RawMessage `json:"entry,omitempty"`
	Session *sessionRecord  `json:"session,omitempty"`

	entry gateway.Entry
}

func catJournal(dir string, filter catFilter, w io.Writer, asJSON bool) (err error) {
	v, err := openJournal(dir, journal.Options{})
	if err != nil {
		return err
	}
	defer closing(v, &err)
	told := make(map[uint64]bool) // entries of the inquiry
	encoder := newLineEncoder(w)
	return eachRecord(v, max(filter.From, v.First), func(lsn uint64, record journal.Record) error {
		if filter.To > 0 && lsn > filter.To {
			return io.EOF
		}
		line, err := readCatLine(lsn, record)
		switch {
		case err != nil:
			return err
		case !filter.wants(line, told):
			return nil
		case asJSON:
			return encoder.Encode(line)
		}
		_, err = fmt.Fprintln(w, line.text())
		return err
	})
}

// readCatLine reads a record. One that cannot be read is damage of a kind: the chain is sound, so
// it was written like this.
func readCatLine(lsn uint64, record journal.Record) (line catLine, err error) {
	line.LSN = lsn
	switch record.Kind {
	case engine.EntryKind:
		line.Entry = record.Payload
		err = line.entry.UnmarshalJSON(record.Payload)
	case session.Kind:
		var s sessionRecord
		if s, err = readSessionRecord(record.Payload); err == nil {
			s.Message = readable(s.raw)
			line.Session = &s
		}
	default:
		err = fmt.Errorf("kind %q is not known to this version", record.Kind)
	}
	if err != nil {
		err = exit{exitDamaged, fmt.Errorf("lsn %d: %w", lsn, err)}
	}
	return line, err
}

// wants tells whether a line passes; told collects the entries of the wanted inquiry.
func (f catFilter) wants(line catLine, told map[uint64]bool) bool {
	if f.Inquiry != "" {
		if line.Session != nil && (line.Session.Verb != "sent" || line.Session.Entry == 0 ||
			!told[line.Session.of()]) {
			return false
		}
		if line.Session == nil {
			if string(line.entry.Inquiry) != f.Inquiry {
				return false
			}
			told[line.entry.Seq] = true
		}
	}
	if len(f.Kinds) == 0 {
		return true
	}
	if line.Session != nil {
		return slices.Contains(f.Kinds, "S") || slices.Contains(f.Kinds, line.Session.Verb)
	}
	return slices.Contains(f.Kinds, "E") || slices.Contains(f.Kinds, typeOf(line.entry.Event))
}

func typeOf(e gateway.Event) string { return fmt.Sprintf("%T", e)[len("gateway."):] }

func (l catLine) text() string {
	if s := l.Session; s != nil {
		return fmt.Sprintf("%d S %s", l.LSN, s.text())
	}
	var content struct {
		Event json.RawMessage `json:"event"`
	}
	_ = json.Unmarshal(l.Entry, &content) // it was read before
	cause, inquiry := "-", string(l.entry.Inquiry)
	if l.entry.Cause != (gateway.Origin{}) {
		cause = fmt.Sprintf("%s#%d", l.entry.Cause.Firm, l.entry.Cause.Ref)
	}
	if inquiry == "" {
		inquiry = "-"
	}
	return fmt.Sprintf("%d E %d %s %s %s %s %s", l.LSN, l.entry.Seq, l.entry.At.Format(time.RFC3339Nano),
		inquiry, cause, typeOf(l.entry.Event), content.Event)
}

func (r sessionRecord) text() string {
	s := r.Session + " " + r.Verb
	if r.Number > 0 {
		s += fmt.Sprintf(" %d", r.Number)
	}
	if r.Type != "" {
		s += " " + r.Type
	}
	if r.Entry > 0 {
		s += fmt.Sprintf(" cursor %d.%d", r.Entry, r.Index)
	}
	if !r.At.IsZero() {
		s += " " + r.At.Format(time.RFC3339Nano)
	}
	if r.Message != "" {
		s += " " + r.Message
	}
	return s
}

// readable shows a FIX message in a line, without Password(554), NewPassword(925)
// and EncryptedPassword(1402). None should be there; a reader of logs must not be
// the one who finds out.
func readable(raw []byte) string {
	secrets := regexp.MustCompile(`(^|\x01)(554|925|1402)=[^\x01]*`)
	masked := secrets.ReplaceAll(raw, []byte("$1$2=***"))
	return string(bytes.ReplaceAll(masked, []byte{1}, []byte{'|'}))
}
