package dict

// listMessages are the messages of lists: inquiries, bids and list status.
func listMessages() []definition {
	return []definition{
		{
			msgType: "E", name: "NewOrderList",
			flows: []Flow{
				{Client, Gateway, "B1", "Submit an inquiry, in one or more fragments"},
				{Gateway, Dealer, "X1", "Show it to a dealer, without accounts and limits"},
			},
			body: `ListID! BidID ClientBidID ProgRptReqs BidType! ProgPeriodInterval
				CancellationRights MoneyLaunderingStatus RegistID ListExecInstType ListExecInst
				EncodedListExecInstLen EncodedListExecInst AllowableOneSidednessPct
				AllowableOneSidednessValue AllowableOneSidednessCurr TrdType@1 SecondaryTrdType@1
				TotNoOrders! LastFragment NoOrders!(ClOrdID! SecondaryClOrdID ListSeqNo!
				ClOrdLinkID SettlInstMode <Parties> TradeOriginationDate TradeDate Account
				AcctIDSource AccountType DayBookingInst BookingUnit AllocID PreallocMethod
				NoAllocs(AllocAccount AllocAcctIDSource AllocSettlCurrency IndividualAllocID
				<NestedParties> AllocQty) SettlType SettlDate CashMargin ClearingFeeIndicator
				HandlInst ExecInst MinQty MaxFloor ExDestination
				NoTradingSessions(TradingSessionID TradingSessionSubID) ProcessCode <Instrument>!
				NoUnderlyings(<UnderlyingInstrument>) PrevClosePx Side! SideValueInd LocateReqd
				TransactTime <Stipulations> QtyType <OrderQtyData>! OrdType PriceType Price StopPx
				<SpreadOrBenchmarkCurveData> <YieldData> Currency ComplianceID SolicitedFlag IOIID
				QuoteID TimeInForce EffectiveTime ExpireDate ExpireTime GTBookingInst
				<CommissionData> OrderCapacity OrderRestrictions CustOrderCapacity ForexReq
				SettlCurrency BookingType Text EncodedTextLen EncodedText SettlDate2 OrderQty2
				Price2 PositionEffect CoveredOrUncovered MaxShow <PegInstructions>
				<DiscretionInstructions> TargetStrategy TargetStrategyParameters ParticipationRate
				Designation)`,
			uses: `ClientBidID ProgRptReqs ListExecInstType ListExecInst LastFragment TrdType
				SecondaryTrdType NoOrders(NoPartyIDs(PartyID PartyIDSource PartyRole) Account
				NoAllocs(AllocAccount AllocQty) SettlType SettlDate ExecInst Symbol SecurityID+
				SecurityIDSource+ Product SecurityType MaturityDate Factor CouponRate Issuer
				SecurityDesc QtyType OrderQty+ OrdType PriceType Price Spread BenchmarkCurveCurrency
				BenchmarkCurveName BenchmarkCurvePoint BenchmarkSecurityID
				BenchmarkSecurityIDSource Currency TimeInForce ExpireTime SettlCurrency Text)`,
			notes: `NoPartyIDs: The client, where its policy lets its dealers know who asks.
				ExecInst: Contains G, all or none: needed on every line.
				SettlType: 6 with a SettlDate(64); 0 or nothing for the standard date.
				SettlDate: Settlement date; the standard one of the bond where there is none.
				SecurityID: Identifier of the bond.
				SecurityIDSource: 1 CUSIP or 4 ISIN.
				Product: 3 corporate, 6 government.
				SecurityType: Kind of security.
				SecurityDesc: The bond in words.
				Side: 1 the client buys, 2 it sells; nothing else is traded.
				OrderQty: Par amount of the line, above 0.
				PriceType: Needed, the same on all lines: which price the list asks for, 3 a total, 6 a spread concession, 1 percent of par for each side.
				Price: The line's limit, clean percent of par, with OrdType(40)=2. Never shown to a dealer.
				OrdType: 1 without, 2 with a limit in Price(44).
				Spread: The line's reference spread to its benchmark, basis points.
				Currency: Currency of the line.
				TimeInForce: 6, good until ExpireTime(126); 3 and 4 are refused.
				ExpireTime: Deadline of the inquiry, the same on all lines; an agreed time from now where there is none.
				SettlCurrency: Currency of settlement, the same on all lines; the line's Currency(15) where there is none.`,
		},
		{
			msgType: "k", name: "BidRequest",
			flows: []Flow{
				{Client, Gateway, "B2", "Name the dealers and the terms"},
				{Gateway, Dealer, "X2", "Ask for a price"},
				{Gateway, Dealer, "X11", "End the asking: the inquiry is closed or canceled"},
			},
			body: `BidID ClientBidID! BidRequestTransType! ListName TotNoRelatedSym! BidType!
				NumTickets Currency SideValue1 SideValue2 NoBidDescriptors(BidDescriptorType
				BidDescriptor SideValueInd LiquidityValue LiquidityNumSecurities LiquidityPctLow
				LiquidityPctHigh EFPTrackingError FairValue OutsideIndexPct ValueOfFutures)
				NoBidComponents(ListID Side TradingSessionID TradingSessionSubID NetGrossInd
				SettlType SettlDate Account AcctIDSource) LiquidityIndType WtAverageLiquidity
				ExchangeForPhysical OutMainCntryUIndex CrossPercent ProgRptReqs ProgPeriodInterval
				IncTaxInd ForexReq NumBidders TradeDate BidTradeType! BasisPxType! StrikeTime Text
				EncodedTextLen EncodedText ExpireTime@1 ValidUntilTime@1
				<SpreadOrBenchmarkCurveData>@1 TrdType@1 SecondaryTrdType@1 NumOfCompetitors@1
				NegotiationMethod@1`,
			uses: `BidID Currency SideValue1 SideValue2 NoBidComponents(ListID) NumBidders
				TradeDate StrikeTime Text
				ExpireTime ValidUntilTime Spread BenchmarkCurveCurrency BenchmarkCurveName
				BenchmarkCurvePoint BenchmarkPrice BenchmarkPriceType BenchmarkSecurityID
				BenchmarkSecurityIDSource TrdType SecondaryTrdType NumOfCompetitors
				NegotiationMethod`,
			notes: `BidID: The dealer's last quote, where the asking ends and there was one.
				Currency: Currency of SideValue1(396) and SideValue2(397).
				NoBidComponents: One, which names the list.
				Text: CLOSED or CANCELED, where the asking ends.`,
		},
		{
			msgType: "l", name: "BidResponse",
			flows: []Flow{
				{Dealer, Gateway, "X5", "Quote the whole list, or update the quote"},
				{Dealer, Gateway, "X4", "Pass or withdraw: without Price(44)"},
				{Gateway, Client, "B6", "Show a dealer's quote"},
				{Gateway, Client, "B8", "Show that a dealer passed or its quote is gone"},
			},
			body: `BidID ClientBidID TransactTime@1 ValidUntilTime@1 <SpreadOrBenchmarkCurveData>@1
				PTBidRank@2 PTBestInd@2 NoBidComponents!(<CommissionData>! ListID Country Side
				Price PriceType FairValue NetGrossInd SettlType SettlDate TradingSessionID
				TradingSessionSubID Text EncodedTextLen EncodedText)`,
			uses: `BidID+ ClientBidID TransactTime ValidUntilTime Spread BenchmarkCurveCurrency
				BenchmarkCurveName BenchmarkCurvePoint BenchmarkPrice BenchmarkPriceType
				BenchmarkSecurityID BenchmarkSecurityIDSource PTBidRank PTBestInd
				NoBidComponents(Commission CommType ListID Side Price PriceType SettlDate Text)`,
			notes: `BidID: The quote; a dealer gives each price a new one, the client is shown others.
				Side: The side that the price is for, where PriceType(423)=1 and the list has both.
				Price: As PriceType(423) says: 3 the signed clean cash total from the client's view, 6 one concession in basis points, 1 percent of par for one side. Without it there is no quote.
				PriceType: Needed with Price(44): that of the list.
				Text: PASS, WITHDRAWN or STALE, where there is no Price(44).`,
		},
		{
			msgType: "N", name: "ListStatus",
			flows: []Flow{
				{Gateway, Client, "B3", "Acknowledge, refuse, report and end a list"},
				{Dealer, Gateway, "X3", "Acknowledge an inquiry"},
				{Dealer, Gateway, "X9", "Confirm or decline an award"},
				{Dealer, Gateway, "X17", "Answer a cancel"},
			},
			body: `ListID! ListStatusType! NoRpts! ListOrderStatus! RptSeq! ListStatusText
				EncodedListStatusTextLen EncodedListStatusText TransactTime TotNoOrders!
				LastFragment SettlDate@1 NetMoney@1 SettlCurrAmt@1 SettlCurrency@1 GrossTradeAmt@1
				AccruedInterestAmt@1 ListRejectReason@1 PTListTradeID@2 NoOrders!(ClOrdID!
				SecondaryClOrdID CumQty! OrdStatus! WorkingIndicator LeavesQty! CxlQty! AvgPx!
				OrdRejReason Text EncodedTextLen EncodedText)`,
			uses: `ListStatusText TransactTime LastFragment SettlDate NetMoney SettlCurrAmt
				SettlCurrency GrossTradeAmt AccruedInterestAmt ListRejectReason PTListTradeID
				NoOrders(OrdRejReason Text)`,
			notes: `ListID: The inquiry, as the receiver or sender on the other side knows it.
				NoOrders: Lines in this message; 0 where no line has news.
				Text: What is wrong with the line, or worth knowing of it.`,
		},
		{
			msgType: "L", name: "ListExecute",
			flows: []Flow{
				{Client, Gateway, "B10", "Accept a quote"},
				{Gateway, Dealer, "X8", "Award the list; last look begins"},
			},
			body:  `ListID! ClientBidID BidID TransactTime! Text EncodedTextLen EncodedText`,
			uses:  "ClientBidID BidID+ Text",
			notes: `BidID: The quote that is taken, by the id that the one side gave the other.`,
		},
		{
			msgType: "K", name: "ListCancelRequest",
			flows: []Flow{
				{Client, Gateway, "B20", "Cancel an inquiry"},
				{Gateway, Dealer, "X17", "Tell a dealer that it was canceled"},
			},
			body: `ListID! TransactTime! TradeOriginationDate TradeDate Text EncodedTextLen
				EncodedText`,
			uses: "Text",
		},
		{
			msgType: "M", name: "ListStatusRequest",
			flows: []Flow{
				{Client, Gateway, "B21", "Ask for the state of a list"},
			},
			body: "ListID! Text EncodedTextLen EncodedText",
		},
	}
}
