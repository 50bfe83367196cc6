// Command torture tries to break the gateway's promises. It starts the real binary, trades through
// it as one client and three dealers whose records outlive it, kills it with -9 or cuts its power,
// starts it again on the same folder, and has an auditor hold both sides' own records against the
// journal:
//
//   - what a counterparty was told is in the journal, byte for byte, but for the end of what was said
//     in a life that was cut short: that stands there as a fact, and under a number that is reserved;
//   - a number that a counterparty has seen never comes back with other content;
//   - an inquiry that traded has every line exactly once on both sides with equal money, and one
//     that did not has none anywhere;
//   - net tickets are the sums of their lines;
//   - a dealer is hit on a quote only while it is good, a client trades by the answer that it gave;
//   - a panic over one list, for which the powercut build has bugs, ends that one or leaves its trade.
//
// Who speaks lists and who quotes changes from era to era, so that in eight each does with each.
//
// A run is made of eras: each has a fresh folder, some lives of the gateway, each ended by a kill or
// a cut, and a last life in which nobody dies and everything must come to its end. Then the verb
// journal verify must find nothing; a copy of the journal that is damaged, and one of a third of the
// way that is put in its place, must be refused, by the start or by the counterparties. All choices
// come from the seed and the number of the era; what time adds cannot be repeated, so that an era
// that failed may have to be run more than once.
//
// It ends with the rows of the design's table of failures (5.5 of durability.md): how often each was
// met. With --former COMMIT the first half of an era without cuts is lived by an earlier binary.
//
// The counterparties are written for this command alone: FIX in plain bytes, nothing of quickfixgo
// and nothing of the house's sessions.
package main
