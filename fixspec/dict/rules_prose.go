package dict

// The parts of the rules of engagement that no table says.
const (
	rulesHead = `# Rules of engagement

FIX 4.4, for clients (buy-side systems) and dealers that trade portfolios of bonds through foliogate.
This document is written from the message table by "foliogate spec rules"; the same table validates
every message, so what stands here is what is checked. "foliogate spec quickfix" gives a data
dictionary to load, "foliogate spec orchestra" the same rules for machines, and "foliogate decode"
reads the examples.

A client sends a list of lines (NewOrderList), sells and buys mixed. The gateway shows it to the
dealers of the client's panel, each under ids of its own. Each dealer answers with one price for the
whole list (BidResponse). The client takes one (ListExecute), the dealer confirms, and every line
executes or none does. Both sides get an ExecutionReport for each line and one Confirmation for
each account, currency and settlement date.
`

	rulesSessions = `## Sessions

- BeginString(8) is FIX.4.4; SenderCompID(49) and TargetCompID(56) as configured. A Logon(A) with other
  names, or with a wrong Username(553) or Password(554), is closed without a word.
- Logon(A): EncryptMethod(98)=0, HeartBtInt(108) from 1 to 3600 seconds, credentials where the session
  has them. MaxMessageSize(383) of our Logon says how long a message we take: 8 MiB unless agreed
  otherwise.
- Times are UTC with 0 to 9 decimals of a second; ours have three. SendingTime(52) is within two minutes
  of our clock.
- Lists are cut into fragments of at most 250 lines or 64 KiB unless agreed otherwise, ours as well as
  yours: NewOrderList and ListStatus with TotNoOrders(68) and LastFragment(893), MassQuote with
  TotNoQuoteEntries(304) and LastFragment(893). Every fragment repeats the fields of the message, and
  counts its own lines. All fragments of a list arrive within 30 seconds.
- The header comes first, members of a group come in the order of the tables, and the one marked "first"
  begins each instance. Fields of the message come in any order, also behind a group. A session may agree
  on any order of the header and behind the first member of a group.
- Tags that the tables do not have are refused. A session may agree that user-defined tags, 5000 and
  above, are passed over, also inside groups, where they never end an instance; or all unknown tags.

### Numbers, resends and resets

- Numbers go on over days and restarts. ResetSeqNumFlag(141)=Y is taken only where it was agreed; else a
  Logout(5) says so.
- A ResendRequest(2) is answered with PossDupFlag(43)=Y: executions, tickets, outcomes, list status and
  rejects as they were. What may be stale (NewOrderList, BidRequest, BidResponse, ListExecute, and in the
  RFQ profile QuoteRequest, Quote and QuoteResponse with 694=1) is
  gap-filled, and what is current follows under new numbers with PossResend(97)=Y.
- After a Logon what is current is told with PossResend(97)=Y: a client its open lists and the quotes
  that it can take, a dealer the lists that it can quote. After a reset also what ended today, with its
  executions and tickets.
- After an end of ours without a Logout(5), what may have been sent already is sent again under a new
  number with PossResend(97)=Y and its old ids, and our numbers may leave a gap, which a ResendRequest(2)
  finds filled. You know an execution by ExecID(17), a ticket by ConfirmID(664), a quote by BidID(390),
  a list by ListID(66): what has an id that you know is no second one.
- The same holds the other way: whatever you say twice under one id counts once.
`

	rulesIdentifiers = `## Identifiers

| Id | Tag | Given by | Scope |
|---|---|---|---|
| Inquiry | ListID(66) | client; the gateway gives each dealer another | unique for its sender and day: put the date inside |
| Line | ClOrdID(11), ListSeqNo(67) | client; the gateway gives each dealer others | 67 counts from 1 to TotNoOrders(68) without gaps |
| Bidding round | ClientBidID(391) | client; the ListID(66) by default | the list |
| Quote | BidID(390) | dealer; the gateway shows the client another | a new value for every update |
| Line as an order | OrderID(37) | gateway | forever |
| Trade | SecondaryOrderID(198) | gateway | the same on all lines |
| Execution | ExecID(17) | gateway | forever |
| Net ticket | ConfirmID(664) | gateway | one for an account, currency and date |

OnBehalfOfCompID(115) is the dealer on what the gateway relays to a client. DeliverToCompID(128) on a
BidRequest is the one dealer it is aimed at; without any BidRequest the client's panel is asked. No id
of one counterparty is ever shown to another.

A list is named where FIX wants an instrument by Symbol(55)=[N/A], SecurityID(48)=ListID(66) and
SecurityIDSource(22)=8.
`

	rulesPrices = `## Price conventions

PriceType(423) of the lines says how the list is quoted; it is the same on all lines, and every quote
uses it. Quotes are ranked by the client's net clean cash.

| 423 | Price(44) of a quote |
|---|---|
| 3 | The clean cash total from the client's view: what the sells bring less what the buys cost. Negative when the client pays. Accrued interest is exact and is added at confirmation. |
| 6 | One concession in basis points for all lines against each line's reference spread: a sell line trades at reference + s, a buy line at reference - s, so a larger s is always worse for the client. |
| 1 | Percent of par for one side: two components, Side(54)=1 and Side(54)=2, or one where the list has one side. |

- Price(44) of a line is its limit in percent of par when OrdType(40)=2, whatever 423 says.
- OrderQty(38) is par. A sink or paydown is in Factor(228).
- BidPx(132) is for lines that the client sells, OfferPx(133) for lines that it buys, both percent of
  par; with the dealer's line prices the total must be the quoted one within the agreed tolerance.
- Without line prices of the dealer the gateway derives them from the one price by a published rule.
- ExecutionReport: PriceType(423)=1, Price(44)=LastPx(31)=AvgPx(6) clean, percent of par, 6 decimals;
  GrossTradeAmt(381) + AccruedInterestAmt(159) = NetMoney(118).
- Confirmation: Side(54)=2 when the client receives the net, 1 when it pays; amounts count in that
  direction, so NetMoney(118) is positive and a part may be negative. It is the sum of the lines' nets,
  to the last cent.
- Side(54) is the client's on every message of both faces.
`

	rulesStates = `## States

| State of the inquiry | ListStatusType(429) | ListOrderStatus(431) | OrdStatus(39) of the lines |
|---|---|---|---|
| received and open, being priced | 1 Ack | 1 InBiddingProcess | D |
| news while it is priced | 3 Timed | 1, or 2 during a last look | none sent |
| awarded, the dealer's last look runs | 2 Response | 2 ReceivedForExecution | none sent |
| the dealer declined, was silent or disconnected | 6 Alert, then 3 | 5 Alert, then 1 | none sent |
| the dealer confirmed, the trade is kept | 4 ExecStarted | 3 Executing | none sent |
| executed | 5 AllDone | 6 AllDone | 2 |
| withdrawn by the client | 2, then 5 | 4 Canceling, then 6 | 4 |
| expired, nobody was taken | 5 AllDone | 6 AllDone | C |
| refused | 2 Response | 7 Reject | 8 with OrdRejReason(103), the wrong lines only |

ListStatusText(444) carries words or key=value pairs: DEALERS=3, BEST=... COVER=..., TRADE=....
NoOrders(73)=0 stands where no line has news. A dealer acknowledges with 429=1 431=1, confirms an award
with 429=4 431=3, and declines it with 429=2 431=7, one message for all lines.

Last look is a time agreed with each dealer; zero means that its quotes are firm. Silence declines.
After a decline the other quotes can be taken until the deadline, ExpireTime(126).
`

	rulesErrors = `## What is wrong with a message

The first thing that is wrong is the answer. A Reject(3) has RefSeqNum(45), RefMsgType(372),
SessionRejectReason(373), where one field is to blame RefTagID(371), and in Text(58) the path to it, as
in NoOrders(73)[17].OrderQty(38) is not a decimal number. Its MsgSeqNum(34) counts, nothing else of it does.

| What is wrong | Answer |
|---|---|
| BeginString(8), BodyLength(9) or MsgType(35) not in their places, BodyLength(9) or CheckSum(10) wrong | none, as FIX says; the gap in the numbers is asked for again |
| MsgSeqNum(34) missing or no number; a message longer than MaxMessageSize(383); too many at once | Logout(5), and Text(58) says which |
| MsgSeqNum(34) too low, without PossDupFlag(43)=Y | Logout(5) |
| A tag that is no number from 1 to 999999999, or begins with 0 | 373=0 |
| A field that FIX requires is missing | 373=1 |
| A tag of another message | 373=2 |
| A tag that FIX 4.4 does not have | 373=3 |
| A field without a value | 373=4 |
| A value that is no code of the field; one of more than 8 KiB, other than data | 373=5 |
| A number, date or time that is none: no exponents, plus signs, blanks or NaN; more digits than the amount can have; text that is not UTF-8; data that is not as long as the field before it says | 373=6 |
| SenderCompID(49) or TargetCompID(56) wrong | 373=9, then Logout(5) |
| SendingTime(52) more than two minutes off | 373=10, then Logout(5) |
| A MsgType(35) that FIX 4.4 does not have | 373=11 |
| A field twice | 373=13 |
| A field of the header behind one of the body | 373=14 |
| Members of a group out of order, or its first one missing | 373=15 |
| A count that is negative, or not that of the instances | 373=16 |
| A field missing that we require although FIX does not ("agreed") | BusinessMessageReject 380=5 |
| A message of FIX 4.4 that is not spoken here | BusinessMessageReject 380=3 |
| We cannot take it now | BusinessMessageReject 380=4 |
`

	rulesDeviations = `## Named deviations

| Name | What differs from the letter of FIX 4.4 |
|---|---|
| Dev1 | Sides are disclosed although the text of BidType(394)=2 assumes that direction is hidden. |
| Dev2 | A NewOrderList alone starts the bidding; a BidRequest need not come before. |
| Dev3 | MassQuote carries line prices instead of ListStrikePrice. |
| Dev4 | BidResponse without Price(44) says that there is no quote; QuoteCancel takes back a BidID(390). |
| Dev5 | One Confirmation nets a whole list, with the list as a pseudo-instrument, AvgPx(6)=0 and the sum of par in AllocQty(80). |
| Dev6 | ListOrderStatus(431)=2 stands for last look and 5 passes. |
| Dev7 | The gateway originates ExecutionReports to both sides; a dealer confirms with a ListStatus. |
| Dev8 | QuoteResponse tells a loser the outcome of its BidID(390), in QuoteID(117). |
| Dev9 | Fragments are put together statefully. |
| Dev10 | NoOrders(73)=0 in a ListStatus. |
| Dev11 | A list is quoted as a pseudo-instrument with Side(54)=B, OrderQty(38) the sum of par and its total in OfferPx(133). |
| Dev12 | QuoteStatusReport acknowledges, confirms and declines for a dealer, and tells a client of dealers and of the whole inquiry, with QuoteID(117)=[N/A]. |
| Dev13 | The requests of a list to several dealers have one QuoteReqID(131). |
`

	rulesTiers = `## Tiers

Tier 0 is FIX 4.4 with no field of later versions and none of our own: a session works with it alone, and
this version of the gateway sends nothing else and refuses the rest, unless the session agreed to pass
over unknown tags. Tier 1 adds standard fields and codes of later versions with their original meaning,
tier 2 fields from 20001 on; they are marked in the tables. The dictionary FIX44PT, written by
"foliogate spec quickfix-pt", has them all.
`

	rulesMessages = `## Messages

Required: "yes" by FIX 4.4; "agreed" by these rules; "first" begins each instance of its group; "tier 0"
by FIX 4.4, not by FIX44PT. ↳ is a member of the group above it. What else FIX 4.4 allows in a message is
accepted and ignored. The
messages k, l and L are of the LIST profile, R, AG, S, AI and a of the RFQ profile; a session of the other
one refuses them with BusinessMessageReject 380=3. An example has bars for SOH; the examples tell one portfolio.
`
)
