package main

import (
	"fmt"
	"io"
	"time"
)

// maxBlamed is how many refused lines are printed; --json has all.
const maxBlamed = 50

// report tells a person what an inquiry came to.
func (r inquiryResult) report(w io.Writer) {
	fmt.Fprintf(w, "\n%s: %s\n", r.ListID, visible(withReason(r.Outcome.String(), r.Text)))
	for i, f := range r.Blamed {
		if i == maxBlamed {
			fmt.Fprintf(w, "  and %d more\n", len(r.Blamed)-i)
			break
		}
		fmt.Fprintf(w, "  %s: %s\n", f.where(), visible(f.Text))
	}
	if len(r.Quotes) > 0 {
		fmt.Fprintln(w)
		for _, line := range quoteTable(r.Quotes, r.Currency) {
			fmt.Fprintln(w, line)
		}
	}
	if len(r.Fills) > 0 {
		r.trade(w)
	}
	for _, text := range r.Faults {
		fmt.Fprintf(w, "  DOES NOT AGREE: %s\n", visible(text))
	}
}

// where names a line as the gateway counts it and where it stands in the file.
func (f lineFault) where() string {
	switch {
	case f.Line == 0:
		return f.ID
	case f.Row == 0:
		return fmt.Sprintf("line %d, %s", f.Line, f.ID)
	}
	return fmt.Sprintf("line %d, %s (row %d)", f.Line, f.ID, f.Row)
}

func (r inquiryResult) trade(w io.Writer) {
	var whole sums
	for _, f := range r.Fills {
		whole.addFill(f)
	}
	first := r.Fills[0]
	fmt.Fprintf(w, "\ntrade %s with %s: %d of %s executed\n", visible(first.Trade),
		visible(first.Dealer), len(r.Fills), plural(r.Lines, "line"))
	fmt.Fprintf(w, "  clean cash: the client %s\n", direction(whole.principal, r.Currency))
	fmt.Fprintf(w, "  accrued:    the client %s\n", direction(whole.accrued, r.Currency))
	for _, t := range r.Tickets {
		fmt.Fprintf(w, "  %s\n", visible(t.words()))
	}
	if len(r.Tickets) > 1 {
		fmt.Fprintf(w, "  all %d tickets: the client %s\n", len(r.Tickets),
			direction(r.net(), r.Currency))
	}
	m := r.Moments
	fmt.Fprintf(w, "  %s\n", timings([]timing{
		{"sent to first quote", m.Sent, m.FirstQuote}, {"accepted to committed", m.Accepted,
			m.Committed}, {"committed to last execution", m.Committed, m.Executed},
		{"to last ticket", m.Executed, m.Settled},
	}))
}

// timing is what passed between two moments.
type timing struct {
	name     string
	from, to time.Time
}

func timings(all []timing) string {
	text := ""
	for _, t := range all {
		if t.from.IsZero() || t.to.IsZero() {
			continue
		}
		if text != "" {
			text += ", "
		}
		text += t.name + " " + t.to.Sub(t.from).Round(100*time.Microsecond).String()
	}
	return text
}
