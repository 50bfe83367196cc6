package dict

// confirmationFields are the fields of confirmations.
const confirmationFields = `
664 ConfirmID String
	-- The net ticket.
772 ConfirmRefID String
	-- The net ticket replaced or canceled.
859 ConfirmReqID String
666 ConfirmTransType Int
	-- 0 new, 1 replace, 2 cancel.
	0=New 1=Replace 2=Cancel
773 ConfirmType Int
	-- 2, confirmation.
	1=Status 2=Confirmation 3=ConfirmationRequestRejected
650 LegalConfirm Bool
665 ConfirmStatus Int
	-- 4, confirmed.
	1=Received 2=MismatchedAccount 3=MissingSettlementInstructions 4=Confirmed 5=RequestRejected
799 OrderAvgPx Price
800 OrderBookingQty Qty
793 SecondaryAllocID String
862 NoCapacities NumInGroup
	-- Always 1.
863 OrderCapacityQty Qty
	-- The sum of the par amounts again.
798 AllocAccountType Int
	1=AccountIsCarriedPnCustomerSideOfBooks 2=AccountIsCarriedOnNonCustomerSideOfBooks
	3=HouseTrader 4=FloorTrader 6=AccountIsCarriedOnNonCustomerSideOfBooksAndIsCrossMargined
	7=AccountIsHouseTraderAndIsCrossMargined 8=JointBackOfficeAccount
74 AvgPxPrecision Int
860 AvgParPx Price
861 ReportedPx Price
890 MaturityNetMoney Amt
858 SharedCommission Amt
940 AffirmStatus Int
	-- 3 agrees, 2 rejects the net ticket.
	1=Received 2=ConfirmRejectedIeNotAffirmed 3=Affirmed
774 ConfirmRejReason Int
	-- Why the net ticket is rejected.
	1=MismatchedAccount 2=MissingSettlementInstructions 99=Other
573 MatchStatus Char
	0=ComparedMatchedOrAffirmed 1=UncomparedUnmatchedOrUnaffirmed 2=AdvisoryOrAlert
`
