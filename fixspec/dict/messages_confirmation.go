package dict

// confirmationMessages are the messages of net settlements.
func confirmationMessages() []definition {
	return []definition{
		{
			msgType: "AK", name: "Confirmation",
			flows: []Flow{
				{Gateway, Client, "B17", "Send the net of an account, currency and date"},
				{Gateway, Dealer, "X15", "Send the net settlement"},
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
			uses: `TrdType SecondaryTrdType NoPartyIDs(PartyID PartyIDSource PartyRole)
				NoOrders(ClOrdID ListID) Symbol SecurityID SecurityIDSource Product SecurityType
				SecurityDesc NoUnderlyings NoLegs Currency AccruedInterestAmt SettlCurrAmt SettlCurrency SettlType
				SettlDate`,
			notes: `ConfirmTransType: 0, new.
				NoOrders: Always 1: the list.
				ClOrdID: The ListID(66) again: FIX makes it the first field of the group.
				ListID: The inquiry, by the id that its receiver knows.
				SecurityID: The ListID(66).
				SecurityIDSource: 8: what is netted is the list, not a bond.
				Product: 12, other.
				SecurityType: MLEG.
				SecurityDesc: PORTFOLIO OF and how many lines.
				AllocQty: Sum of the par amounts of the lines.
				Side: 2 the client receives NetMoney(118), 1 it pays.
				Currency: Currency of the amounts.
				AllocAccount: The client's account; to a dealer, the account that was agreed with it.
				AvgPx: Always 0: a list has no average price.
				GrossTradeAmt: Clean cash of the lines, in the direction of Side(54); may be negative.
				AccruedInterestAmt: Accrued interest of the lines, in the direction of Side(54); may be negative.
				NetMoney: GrossTradeAmt(381) plus AccruedInterestAmt(159): the sum of the lines' NetMoney(118), never negative.
				SettlCurrAmt: NetMoney(118) again.`,
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
