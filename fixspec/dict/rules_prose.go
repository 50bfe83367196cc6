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

- BeginString(8) is FIX.4.4; SenderCompID(49) and TargetCompID(56) as configured. Times are UTC, with
  0 to 9 decimals of a second; ours have three.
- Logon(A): EncryptMethod(98)=0; Username(553) and Password(554) where the session has them. Announce
  the longest message you take in MaxMessageSize(383). ResetSeqNumFlag(141)=Y is taken only where it
  was agreed; numbers otherwise go on over days.
- A broken frame (BodyLength(9), CheckSum(10), field order at the ends) is dropped without an answer, as
  FIX says; the gap that it leaves is asked for again.
- Resend: requests and prices that may be stale (NewOrderList, BidRequest, BidResponse, ListExecute)
  are gap-filled, and what is current follows with PossResend(97)=Y. Executions, tickets, outcomes
  and rejects are always sent again.
- Lists are cut into fragments of at most 250 lines or 64 KiB unless agreed otherwise: NewOrderList
  and ListStatus with TotNoOrders(68) and LastFragment(893), MassQuote with TotNoQuoteEntries(304)
  and LastFragment(893). Every fragment repeats the fields of the message, and counts its own lines.
  All fragments of a list arrive within 30 seconds.
- Members of a group come in the order of the tables, and the one marked "first" begins each instance.
  Fields of the message may follow a group.
- Tags that the table does not have are refused (Reject, 373=2). A session may agree that user-defined
  tags, 5000 and above, are passed over, also inside groups; they never end a group.
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

	rulesErrors = `## Duplicates and errors

| Case | Answer |
|---|---|
| Same ListID(66), same content, PossResend(97)=Y | the current ListStatus; nothing happens twice |
| Same ListID(66) otherwise | ListStatus 431=7, DUPLICATE LISTID; the first list is untouched |
| Fragment sent again | identical: ignored; different: the list is refused |
| ListSeqNo(67) gap or double, TotNoOrders(68) that does not fit, fragments missing after 30 s | the list is refused |
| A line that cannot trade | the whole list is refused, 431=7, with the wrong lines |
| ListExecute sent again for the same quote | ListStatus with 97=Y: where the first one stands |
| ListExecute for a quote that was replaced, withdrawn, stale or spent | ListStatus 429=6 431=5 with the reason |
| ListExecute for a quote nobody knows | BusinessMessageReject 380=1, BusinessRejectRefID(379)=BidID(390) |
| ListCancelRequest after the award | ListStatus 429=2, 444 begins TOO LATE |
| Unknown ListID(66) in L, K, M | ListStatus 431=7 |
| BidID(390) sent again | identical: ignored; different: BusinessMessageReject 380=0 |
| Not entitled; unknown dealer | BusinessMessageReject 380=6; 380=7 |
| Field that FIX lacks, doubles, misplaces or misspells | Reject with RefTagID(371) and reason 373; Text(58) has the path, as in NoOrders(73)[17].OrderQty(38) |
| Text that is not UTF-8; a value, other than data, of more than 8 KiB | Reject 373=6; 373=5 |
| Field that we require although FIX does not ("agreed") | BusinessMessageReject 380=5 |
| A message of FIX 4.4 that is not spoken here | BusinessMessageReject 380=3 |
| A message that FIX does not have | Reject 373=11 |

When a dealer disconnects its quotes can no longer be taken: the client gets a BidResponse without
Price(44), Text(58)=STALE; they come back only by quoting anew. When a client disconnects its inquiry
goes on to its deadline unless cancel-on-disconnect was agreed.
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
`

	rulesTiers = `## Tiers

Tier 0 is FIX 4.4 with no field of later versions and none of our own: a session works with it alone.
Tier 1 adds standard fields and codes of later versions with their original meaning, tier 2 fields from
20001 on; both are agreed session by session and marked in the tables. The dictionary FIX44PT, written
by "foliogate spec quickfix-pt", has them all.
`

	rulesMessages = `## Messages

Required: "yes" by FIX 4.4; "agreed" by these rules; "first" begins each instance of its group. ↳ is a
member of the group above it. What else FIX 4.4 allows in a message is accepted and ignored. The
messages R, AG, S and AI are of the RFQ profile; a session that speaks lists refuses them with
BusinessMessageReject 380=3. An example has bars for SOH; the examples tell one portfolio.
`
)
