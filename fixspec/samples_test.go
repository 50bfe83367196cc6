package fixspec

import (
	"fmt"
	"time"

	"foliogate/gateway/units"
)

var (
	noon     = time.Date(2026, 1, 5, 12, 0, 0, 250_000_000, time.UTC)
	deadline = time.Date(2026, 1, 5, 12, 20, 0, 0, time.UTC)
	settle   = units.DateOf(2026, 1, 7)
	trade    = units.DateOf(2026, 1, 5)
)

// bondOf is a corporate of the private CUSIP range.
func bondOf(n int) Instrument {
	return Instrument{
		Symbol: NoSymbol, SecurityID: fmt.Sprintf("U%05d9A%d", n%100000, n%10), SecurityIDSource: IDCUSIP,
		Product: ProductCorporate, SecurityType: "CORP",
		MaturityDate: units.DateOf(2032, 4, 13), CouponRate: 3_600_000_00,
	}
}

// listOf is an inquiry of n lines of about 20 fields each.
func listOf(n int) *NewOrderList {
	list := &NewOrderList{
		ListID: "20260105-000001", ClientBidID: "INQ-1", ProgRptReqs: 3, BidType: BidTypeDisclosed,
		ListExecInstType: ExecWait, ListExecInst: "AON", TotNoOrders: n, LastFragment: true,
		Orders: make([]ListOrder, n),
	}
	for i := range list.Orders {
		side := SideBuy
		if i%2 == 1 {
			side = SideSell
		}
		list.Orders[i] = ListOrder{
			ClOrdID: fmt.Sprintf("C-%05d", i+1), ListSeqNo: i + 1, Account: "FUND1",
			SettlType: SettlFuture, SettlDate: settle, ExecInst: "G", Instrument: bondOf(i),
			Side: side, OrderQty: units.Face(1_000_000+i) * units.FaceUnit,
			OrdType: OrdTypeMarket, PriceType: PriceFixedAmount, Currency: "USD",
			TimeInForce: TIFGoodTillDate, ExpireTime: deadline, SettlCurrency: "USD",
		}
	}
	return list
}

// fullList has every field that a list can have.
func fullList() *NewOrderList {
	list := listOf(3)
	o := &list.Orders[0]
	o.Parties = Parties{Client: "LEI1"}
	o.Allocs = []Alloc{{"F1", 600_000_00}, {"F2", 400_000_50}}
	o.Instrument.Issuer, o.Instrument.SecurityDesc = "EXAMPLE CORP", "EXAMPLE 3.6 04/32"
	o.Instrument.Factor = shortest(98_765_432, 8)
	o.OrdType, o.Price, o.PriceType = OrdTypeLimit, 99*units.PriceUnit+25_000_000, PricePercentage
	o.Benchmark = Benchmark{
		Spread: -12_500_000, SpreadGiven: true, CurveCurrency: "USD", CurveName: "Treasury",
		CurvePoint: "7Y", SecurityID: "91282CJZ5", SecurityIDSource: IDCUSIP,
	}
	o.Text = "first line"
	list.Orders[2].Allocs = []Alloc{{"F1", 1}}
	list.Orders[2].Benchmark = Benchmark{SpreadGiven: true}
	return list
}

func fill() *ExecutionReport {
	return &ExecutionReport{
		OrderID: "T7H2K9M4Q1X3Z-0001", SecondaryOrderID: "T7H2K9M4Q1X3Z", ClOrdID: "C-00001",
		Parties: Parties{Dealer: "DLRA", Client: "NORTHGATE"}, ListID: "20260105-000001",
		ExecID: "T7H2K9M4Q1X3Z-0001-1", ExecType: ExecTrade, OrdStatus: OrdFilled, Account: "FUND1",
		SettlType: SettlFuture, SettlDate: settle, Instrument: bondOf(1), Side: SideBuy,
		OrderQty: 1_000_000_00, OrdType: OrdTypeMarket, PriceType: PricePercentage,
		Price: 99_310_000_00, Currency: "USD", LastQty: 1_000_000_00, LastPx: 99_310_000_00,
		CumQty: 1_000_000_00, AvgPx: 99_310_000_00, TradeDate: trade, TransactTime: noon,
		GrossTradeAmt: 993_100_00, NumDaysInterest: 84, AccruedInterestRate: 84_000_000,
		AccruedInterestAmt: 8_400_00, NetMoney: 1_001_500_00, SettlCurrAmt: 1_001_500_00,
		SettlCurrency: "USD",
	}
}

// samples is every message at its fullest and at its barest.
func samples() []Message { return append(listSamples(), quoteSamples()...) }

// quoteSamples are those of the RFQ profile.
func quoteSamples() []Message {
	const list = "20260105-000001"
	benchmark := Benchmark{Spread: 85_000_000, SpreadGiven: true, CurveCurrency: "USD",
		CurveName: "Treasury", CurvePoint: "7Y", SecurityID: "91282CJZ5", SecurityIDSource: IDCUSIP}
	issued := bondOf(3)
	issued.Factor, issued.Issuer, issued.SecurityDesc = shortest(5, 1), "EXAMPLE CORP", "EXAMPLE 3.6 04/32"
	answered := fill()
	answered.QuoteRespID = "HIT-1"
	return []Message{
		answered,
		&QuoteRequest{QuoteReqID: "INQ-1", Instrument: listed(list), QuoteRequestType: RequestManual,
			QuoteType: QuoteTradeable, Side: SideAsDefined, OrderQty: 3_000_000_00, SettlType: SettlFuture,
			SettlDate: settle, Currency: "USD", QuotePriceType: 3, ValidUntilTime: deadline,
			ExpireTime: deadline, TransactTime: noon, PriceType: PriceFixedAmount,
			Parties: QuoteParties{Client: "NORTHGATE"}, Text: "a text"},
		&QuoteRequest{QuoteReqID: "R-1", ClOrdID: "C-1", Instrument: issued, Side: SideUndisclosed,
			QtyType: 1, OrderQty: 1_000_000_50, Currency: "USD", Account: "FUND1", QuotePriceType: 6,
			OrdType: OrdTypeLimit, ExpireTime: deadline, Benchmark: benchmark, PriceType: PriceSpread,
			Price: 99_50000000, Parties: QuoteParties{Dealers: []string{"DLRA", "DLRB"}, Client: "ME"}},
		&QuoteRequest{QuoteReqID: "R-2", Instrument: bondOf(1)},
		&QuoteRequestReject{QuoteReqID: "INQ-1", Reason: RequestPass, Instrument: listed(list), Text: TextPass},
		&QuoteRequestReject{QuoteReqID: "R-1", Reason: RequestUnknownSymbol,
			Instrument: Instrument{Symbol: NoSymbol}},
		&Quote{QuoteReqID: "INQ-1", QuoteID: "Q1", QuoteType: QuoteTradeable, QuoteResponseLevel: 1,
			Instrument: listed(list), Side: SideAsDefined, OrderQty: 3_000_000_00, SettlDate: settle,
			Currency: "USD", Legs: []QuoteLeg{
				{SecurityID: "912828XX1", SecurityIDSource: IDCUSIP, Side: SideSell, BidPx: 95_60000000},
				{SecurityID: "US023135BR61", SecurityIDSource: IDISIN, OfferPx: 99_31000000}},
			OfferPx: MoneyAmount(-995_125_50, "USD"), ValidUntilTime: deadline, TransactTime: noon,
			PriceType: PriceFixedAmount, Text: "a text"},
		&Quote{QuoteReqID: "R-1", QuoteID: "Q2", Instrument: bondOf(3), Side: SideUndisclosed,
			BidPx: PriceAmount(99_00000000), OfferPx: PriceAmount(99_25000000), BidSize: 1_000_000_00,
			OfferSize: 1_000_000_00, PriceType: PricePercentage},
		&Quote{QuoteID: "Q3", Instrument: listed(list), OfferPx: SpreadAmount(-4_250_000),
			PriceType: PriceSpread},
		&QuoteResponse{QuoteRespID: "HIT-1", QuoteID: "Q2", QuoteRespType: QuoteHit, ClOrdID: "C-1",
			Instrument: bondOf(3), Side: SideSell, OrderQty: 1_000_000_00, TransactTime: noon,
			Text: "done", Price: PriceAmount(99_00000000), PriceType: PricePercentage},
		&QuoteResponse{QuoteRespID: "HIT-2", QuoteID: "Q1", QuoteRespType: QuotePassed,
			Instrument: listed(list)},
		&QuoteStatusReport{QuoteStatusReqID: "ASK-1", QuoteReqID: "INQ-1", QuoteID: "Q1",
			QuoteRespID: "HIT-1", Instrument: listed(list), TransactTime: noon, QuoteStatus: QuotePending,
			Text: "LAST LOOK until 12:00:05.000"},
		&QuoteStatusReport{QuoteID: NoQuoteID, Instrument: Instrument{Symbol: NoSymbol},
			QuoteStatus: QuoteAccepted},
		&QuoteStatusRequest{QuoteStatusReqID: "ASK-1", QuoteID: "Q1", Instrument: pseudo(list)},
		&QuoteStatusRequest{Instrument: bondOf(1)},
	}
}

// listSamples are those of the LIST profile, and of both.
func listSamples() []Message {
	reference := fill()
	reference.Benchmark = Benchmark{Spread: 85_000_000, SpreadGiven: true, SecurityID: "91282CJZ5",
		SecurityIDSource: IDCUSIP}
	reference.Text = "a text"
	replay := fill()
	replay.ExecType, replay.MassStatusReqID = ExecOrderStatus, "AF-1"
	replay.TotNumReports, replay.LastRptRequested = 125, true
	ex := fill()
	ex.Side, ex.NumDaysInterest, ex.AccruedInterestRate = SideSell, -3, -30_000_000
	ex.AccruedInterestAmt, ex.NetMoney, ex.SettlCurrAmt = -300_00, 992_800_00, 992_800_00
	pseudo := Instrument{Symbol: NoSymbol, SecurityID: "20260105-000001", SecurityIDSource: IDExchange}
	ticketed := pseudo
	ticketed.Product, ticketed.SecurityType, ticketed.SecurityDesc = ProductOther, SecurityMultileg,
		"PORTFOLIO OF 125"
	const list, round = "20260105-000001", "INQ-1"
	return []Message{
		fullList(), listOf(1),
		&BidRequest{BidID: "B", ClientBidID: round, BidRequestTransType: BidNew, TotNoRelatedSym: 3,
			BidType: BidTypeDisclosed, Currency: "USD", SideValue1: 1_000_000_00, SideValue2: 2_000_000_50,
			ListID: list, NumBidders: 4, TradeDate: trade, BidTradeType: BidTradeRisk,
			BasisPxType: 'C', StrikeTime: deadline, Text: "AON"},
		&BidRequest{BidID: "B", ClientBidID: round, BidRequestTransType: BidCancel, TotNoRelatedSym: 3,
			BidType: BidTypeDisclosed, BidTradeType: BidTradeRisk, BasisPxType: BasisCurrent},
		&BidResponse{BidID: "DLRA-B1", ClientBidID: round, Components: []BidComponent{{
			ListID: list, Price: MoneyAmount(-995_125_50, "USD"), PriceType: PriceFixedAmount,
			SettlDate: settle}}},
		&BidResponse{BidID: "DLRA-B1", ClientBidID: round, Components: []BidComponent{{
			ListID: list, Price: SpreadAmount(-4_250_000), PriceType: PriceSpread}}},
		&BidResponse{BidID: "DLRA-B1", ClientBidID: round, Components: []BidComponent{
			{ListID: list, Side: SideBuy, Price: PriceAmount(101_12500000), PriceType: PricePercentage},
			{ListID: list, Side: SideSell, Price: PriceAmount(99_87500000), PriceType: PricePercentage}}},
		&BidResponse{BidID: "DLRA-B2", ClientBidID: round,
			Components: []BidComponent{{ListID: list, Text: TextPass}}},
		&ListStatus{ListID: list, ListStatusType: StatusResponse, NoRpts: 2,
			ListOrderStatus: ListRejected, RptSeq: 1, ListStatusText: "1 of 125 lines cannot trade",
			TransactTime: noon, TotNoOrders: 125, Orders: []OrderState{
				{ClOrdID: "C-1", OrdStatus: OrdRejected, OrdRejReason: RejUnknownSymbol, Text: "no such bond"},
				{ClOrdID: "C-2", OrdStatus: OrdFilled, CumQty: 5_00, AvgPx: 99_500_000_00},
				{ClOrdID: "C-3", OrdStatus: OrdCanceled, CxlQty: 5_50},
				{ClOrdID: "C-4", OrdStatus: OrdAcceptedForBidding, LeavesQty: 1}}},
		&ListStatus{ListID: list, ListStatusType: StatusExecStarted, NoRpts: 1, RptSeq: 1,
			ListOrderStatus: ListExecuting, TransactTime: noon, TotNoOrders: 3, LastFragment: true},
		&ListExecute{ListID: list, ClientBidID: round, BidID: "Q1", TransactTime: noon, Text: "done"},
		&ListCancelRequest{ListID: list, TransactTime: noon, Text: "no more"},
		&ListStatusRequest{ListID: list},
		&MassQuote{QuoteReqID: round, QuoteID: "DLRA-B1", QuoteType: QuoteTradeable,
			QuoteResponseLevel: AnswerNegative, QuoteSetID: list, TotNoQuoteEntries: 3,
			LastFragment: true, Entries: []QuoteEntry{
				{QuoteEntryID: "C-1", Instrument: Instrument{Symbol: NoSymbol, SecurityID: "X",
					SecurityIDSource: IDISIN}, OfferPx: 99_310_000_00},
				{QuoteEntryID: "C-2", Instrument: bondOf(2), BidPx: 95_600_000_00}}},
		&MassQuoteAck{QuoteReqID: round, QuoteID: "DLRA-B1", QuoteStatus: QuoteAccepted},
		&MassQuoteAck{QuoteReqID: round, QuoteID: "DLRA-B1", QuoteStatus: QuoteRejected,
			QuoteRejectReason: QuoteRejInvalidPrice, Text: "off by 12.00", QuoteSetID: list,
			TotNoQuoteEntries: 2, Entries: []RejectedEntry{{"C-1", QuoteRejInvalidPrice},
				{"C-2", QuoteRejOther}}},
		&QuoteCancel{QuoteReqID: round, QuoteID: "DLRA-B1", QuoteCancelType: CancelAllQuotes},
		fill(), reference, replay, ex,
		&Confirmation{ConfirmID: "T7H2K9M4Q1X3Z-N01", ConfirmTransType: ConfirmNew,
			Parties: Parties{Dealer: "DLRA"}, ListID: list, TransactTime: noon, TradeDate: trade,
			Instrument: ticketed, AllocQty: 3_000_000_00, Side: SideSell, Currency: "USD",
			AllocAccount: "FUND1", GrossTradeAmt: 918_900_00, AccruedInterestAmt: -4_200_00,
			NetMoney: 914_700_00, SettlCurrAmt: 914_700_00, SettlCurrency: "USD", SettlDate: settle},
		&ConfirmationAck{ConfirmID: "T7H2K9M4Q1X3Z-N01", TradeDate: trade, TransactTime: noon,
			AffirmStatus: AffirmRejected, ConfirmRejReason: 99, Text: "wrong account"},
		&ConfirmationAck{ConfirmID: "T7H2K9M4Q1X3Z-N01", TradeDate: trade, TransactTime: noon,
			AffirmStatus: AffirmAffirmed},
		&DontKnowTrade{OrderID: "O", ExecID: "X", DKReason: DKCalculation, Instrument: bondOf(1),
			Side: SideBuy, OrderQty: 1_000_000_00, LastQty: 1_000_000_00, LastPx: 99_310_000_00,
			Text: "accrued differs"},
		&OrderMassStatusRequest{MassStatusReqID: "AF-1", MassStatusReqType: StatusForAll},
		&QuoteResponse{QuoteRespID: "R1", QuoteID: "DLRB-B7", QuoteRespType: QuoteCover,
			Instrument: pseudo, Text: "COVER"},
		&BusinessMessageReject{RefSeqNum: 17, RefMsgType: "l", BusinessRejectRefID: "DLRA-B1",
			BusinessRejectReason: BusinessUnknownID, Text: "no such list"},
	}
}

func envelopeOf(m Message) Envelope {
	return Envelope{Header: Header{OnBehalfOf: "DLRA", DeliverTo: "DLRB", PossResend: true}, Message: m}
}

func testFrame() Frame {
	return Frame{SenderCompID: "FOLIOGATE", TargetCompID: "COUNTERPARTY", MsgSeqNum: 42, SendingTime: noon}
}
