package dict

// sessionFields are the fields of the standard header and trailer, and of the session messages.
const sessionFields = `
8 BeginString String
	-- Always FIX.4.4, always first.
9 BodyLength Length
	-- Bytes from the field after this one to the SOH before CheckSum(10), always second.
35 MsgType String
	-- Which message this is, always third.
	0=Heartbeat 1=TestRequest 2=ResendRequest 3=Reject 4=SequenceReset 5=Logout 6=IOI
	7=Advertisement 8=ExecutionReport 9=OrderCancelReject A=Logon AA=DerivativeSecurityList
	AB=NewOrderMultileg AC=MultilegOrderCancelReplace AD=TradeCaptureReportRequest
	AE=TradeCaptureReport AF=OrderMassStatusRequest AG=QuoteRequestReject AH=RFQRequest
	AI=QuoteStatusReport AJ=QuoteResponse AK=Confirmation AL=PositionMaintenanceRequest
	AM=PositionMaintenanceReport AN=RequestForPositions AO=RequestForPositionsAck
	AP=PositionReport AQ=TradeCaptureReportRequestAck AR=TradeCaptureReportAck AS=AllocationReport
	AT=AllocationReportAck AU=ConfirmationAck AV=SettlementInstructionRequest AW=AssignmentReport
	AX=CollateralRequest AY=CollateralAssignment AZ=CollateralResponse B=News BA=CollateralReport
	BB=CollateralInquiry BC=NetworkCounterpartySystemStatusRequest
	BD=NetworkCounterpartySystemStatusResponse BE=UserRequest BF=UserResponse
	BG=CollateralInquiryAck BH=ConfirmationRequest C=Email D=NewOrderSingle E=NewOrderList
	F=OrderCancelRequest G=OrderCancelReplaceRequest H=OrderStatusRequest J=AllocationInstruction
	K=ListCancelRequest L=ListExecute M=ListStatusRequest N=ListStatus P=AllocationInstructionAck
	Q=DontKnowTrade R=QuoteRequest S=Quote T=SettlementInstructions V=MarketDataRequest
	W=MarketDataSnapshotFullRefresh X=MarketDataIncrementalRefresh Y=MarketDataRequestReject
	Z=QuoteCancel a=QuoteStatusRequest b=MassQuoteAcknowledgement c=SecurityDefinitionRequest
	d=SecurityDefinition e=SecurityStatusRequest f=SecurityStatus g=TradingSessionStatusRequest
	h=TradingSessionStatus i=MassQuote j=BusinessMessageReject k=BidRequest l=BidResponse
	m=ListStrikePrice n=XmlMessage o=RegistrationInstructions p=RegistrationInstructionsResponse
	q=OrderMassCancelRequest r=OrderMassCancelReport s=NewOrderCross
	t=CrossOrderCancelReplaceRequest u=CrossOrderCancelRequest v=SecurityTypeRequest
	w=SecurityTypes x=SecurityListRequest y=SecurityList z=DerivativeSecurityListRequest
49 SenderCompID String
	-- Who sends, as the session is configured.
56 TargetCompID String
	-- Who receives, as the session is configured.
115 OnBehalfOfCompID String
	-- The dealer for whom the gateway relays to the client.
128 DeliverToCompID String
	-- The one dealer a client's message is aimed at; without it, the client's panel.
90 SecureDataLen Length
91 SecureData Data
34 MsgSeqNum SeqNum
	-- Number of this message in its direction of the session.
50 SenderSubID String
142 SenderLocationID String
57 TargetSubID String
143 TargetLocationID String
116 OnBehalfOfSubID String
144 OnBehalfOfLocationID String
129 DeliverToSubID String
145 DeliverToLocationID String
43 PossDupFlag Bool
	-- Y on a resend under the same number.
97 PossResend Bool
	-- Y when the same business content may have been sent before under another number.
52 SendingTime Time
	-- When the message was sent, UTC.
122 OrigSendingTime Time
	-- SendingTime(52) of the first sending, on a resend.
212 XmlDataLen Length
213 XmlData Data
347 MessageEncoding String
369 LastMsgSeqNumProcessed SeqNum
627 NoHops NumInGroup
628 HopCompID String
629 HopSendingTime Time
630 HopRefID SeqNum
93 SignatureLength Length
89 Signature Data
10 CheckSum String
	-- Sum of all bytes before it modulo 256, three digits, always last.
98 EncryptMethod Int
	-- 0, nothing is encrypted here: TLS does that.
	0=None 1=Pkcs 2=Des 3=PkcsDes 4=PgpDes 5=PgpDesMd5 6=PemDesMd5
108 HeartBtInt Int
	-- Seconds between heartbeats.
95 RawDataLength Length
96 RawData Data
141 ResetSeqNumFlag Bool
	-- Y resets both sequence numbers to 1; refused unless the session allows it.
789 NextExpectedMsgSeqNum SeqNum
383 MaxMessageSize Length
	-- Longest message, in bytes, that the sender accepts.
384 NoMsgTypes NumInGroup
372 RefMsgType String
	-- MsgType(35) of the message refused.
385 MsgDirection Char
	R=Receive S=Send
464 TestMessageIndicator Bool
553 Username String
	-- Who logs on.
554 Password String
	-- Secret of the one who logs on; never shown by any tool here.
112 TestReqID String
	-- Echoed by the Heartbeat(0) that answers a TestRequest(1).
7 BeginSeqNo SeqNum
	-- First message asked for.
16 EndSeqNo SeqNum
	-- Last message asked for, 0 for all since.
45 RefSeqNum SeqNum
	-- MsgSeqNum(34) of the message refused.
371 RefTagID Int
	-- Tag of the field refused.
373 SessionRejectReason Int
	-- Why the message breaks FIX.
	0=InvalidTagNumber 1=RequiredTagMissing 2=TagNotDefinedForThisMessageType 3=UndefinedTag
	4=TagSpecifiedWithoutAValue 5=ValueIsIncorrect 6=IncorrectDataFormatForValue
	7=DecryptionProblem 8=SignatureProblem 9=CompidProblem 10=SendingtimeAccuracyProblem
	11=InvalidMsgtype 12=XmlValidationError 13=TagAppearsMoreThanOnce
	14=TagSpecifiedOutOfRequiredOrder 15=RepeatingGroupFieldsOutOfOrder
	16=IncorrectNumingroupCountForRepeatingGroup 17=NonDataValueIncludesFieldDelimiter 99=Other
58 Text String
	-- Words for people.
354 EncodedTextLen Length
355 EncodedText Data
123 GapFillFlag Bool
	-- Y when the messages up to NewSeqNo(36) are not sent again.
36 NewSeqNo SeqNum
	-- Number of the next message.
379 BusinessRejectRefID String
	-- The business id of the message refused, such as its BidID(390).
380 BusinessRejectReason Int
	-- Why the message cannot be processed although it is valid.
	0=Other 1=UnknownID 2=UnknownSecurity 3=UnsupportedMessageType 4=ApplicationNotAvailable
	5=ConditionallyRequiredFieldMissing 6=NotAuthorized 7=DeliverToFirmNotAvailable
`
