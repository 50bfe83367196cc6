package dict

// partyFields are the fields of parties and settlement instructions.
const partyFields = `
453 NoPartyIDs NumInGroup
	-- Parties disclosed: the dealer, and the client where its policy allows.
448 PartyID String
	-- Identifier of the party.
447 PartyIDSource Char
	-- D for a proprietary code, B for a BIC; FIX 4.4 has no code for an LEI.
	1=KoreanInvestorId 2=TaiwaneseQualifiedForeignInvestorIdQfiiFid 3=TaiwaneseTradingAcct
	4=MalaysianCentralDepository 5=ChineseInvestorId 6=UkNationalInsuranceOrPensionNumber
	7=UsSocialSecurityNumber 8=UsEmployerOrTaxIdNumber 9=AustralianBusinessNumber
	A=AustralianTaxFileNumber B=Bic C=GenerallyAcceptedMarketParticipantIdentifier D=Proprietary
	E=IsoCountryCode F=SettlementEntityLocation G=Mic H=CsdParticipantMemberCode
	I=DirectedBrokerAcronym
452 PartyRole Int
	-- 1 the dealer, 3 the client.
	1=ExecutingFirm 2=BrokerOfCredit 3=ClientId 4=ClearingFirm 5=InvestorId 6=IntroducingFirm
	7=EnteringFirm 8=Locate 9=FundManagerClientId 10=SettlementLocation 11=OrderOriginationTrader
	12=ExecutingTrader 13=OrderOriginationFirm 14=GiveupClearingFirm 15=CorrespondantClearingFirm
	16=ExecutingSystem 17=ContraFirm 18=ContraClearingFirm 19=SponsoringFirm
	20=UnderlyingContraFirm 21=ClearingOrganization 22=Exchange 24=CustomerAccount
	25=CorrespondentClearingOrganization 26=CorrespondentBroker 27=BuyerSeller 28=Custodian
	29=Intermediary 30=Agent 31=SubCustodian 32=Beneficiary 33=InterestedParty 34=RegulatoryBody
	35=LiquidityProvider 36=EnteringTrader 37=ContraTrader 38=PositionAccount 39=ContraInvestorId
802 NoPartySubIDs NumInGroup
523 PartySubID String
803 PartySubIDType Int
	1=Firm 2=Person 3=System 4=Application 5=FullLegalNameOfFirm 6=PostalAddress 7=PhoneNumber
	8=EmailAddress 9=ContactName 10=SecuritiesAccountNumber 11=RegistrationNumber
	12=RegisteredAddress12 13=RegulatoryStatus 14=RegistrationName 15=CashAccountNumber 16=Bic
	17=CsdParticipantMemberCode 18=RegisteredAddress18 19=FundAccountName 20=TelexNumber
	21=FaxNumber 22=SecuritiesAccountName 23=CashAccountName 24=Department 25=LocationDesk
	26=PositionAccountType 4000=UserDefined
539 NoNestedPartyIDs NumInGroup
524 NestedPartyID String
525 NestedPartyIDSource Char
538 NestedPartyRole Int
804 NoNestedPartySubIDs NumInGroup
545 NestedPartySubID String
805 NestedPartySubIDType Int
756 NoNested2PartyIDs NumInGroup
757 Nested2PartyID String
758 Nested2PartyIDSource Char
759 Nested2PartyRole Int
806 NoNested2PartySubIDs NumInGroup
760 Nested2PartySubID String
807 Nested2PartySubIDType Int
781 NoSettlPartyIDs NumInGroup
782 SettlPartyID String
783 SettlPartyIDSource Char
784 SettlPartyRole Int
801 NoSettlPartySubIDs NumInGroup
785 SettlPartySubID String
786 SettlPartySubIDType Int
172 SettlDeliveryType Int
169 StandInstDbType Int
	0=Other 1=DtcSid 2=ThomsonAlert 3=AGlobalCustodian 4=Accountnet
170 StandInstDbName String
171 StandInstDbID String
85 NoDlvyInst NumInGroup
165 SettlInstSource Char
	1=BrokersInstructions 2=InstitutionsInstructions 3=Investor
787 DlvyInstType Char
	C=Cash S=Securities
`
