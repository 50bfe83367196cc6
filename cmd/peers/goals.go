package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// goal is a line of the table at the end, which is the same in every run.
type goal string

const (
	wallNaive         goal = "an auction of 1,000 lines; peer naive gateway, synced"
	wallRelay         goal = "the same; limit QuickFIX C++ relay, unsynced"
	wallRaw           goal = "the same; limit raw loop"
	spentNaive        goal = "the same, processor time of the gateway; peer naive"
	growth            goal = "an auction of 5,000 lines; limit one of 1,000"
	lineMemory        goal = "memory of a live line"
	decodePlain       goal = "decode E; peer quickfixgo + fix44"
	decodeStock       goal = "decode E; peer with the stock dictionary"
	encodeTyped       goal = "encode 8; peer fix44"
	encodeAllocations goal = "encode 8, allocations"
	hopMedian         goal = "quote hop p50; limit one fdatasync + 150 us"
	hopTail           goal = "quote hop p99; limit p50, 50 dealers quoting"
	reportRate        goal = "ExecutionReports over 8 sessions"
	crowdExecuted     goal = "auctions of 200 lines at once, executed in time"
	listSyncs         goal = "syncs of an executed list"
	startTime         goal = "start on 1,000,000 entries"
	resendStore       goal = "resend of the last 1,000 of 100,000; peer file store"
	sessionsMemory    goal = "500 sessions idle, resident memory"
	sessionsProcessor goal = "500 sessions idle, processor"
)

func goals() []goal {
	return []goal{wallNaive, wallRelay, wallRaw, spentNaive, growth, lineMemory, decodePlain,
		decodeStock, encodeTyped, encodeAllocations, hopMedian, hopTail, reportRate, crowdExecuted,
		listSyncs, startTime, resendStore, sessionsMemory, sessionsProcessor}
}

// miscounted tells of goals that are counts, and hold on any machine.
func miscounted(rows []row) error {
	var errs []error
	for _, r := range rows {
		if !r.met && slices.Contains([]goal{encodeAllocations, crowdExecuted, listSyncs}, r.of) {
			errs = append(errs, fmt.Errorf("%s: %s, and the goal is %s", r.of, figure(r.ours), r.goal))
		}
	}
	return errors.Join(errs...)
}

// conclude prints every goal, and what was measured of it.
func conclude(out io.Writer, rows []row) {
	found := map[goal]row{}
	for _, r := range rows {
		if before, ok := found[r.of]; !ok || before.met {
			found[r.of] = r
		}
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "GOALS\tmeasured\tpeer or limit\tunit\tratio\tgoal\t\n")
	for _, g := range goals() {
		figures := "\t\t\t\t\tnot measured"
		if r, ok := found[g]; ok {
			figures = r.figures()
		}
		fmt.Fprintf(w, "%s\t%s\n", g, figures)
	}
	_ = w.Flush() // what cannot be shown cannot be complained of either
}
