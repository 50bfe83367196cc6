//go:build powercut

package main

import (
	"fmt"
	"strings"

	"foliogate/gateway"
	"foliogate/gateway/engine"
)

// decide has bugs, for the torture only and never in a release: a list whose ListID(66) ends in
// -BUG-Accept makes every gateway.Accept of it panic. -BUG-Rest means all fragments but the first.
func decide() engine.Decide {
	return func(env gateway.Env, q gateway.Inquiry, c gateway.Command) []gateway.Event {
		list := q.ListID
		s, submit := c.(gateway.Submit)
		if submit {
			list = s.ListID
		}
		_, over, buggy := strings.Cut(list, "-BUG-")
		if buggy && (fmt.Sprintf("%T", c) == "gateway."+over || over == "Rest" && submit && q.ID != "") {
			panic("a bug over " + list)
		}
		return gateway.Decide(env, q, c)
	}
}
