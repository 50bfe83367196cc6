// Package gateway is the domain of foliogate: one client, a few dealers, one
// portfolio, and the promise that every line of it trades or none does.
//
// One bond asked for by itself is a portfolio of one line; asked for both ways it is
// two inquiries until one of them is taken (choice.go).
//
// The whole of it is two functions. Decide looks at one inquiry and one command
// and answers with events; a refusal is an event like any other. Apply folds an
// event into the inquiry and never fails: what was once journaled always applies.
// Net turns an execution into settlements.
//
// Guarantees:
//
//  1. No event exists for some of the lines: Executed covers all of them.
//  2. Events carry resolved facts (settlement dates, accrued interest, prices,
//     cash), so replay never consults a calendar, a price or a clock.
//  3. All money is exact: integers in minor units, signed as the client's cash
//     flow (a sell receives, a buy pays).
//
// The package does not know FIX, the disk, the network or the time of day; all
// of these arrive as arguments.
//
// Start reading at decide.go.
package gateway
