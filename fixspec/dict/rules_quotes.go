package dict

// rulesQuotes is the RFQ profile, told beside the LIST profile.
const rulesQuotes = `## In quotes: the RFQ profile

A session speaks lists or quotes, as was agreed for it. The gateway translates, so that every client trades
with every dealer; who speaks what nobody else sees. In quotes, these messages take the place of others:

| Step | LIST | RFQ |
|---|---|---|
| A client shows its lines | NewOrderList | NewOrderList, of a list; it asks nobody by itself |
| Ask for a price | BidRequest | QuoteRequest |
| A dealer has the request | ListStatus 429=1 431=1 | QuoteStatusReport 297=0; a ListStatus to the lines too |
| A dealer passes | BidResponse without Price(44) | QuoteRequestReject |
| A quote | BidResponse | Quote |
| Its line prices | MassQuote | MassQuote, or NoLegs(555) of the Quote |
| A dealer takes a quote back | QuoteCancel | QuoteCancel |
| Take a quote, award it | ListExecute | QuoteResponse 694=1 |
| The dealer confirms | ListStatus 429=4 431=3 | QuoteStatusReport 297=0 with QuoteRespID(693) |
| The dealer declines | ListStatus 429=2 431=7 | QuoteStatusReport 297=11, or 5, with QuoteRespID(693) |
| The inquiry is over for a dealer | BidRequest 374=C, QuoteResponse 694=3, 4 or 5 | QuoteResponse 694=3, 4 or 5; QuoteStatusReport 297=7 to who never quoted, 297=4 when it is withdrawn |
| A client withdraws | ListCancelRequest | ListCancelRequest, or QuoteResponse 694=6 to one of its quotes |
| Where it stands | ListStatusRequest, ListStatus | QuoteStatusRequest or ListStatusRequest, QuoteStatusReport |

Executions, tickets and disputes are the same; an ExecutionReport has the QuoteRespID(693) of what took the
quote. NewOrderList, ListCancelRequest and what is said after the trade are of both profiles.

- A list stands where FIX wants an instrument: SecurityID(48) is its ListID(66), SecurityIDSource(22)=8,
  Product(460)=12, SecurityType(167)=MLEG; Side(54)=B, OrderQty(38) is the sum of par.
- QuoteReqID(131) of a list is the ClientBidID(391) of its NewOrderList; where that has none, the first
  QuoteRequest names the bidding. To ask several dealers send one QuoteRequest for each, with the same
  QuoteReqID(131) and the dealer in DeliverToCompID(128); without a dealer the panel is asked. Deadline,
  kind of price and dates are those of the lines.
- A Quote says nothing else than what it was asked for: SecurityID(48), Side(54), OrderQty(38), BidSize(134),
  OfferSize(135), SettlDate(64) and Currency(15), where it has them, are the request's, else it is rejected.
  QuoteType(537) is 1 or absent. ValidUntilTime(62) ends it earlier than the inquiry; while it is looked at,
  the last look ends it. Its legs are the lines in their order, LegPriceType(686)=1.
- A QuoteResponse that takes a quote has an id of the client's in QuoteRespID(693), which is in everything
  that answers it. OrderQty(38) and Price(44), where it has them, are the quote's: prices are not negotiated.
- An award comes with a QuoteRespID(693), and the answer to it has the same; so an answer that is late is
  none to a later award.

| 423 | Where the price of a list stands in a Quote |
|---|---|
| 3 | The total in OfferPx(133), from the client's view. |
| 6 | The concession in OfferPx(133). |
| 1 | BidPx(132) for what the client sells, OfferPx(133) for what it buys. |

### One bond

A client that speaks quotes asks for a single bond by a QuoteRequest alone, of the dealers in NoPartyIDs(453)
with PartyRole(452)=1, or the one in DeliverToCompID(128), or else the panel: Side(54)=1 or 2, or 7 for a
two-way price; PriceType(423)=1 unless it says 3 or 6; OrderQty(38) par; ExpireTime(126) the deadline;
Price(44) with OrdType(40)=2 a limit in percent of par. Its QuoteReqID(131) names it like a ListID(66). One
way, one of the prices is enough; a two-way quote has both, and Side(54) of the QuoteResponse says which is
taken, ClOrdID(11) under which order. A dealer that speaks lists is shown a list of one line; of a two-way
one Side(54)=7, and Text(58) of the ListExecute says which way it was taken. Whoever did not trade never
learns the side.

### What QuoteStatus(297) means

To a client, with QuoteID(117)=[N/A] where no quote is meant, and OnBehalfOfCompID(115) where a dealer is:

| 297 | About a dealer | About a quote | About what took a quote, with QuoteRespID(693) | About the inquiry |
|---|---|---|---|---|
| 0 | | | it traded: the executions follow | it is open, or open again |
| 4 | | | | withdrawn |
| 5 | | | not taken, and why | refused, or a wish is |
| 6 | | taken back, or its dealer disconnected | | |
| 7 | | no longer good | the quote or the inquiry is over | expired |
| 9 | | | nobody knows the quote | nobody knows it |
| 10 | asked, has it, does not answer | | the last look runs | awarded |
| 11 | | | declined, silent or disconnected | |

To a dealer: 0 it traded, told again; 4 withdrawn; 5 refused, and why: NOT DONE of a confirmation; 7 over, or
refused because it is; 9 nobody knows the request or the quote. From a dealer: 0 without QuoteRespID(693) it
has the request, with it it confirms; 11 or 5 it passes, or declines the award that QuoteRespID(693) names.

QuoteRequestRejectReason(658) to a client: 10 the dealer passed, 7 the dealer cannot quote this or there is
none; 1 unknown bond, 3 too many dealers or inquiries, 4 too late, 6 not allowed, 99 what Text(58) says.
`
