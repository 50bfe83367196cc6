// Command peers measures foliogate against what else there is, in one run on one machine, and
// prints ours, the peer's and the ratio beside the goal. The peers are code in this folder written
// on the public libraries:
//
//   - the naive gateway (naive*.go): what a developer writes in an afternoon with quickfixgo, its
//     typed fix44 messages and its synced file store; no business rules;
//   - the raw loop (raw.go): the same bytes through one process that syncs one file before it
//     sends, without a FIX engine: the limit;
//   - quickfixgo and fix44 as a codec, with and without a dictionary, and a bare scan of the bytes.
//
// Every gateway is a process of its own, ours the real binary. One client and its dealers, raw FIX
// over loopback TCP, drive all of them alike. Ours always validates, checks sums and syncs.
//
//	go run ./cmd/peers              everything, some minutes
//	go run ./cmd/peers -only codec  one section, see parts
//	go run ./cmd/peers -smoke       everything once, and short
//	go run ./cmd/peers -only start -entries 1000000    a start of full size: minutes, and 5 GB of disk
//
// Times are medians of pairs that were taken in turn. No time is asserted: a goal that is missed is
// printed as missed. Smoke fails when a count is missed, or anything does not work.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
)

// plan is what a run measures.
type plan struct {
	smoke   bool
	entries int    // of the journal that a gateway starts on
	dir     string // for the binary and the gateways' folders
}

// often is how many times something is measured.
func (p plan) often(times int) int {
	if p.smoke {
		return 1
	}
	return times
}

// part is one section of the table.
type part struct {
	name    string
	measure func(plan) ([]row, error)
}

func parts() []part {
	return []part{{"codec", codec}, {"memory", memory}, {"auction", auctions}, {"reports", reports},
		{"hop", hop}, {"crowd", crowd}, {"resend", resend},
		{"start", begin}, {"idle", idle}}
}

func names() string {
	var all []string
	for _, part := range parts() {
		all = append(all, part.name)
	}
	return strings.Join(all, ", ")
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) > 0 && slices.Contains([]string{"naive", "raw"}, args[0]) {
		return serve(args[0], args[1:])
	}
	flags := flag.NewFlagSet("peers", flag.ContinueOnError)
	only := flags.String("only", "", "one of "+names())
	smoke := flags.Bool("smoke", false, "everything once, and short")
	entries := flags.Int("entries", startEntries, "of the journal that a gateway starts on")
	if err := flags.Parse(args); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "foliogate-peers-")
	if err != nil {
		return err
	}
	p := plan{smoke: *smoke, entries: *entries, dir: dir}
	var all []row
	for _, part := range parts() {
		if *only != "" && *only != part.name {
			continue
		}
		rows, failed := part.measure(p)
		show(os.Stdout, part.name, rows)
		all = append(all, rows...)
		err = errors.Join(err, failed)
	}
	if p.smoke {
		err = errors.Join(err, miscounted(all))
	} else {
		conclude(os.Stdout, all)
	}
	return errors.Join(err, os.RemoveAll(dir))
}
