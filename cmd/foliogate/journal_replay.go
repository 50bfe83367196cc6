package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/session"
)

// replayedState is what a journal says at an lsn.
type replayedState struct {
	LSN       uint64            `json:"lsn"`
	Entries   uint64            `json:"entries"`
	Inquiries []gateway.Inquiry `json:"inquiries"`
	Sessions  []sessionTotals   `json:"sessions"`
}

func newJournalReplayCommand() *cobra.Command {
	var o journal.Options
	var to uint64
	var inquiry string
	var asJSON bool
	c := &cobra.Command{
		Use:   "replay DIR",
		Short: "Rebuild the state from the journal and print it",
		Long: "Applies all entries to an empty book, as a start does, and prints what comes of it: the\n" +
			"inquiries with phase, quotes, executions and net tickets, and the sessions' numbers.\n" +
			"With --to it is the state of an earlier moment.\n\n" +
			"Before an upgrade in the middle of a day, have both versions replay the live journal: what\n" +
			"they print must be the same. A difference, or an entry that the new one cannot apply, blocks it.",
		Args: oneDir,
		RunE: func(c *cobra.Command, dirs []string) error {
			state, err := replayJournal(dirs[0], o, to, gateway.InquiryID(inquiry))
			if err != nil {
				return err
			}
			if asJSON {
				encoder := newLineEncoder(c.OutOrStdout())
				encoder.SetIndent("", " ")
				return encoder.Encode(state)
			}
			_, err = io.WriteString(c.OutOrStdout(), state.text())
			return err
		},
	}
	c.Flags().Uint64Var(&to, "to", 0, "end with this lsn; 0 is the last one")
	c.Flags().StringVar(&inquiry, "inquiry", "", "only this inquiry")
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	archiveFlag(c, &o)
	return c
}

func replayJournal(dir string, o journal.Options, to uint64, only gateway.InquiryID) (state replayedState, err error) {
	v, err := openWhole(dir, o)
	if err != nil {
		return state, err
	}
	defer closing(v, &err)
	entries, numbers := engine.NewAudit(), newNumbersAudit()
	err = eachRecord(v, 1, func(lsn uint64, record journal.Record) error {
		if to > 0 && lsn > to {
			return io.EOF
		}
		state.LSN = lsn
		return replayRecord(entries, numbers, lsn, record)
	})
	state.Entries, state.Sessions = entries.Last(), numbers.totals()
	for _, q := range entries.Past().Inquiries() {
		if only == "" || q.ID == only {
			state.Inquiries = append(state.Inquiries, q)
		}
	}
	return state, err
}

// replayRecord applies a record that a sound journal can hold. What is unsound is verify's to say.
func replayRecord(entries *engine.Audit, numbers *numbersAudit, lsn uint64, record journal.Record) error {
	var err error
	switch record.Kind {
	case engine.EntryKind:
		_, _, err = entries.Entry(lsn, record.Payload)
	case session.Kind:
		var r sessionRecord
		if r, err = readSessionRecord(record.Payload); err == nil {
			numbers.see(r, entries.Last())
		}
	default:
		err = fmt.Errorf("kind %q is not known to this version", record.Kind)
	}
	if err != nil {
		return exit{exitDamaged, fmt.Errorf("lsn %d: %w", lsn, err)}
	}
	return nil
}

func (s replayedState) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d entries up to lsn %d\n", s.Entries, s.LSN)
	for _, q := range s.Inquiries {
		writeInquiry(&b, q)
	}
	for _, n := range s.Sessions {
		fmt.Fprintf(&b, "session %s: next out %d, next in %d, told up to entry %d\n",
			n.Session, n.Next, n.Expected, n.Told)
	}
	return b.String()
}

func writeInquiry(b *strings.Builder, q gateway.Inquiry) {
	ccy := q.Terms.Currency
	fmt.Fprintf(b, "%s %s %s: %s, %d lines", q.ID, q.Client, q.ListID, q.Phase, q.TotalLines)
	if q.Outcome.Text != "" {
		fmt.Fprintf(b, ", %s", q.Outcome.Text)
	}
	b.WriteByte('\n')
	for _, r := range q.Routes {
		fmt.Fprintf(b, "  %s %s\n", r.Dealer, r.State)
		for _, quote := range r.Quotes {
			fmt.Fprintf(b, "    quote %s (%s) %s, cash %s\n", quote.ID, quote.DealerID, quote.State,
				quote.Cash.Format(ccy))
		}
	}
	if q.Award != nil {
		fmt.Fprintf(b, "  awarded to %s until %s\n", q.Award.Dealer, q.Award.LookUntil.Format("15:04:05.000"))
	}
	if x := q.Execution; x != nil {
		fmt.Fprintf(b, "  executed %s with %s at %s: %d fills, cash %s, net %s %s\n", x.Trade, x.Dealer,
			x.At.Format("2006-01-02 15:04:05.000"), len(x.Fills), x.Cash.Format(ccy), x.Net.Format(ccy), ccy)
	}
	for _, t := range q.Tickets {
		fmt.Fprintf(b, "  ticket %s %s %s: %d lines, net %s %s, client %s, dealer %s\n", t.ID, t.Account,
			t.Date, len(t.Lines), t.Net.Format(t.Currency), t.Currency, affirmation(t.Client), affirmation(t.Dealer))
	}
}

func affirmation(a gateway.Affirmation) string {
	switch a {
	case gateway.Affirmed:
		return "affirmed"
	case gateway.Disputed:
		return "disputed"
	}
	return "unanswered"
}
