package dict

// termsFields are the fields of quantity, price, yield and commission.
const termsFields = `
38 OrderQty Qty
	-- Par amount of the line.
152 CashOrderQty Qty
516 OrderPercent Percentage
468 RoundingDirection Char
	0=RoundToNearest 1=RoundDown 2=RoundUp
469 RoundingModulus Float
218 Spread PriceOffset
	-- Spread to the benchmark, basis points: the reference in an inquiry, derived in an
	-- execution.
220 BenchmarkCurveCurrency Currency
	-- Currency of the benchmark curve.
221 BenchmarkCurveName String
	-- Name of the benchmark curve.
	EONIA=Eonia EUREPO=Eurepo Euribor=Euribor FutureSWAP=Futureswap LIBID=Libid LIBOR=Libor
	MuniAAA=Muniaaa OTHER=Other Pfandbriefe=Pfandbriefe SONIA=Sonia SWAP=Swap Treasury=Treasury
222 BenchmarkCurvePoint String
	-- Point on the benchmark curve, such as 7Y.
662 BenchmarkPrice Price
	-- Price of the benchmark.
663 BenchmarkPriceType Int
	-- What BenchmarkPrice(662) means.
699 BenchmarkSecurityID String
	-- Identifier of the benchmark bond.
761 BenchmarkSecurityIDSource String
	-- Source of BenchmarkSecurityID(699).
235 YieldType String
	AFTERTAX=AfterTaxYield ANNUAL=AnnualYield ATISSUE=YieldAtIssue AVGMATURITY=YieldToAvgMaturity
	BOOK=BookYield CALL=YieldToNextCall CHANGE=YieldChangeSinceClose CLOSE=ClosingYield
	COMPOUND=CompoundYield CURRENT=CurrentYield GOVTEQUIV=GvntEquivalentYield GROSS=TrueGrossYield
	INFLATION=YieldWithInflationAssumption INVERSEFLOATER=InverseFloaterBondYield
	LASTCLOSE=MostRecentClosingYield LASTMONTH=ClosingYieldMostRecentMonth
	LASTQUARTER=ClosingYieldMostRecentQuarter LASTYEAR=ClosingYieldMostRecentYear
	LONGAVGLIFE=YieldToLongestAverageLife MARK=MarkToMarketYield MATURITY=YieldToMaturity
	NEXTREFUND=YieldToNextRefund OPENAVG=OpenAverageYield PREVCLOSE=PreviousCloseYield
	PROCEEDS=ProceedsYield PUT=YieldToNextPut SEMIANNUAL=SemiAnnualYield
	SHORTAVGLIFE=YieldToShortestAverageLife SIMPLE=SimpleYield TAXEQUIV=TaxEquivalentYield
	TENDER=YieldToTenderDate TRUE=TrueYield VALUE1_32=YieldValueOf132 WORST=YieldToWorst
236 Yield Percentage
	-- Yield, percent, derived from the price.
701 YieldCalcDate Date
696 YieldRedemptionDate Date
697 YieldRedemptionPrice Price
698 YieldRedemptionPriceType Int
12 Commission Amt
	-- Always 0: FIX 4.4 makes it the first field of the group.
13 CommType Char
	-- 3, absolute.
	1=PerUnit 2=Percent 3=Absolute 4=PercentageWaived4 5=PercentageWaived5
	6=PointsPerBondOrContract
479 CommCurrency Currency
497 FundRenewWaiv Char
	N=No Y=Yes
232 NoStipulations NumInGroup
233 StipulationType String
	ABS=AbsolutePrepaymentSpeed AMT=AlternativeMinimumTax AUTOREINV=AutoReinvestmentAtRateOrBetter
	BANKQUAL=BankQualified BGNCON=BargainConditions COUPON=CouponRange
	CPP=ConstantPrepaymentPenalty CPR=ConstantPrepaymentRate CPY=ConstantPrepaymentYield
	CURRENCY=IsoCurrencyCode CUSTOMDATE=CustomStartEndDate GEOG=GeographicsAndRange
	HAIRCUT=ValuationDiscount HEP=FinalCprOfHomeEquityPrepaymentCurve INSURED=Insured
	ISSUE=YearOrYearMonthOfIssue ISSUER=IssuersTicker ISSUESIZE=IssueSizeRange
	LOOKBACK=LookbackDays LOT=ExplicitLotIdentifier LOTVAR=LotVariance MAT=MaturityYearAndMonth
	MATURITY=MaturityRange MAXDNOM=Maximumdenomination MAXSUBS=MaximumSubstitutions
	MHP=PercentOfManufacturedHousingPrepaymentCurve MINDNOM=MinimumDenomination
	MININCR=MinimumIncrement MINQTY=MinimumQuantity MPR=MonthlyPrepaymentRate
	PAYFREQ=PaymentFrequencyCalendar PIECES=NumberOfPieces PMAX=PoolsMaximum PMIN=Poolsminimum
	PPC=PercentOfProspectusPrepaymentCurve PPL=PoolsPerLot PPM=PoolsPerMillion PPT=PoolsPerTrade
	PRICE=PriceRange PRICEFREQ=PricingFrequency PROD=ProductionYear PROTECT=CallProtection
	PSA=PercentOfBmaPrepaymentCurve PURPOSE=Purpose PXSOURCE=BenchmarkPriceSource
	RATING=RatingSourceAndRange REDEMPTION=TypeOfRedemption RESTRICTED=Restricted
	SECTOR=MarketSector SECTYPE=SecurityTypeIncludedOrExcluded SMM=SingleMonthlyMortality
	STRUCT=Structure SUBSFREQ=SubstitutionsFrequency SUBSLEFT=SubstitutionsLeft TEXT=FreeformText
	TRDVAR=TradeVariance WAC=WeightedAverageCoupon WAL=WeightedAverageLifeCoupon
	WALA=WeightedAverageLoanAge WAM=WeightedAverageMaturity WHOLE=WholePool YIELD=YieldRange
234 StipulationValue String
211 PegOffsetValue Float
835 PegMoveType Int
	0=Floating 1=Fixed
836 PegOffsetType Int
	0=Price 1=BasisPoints 2=Ticks 3=PriceTier
837 PegLimitType Int
	0=OrBetter 1=Strict 2=OrWorse
838 PegRoundDirection Int
	1=MoreAggressive 2=MorePassive
840 PegScope Int
	1=Local 2=National 3=Global 4=NationalExcludingLocal
388 DiscretionInst Char
	0=RelatedToDisplayedPrice 1=RelatedToMarketPrice 2=RelatedToPrimaryPrice
	3=RelatedToLocalPrimaryPrice 4=RelatedToMidpointPrice 5=RelatedToLastTradePrice
	6=RelatedToVwap
389 DiscretionOffsetValue Float
841 DiscretionMoveType Int
	0=Floating 1=Fixed
842 DiscretionOffsetType Int
	as PegOffsetType
843 DiscretionLimitType Int
	as PegLimitType
844 DiscretionRoundDirection Int
	1=MoreAggressive 2=MorePassive
846 DiscretionScope Int
	as PegScope
768 NoTrdRegTimestamps NumInGroup
769 TrdRegTimestamp Time
770 TrdRegTimestampType Int
	1=ExecutionTime 2=TimeIn 3=TimeOut 4=BrokerReceipt 5=BrokerExecution
771 TrdRegTimestampOrigin String
`
