// Command torture tries to break the gateway's promises. It starts the real binary, trades through
// it as one client and three dealers whose records outlive it, kills it with -9 or cuts its power,
// starts it again on the same folder, and has an auditor hold both sides' own records against the
// journal:
//
//   - what a counterparty was told is in the journal, byte for byte;
//   - a number that a counterparty has seen never comes back with other content;
//   - an inquiry that traded has every line exactly once on both sides with equal money, and one
//     that did not has none anywhere;
//   - net tickets are the sums of their lines.
//
// A run is made of eras: each has a fresh folder, some lives of the gateway, each ended by a kill or
// a cut, and a last life in which nobody dies and everything must come to its end. All choices come
// from the seed and the number of the era; what time adds cannot be repeated, so that an era that
// failed may have to be run more than once.
//
// The counterparties are written for this command alone: FIX in plain bytes, nothing of quickfixgo
// and nothing of the house's sessions.
package main
