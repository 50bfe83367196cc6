package dict

// executionFields are the fields of executions.
const executionFields = `
37 OrderID String
	-- The line's order in the gateway.
198 SecondaryOrderID String
	-- The trade, the same on all lines.
527 SecondaryExecID String
41 OrigClOrdID String
693 QuoteRespID String
	-- The outcome's own id.
790 OrdStatusReqID String
584 MassStatusReqID String
	-- The request, echoed by each report that answers it.
911 TotNumReports Int
	-- Reports that answer the request.
912 LastRptRequested Bool
	-- Y on the last of them.
382 NoContraBrokers NumInGroup
375 ContraBroker String
337 ContraTrader String
437 ContraTradeQty Qty
438 ContraTradeTime Time
655 ContraLegRefID String
548 CrossID String
551 OrigCrossID String
549 CrossType Int
	1=CrossAon 2=CrossIoc 3=CrossOneSide 4=CrossSamePrice
17 ExecID String
	-- The execution, unique for ever.
19 ExecRefID String
	-- The execution corrected or canceled.
150 ExecType Char
	-- F, a trade; I, its state, when it was asked for by OrderMassStatusRequest(AF).
	0=New 3=DoneForDay 4=Canceled 5=Replaced 6=PendingCancel 7=Stopped 8=Rejected 9=Suspended
	A=PendingNew B=Calculated C=Expired D=Restated E=PendingReplace F=Trade G=TradeCorrect
	H=TradeCancel I=OrderStatus
378 ExecRestatementReason Int
	0=GtCorporateAction 1=GtRenewal 2=VerbalChange 3=RepricingOfOrder 4=BrokerOption
	5=PartialDeclineOfOrderqty 6=CancelOnTradingHalt 7=CancelOnSystemFailure 8=Market
	9=CanceledNotBest 10=WarehouseRecap 99=Other
839 PeggedPrice Price
845 DiscretionPrice Price
850 TargetStrategyPerformance Float
32 LastQty Qty
	-- Par amount of this execution.
652 UnderlyingLastQty Qty
31 LastPx Price
	-- Price of this execution, as PriceType(423) says.
651 UnderlyingLastPx Price
669 LastParPx Price
	-- The price as percent of par, where LastPx(31) is something else.
194 LastSpotRate Price
195 LastForwardPoints PriceOffset
30 LastMkt Exchange
943 TimeBracket String
29 LastCapacity Char
	1=Agent 2=CrossAsAgent 3=CrossAsPrincipal 4=Principal
424 DayOrderQty Qty
425 DayCumQty Qty
426 DayAvgPx Price
113 ReportToExch Bool
381 GrossTradeAmt Amt
	-- Clean price times par amount, in Currency(15).
157 NumDaysInterest Int
	-- Days of accrued interest.
230 ExDate Date
158 AccruedInterestRate Percentage
	-- Accrued interest, percent of par.
159 AccruedInterestAmt Amt
	-- Accrued interest in cash.
738 InterestAtMaturity Amt
920 EndAccruedInterestAmt Amt
921 StartCash Amt
922 EndCash Amt
258 TradedFlatSwitch Bool
259 BasisFeatureDate Date
260 BasisFeaturePrice Price
238 Concession Amt
237 TotalTakedown Amt
118 NetMoney Amt
	-- GrossTradeAmt(381) plus AccruedInterestAmt(159), positive.
119 SettlCurrAmt Amt
	-- NetMoney(118) in the currency of settlement.
155 SettlCurrFxRate Float
156 SettlCurrFxRateCalc Char
	D=Divide M=Multiply
641 LastForwardPoints2 PriceOffset
442 MultiLegReportingType Char
	1=SingleSecurity 2=IndividualLegOfAMultiLegSecurity 3=MultiLegSecurity
483 TransBkdTime Time
515 ExecValuationPoint Time
484 ExecPriceType Char
	B=BidPrice C=CreationPrice D=CreationPricePlusAdjustmentPercent
	E=CreationPricePlusAdjustmentAmount O=OfferPrice P=OfferPriceMinusAdjustmentPercent
	Q=OfferPriceMinusAdjustmentAmount S=SinglePrice
485 ExecPriceAdjustment Float
638 PriorityIndicator Int
	0=PriorityUnchanged 1=LostPriorityAsResultOfOrderChange
639 PriceImprovement PriceOffset
851 LastLiquidityInd Int
	1=AddedLiquidity 2=RemovedLiquidity 3=LiquidityRoutedOut
518 NoContAmts NumInGroup
519 ContAmtType Int
	1=CommissionAmount 2=CommissionPercent 3=InitialChargeAmount 4=InitialChargePercent
	5=DiscountAmount 6=DiscountPercent 7=DilutionLevyAmount 8=DilutionLevyPercent
	9=ExitChargeAmount 10=ExitChargePercent 11=FundBasedRenewalCommissionPercent
	12=ProjectedFundValue 13=FundBasedRenewalCommissionAmount13
	14=FundBasedRenewalCommissionAmount14 15=NetSettlementAmount
520 ContAmtValue Float
521 ContAmtCurr Currency
555 NoLegs NumInGroup
	-- Always 0.
687 LegQty Qty
690 LegSwapType Int
	1=ParForPar 2=ModifiedDuration 4=Risk 5=Proceeds
564 LegPositionEffect Char
565 LegCoveredOrUncovered Int
654 LegRefID String
566 LegPrice Price
587 LegSettlType Char
588 LegSettlDate Date
637 LegLastPx Price
797 CopyMsgIndicator Bool
136 NoMiscFees NumInGroup
137 MiscFeeAmt Amt
138 MiscFeeCurr Currency
139 MiscFeeType Char
	1=Regulatory 2=Tax 3=LocalCommission 4=ExchangeFees 5=Stamp 6=Levy 7=Other 8=Markup
	9=ConsumptionTax 10=PerTransaction 11=Conversion 12=Agent
891 MiscFeeBasis Int
	0=Absolute 1=PerUnit 2=Percentage
127 DKReason Char
	-- Why the execution is not known or not agreed.
	A=UnknownSymbol B=WrongSide C=QuantityExceedsOrder D=NoMatchingOrder E=PriceExceedsLimit
	F=CalculationDifference Z=Other
585 MassStatusReqType Int
	-- 7, all orders.
	1=StatusForOrdersForASecurity 2=StatusForOrdersForAnUnderlyingSecurity
	3=StatusForOrdersForAProduct 4=StatusForOrdersForACficode 5=StatusForOrdersForASecuritytype
	6=StatusForOrdersForATradingSession 7=StatusForAllOrders 8=StatusForOrdersForAPartyid
828 TrdType Int
	-- Kind of trade: 50, portfolio trade, is a code of later FIX versions.
	0=RegularTrade 1=BlockTrade1 2=Efp 3=Transfer 4=LateTrade 5=TTrade 6=WeightedAveragePriceTrade
	7=BunchedTrade 8=LateBunchedTrade 9=PriorReferencePriceTrade 10=AfterHoursTrade
	50=PortfolioTrade@1
855 SecondaryTrdType Int
	-- Kind of trade where TrdType(828) must stay 0; FIX 4.4 lists no codes.
`
