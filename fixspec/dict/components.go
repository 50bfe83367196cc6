package dict

// components are the building blocks that FIX names, each the same wherever it stands.
func components() map[string]string {
	return map[string]string{
		"Instrument": `Symbol SymbolSfx SecurityID SecurityIDSource
			NoSecurityAltID(SecurityAltID SecurityAltIDSource) Product CFICode SecurityType
			SecuritySubType MaturityMonthYear MaturityDate CouponPaymentDate IssueDate
			RepoCollateralSecurityType RepurchaseTerm RepurchaseRate Factor CreditRating
			InstrRegistry CountryOfIssue StateOrProvinceOfIssue LocaleOfIssue RedemptionDate
			StrikePrice StrikeCurrency OptAttribute ContractMultiplier CouponRate SecurityExchange
			Issuer EncodedIssuerLen EncodedIssuer SecurityDesc EncodedSecurityDescLen
			EncodedSecurityDesc Pool ContractSettlMonth CPProgram CPRegType NoEvents(EventType
			EventDate EventPx EventText) DatedDate InterestAccrualDate`,
		"InstrumentExtension": `DeliveryForm PctAtRisk NoInstrAttrib(InstrAttribType
			InstrAttribValue)`,
		"FinancingDetails": `AgreementDesc AgreementID AgreementDate AgreementCurrency
			TerminationType StartDate EndDate DeliveryType MarginRatio`,
		"UnderlyingInstrument": `UnderlyingSymbol UnderlyingSymbolSfx UnderlyingSecurityID
			UnderlyingSecurityIDSource NoUnderlyingSecurityAltID(UnderlyingSecurityAltID
			UnderlyingSecurityAltIDSource) UnderlyingProduct UnderlyingCFICode
			UnderlyingSecurityType UnderlyingSecuritySubType UnderlyingMaturityMonthYear
			UnderlyingMaturityDate UnderlyingCouponPaymentDate UnderlyingIssueDate
			UnderlyingRepoCollateralSecurityType UnderlyingRepurchaseTerm UnderlyingRepurchaseRate
			UnderlyingFactor UnderlyingCreditRating UnderlyingInstrRegistry
			UnderlyingCountryOfIssue UnderlyingStateOrProvinceOfIssue UnderlyingLocaleOfIssue
			UnderlyingRedemptionDate UnderlyingStrikePrice UnderlyingStrikeCurrency
			UnderlyingOptAttribute UnderlyingContractMultiplier UnderlyingCouponRate
			UnderlyingSecurityExchange UnderlyingIssuer EncodedUnderlyingIssuerLen
			EncodedUnderlyingIssuer UnderlyingSecurityDesc EncodedUnderlyingSecurityDescLen
			EncodedUnderlyingSecurityDesc UnderlyingCPProgram UnderlyingCPRegType
			UnderlyingCurrency UnderlyingQty UnderlyingPx UnderlyingDirtyPrice UnderlyingEndPrice
			UnderlyingStartValue UnderlyingCurrentValue UnderlyingEndValue
			<UnderlyingStipulations>`,
		"UnderlyingStipulations": "NoUnderlyingStips(UnderlyingStipType UnderlyingStipValue)",
		"InstrumentLeg": `LegSymbol LegSymbolSfx LegSecurityID LegSecurityIDSource
			NoLegSecurityAltID(LegSecurityAltID LegSecurityAltIDSource) LegProduct LegCFICode
			LegSecurityType LegSecuritySubType LegMaturityMonthYear LegMaturityDate
			LegCouponPaymentDate LegIssueDate LegRepoCollateralSecurityType LegRepurchaseTerm
			LegRepurchaseRate LegFactor LegCreditRating LegInstrRegistry LegCountryOfIssue
			LegStateOrProvinceOfIssue LegLocaleOfIssue LegRedemptionDate LegStrikePrice
			LegStrikeCurrency LegOptAttribute LegContractMultiplier LegCouponRate
			LegSecurityExchange LegIssuer EncodedLegIssuerLen EncodedLegIssuer LegSecurityDesc
			EncodedLegSecurityDescLen EncodedLegSecurityDesc LegRatioQty LegSide LegCurrency
			LegPool LegDatedDate LegContractSettlMonth LegInterestAccrualDate`,
		"LegBenchmarkCurveData": `LegBenchmarkCurveCurrency LegBenchmarkCurveName
			LegBenchmarkCurvePoint LegBenchmarkPrice LegBenchmarkPriceType`,
		"LegStipulations": "NoLegStipulations(LegStipulationType LegStipulationValue)",
		"Parties": `NoPartyIDs(PartyID PartyIDSource PartyRole NoPartySubIDs(PartySubID
			PartySubIDType))`,
		"NestedParties": `NoNestedPartyIDs(NestedPartyID NestedPartyIDSource NestedPartyRole
			NoNestedPartySubIDs(NestedPartySubID NestedPartySubIDType))`,
		"NestedParties2": `NoNested2PartyIDs(Nested2PartyID Nested2PartyIDSource
			Nested2PartyRole NoNested2PartySubIDs(Nested2PartySubID Nested2PartySubIDType))`,
		"SettlParties": `NoSettlPartyIDs(SettlPartyID SettlPartyIDSource SettlPartyRole
			NoSettlPartySubIDs(SettlPartySubID SettlPartySubIDType))`,
		"SettlInstructionsData": `SettlDeliveryType StandInstDbType StandInstDbName
			StandInstDbID NoDlvyInst(SettlInstSource DlvyInstType <SettlParties>)`,
		"OrderQtyData": "OrderQty CashOrderQty OrderPercent RoundingDirection RoundingModulus",
		"SpreadOrBenchmarkCurveData": `Spread BenchmarkCurveCurrency BenchmarkCurveName
			BenchmarkCurvePoint BenchmarkPrice BenchmarkPriceType BenchmarkSecurityID
			BenchmarkSecurityIDSource`,
		"YieldData": `YieldType Yield YieldCalcDate YieldRedemptionDate YieldRedemptionPrice
			YieldRedemptionPriceType`,
		"CommissionData": "Commission CommType CommCurrency FundRenewWaiv",
		"Stipulations":   "NoStipulations(StipulationType StipulationValue)",
		"PegInstructions": `PegOffsetValue PegMoveType PegOffsetType PegLimitType
			PegRoundDirection PegScope`,
		"DiscretionInstructions": `DiscretionInst DiscretionOffsetValue DiscretionMoveType
			DiscretionOffsetType DiscretionLimitType DiscretionRoundDirection DiscretionScope`,
		"TrdRegTimestamps": `NoTrdRegTimestamps(TrdRegTimestamp TrdRegTimestampType
			TrdRegTimestampOrigin)`,
	}
}
