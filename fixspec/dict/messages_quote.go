package dict

// quoteMessages are the messages of quotes: line prices, withdrawals, outcomes, and the
// RFQ profile.
func quoteMessages() []definition {
	return []definition{
		{
			msgType: "i", name: "MassQuote",
			flows: []Flow{
				{Dealer, Gateway, "X6", "Give the line prices of a quote"},
				{Gateway, Client, "B7", "Show the line prices of a quote"},
			},
			body: `QuoteReqID QuoteID! QuoteType QuoteResponseLevel <Parties> Account AcctIDSource
				AccountType DefBidSize DefOfferSize PriceType@1 NoQuoteSets!(QuoteSetID!
				<UnderlyingInstrument> QuoteSetValidUntilTime TotNoQuoteEntries! LastFragment
				NoQuoteEntries!(QuoteEntryID! <Instrument> NoLegs(<InstrumentLeg>) BidPx OfferPx
				BidSize OfferSize ValidUntilTime BidSpotRate OfferSpotRate BidForwardPoints
				OfferForwardPoints MidPx BidYield MidYield OfferYield TransactTime
				TradingSessionID TradingSessionSubID SettlDate OrdType SettlDate2 OrderQty2
				BidForwardPoints2 OfferForwardPoints2 Currency))`,
			uses: `QuoteReqID QuoteType QuoteResponseLevel PriceType NoQuoteSets(LastFragment
				NoQuoteEntries(Symbol SecurityID SecurityIDSource Product SecurityType
				MaturityDate Factor CouponRate BidPx OfferPx))`,
			notes: `SecurityID: Identifier of the bond.
				SecurityIDSource: 1 CUSIP or 4 ISIN.
				Product: 3 corporate, 6 government.
				SecurityType: Kind of security.`,
		},
		{
			msgType: "b", name: "MassQuoteAcknowledgement",
			flows: []Flow{
				{Gateway, Dealer, "X6", "Accept or reject line prices"},
				{Client, Gateway, "B7", "Acknowledge line prices"},
			},
			body: `QuoteReqID QuoteID QuoteStatus! QuoteRejectReason QuoteResponseLevel QuoteType
				<Parties> Account AcctIDSource AccountType Text EncodedTextLen EncodedText
				NoQuoteSets(QuoteSetID <UnderlyingInstrument> TotNoQuoteEntries LastFragment
				NoQuoteEntries(QuoteEntryID <Instrument> NoLegs(<InstrumentLeg>) BidPx OfferPx
				BidSize OfferSize ValidUntilTime BidSpotRate OfferSpotRate BidForwardPoints
				OfferForwardPoints MidPx BidYield MidYield OfferYield TransactTime
				TradingSessionID TradingSessionSubID SettlDate OrdType SettlDate2 OrderQty2
				BidForwardPoints2 OfferForwardPoints2 Currency QuoteEntryRejectReason))`,
			uses: `QuoteReqID QuoteID QuoteRejectReason Text NoQuoteSets(QuoteSetID
				TotNoQuoteEntries NoQuoteEntries(QuoteEntryID QuoteEntryRejectReason))`,
		},
		{
			msgType: "Z", name: "QuoteCancel",
			flows: []Flow{
				{Dealer, Gateway, "X7", "Withdraw a quote"},
			},
			body: `QuoteReqID QuoteID! QuoteCancelType! QuoteResponseLevel <Parties> Account
				AcctIDSource AccountType TradingSessionID TradingSessionSubID
				NoQuoteEntries(<Instrument> <FinancingDetails>
				NoUnderlyings(<UnderlyingInstrument>) NoLegs(<InstrumentLeg>))`,
			uses: "QuoteReqID",
		},
		{
			msgType: "AJ", name: "QuoteResponse",
			flows: []Flow{
				{Gateway, Dealer, "X12", "Tell a loser what became of its quote"},
				{Client, Gateway, "B10", "Accept a quote, in the RFQ profile"},
				{Client, Gateway, "B20", "Withdraw the inquiry of a quote, in the RFQ profile"},
				{Gateway, Dealer, "X8", "Award a quote, in the RFQ profile; last look begins"},
			},
			body: `QuoteRespID! QuoteID QuoteRespType! ClOrdID OrderCapacity IOIID QuoteType
				NoQuoteQualifiers(QuoteQualifier) <Parties> TradingSessionID TradingSessionSubID
				<Instrument>! <FinancingDetails> NoUnderlyings(<UnderlyingInstrument>) Side
				<OrderQtyData> SettlType SettlDate SettlDate2 OrderQty2 Currency <Stipulations>
				Account AcctIDSource AccountType NoLegs(<InstrumentLeg> LegQty LegSwapType
				LegSettlType LegSettlDate <LegStipulations> <NestedParties> LegPriceType LegBidPx
				LegOfferPx <LegBenchmarkCurveData>) BidPx OfferPx MktBidPx MktOfferPx MinBidSize
				BidSize MinOfferSize OfferSize ValidUntilTime BidSpotRate OfferSpotRate
				BidForwardPoints OfferForwardPoints MidPx BidYield MidYield OfferYield
				TransactTime OrdType BidForwardPoints2 OfferForwardPoints2 SettlCurrBidFxRate
				SettlCurrOfferFxRate SettlCurrFxRateCalc Commission CommType CustOrderCapacity
				ExDestination Text EncodedTextLen EncodedText Price PriceType
				<SpreadOrBenchmarkCurveData> <YieldData> CoverPrice@1`,
			uses: `QuoteID ClOrdID Symbol SecurityID SecurityIDSource Product SecurityType
				MaturityDate Factor CouponRate Side OrderQty TransactTime Text Price PriceType
				CoverPrice`,
			notes: `QuoteRespID: The client's own id of its answer; of an award, an id that the dealer sends back.
				QuoteRespType: Of a client 1 takes the quote and 6 ends the inquiry; of the gateway 1 awards it, 3 to 5 tell what became of it.
				ClOrdID: Of a single bond the id of the order that the quote fills.
				Side: Of a two-way quote the side that the client takes; of a list B.
				OrderQty: The par that was asked for, or nothing.
				Price: The price of the quote, or nothing.`,
		},
		{
			msgType: "R", name: "QuoteRequest",
			flows: []Flow{
				{Client, Gateway, "B1", "Ask for a single bond, in the RFQ profile"},
				{Client, Gateway, "B2", "Ask dealers for a list, in the RFQ profile"},
				{Gateway, Dealer, "X2", "Ask for a price, in the RFQ profile"},
			},
			body: `QuoteReqID! RFQReqID ClOrdID OrderCapacity NoRelatedSym!(<Instrument>!
				<FinancingDetails> NoUnderlyings(<UnderlyingInstrument>) PrevClosePx
				QuoteRequestType QuoteType TradingSessionID TradingSessionSubID
				TradeOriginationDate Side QtyType <OrderQtyData> SettlType SettlDate SettlDate2
				OrderQty2 Currency <Stipulations> Account AcctIDSource AccountType
				NoLegs(<InstrumentLeg> LegQty LegSwapType LegSettlType LegSettlDate
				<LegStipulations> <NestedParties> <LegBenchmarkCurveData>)
				NoQuoteQualifiers(QuoteQualifier) QuotePriceType OrdType ValidUntilTime ExpireTime
				TransactTime <SpreadOrBenchmarkCurveData> PriceType Price Price2 <YieldData>
				<Parties>) Text EncodedTextLen EncodedText`,
			uses: `ClOrdID NoRelatedSym(Symbol SecurityID SecurityIDSource Product SecurityType
				MaturityDate Factor CouponRate Issuer SecurityDesc QuoteRequestType QuoteType Side
				QtyType OrderQty SettlType SettlDate Currency Account QuotePriceType OrdType
				ValidUntilTime ExpireTime TransactTime Spread BenchmarkCurveCurrency
				BenchmarkCurveName BenchmarkCurvePoint BenchmarkSecurityID
				BenchmarkSecurityIDSource PriceType Price NoPartyIDs(PartyID PartyIDSource
				PartyRole)) Text`,
			notes: `QuoteReqID: Of a list the ClientBidID(391) of its lines, or the first that it is asked under; of a single bond a new id.
				NoRelatedSym: Always 1: a bond, or a list as a pseudo-instrument.
				SecurityID: Identifier of the bond, or the ListID(66).
				SecurityIDSource: 1 CUSIP or 4 ISIN of a bond, 8 of a list.
				Product: 12 of a list.
				SecurityType: MLEG of a list.
				Side: Of a list B; of a bond the client's: 1, 2, or 7 for a two-way price.
				OrderQty: Par; of a list the sum of its lines.
				OrdType: 2 where Price(44) is a limit.
				ExpireTime: When the inquiry ends; of a list the lines say it.
				Price: Of a single bond the client's limit in percent of par.
				PriceType: What a quote must be; of a list the lines say it.
				PartyID: A dealer to ask, or the client where it shows its name.
				PartyRole: 1 a dealer, 3 the client.`,
		},
		{
			msgType: "AG", name: "QuoteRequestReject",
			flows: []Flow{
				{Dealer, Gateway, "X4", "Pass, in the RFQ profile"},
				{Gateway, Client, "B4", "Refuse a request, in the RFQ profile"},
				{Gateway, Client, "B8", "Show that a dealer passed or cannot quote, in the RFQ profile"},
			},
			body: `QuoteReqID! RFQReqID QuoteRequestRejectReason! NoRelatedSym!(<Instrument>!
				<FinancingDetails> NoUnderlyings(<UnderlyingInstrument>) PrevClosePx
				QuoteRequestType QuoteType TradingSessionID TradingSessionSubID
				TradeOriginationDate Side QtyType <OrderQtyData> SettlType SettlDate SettlDate2
				OrderQty2 Currency <Stipulations> Account AcctIDSource AccountType
				NoLegs(<InstrumentLeg> LegQty LegSwapType LegSettlType LegSettlDate
				<LegStipulations> <NestedParties> <LegBenchmarkCurveData>)
				NoQuoteQualifiers(QuoteQualifier) QuotePriceType OrdType ExpireTime TransactTime
				<SpreadOrBenchmarkCurveData> PriceType Price Price2 <YieldData> <Parties>) Text
				EncodedTextLen EncodedText`,
			uses: `NoRelatedSym(Symbol SecurityID SecurityIDSource Product SecurityType MaturityDate
				Factor CouponRate) Text`,
			notes: `QuoteReqID: Of the QuoteRequest(R).
				QuoteRequestRejectReason: 10 a dealer passed, 7 it cannot quote this; else why the request is refused.
				NoRelatedSym: Always 1, as in the QuoteRequest(R).`,
		},
		{
			msgType: "S", name: "Quote",
			flows: []Flow{
				{Dealer, Gateway, "X5", "Quote the whole list or the bond, in the RFQ profile"},
				{Gateway, Client, "B6", "Show a dealer's quote, in the RFQ profile"},
			},
			body: `QuoteReqID QuoteID! QuoteRespID QuoteType NoQuoteQualifiers(QuoteQualifier)
				QuoteResponseLevel <Parties> TradingSessionID TradingSessionSubID <Instrument>!
				<FinancingDetails> NoUnderlyings(<UnderlyingInstrument>) Side <OrderQtyData>
				SettlType SettlDate SettlDate2 OrderQty2 Currency <Stipulations> Account
				AcctIDSource AccountType NoLegs(<InstrumentLeg> LegQty LegSwapType LegSettlType
				LegSettlDate <LegStipulations> <NestedParties> LegPriceType LegBidPx LegOfferPx
				<LegBenchmarkCurveData>) BidPx OfferPx MktBidPx MktOfferPx MinBidSize BidSize
				MinOfferSize OfferSize ValidUntilTime BidSpotRate OfferSpotRate BidForwardPoints
				OfferForwardPoints MidPx BidYield MidYield OfferYield TransactTime OrdType
				BidForwardPoints2 OfferForwardPoints2 SettlCurrBidFxRate SettlCurrOfferFxRate
				SettlCurrFxRateCalc CommType Commission CustOrderCapacity ExDestination
				OrderCapacity PriceType <SpreadOrBenchmarkCurveData> <YieldData> Text
				EncodedTextLen EncodedText`,
			uses: `QuoteReqID QuoteType QuoteResponseLevel Symbol SecurityID SecurityIDSource Product
				SecurityType MaturityDate Factor CouponRate Side OrderQty SettlType SettlDate
				Currency NoLegs(LegSymbol LegSecurityID LegSecurityIDSource LegSide LegPriceType
				LegBidPx LegOfferPx) BidPx OfferPx BidSize OfferSize ValidUntilTime TransactTime
				PriceType Text`,
			notes: `QuoteReqID: Of the QuoteRequest(R).
				QuoteID: A new value for every quote.
				QuoteType: 1, tradeable, or nothing.
				QuoteResponseLevel: Quotes are answered only when they are refused.
				Side: As asked, or nothing.
				OrderQty: As asked, or nothing.
				SettlDate: As asked, or nothing.
				NoLegs: The line prices, of all lines in their order.
				LegSecurityID: The bond of the line.
				LegSide: The client's side of the line, or nothing.
				LegPriceType: 1, percent of par.
				BidPx: In percent of par: what is paid for what the client sells.
				OfferPx: The total or the spread of PriceType(423) 3 and 6; in percent of par, what is asked for what the client buys.
				BidSize: As asked, or nothing.
				OfferSize: As asked, or nothing.
				PriceType: As asked for; needed where there is a price.`,
		},
		{
			msgType: "AI", name: "QuoteStatusReport",
			flows: []Flow{
				{Gateway, Client, "B11", "Report on a quote, an answer or the inquiry, in the RFQ profile"},
				{Dealer, Gateway, "X3", "Acknowledge a request, in the RFQ profile"},
				{Dealer, Gateway, "X9", "Confirm or decline an award, in the RFQ profile"},
				{Gateway, Dealer, "X11", "Refuse a quote, or end the asking, in the RFQ profile"},
			},
			body: `QuoteStatusReqID QuoteReqID QuoteID! QuoteRespID QuoteType <Parties>
				TradingSessionID TradingSessionSubID <Instrument>! <FinancingDetails>
				NoUnderlyings(<UnderlyingInstrument>) Side <OrderQtyData> SettlType SettlDate
				SettlDate2 OrderQty2 Currency <Stipulations> Account AcctIDSource AccountType
				NoLegs(<InstrumentLeg> LegQty LegSwapType LegSettlType LegSettlDate
				<LegStipulations> <NestedParties>) NoQuoteQualifiers(QuoteQualifier) ExpireTime
				Price PriceType <SpreadOrBenchmarkCurveData> <YieldData> BidPx OfferPx MktBidPx
				MktOfferPx MinBidSize BidSize MinOfferSize OfferSize ValidUntilTime BidSpotRate
				OfferSpotRate BidForwardPoints OfferForwardPoints MidPx BidYield MidYield
				OfferYield TransactTime OrdType BidForwardPoints2 OfferForwardPoints2
				SettlCurrBidFxRate SettlCurrOfferFxRate SettlCurrFxRateCalc CommType Commission
				CustOrderCapacity ExDestination QuoteStatus Text EncodedTextLen EncodedText`,
			uses: `QuoteStatusReqID QuoteReqID QuoteRespID Symbol SecurityID SecurityIDSource Product
				SecurityType MaturityDate Factor CouponRate TransactTime QuoteStatus+ Text`,
			notes: `QuoteReqID: Of the QuoteRequest(R).
				QuoteID: The quote, or [N/A] where it is about no quote.
				QuoteRespID: Of the QuoteResponse(AJ) that it answers.`,
		},
		{
			msgType: "a", name: "QuoteStatusRequest",
			flows: []Flow{
				{Client, Gateway, "B21", "Ask for the state of an inquiry, in the RFQ profile"},
			},
			body: `QuoteStatusReqID QuoteID <Instrument>! <FinancingDetails>
				NoUnderlyings(<UnderlyingInstrument>) NoLegs(<InstrumentLeg>) <Parties> Account
				AcctIDSource AccountType TradingSessionID TradingSessionSubID
				SubscriptionRequestType`,
			uses: `QuoteStatusReqID QuoteID Symbol SecurityID SecurityIDSource Product SecurityType
				MaturityDate Factor CouponRate`,
			notes: `QuoteID: Any quote of the inquiry, where SecurityID(48) does not name it.
				SecurityID: The ListID(66); of a single bond, the QuoteReqID(131) of its request.
				SecurityIDSource: 8.`,
		},
	}
}
