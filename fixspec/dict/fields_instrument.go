package dict

// instrumentFields are the fields of an instrument.
const instrumentFields = `
55 Symbol String
	-- Always [N/A]: bonds have no symbol.
65 SymbolSfx String
	CD=EucpWithLumpSumInterestRatherThanDiscountPrice
	WI=WhenIssuedForASecurityToBeReissuedUnderAnOldCusipOrIsin
48 SecurityID String
	-- Identifier of the bond; of the list's pseudo-instrument, the ListID(66).
22 SecurityIDSource String
	-- 1 CUSIP or 4 ISIN; 8 for the list's pseudo-instrument.
	1=Cusip 2=Sedol 3=Quik 4=IsinNumber 5=RicCode 6=IsoCurrencyCode 7=IsoCountryCode
	8=ExchangeSymbol 9=ConsolidatedTapeAssociation A=BloombergSymbol B=Wertpapier C=Dutch
	D=Valoren E=Sicovam F=Belgian G=Common H=ClearingHouse I=IsdaFpmlProductSpecification
	J=OptionPriceReportingAuthority
454 NoSecurityAltID NumInGroup
455 SecurityAltID String
456 SecurityAltIDSource String
460 Product Int
	-- 3 corporate, 6 government; 12 for the list's pseudo-instrument.
	1=Agency 2=Commodity 3=Corporate 4=Currency 5=Equity 6=Government 7=Index 8=Loan 9=Moneymarket
	10=Mortgage 11=Municipal 12=Other 13=Financing
461 CFICode String
167 SecurityType String
	-- Kind of security; MLEG for the list's pseudo-instrument.
	ABS=AssetBackedSecurities AMENDED=AmendedRestated AN=OtherAnticipationNotes
	BA=BankersAcceptance BN=BankNotes BOX=BillOfExchanges BRADY=BradyBond BRIDGE=BridgeLoan
	BUYSELL=BuySellback CB=ConvertibleBond CD=CertificateOfDeposit CL=CallLoans
	CMBS=CorpMortgageBackedSecurities CMO=CollateralizedMortgageObligation
	COFO=CertificateOfObligation COFP=CertificateOfParticipation CORP=CorporateBond
	CP=CommercialPaper CPP=CorporatePrivatePlacement CS=CommonStock DEFLTED=Defaulted
	DINP=DebtorInPossession DN=DepositNotes DUAL=DualCurrency EUCD=EuroCertificateOfDeposit
	EUCORP=EuroCorporateBond EUCP=EuroCommercialPaper EUSOV=EuroSovereigns
	EUSUPRA=EuroSupranationalCoupons FAC=FederalAgencyCoupon FADN=FederalAgencyDiscountNote
	FOR=ForeignExchangeContract FORWARD=Forward FUT=Future GO=GeneralObligationBonds
	IET=IoetteMortgage LOFC=LetterOfCredit LQN=LiquidityNote MATURED=Matured
	MBS=MortgageBackedSecurities MF=MutualFund MIO=MortgageInterestOnly MLEG=MultilegInstrument
	MPO=MortgagePrincipalOnly MPP=MortgagePrivatePlacement MPT=MiscellaneousPassThrough
	MT=MandatoryTender MTN=MediumTermNotes NONE=NoSecurityType ONITE=Overnight OPT=Option
	PEF=PrivateExportFunding PFAND=Pfandbriefe PN=PromissoryNote PS=PreferredStock
	PZFJ=PlazosFijos RAN=RevenueAnticipationNote REPLACD=Replaced REPO=Repurchase RETIRED=Retired
	REV=RevenueBonds RVLV=RevolverLoan RVLVTRM=RevolverTermLoan SECLOAN=SecuritiesLoan
	SECPLEDGE=SecuritiesPledge SPCLA=SpecialAssessment SPCLO=SpecialObligation SPCLT=SpecialTax
	STN=ShortTermLoanNote STRUCT=StructuredNotes SUPRA=UsdSupranationalCoupons
	SWING=SwingLineFacility TAN=TaxAnticipationNote TAXA=TaxAllocation TBA=ToBeAnnounced
	TBILL=UsTreasuryBillTbill TBOND=UsTreasuryBond TCAL=PrincipalStripOfACallableBondOrNote
	TD=TimeDeposit TECP=TaxExemptCommercialPaper TERM=TermLoan TINT=InterestStripFromAnyBondOrNote
	TIPS=TreasuryInflationProtectedSecurities TNOTE=UsTreasuryNoteTnote
	TPRN=PrincipalStripFromANonCallableBondOrNote TRAN=TaxRevenueAnticipationNote
	UST=UsTreasuryNoteUst USTB=UsTreasuryBillUstb VRDN=VariableRateDemandNote WAR=Warrant
	WITHDRN=Withdrawn WLD=WildcardEntry XCN=ExtendedCommNote XLINKD=IndexedLinked
	YANK=YankeeCorporateBond YCD=YankeeCertificateOfDeposit
762 SecuritySubType String
200 MaturityMonthYear MonthYear
541 MaturityDate Date
	-- Date of maturity.
224 CouponPaymentDate Date
225 IssueDate Date
239 RepoCollateralSecurityType Int
226 RepurchaseTerm Int
227 RepurchaseRate Percentage
228 Factor Float
	-- Share of the par amount still outstanding, where it is not 1.
255 CreditRating String
543 InstrRegistry String
	BIC=Custodian ISO=Country ZZ=Physical
470 CountryOfIssue Country
471 StateOrProvinceOfIssue String
472 LocaleOfIssue String
240 RedemptionDate Date
202 StrikePrice Price
947 StrikeCurrency Currency
206 OptAttribute Char
231 ContractMultiplier Float
223 CouponRate Percentage
	-- Coupon, percent a year.
207 SecurityExchange Exchange
106 Issuer String
	-- Name of the issuer.
348 EncodedIssuerLen Length
349 EncodedIssuer Data
107 SecurityDesc String
	-- The bond, or the list, in words.
350 EncodedSecurityDescLen Length
351 EncodedSecurityDesc Data
691 Pool String
667 ContractSettlMonth MonthYear
875 CPProgram Int
	1=3 2=4 99=Other
876 CPRegType String
864 NoEvents NumInGroup
865 EventType Int
	1=Put 2=Call 3=Tender 4=SinkingFundCall 99=Other
866 EventDate Date
867 EventPx Price
868 EventText String
873 DatedDate Date
874 InterestAccrualDate Date
668 DeliveryForm Int
	1=BookEntry 2=Bearer
869 PctAtRisk Percentage
870 NoInstrAttrib NumInGroup
871 InstrAttribType Int
	1=Flat 2=ZeroCoupon 3=InterestBearing 4=NoPeriodicPayments 5=VariableRate 6=LessFeeForPut
	7=SteppedCoupon 8=CouponPeriod 9=WhenAndIfIssued 10=OriginalIssueDiscount 11=CallablePuttable
	12=EscrowedToMaturity 13=EscrowedToRedemptionDate 14=PreRefunded 15=InDefault 16=Unrated
	17=Taxable 18=Indexed 19=SubjectToAlternativeMinimumTax
	20=OriginalIssueDiscountPriceSupplyPriceInTheInstrattribvalue 21=CallableBelowMaturityValue
	22=CallableWithoutNoticeByMailToHolderUnlessRegistered
	99=TextSupplyTheTextOfTheAttributeOrDisclaimerInTheInstrattribvalue
872 InstrAttribValue String
913 AgreementDesc String
914 AgreementID String
915 AgreementDate Date
918 AgreementCurrency Currency
788 TerminationType Int
	1=Overnight 2=Term 3=Flexible 4=Open
916 StartDate Date
917 EndDate Date
919 DeliveryType Int
	0=VersusPaymentDeliver 1=FreeDeliver 2=TriParty 3=HoldInCustody
898 MarginRatio Percentage
`
