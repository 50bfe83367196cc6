package dict

// executionMessages are the messages of executions.
func executionMessages() []definition {
	return []definition{
		{
			msgType: "8", name: "ExecutionReport",
			flows: []Flow{
				{Gateway, Client, "B15", "Report the execution of a line"},
				{Gateway, Dealer, "X13", "Report the execution of a line"},
				{Gateway, Client, "B22", "Replay, on request"},
			},
			body: `OrderID! SecondaryOrderID SecondaryClOrdID SecondaryExecID ClOrdID OrigClOrdID
				ClOrdLinkID QuoteRespID OrdStatusReqID MassStatusReqID TotNumReports
				LastRptRequested <Parties> TradeOriginationDate NoContraBrokers(ContraBroker
				ContraTrader ContraTradeQty ContraTradeTime ContraLegRefID) ListID CrossID
				OrigCrossID CrossType ExecID! ExecRefID ExecType! OrdStatus! WorkingIndicator
				OrdRejReason ExecRestatementReason Account AcctIDSource AccountType DayBookingInst
				BookingUnit PreallocMethod SettlType SettlDate CashMargin ClearingFeeIndicator
				<Instrument>! <FinancingDetails> NoUnderlyings(<UnderlyingInstrument>) Side!
				<Stipulations> QtyType <OrderQtyData> OrdType PriceType Price StopPx
				<PegInstructions> <DiscretionInstructions> PeggedPrice DiscretionPrice
				TargetStrategy TargetStrategyParameters ParticipationRate
				TargetStrategyPerformance Currency ComplianceID SolicitedFlag TimeInForce
				EffectiveTime ExpireDate ExpireTime ExecInst OrderCapacity OrderRestrictions
				CustOrderCapacity LastQty UnderlyingLastQty LastPx UnderlyingLastPx LastParPx
				LastSpotRate LastForwardPoints LastMkt TradingSessionID TradingSessionSubID
				TimeBracket LastCapacity LeavesQty! CumQty! AvgPx! DayOrderQty DayCumQty DayAvgPx
				GTBookingInst TradeDate TransactTime ReportToExch <CommissionData>
				<SpreadOrBenchmarkCurveData> <YieldData> GrossTradeAmt NumDaysInterest ExDate
				AccruedInterestRate AccruedInterestAmt InterestAtMaturity EndAccruedInterestAmt
				StartCash EndCash TradedFlatSwitch BasisFeatureDate BasisFeaturePrice Concession
				TotalTakedown NetMoney SettlCurrAmt SettlCurrency SettlCurrFxRate
				SettlCurrFxRateCalc HandlInst MinQty MaxFloor PositionEffect MaxShow BookingType
				Text EncodedTextLen EncodedText SettlDate2 OrderQty2 LastForwardPoints2
				MultiLegReportingType CancellationRights MoneyLaunderingStatus RegistID
				Designation TransBkdTime ExecValuationPoint ExecPriceType ExecPriceAdjustment
				PriorityIndicator PriceImprovement LastLiquidityInd NoContAmts(ContAmtType
				ContAmtValue ContAmtCurr) NoLegs(<InstrumentLeg> LegQty LegSwapType
				<LegStipulations> LegPositionEffect LegCoveredOrUncovered <NestedParties> LegRefID
				LegPrice LegSettlType LegSettlDate LegLastPx) CopyMsgIndicator TrdType@1
				SecondaryTrdType@1 CoverPrice@1 NoMiscFees(MiscFeeAmt MiscFeeCurr MiscFeeType
				MiscFeeBasis)`,
			uses: `SecondaryOrderID ClOrdID QuoteRespID MassStatusReqID TotNumReports LastRptRequested
				NoPartyIDs(PartyID PartyIDSource PartyRole) ListID Account SettlType SettlDate
				Symbol SecurityID SecurityIDSource Product SecurityType MaturityDate Factor
				CouponRate Issuer SecurityDesc OrderQty OrdType PriceType Price Currency LastQty
				LastPx TradeDate TransactTime Spread BenchmarkCurveCurrency BenchmarkCurveName
				BenchmarkCurvePoint BenchmarkSecurityID BenchmarkSecurityIDSource GrossTradeAmt
				NumDaysInterest AccruedInterestRate AccruedInterestAmt NetMoney SettlCurrAmt SettlCurrency Text TrdType
				SecondaryTrdType CoverPrice`,
			notes: `ClOrdID: The line, by the id that its receiver knows.
				ListID: The inquiry, by the id that its receiver knows.
				SecurityID: Identifier of the bond.
				SecurityIDSource: 1 CUSIP or 4 ISIN.
				Product: 3 corporate, 6 government.
				SecurityType: Kind of security.
				SecurityDesc: The bond in words.
				Side: The client's side, to both.
				PriceType: 1, percent of par.
				Price: The price again.
				Spread: The line's reference spread, basis points, where the list was quoted as a spread.
				LastPx: Clean price, percent of par, 6 decimals.
				Currency: Currency of the amounts.`,
		},
		{
			msgType: "Q", name: "DontKnowTrade",
			flows: []Flow{
				{Client, Gateway, "B19", "Dispute an execution"},
				{Dealer, Gateway, "X14", "Dispute an execution"},
			},
			body: `OrderID! SecondaryOrderID ExecID! DKReason! <Instrument>!
				NoUnderlyings(<UnderlyingInstrument>) NoLegs(<InstrumentLeg>) Side!
				<OrderQtyData>! LastQty LastPx Text EncodedTextLen EncodedText`,
			uses: `Symbol SecurityID SecurityIDSource Product SecurityType MaturityDate Factor
				CouponRate OrderQty LastQty LastPx Text`,
		},
		{
			msgType: "AF", name: "OrderMassStatusRequest",
			flows: []Flow{
				{Client, Gateway, "B22", "Ask for executions again"},
			},
			body: `MassStatusReqID! MassStatusReqType! <Parties> Account AcctIDSource
				TradingSessionID TradingSessionSubID <Instrument> <UnderlyingInstrument> Side`,
		},
	}
}
