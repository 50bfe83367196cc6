package dict

// listFields are the fields of lists: inquiries, bids and list status.
const listFields = `
390 BidID String
	-- One version of one dealer's price for the list; a new value for every update.
391 ClientBidID String
	-- The bidding round; the ListID(66) unless the client gives another.
374 BidRequestTransType Char
	-- N asks for a price, C ends the asking.
	C=Cancel N=New
392 ListName String
	-- AON, all lines or none.
393 TotNoRelatedSym Int
	-- Lines of the list.
394 BidType Int
	-- 2, the lines are disclosed.
	1=NonDisclosed 2=Disclosed 3=NoBidding
395 NumTickets Int
	-- Lines of the list, again: FIX counts tickets.
15 Currency Currency
	-- Currency of the line.
396 SideValue1 Amt
	-- Value of the buys, in Currency(15).
397 SideValue2 Amt
	-- Value of the sells, in Currency(15).
398 NoBidDescriptors NumInGroup
399 BidDescriptorType Int
	1=Sector 2=Country 3=Index
400 BidDescriptor String
401 SideValueInd Int
	1=SideValue1 2=SideValue2
404 LiquidityValue Amt
441 LiquidityNumSecurities Int
402 LiquidityPctLow Percentage
403 LiquidityPctHigh Percentage
405 EFPTrackingError Percentage
406 FairValue Amt
407 OutsideIndexPct Percentage
408 ValueOfFutures Amt
420 NoBidComponents NumInGroup
	-- One for the list; two, one a side, when the price is percent of par.
66 ListID String
	-- The inquiry; unique for its sender and day, so it has the date inside. The gateway gives
	-- each dealer another one.
54 Side Char
	-- The client's side on every message of both faces.
	1=Buy 2=Sell 3=BuyMinus 4=SellPlus 5=SellShort 6=SellShortExempt 7=Undisclosed 8=Cross
	9=CrossShort A=CrossShortExempt B=AsDefined C=Opposite D=Subscribe E=Redeem F=Lend G=Borrow
336 TradingSessionID String
625 TradingSessionSubID String
430 NetGrossInd Int
	-- 1, net.
	1=Net 2=Gross
63 SettlType Char
	-- 6, the date is given in SettlDate(64).
	0=Regular 1=Cash 2=NextDay 3=T2 4=T3 5=T4 6=Future 7=WhenIssued 8=SellersOption 9=T1
64 SettlDate Date
	-- Settlement date.
1 Account String
	-- The client's account; never shown to a dealer.
660 AcctIDSource Int
	1=Bic 2=SidCode 3=Tfm 4=Omgeo 5=DtccCode 99=Other
409 LiquidityIndType Int
	1=5DayMovingAverage 2=20DayMovingAverage 3=NormalMarketSize 4=Other
410 WtAverageLiquidity Percentage
411 ExchangeForPhysical Bool
412 OutMainCntryUIndex Amt
413 CrossPercent Percentage
414 ProgRptReqs Int
	-- 3, executions are reported as they happen.
	1=BuySideRequests 2=SellSidePeriodic 3=RealTimeExecutionReports
415 ProgPeriodInterval Int
416 IncTaxInd Int
	1=Net 2=Gross
121 ForexReq Bool
417 NumBidders Int
	-- Size of the panel, where the client's policy discloses it.
75 TradeDate Date
	-- Date of the trade.
418 BidTradeType Char
	-- R, risk trade: the dealer's price, not agency.
	A=Agency G=VWAPGuarantee J=GuaranteedClose R=RiskTrade
419 BasisPxType Char
	-- 4 spot now, C spot at StrikeTime(443), Z agreed otherwise.
	2=CloseOfMorning 3=Close 4=Current 5=SQ 6=VWAPDay 7=VWAPMorning 8=VWAPAfternoon
	9=VWAPDayExceptYori A=VWAPMorningExceptYori B=VWAPAfternoonExceptYori C=Strike D=Open Z=Other
443 StrikeTime Time
	-- When spreads are turned into prices.
421 Country Country
44 Price Price
	-- As PriceType(423) says. Of a list: 3 the signed clean cash total from the client's view,
	-- 6 one concession in basis points, 1 percent of par for one side.
423 PriceType Int
	-- What Price(44) means; the same on all lines and all quotes of an inquiry.
	1=PercentOfPar 2=PerUnit 3=FixedAmount 4=Discount 5=Premium 6=Spread 7=TEDPrice 8=TEDYield
	9=Yield 10=FixedCabinetPrice 11=VariableCabinetPrice
429 ListStatusType Int
	-- Why this status is sent.
	1=Ack 2=Response 3=Timed 4=ExecStarted 5=AllDone 6=Alert
82 NoRpts Int
	-- Messages in this answer.
431 ListOrderStatus Int
	-- State of the list.
	1=InBiddingProcess 2=ReceivedForExecution 3=Executing 4=Canceling 5=Alert 6=AllDone 7=Reject
83 RptSeq Int
	-- Index of this message in the answer, from 1.
444 ListStatusText String
	-- State in words, or key=value pairs such as BEST=.. COVER=...
445 EncodedListStatusTextLen Length
446 EncodedListStatusText Data
60 TransactTime Time
	-- When the business event happened, UTC.
68 TotNoOrders Int
	-- Lines of the whole list, in all its fragments.
893 LastFragment Bool
	-- Y on the last fragment, N on the others; absent when there is only one.
73 NoOrders NumInGroup
	-- Lines in this message.
11 ClOrdID String
	-- The line, as named by the sender of the order.
526 SecondaryClOrdID String
14 CumQty Qty
	-- Par amount executed.
39 OrdStatus Char
	-- State of the line.
	0=New 1=PartiallyFilled 2=Filled 3=DoneForDay 4=Canceled 6=PendingCancel 7=Stopped 8=Rejected
	9=Suspended A=PendingNew B=Calculated C=Expired D=AcceptedForBidding E=PendingReplace
636 WorkingIndicator Bool
151 LeavesQty Qty
	-- Par amount open.
84 CxlQty Qty
	-- Par amount canceled.
6 AvgPx Price
	-- Execution price, percent of par.
103 OrdRejReason Int
	-- Why the line was refused.
	0=BrokerOption 1=UnknownSymbol 2=ExchangeClosed 3=ExceedsLimit 4=TooLate 5=UnknownOrder
	6=DuplicateOrder 7=DuplicateVerbalOrder 8=StaleOrder 9=TradeAlongRequired 10=InvalidInvestorID
	11=UnsupportedCharacteristic 12=Surveillance 13=IncorrectQuantity
	14=IncorrectAllocatedQuantity 15=UnknownAccount 99=Other
229 TradeOriginationDate Date
480 CancellationRights Char
	M=NoM N=NoN O=NoO Y=Yes
481 MoneyLaunderingStatus Char
	1=Exempt1 2=Exempt2 3=Exempt3 N=NotChecked Y=Passed
513 RegistID String
433 ListExecInstType Char
	-- 2 waits for ListExecute(L), 1 takes the best quote at the deadline.
	1=Immediate 2=WaitForExecute 3=SwitchSellDriven 4=SwitchBuyDrivenTopUp
	5=SwitchBuyDrivenWithdraw
69 ListExecInst String
	-- AON, all lines or none; FIX 4.4 has no field for it.
352 EncodedListExecInstLen Length
353 EncodedListExecInst Data
765 AllowableOneSidednessPct Percentage
766 AllowableOneSidednessValue Amt
767 AllowableOneSidednessCurr Currency
67 ListSeqNo Int
	-- The line's number, from 1 without gaps.
583 ClOrdLinkID String
160 SettlInstMode Char
	0=Default 1=StandingInstructionsProvided 2=SpecificAllocationAccountOverriding
	3=SpecificAllocationAccountStanding 4=SpecificOrderForASingleAccount 5=RequestReject
581 AccountType Int
	1=AccountIsCarriedOnCustomerSideOfTheBooks 2=AccountIsCarriedOnNonCustomerSideOfBooks
	3=HouseTrader 4=FloorTrader 6=AccountIsCarriedOnNonCustomerSideOfBooksAndIsCrossMargined
	7=AccountIsHouseTraderAndIsCrossMargined 8=JointBackOfficeAccount
589 DayBookingInst Char
	0=CanTriggerBookingWithoutReferenceToTheOrderInitiator 1=SpeakWithOrderInitiatorBeforeBooking
	2=Accumulate
590 BookingUnit Char
	0=EachPartialExecutionIsABookableUnit
	1=AggregatePartialExecutionsOnThisOrderAndBookOneTradePerOrder
	2=AggregateExecutionsForThisSymbolSideAndSettlementDate
70 AllocID String
591 PreallocMethod Char
	0=ProRata 1=DoNotProRata
78 NoAllocs NumInGroup
	-- Split of the line over accounts; the quantities add up to OrderQty(38).
79 AllocAccount String
	-- Account that gets a part of the line.
661 AllocAcctIDSource Int
736 AllocSettlCurrency Currency
467 IndividualAllocID String
80 AllocQty Qty
	-- Par amount for the account; of a Confirmation(AK), the sum of the par amounts.
544 CashMargin Char
	1=Cash 2=MarginOpen 3=MarginClose
635 ClearingFeeIndicator String
	1=1stYearDelegateTradingForOwnAccount 2=2ndYearDelegateTradingForOwnAccount
	3=3rdYearDelegateTradingForOwnAccount 4=4thYearDelegateTradingForOwnAccount
	5=5thYearDelegateTradingForOwnAccount 9=6thYearDelegateTradingForOwnAccount B=CboeMember
	C=NonMemberAndCustomer E=EquityMemberAndClearingMember
	F=FullAndAssociateMemberTradingForOwnAccountAndAsFloorBrokers H=106hAnd106jFirms
	I=GimIdemAndComMembershipInterestHolders L=Lessee106fEmployees M=AllOtherOwnershipTypes
21 HandlInst Char
	1=AutomatedExecutionOrderPrivateNoBrokerIntervention
	2=AutomatedExecutionOrderPublicBrokerInterventionOk 3=ManualOrderBestExecution
18 ExecInst Codes
	-- Contains G, all or none.
	0=StayOnOfferSide 1=NotHeld 2=Work 3=GoAlong 4=OverTheDay 5=Held 6=ParticipantDontInitiate
	7=StrictScale 8=TryToScale 9=StayOnBidSide A=NoCross B=OkToCross C=CallFirst D=PercentOfVolume
	E=DoNotIncrease F=DoNotReduce G=AllOrNone H=ReinstateOnSystemFailure I=InstitutionsOnly
	J=ReinstateOnTradingHalt K=CancelOnTradingHalt L=LastPeg M=MidPricePeg N=NonNegotiable
	O=OpeningPeg P=MarketPeg Q=CancelOnSystemFailure R=PrimaryPeg S=Suspend
	U=CustomerDisplayInstruction V=Netting W=PegToVwap X=TradeAlong Y=TryToStop Z=CancelIfNotBest
	a=TrailingStopPeg b=StrictLimit c=IgnorePriceValidityChecks d=PegToLimitPrice
	e=WorkToTargetStrategy
110 MinQty Qty
111 MaxFloor Qty
100 ExDestination Exchange
386 NoTradingSessions NumInGroup
81 ProcessCode Char
	0=Regular 1=SoftDollar 2=StepIn 3=StepOut 4=SoftDollarStepIn 5=SoftDollarStepOut 6=PlanSponsor
711 NoUnderlyings NumInGroup
	-- Always 0.
140 PrevClosePx Price
114 LocateReqd Bool
854 QtyType Int
	-- 0, quantities are par amounts.
	0=Units 1=Contracts
40 OrdType Char
	-- 1 without, 2 with a limit in Price(44).
	1=Market 2=Limit 3=Stop 4=StopLimit 5=MarketOnClose 6=WithOrWithout 7=LimitOrBetter
	8=LimitWithOrWithout 9=OnBasis A=OnClose B=LimitOnClose C=ForexMarket D=PreviouslyQuoted
	E=PreviouslyIndicated F=ForexLimit G=ForexSwap H=ForexPreviouslyQuoted I=Funari
	J=MarketIfTouched K=MarketWithLeftOverAsLimit L=PreviousFundValuationPoint
	M=NextFundValuationPoint P=Pegged
99 StopPx Price
376 ComplianceID String
377 SolicitedFlag Bool
23 IOIID String
117 QuoteID String
	-- The BidID(390) that the message is about.
59 TimeInForce Char
	-- 6, good until ExpireTime(126).
	0=Day 1=GoodTillCancel 2=AtTheOpening 3=ImmediateOrCancel 4=FillOrKill 5=GoodTillCrossing
	6=GoodTillDate 7=AtTheClose
168 EffectiveTime Time
432 ExpireDate Date
126 ExpireTime Time
	-- Deadline of the inquiry, the same on all lines.
427 GTBookingInst Int
	0=BookOutAllTradesOnDayOfExecution 1=AccumulateExecutionsUntilOrderIsFilledOrExpires
	2=AccumulateUntilVerballyNotifiedOtherwise
528 OrderCapacity Char
	-- P, principal.
	A=Agency G=Proprietary I=Individual P=Principal R=RisklessPrincipal W=AgentForOtherMember
529 OrderRestrictions Codes
	1=ProgramTrade 2=IndexArbitrage 3=NonIndexArbitrage 4=CompetingMarketMaker
	5=ActingAsMarketMakerOrSpecialistInTheSecurity
	6=ActingAsMarketMakerOrSpecialistInTheUnderlyingSecurityOfADerivativeSecurity 7=ForeignEntity
	8=ExternalMarketParticipant 9=ExternalInterConnectedMarketLinkage A=RisklessArbitrage
582 CustOrderCapacity Int
	1=MemberTradingForTheirOwnAccount 2=ClearingFirmTradingForItsProprietaryAccount
	3=MemberTradingForAnotherMember 4=AllOther
120 SettlCurrency Currency
	-- Currency of settlement.
775 BookingType Int
	0=RegularBooking 1=Cfd 2=TotalReturnSwap
193 SettlDate2 Date
192 OrderQty2 Qty
640 Price2 Price
77 PositionEffect Char
	C=Close F=Fifo O=Open R=Rolled
203 CoveredOrUncovered Int
	0=Covered 1=Uncovered
210 MaxShow Qty
847 TargetStrategy Int
	1=Vwap 2=Participate 3=MinimizeMarketImpact
	1000=UserDefined
848 TargetStrategyParameters String
849 ParticipationRate Percentage
494 Designation String
1386 ListRejectReason Int
	-- Why the whole list was refused (FIX 5.0).
	0=BrokerOption 2=ExchangeClosed 4=TooLate 5=UnknownOrder 6=DuplicateOrder
	11=UnsupportedCharacteristic 99=Other
1913 NumOfCompetitors Int
	-- How many dealers were asked (EP159).
2115 NegotiationMethod Int
	-- How the spot price will be agreed (FIX 5.0 SP2).
20003 PTListTradeID String
	-- The one trade that all lines belong to; also SecondaryOrderID(198) of each execution.
`
