package dict

// The standard header and trailer, around every message.
const (
	headerBody = `BeginString! BodyLength! MsgType! SenderCompID! TargetCompID! OnBehalfOfCompID
		DeliverToCompID SecureDataLen SecureData MsgSeqNum! SenderSubID SenderLocationID
		TargetSubID TargetLocationID OnBehalfOfSubID OnBehalfOfLocationID DeliverToSubID
		DeliverToLocationID PossDupFlag PossResend SendingTime! OrigSendingTime XmlDataLen XmlData
		MessageEncoding LastMsgSeqNumProcessed NoHops(HopCompID HopSendingTime HopRefID)`
	headerUses  = `OnBehalfOfCompID DeliverToCompID PossDupFlag PossResend OrigSendingTime`
	trailerBody = "SignatureLength Signature CheckSum!"
)

// sessionMessages are the messages of sessions.
func sessionMessages() []definition {
	return []definition{
		{
			msgType: "A", name: "Logon", admin: true,
			flows: []Flow{
				{Either, Either, "", "Log on"},
			},
			body: `EncryptMethod! HeartBtInt! RawDataLength RawData ResetSeqNumFlag
				NextExpectedMsgSeqNum MaxMessageSize NoMsgTypes(RefMsgType MsgDirection)
				TestMessageIndicator Username Password`,
			uses: "ResetSeqNumFlag MaxMessageSize Username Password",
		},
		{
			msgType: "0", name: "Heartbeat", admin: true,
			flows: []Flow{
				{Either, Either, "", "Say that the session is alive"},
			},
			body: "TestReqID",
			uses: "TestReqID",
		},
		{
			msgType: "1", name: "TestRequest", admin: true,
			flows: []Flow{
				{Either, Either, "", "Ask for a Heartbeat(0)"},
			},
			body: "TestReqID!",
		},
		{
			msgType: "2", name: "ResendRequest", admin: true,
			flows: []Flow{
				{Either, Either, "", "Ask for messages again"},
			},
			body: "BeginSeqNo! EndSeqNo!",
		},
		{
			msgType: "3", name: "Reject", admin: true,
			flows: []Flow{
				{Either, Either, "", "Reject a message that breaks FIX"},
			},
			body: `RefSeqNum! RefTagID RefMsgType SessionRejectReason Text EncodedTextLen
				EncodedText`,
			uses: "RefTagID RefMsgType SessionRejectReason Text",
		},
		{
			msgType: "4", name: "SequenceReset", admin: true,
			flows: []Flow{
				{Either, Either, "", "Fill a gap or reset sequence numbers"},
			},
			body: "GapFillFlag NewSeqNo!",
			uses: "GapFillFlag",
		},
		{
			msgType: "5", name: "Logout", admin: true,
			flows: []Flow{
				{Either, Either, "", "Log off"},
			},
			body: "Text EncodedTextLen EncodedText",
			uses: "Text",
		},
		{
			msgType: "j", name: "BusinessMessageReject",
			flows: []Flow{
				{Either, Either, "", "Refuse a valid message that cannot be processed"},
			},
			body: `RefSeqNum RefMsgType! BusinessRejectRefID BusinessRejectReason! Text
				EncodedTextLen EncodedText`,
			uses: "RefSeqNum BusinessRejectRefID Text",
		},
	}
}
