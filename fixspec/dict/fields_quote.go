package dict

// quoteFields are the fields of quotes.
const quoteFields = `
131 QuoteReqID String
	-- The ClientBidID(391) of the bidding round.
537 QuoteType Int
	-- 1, tradeable.
	0=Indicative 1=Tradeable 2=RestrictedTradeable 3=Counter
301 QuoteResponseLevel Int
	-- 0 asks for no answer, otherwise MassQuoteAcknowledgement(b) follows.
	0=NoAcknowledgement 1=AcknowledgeOnlyNegativeOrErroneousQuotes 2=AcknowledgeEachQuoteMessage
293 DefBidSize Qty
294 DefOfferSize Qty
296 NoQuoteSets NumInGroup
	-- Always 1.
302 QuoteSetID String
	-- The ListID(66).
367 QuoteSetValidUntilTime Time
304 TotNoQuoteEntries Int
	-- Lines of the whole set, in all its fragments.
295 NoQuoteEntries NumInGroup
	-- Lines in this message.
299 QuoteEntryID String
	-- The ClOrdID(11) of the line.
132 BidPx Price
	-- Dealer's price for a line that the client sells, percent of par.
133 OfferPx Price
	-- Dealer's price for a line that the client buys, percent of par.
134 BidSize Qty
	-- Par of BidPx(132).
135 OfferSize Qty
	-- Par of OfferPx(133).
62 ValidUntilTime Time
	-- Until when the quote is good.
188 BidSpotRate Price
190 OfferSpotRate Price
189 BidForwardPoints PriceOffset
191 OfferForwardPoints PriceOffset
631 MidPx Price
632 BidYield Percentage
	-- Yield at BidPx(132).
633 MidYield Percentage
634 OfferYield Percentage
	-- Yield at OfferPx(133).
642 BidForwardPoints2 PriceOffset
643 OfferForwardPoints2 PriceOffset
297 QuoteStatus Int
	-- 0 accepted, 5 rejected; of a QuoteStatusReport(AI) see its states.
	0=Accepted 1=CancelForSymbol 2=CanceledForSecurityType 3=CanceledForUnderlying 4=CanceledAll
	5=Rejected 6=RemovedFromMarket 7=Expired 8=Query 9=QuoteNotFound 10=Pending 11=Pass
	12=LockedMarketWarning 13=CrossMarketWarning 14=CanceledDueToLockMarket
	15=CanceledDueToCrossMarket
300 QuoteRejectReason Int
	-- Why the line prices were rejected.
	1=UnknownSymbol 2=Exchange 3=QuoteRequestExceedsLimit 4=TooLateToEnter 5=UnknownQuote
	6=DuplicateQuote 7=InvalidBidAskSpread 8=InvalidPrice 9=NotAuthorizedToQuoteSecurity 99=Other
368 QuoteEntryRejectReason Int
	-- Why this line's price was rejected.
	1=UnknownSymbol 2=Exhcnage 3=QuoteExceedsLimit 4=TooLateToEnter 5=UnknownQuote
	6=DuplicateQuote 7=InvalidBidAskSpread 8=InvalidPrice 9=NotAuthorizedToQuoteSecurity 99=Other
298 QuoteCancelType Int
	-- 4, the whole quote.
	1=Symbol 2=SecurityType 3=Underlying 4=All
694 QuoteRespType Int
	-- What became of the quote: 4 cover, 5 done away, 3 expired, 6 pass.
	1=HitLift 2=Counter 3=Expired 4=Cover 5=DoneAway 6=Pass 7=EndTrade@1 8=TimedOut@1 9=Tied@1
	10=TiedCover@1
735 NoQuoteQualifiers NumInGroup
695 QuoteQualifier Char
686 LegPriceType Int
	-- What the line's prices mean.
681 LegBidPx Price
	-- Dealer's price for a line that the client sells.
684 LegOfferPx Price
	-- Dealer's price for a line that the client buys.
645 MktBidPx Price
646 MktOfferPx Price
647 MinBidSize Qty
648 MinOfferSize Qty
656 SettlCurrBidFxRate Float
657 SettlCurrOfferFxRate Float
644 RFQReqID String
146 NoRelatedSym NumInGroup
	-- Always 1: the list's pseudo-instrument.
303 QuoteRequestType Int
	-- 1, manual.
	1=Manual 2=Automatic
692 QuotePriceType Int
	-- The kind of price wanted; its codes are not those of PriceType(423).
	1=Percent 2=PerShare 3=FixedAmount 4=Discount 5=Premium 6=Spread 7=TedPrice 8=TedYield
	9=YieldSpread 10=Yield
658 QuoteRequestRejectReason Int
	-- Why there is no quote: 10, pass.
	1=UnknownSymbol 2=Exchange 3=QuoteRequestExceedsLimit 4=TooLateToEnter 5=InvalidPrice
	6=NotAuthorizedToRequestQuote 7=NoMatchForInquiry 8=NoMarketForInstrument 9=NoInventory
	10=Pass 99=Other
649 QuoteStatusReqID String
	-- Of the QuoteStatusRequest(a), sent back in its answer.
263 SubscriptionRequestType Char
	0=Snapshot 1=SnapshotAndUpdates 2=DisablePreviousSnapshot
1917 CoverPrice Price
	-- The best price after the winning one, in its PriceType(423) (EP159).
20001 PTBidRank Int
	-- Rank of the bid by the client's net clean cash, 1 being best.
20002 PTBestInd Bool
	-- Y on the bid that ranks first.
`
