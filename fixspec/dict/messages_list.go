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
				BenchmarkCurveName BenchmarkCurvePoint BenchmarkPrice BenchmarkPriceType
				BenchmarkSecurityID BenchmarkSecurityIDSource Currency TimeInForce ExpireTime
				SettlCurrency Text)`,
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
			uses: `BidID ListName NumTickets Currency SideValue1 SideValue2 NoBidComponents(ListID
				Side NetGrossInd SettlDate) ProgRptReqs NumBidders TradeDate StrikeTime Text
				ExpireTime ValidUntilTime Spread BenchmarkCurveCurrency BenchmarkCurveName
				BenchmarkCurvePoint BenchmarkPrice BenchmarkPriceType BenchmarkSecurityID
				BenchmarkSecurityIDSource TrdType SecondaryTrdType NumOfCompetitors
				NegotiationMethod`,
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
				NoBidComponents(Commission CommType ListID Side Price PriceType NetGrossInd
				SettlDate Text)`,
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
		},
		{
			msgType: "L", name: "ListExecute",
			flows: []Flow{
				{Client, Gateway, "B10", "Accept a quote"},
				{Gateway, Dealer, "X8", "Award the list; last look begins"},
			},
			body: `ListID! ClientBidID BidID TransactTime! Text EncodedTextLen EncodedText`,
			uses: "ClientBidID BidID+ Text",
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
