package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// text is the report for people.
func (r *journalReport) text() string {
	var b strings.Builder
	verdict := "good"
	if len(r.Faults) > 0 {
		verdict = "BROKEN"
	}
	fmt.Fprintf(&b, "%s: %s\n", r.Folder, verdict)
	fmt.Fprintf(&b, "  chain      %d records in %d segments, epoch %d, ends in %s\n",
		r.Records, r.Segments, r.Epoch, r.Chain)
	if r.Live {
		fmt.Fprintf(&b, "  live       a gateway has it open; it was read up to lsn %d\n", r.Records)
	}
	if r.Torn > 0 {
		fmt.Fprintf(&b, "  torn       %d bytes of a batch that nobody was told about; the next start cuts them\n", r.Torn)
	}
	fmt.Fprintf(&b, "  entries    %d\n  inquiries  %s\n", r.Entries, phases(r.Inquiries))
	fmt.Fprintf(&b, "  executed   %d lines, %d net tickets%s\n", r.Fills, r.Tickets, r.netText())
	for _, s := range r.Sessions {
		fmt.Fprintf(&b, "  session    %s: next out %d, next in %d, %d messages kept, %d resets, told up to entry %d\n",
			s.Session, s.Next, s.Expected, s.Messages, s.Resets, s.Told)
	}
	if r.Checkpoints > 0 {
		fmt.Fprintf(&b, "  signed     %d checkpoints hold\n", r.Checkpoints)
	}
	for _, lsn := range r.Snapshots {
		fmt.Fprintf(&b, "  snapshot   of lsn %d is what the replay gives\n", lsn)
	}
	for _, ignored := range r.Ignored {
		fmt.Fprintf(&b, "  snapshot   %s; a start ignores it\n", ignored)
	}
	for _, fault := range r.Faults {
		fmt.Fprintf(&b, "  FAULT      %s\n", fault)
	}
	if r.More > 0 {
		fmt.Fprintf(&b, "  FAULT      and %d more\n", r.More)
	}
	return b.String()
}

func (r *journalReport) netText() string {
	var b strings.Builder
	for _, currency := range slices.Sorted(maps.Keys(r.Net)) {
		fmt.Fprintf(&b, ", net %s %s", r.Net[currency].Format(currency), currency)
	}
	return b.String()
}

func phases(counts map[string]int) string {
	if len(counts) == 0 {
		return "none"
	}
	var parts []string
	for _, phase := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%d %s", counts[phase], phase))
	}
	return strings.Join(parts, ", ")
}
