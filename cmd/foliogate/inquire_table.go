package main

import (
	"fmt"
	"io"
	"strings"

	"foliogate/gateway/units"
)

// quoteTable draws ranked quotes, the best first.
func quoteTable(ranking []rankedQuote, c units.Currency) []string {
	rows := [][]string{{"rank", "dealer", "price", "behind " + string(c), "bp", ""}}
	for _, q := range ranking {
		row := []string{fmt.Sprint(q.Rank), q.Dealer, priceText(q.Price, c), "", "", ""}
		if q.Rank > 1 {
			row[3], row[4] = grouped(q.Behind.Format(c)), decimals(q.BehindBP, 3)
		}
		if !q.HasCash {
			row[3] = "?" // nobody knows without pricing every line
		}
		if q.Rank == 2 {
			row[5] = "cover"
		}
		rows = append(rows, row)
	}
	return aligned(rows)
}

// aligned pads the cells of each column to the same width: the dealer's to the left, which is the
// only name in it, and numbers to the right.
func aligned(rows [][]string) []string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], len(cell))
		}
	}
	lines := make([]string, len(rows))
	for n, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			format := "  %*s"
			if i == 1 || i == len(row)-1 {
				format = "  %-*s"
			}
			fmt.Fprintf(&b, format, widths[i], cell)
		}
		lines[n] = visible(strings.TrimRight(b.String(), " "))
	}
	return lines
}

// inquiryScreen tells the news of one inquiry to a person: line by line, and on a terminal with
// the quotes below the last line, redrawn in place. Where a person writes between the lines nothing
// can be redrawn; once it is asked to choose, the quotes follow every line that changes them.
type inquiryScreen struct {
	out      io.Writer
	live     bool // a terminal on which nobody writes
	asked    bool // to choose
	currency units.Currency
	lines    int
	start    inquiryEvent // for the times
	ranking  []rankedQuote
	drawn    int // lines of the table on the screen
}

func (s *inquiryScreen) event(e inquiryEvent) {
	if s.start.At.IsZero() {
		s.start = e
	}
	s.erase()
	if text := e.words(s.currency, s.lines); text != "" {
		fmt.Fprintf(s.out, "%9.3fs  %s\n", e.At.Sub(s.start.At).Seconds(), visible(text))
	}
	if e.Ranking != nil || e.Kind == newsQuoteGone {
		s.ranking = e.Ranking
	}
	switch e.Kind {
	case newsAsk:
		s.asked = true
	case newsCommitted, newsOver:
		s.ranking = nil // what follows is not about quotes any more
	}
	changed := s.asked && !s.live && e.Ranking != nil && e.Kind != newsAccepting
	if len(s.ranking) == 0 || !s.live && !changed {
		return
	}
	table := quoteTable(s.ranking, s.currency)
	for _, line := range table {
		fmt.Fprintln(s.out, line)
	}
	if s.live {
		s.drawn = len(table)
	}
}

// erase takes the table off the terminal: the cursor goes up to its first line, and everything
// below is cleared.
func (s *inquiryScreen) erase() {
	if s.drawn > 0 {
		fmt.Fprintf(s.out, "\x1b[%dA\x1b[J", s.drawn)
		s.drawn = 0
	}
}
