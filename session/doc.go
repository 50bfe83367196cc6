// Package session is where FIX 4.4 sessions live: acceptor and initiator, message store, outbox,
// resend policy. It stands on quickfixgo and is the only package that imports it; nothing of it
// shows in the interface.
//
// # The road
//
//	socket → intake → FromApp → Message.Bytes → Face.Command → Desk.Submit
//	Desk.News → Face.Messages → outbox → SendToTarget → store → socket
//
// # Guarantees
//
//  1. Inbound: a message is counted only if what was decided about it is kept. FromApp hands the
//     command to the desk, which queues its entries in the journal; the store then queues the new
//     target number in the same journal, behind them. The log is recovered in order, so a number
//     that survives a crash has its entries before it, without a sync for each message. A message
//     whose number did not survive is asked for again, and finds its own first outcome.
//  2. Outbound: the outbox reads durable entries only, from a cursor of its own, while the
//     counterparty is logged on: one that is slow or absent costs a number, not a queue. Number,
//     message and cursor are one record. Messages of entries from before the start carry
//     PossResend(97)=Y: they may have been sent.
//  3. Numbers: a MsgSeqNum(34) that the peer may have seen is never used for other content.
//     Numbers are reserved in blocks, and the socket is the barrier: no byte leaves before the
//     reservation of its number is durable, and business rests on durable entries anyway; so that
//     one sync lies between a quote and its being shown. After an unclean end numbering goes on
//     behind the block; what is asked for and was lost is gap-filled, and its entries are told
//     again.
//  4. On resend, and to a counterparty that was absent, requests and prices that may be stale are
//     left out: the desk is told of the logon and what is current follows. Executions, tickets,
//     outcomes and rejects are always sent.
//  5. Who comes is known before the engine sees a byte (door.go): address, certificate, CompIDs
//     and password are those of one session of the listener, which nobody is logged on to. Else
//     the connection is closed without a word, no number moves, and the log has the reason. Whom
//     we dial is known by its certificate before our Logon leaves. Certificates, pins and
//     passwords are read again when their files change (renewed.go).
//  6. What a counterparty sends cannot harm the process: only whole messages with the right length
//     and sum reach the engine (intake.go), those for the application sealed, so that it reads
//     headers only and drops none (seal.go), none with values over which it panics (harm.go), no
//     faster than was agreed (brake.go: what comes faster waits, and who does not stop is logged out
//     and told why) nor more behind a gap than is allowed (watch.go), and a
//     panic is contained: j 380=4, and the session is out of service until a person has looked
//     (quarantine.go). Administrative messages are held against the rules as all others are.
//  7. Nothing waits without bound: who is silent or does not read is closed, strangers make place
//     for those who log on (lobby.go), Stop has a context.
//  8. A counterparty that knows more of our numbers than the journal is believed: the session is
//     put out of service, and nothing is reset (witness.go). After an unclean end, which passes over
//     reserved numbers, so is one that has seen more of them than a crash can have lost.
//
// Dialled sessions have the same guard, TLS and barrier as accepted ones: the engine has no hook
// for its dialer, but dials through a SOCKS5 proxy, and relay.go is that proxy, in this process.
//
// ToApp, ToAdmin and FromAdmin run under the engine's locks and never call the desk. OnLogon,
// OnLogout and FromApp run on the session's own goroutine without locks and do, so that the desk
// hears them in the order in which they happened.
//
// The package does not know what any message means, beyond its type and two fields that tell
// a price from a notice (resend.go).
//
// # Records
//
// The store keeps its state in the common journal under kind 'S'. A payload is one line of words
// separated by spaces, and for a message that was sent its bytes follow the line. Sessions are
// named OURS>THEIRS by their CompIDs; a cursor is entry.index: the message to be told next.
//
//	created F>C 2025-06-16T13:30:00Z   the store began
//	sent F>C 17 8 233.4 + message      number 17 was used for an ExecutionReport(8); then the cursor
//	sent F>C 18 0 -                    an administrative message: number and type are kept
//	received F>C 9                     the next number expected from the counterparty
//	number F>C 17                      our next number; messages from it on are forgotten
//	cursor F>C 300.0                   nothing was to be told up to here
//	reserve F>C 1000                   numbers up to this one may have been used
//	release F>C 41                     a clean end: numbers from this one on were not used
//	reset F>C 2025-06-16T21:00:00Z     numbers begin at 1 again; messages are forgotten
//	told F>C                           the desk knows of the reset
package session
