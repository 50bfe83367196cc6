package gatewaytest

import (
	"fmt"
	"strings"
)

// Rows counts how often each row of the design's table of failures happened in a run.
type Rows [35]int

func (r *Rows) hit(row int) { r[row]++ }

// Add adds the counts of another run.
func (r *Rows) Add(o Rows) {
	for i := range r {
		r[i] += o[i]
	}
}

// Names of the rows that a run can reach: those of one node, but for what other tests hold: a
// dealer that books on its own confirmation (18) is a mutant here, a full disk and a damaged
// journal (24, 26, 27) are the journal's, slow consumers (29) the session's.
var rowNames = map[int]string{
	1: "connection drops with a list under way", 2: "drops between fragments",
	3: "house dies before the list is durable", 4: "dies before the list is acknowledged",
	5: "list is sent again", 6: "ListID is used for other content",
	7: "dies before a dealer has the request", 8: "quote twice, or too late",
	9: "quote is taken back while it is taken", 10: "acceptance is lost",
	11: "acceptance of a quote that was replaced", 12: "dies between acceptance and execution",
	13: "dies before any report", 14: "dies between reports",
	15: "confirmation is lost", 16: "confirmation at the end of the last look",
	17: "dealer confirms and dies", 20: "sync with unknown outcome", 25: "journal fails",
	28: "clock is set back", 30: "numbers begin again", 31: "gap fill over business messages",
	33: "a decision panics",
}

// Reached returns the rows that a run can reach, in order.
func Reached() []int { return sortedKeys(rowNames) }

// String returns one line a row.
func (r Rows) String() string {
	var b strings.Builder
	for _, row := range Reached() {
		fmt.Fprintf(&b, "  row %2d %8d  %s\n", row, r[row], rowNames[row])
	}
	return b.String()
}
