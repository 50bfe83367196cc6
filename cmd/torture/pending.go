package main

import (
	"fmt"
	"strings"
)

// pending says what is not yet told or answered.
func (e *era) pending() string {
	e.Lock()
	defer e.Unlock()
	var b strings.Builder
	fills, tickets := 0, 0
	for _, q := range e.client.order {
		if !q.settled() {
			fmt.Fprintf(&b, "%s: outcome %q, acknowledged %v, %d of %d executions, intent %d\n", q.id, q.outcome,
				q.acked, len(q.fills), len(q.rows), q.intent)
		}
		fills += len(q.fills)
		tickets += len(q.tickets)
	}
	for _, d := range e.dealers {
		for _, l := range d.lists {
			fills -= len(l.fills)
			tickets -= len(l.tickets)
		}
	}
	for _, s := range e.sessions() {
		if !s.up {
			fmt.Fprintf(&b, "%s is not logged on\n", s.us)
		}
	}
	if fills != 0 || tickets != 0 {
		fmt.Fprintf(&b, "the client has %d executions and %d tickets more than dealers have\n", fills, tickets)
	}
	return b.String()
}
