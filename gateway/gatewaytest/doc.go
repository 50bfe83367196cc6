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
// Who speaks lists and who quotes is a matter of the seed too: of each client and each dealer by
// itself, so that any trades with any. The deeds are the same in both profiles. A client that speaks
// quotes asks for a single bond now and then, perhaps for a price either way, and a dealer says now
// and then how long a quote is good, or has it agreed.
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
//  5. A quote does not outlive its dealer's session, the house, or the time that it was good for.
//     It trades at the price and on the side that both its dealer and its client have said.
//  6. At rest: every list has ended and its client knows how; both sides hold every report and
//     ticket; every confirmation has its final answer; every dealer knows that the list is
//     over, but for one that began its numbers again: it goes by the list's deadline.
//
// The package does not know the disk's format, quickfixgo, or time.
//
// # Rows of the design's table of failures (5.5 of durability.md) and where they are tested
//
// Here: TestNothingIsLostNothingTwice meets those that rowNames names, and wants each of them many
// times in a long run. cmd/torture meets those of its function single with the real binary, and make
// torture fails if one was met less than twenty times. Beside these two:
//
//	 1  cmd/foliogate.TestCutCable session.TestIntake
//	 2  cmd/foliogate.TestClientAwayBetweenFragments gateway.TestStories
//	 3  session.TestCrashLosesNothing gateway/engine.TestOnlyWhatIsDurableIsSeen
//	 4  cmd/foliogate.TestBinary session.TestRestartGoesOn
//	 5  cmd/foliogate.TestListTwice gateway.TestMatrix
//	 6  cmd/foliogate.TestListTwice gateway.TestMatrix
//	 7  cmd/foliogate.TestLateDealer session.TestAbsentCounterpartyHearsWhatIsStillTrue
//	 8  cmd/foliogate.TestBadQuotes gateway.TestMatrix
//	 9  cmd/foliogate.TestAcceptWhatCannotBeTaken gateway.TestMatrix
//	10  cmd/foliogate.TestListsThatAreOver gateway.TestMatrix
//	11  cmd/foliogate.TestAcceptWhatCannotBeTaken gateway.TestMatrix
//	12  cmd/foliogate.TestBinary cmd/foliogate.TestAcceptTwice
//	13  cmd/foliogate.TestBinary gateway/engine.TestRestart
//	14  cmd/foliogate.TestBinary session.TestCrashLosesNothing
//	15  cmd/foliogate.TestLastLookThatFails gateway.TestMatrix
//	16  gateway.TestMatrix gateway/engine.TestTheClockDecides
//	17  cmd/foliogate.TestDealerAwayInLastLook cmd/foliogate.TestWinnerAwayDuringExecutions
//	18  gateway/gatewaytest.TestMutantsAreCaught cmd/foliogate.TestDisputes
//	20  gateway/journal.TestFaultStopsTheLog gateway/journal.TestTornBatchKeepsWhatWasAcknowledged
//	24  cmd/foliogate.TestFullDisk gateway/engine.TestNoRoom gateway/journal.TestFullDiskIsSeenEarly
//	25  gateway/journal.TestFaultStopsTheLog gateway/engine.TestAFaultEndsIt cmd/foliogate.TestReadOnlyDisk
//	26  gateway/journal.TestDamageIsRefusedOrHarmless cmd/foliogate.TestJournalVerbsOnDamage
//	27  gateway/journal.TestOldLogUnderANewMark cmd/foliogate.TestNotaryRefusesAnotherPast
//	27  session.TestThirdWitnessOfAccepted session.TestOldCopyWithinTheReservedNumbers
//	28  gateway/engine.TestTimeNeverRunsBack cmd/foliogate.TestDeadlinesDoNotFollowTheWallClock
//	29  session.TestPeerThatDoesNotReadIsClosed session.TestQueueIsBounded
//	30  cmd/foliogate.TestResetOfTheClient cmd/foliogate.TestResetOfDealers
//	31  session.TestAcceptance cmd/foliogate.TestListLostOnItsWay
//	33  gateway/engine.TestAPanicIsContained gateway.TestQuarantine fixspec.TestScenes
//	34  cmd/foliogate.TestRecordedJournals cmd/foliogate.TestJournalDiff gateway.TestEntriesAreReadForEver
//
// Rows 19 and 21 to 23 are of cluster mode. Row 32 has no test because it has no road: nothing ends
// a list by hand.
package gatewaytest
