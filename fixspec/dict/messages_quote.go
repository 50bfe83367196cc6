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
				{Client, Gateway, "", "Accept a quote, in the RFQ profile"},
				{Gateway, Dealer, "", "Award the list, in the RFQ profile"},
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
			uses: `QuoteID ClOrdID Symbol SecurityID SecurityIDSource Side OrderQty SettlDate
				Currency ValidUntilTime TransactTime Text Price PriceType CoverPrice`,
		},
		{
			msgType: "R", name: "QuoteRequest",
			flows: []Flow{
				{Client, Gateway, "", "Ask for a price, in the RFQ profile"},
				{Gateway, Dealer, "", "Ask for a price, in the RFQ profile"},
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
			uses: `NoRelatedSym(Symbol SecurityID SecurityIDSource Product SecurityType
				QuoteRequestType QuoteType Side OrderQty SettlDate Currency QuotePriceType
				ValidUntilTime ExpireTime TransactTime PriceType) Text`,
		},
		{
			msgType: "AG", name: "QuoteRequestReject",
			flows: []Flow{
				{Dealer, Gateway, "", "Pass, in the RFQ profile"},
				{Gateway, Client, "", "Refuse, in the RFQ profile"},
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
			uses: "NoRelatedSym(Symbol SecurityID SecurityIDSource) Text",
		},
		{
			msgType: "S", name: "Quote",
			flows: []Flow{
				{Dealer, Gateway, "", "Quote the whole list, in the RFQ profile"},
				{Gateway, Client, "", "Show a quote, in the RFQ profile"},
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
			uses: `QuoteReqID QuoteType QuoteResponseLevel Symbol SecurityID SecurityIDSource Side
				OrderQty SettlDate Currency NoLegs(LegSymbol LegSecurityID LegSecurityIDSource
				LegPriceType LegBidPx LegOfferPx) BidPx OfferPx ValidUntilTime TransactTime
				PriceType Text`,
		},
		{
			msgType: "AI", name: "QuoteStatusReport",
			flows: []Flow{
				{Gateway, Client, "", "Report the state of a quote, in the RFQ profile"},
				{Dealer, Gateway, "", "Acknowledge, confirm or decline, in the RFQ profile"},
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
			uses: `QuoteReqID QuoteRespID Symbol SecurityID SecurityIDSource QuoteStatus Text`,
		},
	}
}
