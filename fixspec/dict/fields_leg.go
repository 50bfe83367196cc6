package dict

// legFields are the fields of a leg.
const legFields = `
600 LegSymbol String
	-- Always [N/A].
601 LegSymbolSfx String
602 LegSecurityID String
	-- Identifier of the line's bond.
603 LegSecurityIDSource String
	-- Source of LegSecurityID(602).
604 NoLegSecurityAltID String
605 LegSecurityAltID String
606 LegSecurityAltIDSource String
607 LegProduct Int
608 LegCFICode String
609 LegSecurityType String
764 LegSecuritySubType String
610 LegMaturityMonthYear MonthYear
611 LegMaturityDate Date
248 LegCouponPaymentDate Date
249 LegIssueDate Date
250 LegRepoCollateralSecurityType Int
251 LegRepurchaseTerm Int
252 LegRepurchaseRate Percentage
253 LegFactor Float
257 LegCreditRating String
599 LegInstrRegistry String
596 LegCountryOfIssue Country
597 LegStateOrProvinceOfIssue String
598 LegLocaleOfIssue String
254 LegRedemptionDate Date
612 LegStrikePrice Price
942 LegStrikeCurrency Currency
613 LegOptAttribute Char
614 LegContractMultiplier Float
615 LegCouponRate Percentage
616 LegSecurityExchange Exchange
617 LegIssuer String
618 EncodedLegIssuerLen Length
619 EncodedLegIssuer Data
620 LegSecurityDesc String
621 EncodedLegSecurityDescLen Length
622 EncodedLegSecurityDesc Data
623 LegRatioQty Float
624 LegSide Char
	-- The client's side of the line.
556 LegCurrency Currency
740 LegPool String
739 LegDatedDate Date
955 LegContractSettlMonth MonthYear
956 LegInterestAccrualDate Date
676 LegBenchmarkCurveCurrency Currency
677 LegBenchmarkCurveName String
678 LegBenchmarkCurvePoint String
679 LegBenchmarkPrice Price
680 LegBenchmarkPriceType Int
683 NoLegStipulations NumInGroup
688 LegStipulationType String
689 LegStipulationValue String
`
