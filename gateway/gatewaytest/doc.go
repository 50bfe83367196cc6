// Package gatewaytest plays the house against everything that can go wrong, and says what must
// never be. A run is one seed: the same seed plays the same run, step by step, and tells its
// scenario.
//
// What is the product's own in it: the domain (gateway.Book, Decide, Apply and Net), the one
// writer (engine.Writer, which the engine runs behind a queue), the entries in the form of the
// journal, and the faces, the encoders and the decoders of fixspec. What is played: the disk,
// connections, the clock, clients and dealers with records of their own, and the sessions. Those
// are quickfixgo and goroutines in the product; link keeps their rules as the package comment of
// session states them (records, cursors, reserved numbers, the barrier before the socket, what a
// resend leaves out), message by message, on the same journal. That session itself keeps them is
// for its own tests to show.
//
// Between any two steps anything may come: a crash that keeps any number of the appends that were
// not durable, a sync that fails with an unknown outcome, a cut that loses any tail in either
// direction, a counterparty that dies, begins its numbers again, or fills the gaps that it is
// asked for with nothing, a clock that is set back, a bug that panics over a command. Then faults
// end, and all must come to an end.
//
// The auditor shares no code with what it watches but the form of an entry. After every step,
// holding the durable journal and both sides' own records, it wants:
//
//  1. No list is begun, awarded or executed twice, or has two outcomes, in the journal or in
//     what its client is told.
//  2. An execution has all lines; its fills, its tickets and what each side is told of them are
//     the same money. Where there is none, nobody was told of one.
//  3. Nothing leaves that is not durable, and nothing is said that the durable journal does not
//     say.
//  4. A message number is never used for other content. What is told again says that it is.
//  5. A quote does not outlive its dealer's session or the house.
//  6. At rest: every list has ended and its client knows how; both sides hold every report and
//     ticket; every confirmation has its final answer; every dealer knows that the list is
//     over, but for one that began its numbers again: it goes by the list's deadline.
//
// The package does not know the disk's format, quickfixgo, or time.
package gatewaytest
