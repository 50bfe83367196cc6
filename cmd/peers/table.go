package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// row is a line of the table. The ratio is the peer's figure over ours where less is better.
type row struct {
	what       string
	ours, peer float64
	unit       string
	ratio      float64
	goal       string // "": it is only told
	met        bool
	of         goal // "": none of the table at the end
}

// as says which goal it answers.
func (r row) as(g goal) row {
	r.of = g
	return r
}

// fact is a row without a goal.
func fact(what, unit string, ours float64) row { return row{what: what, ours: ours, unit: unit} }

// faster is a row whose goal is to be so many times cheaper than the peer.
func faster(what, unit string, ours, peer, least float64) row {
	r := row{what: what, ours: ours, peer: peer, unit: unit, ratio: peer / ours}
	r.goal, r.met = fmt.Sprintf(">= %g x", least), r.ratio >= least
	return r
}

// within is a row whose goal is to cost at most so many times what the limit costs.
func within(what, unit string, ours, limit, most float64) row {
	r := row{what: what, ours: ours, peer: limit, unit: unit, ratio: ours / limit}
	r.goal, r.met = fmt.Sprintf("<= %g x", most), r.ratio <= most
	return r
}

// least is a row whose goal is a figure.
func least(what, unit string, ours, goal float64) row {
	return row{what: what, ours: ours, unit: unit, goal: fmt.Sprintf(">= %g", goal), met: ours >= goal}
}

// most is a row whose goal is a figure that is not passed.
func most(what, unit string, ours, goal float64) row {
	return row{what: what, ours: ours, unit: unit, goal: fmt.Sprintf("<= %g", goal), met: ours <= goal}
}

func show(out io.Writer, title string, rows []row) {
	if len(rows) == 0 {
		return
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s\tours\tpeer or limit\tunit\tratio\tgoal\t\n", title)
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%s\n", r.what, r.figures())
	}
	_ = w.Flush() // what cannot be shown cannot be complained of either
	fmt.Fprintln(out)
}

// figures are the columns behind the name.
func (r row) figures() string {
	peer, ratio, met := "", "", "met"
	if r.peer != 0 {
		peer, ratio = figure(r.peer), figure(r.ratio)+" x"
	}
	switch {
	case r.goal == "":
		met = ""
	case !r.met:
		met = "MISSED"
	}
	return fmt.Sprintf("%s\t%s\t%s\t%s\t%s\t%s", figure(r.ours), peer, r.unit, ratio, r.goal, met)
}

func figure(v float64) string {
	switch {
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.2f", v)
}

// inTurn measures several things one after the other, again and again, so that all of them see the
// same weather, and returns the median of each in microseconds. What counts is the processor time of
// the process, which includes the collection of what a thing leaves behind and excludes what other
// processes do.
func inTurn(times int, works ...func()) []float64 {
	taken := make([][]float64, len(works))
	for range times {
		for i, work := range works {
			start := spentHere()
			work()
			taken[i] = append(taken[i], float64((spentHere()-start).Nanoseconds())/1e3)
		}
	}
	medians := make([]float64, len(works))
	for i := range taken {
		medians[i] = median(taken[i])
	}
	return medians
}

func median[T cmp.Ordered](values []T) T {
	values = slices.Clone(values)
	slices.Sort(values)
	return values[len(values)/2]
}
