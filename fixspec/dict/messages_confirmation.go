package dict

// confirmationMessages are the messages of net settlements.
func confirmationMessages() []definition {
	return []definition{
		{
			msgType: "AK", name: "Confirmation",
			flows: []Flow{
				{Gateway, Client, "B17", "Send the net of an account, currency and date"},
				{Gateway, Dealer, "X15", "Send the net settlement"},
				{Gateway, Client, "B24", "Replace or cancel it"},
			},
			body: `ConfirmID! ConfirmRefID ConfirmReqID ConfirmTransType! ConfirmType!
				CopyMsgIndicator TrdType@1 SecondaryTrdType@1 LegalConfirm ConfirmStatus!
				<Parties> NoOrders(ClOrdID OrderID SecondaryOrderID SecondaryClOrdID ListID
				<NestedParties2> OrderQty OrderAvgPx OrderBookingQty) AllocID SecondaryAllocID
				IndividualAllocID TransactTime! TradeDate! <TrdRegTimestamps> <Instrument>!
				<InstrumentExtension> <FinancingDetails> NoUnderlyings!0(<UnderlyingInstrument>)
				NoLegs!0(<InstrumentLeg>) <YieldData> AllocQty! QtyType Side! Currency LastMkt
				NoCapacities!(OrderCapacity! OrderRestrictions OrderCapacityQty!) AllocAccount!
				AllocAcctIDSource AllocAccountType AvgPx! AvgPxPrecision PriceType AvgParPx
				<SpreadOrBenchmarkCurveData> ReportedPx Text EncodedTextLen EncodedText
				ProcessCode GrossTradeAmt! NumDaysInterest ExDate AccruedInterestRate
				AccruedInterestAmt InterestAtMaturity EndAccruedInterestAmt StartCash EndCash
				Concession TotalTakedown NetMoney! MaturityNetMoney SettlCurrAmt SettlCurrency
				SettlCurrFxRate SettlCurrFxRateCalc SettlType SettlDate <SettlInstructionsData>
				<CommissionData> SharedCommission <Stipulations> NoMiscFees(MiscFeeAmt MiscFeeCurr
				MiscFeeType MiscFeeBasis)`,
			uses: `ConfirmRefID TrdType SecondaryTrdType NoPartyIDs(PartyID PartyIDSource PartyRole)
				NoOrders(ClOrdID ListID) Symbol SecurityID SecurityIDSource Product SecurityType
				SecurityDesc NoUnderlyings NoLegs Currency AccruedInterestAmt SettlCurrAmt SettlCurrency SettlType
				SettlDate Text`,
		},
		{
			msgType: "AU", name: "ConfirmationAck",
			flows: []Flow{
				{Client, Gateway, "B18", "Affirm or dispute the net settlement"},
				{Dealer, Gateway, "X15", "Affirm or dispute the net settlement"},
			},
			body: `ConfirmID! TradeDate! TransactTime! AffirmStatus! ConfirmRejReason MatchStatus
				Text EncodedTextLen EncodedText`,
			uses: "ConfirmRejReason Text",
		},
	}
}
