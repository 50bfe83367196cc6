package fixspec

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/quickfixgo/enum"
	"github.com/quickfixgo/field"
	"github.com/quickfixgo/fix44/bidrequest"
	"github.com/quickfixgo/fix44/bidresponse"
	"github.com/quickfixgo/fix44/businessmessagereject"
	"github.com/quickfixgo/fix44/confirmation"
	"github.com/quickfixgo/fix44/confirmationack"
	"github.com/quickfixgo/fix44/dontknowtrade"
	"github.com/quickfixgo/fix44/executionreport"
	"github.com/quickfixgo/fix44/listcancelrequest"
	"github.com/quickfixgo/fix44/listexecute"
	"github.com/quickfixgo/fix44/liststatus"
	"github.com/quickfixgo/fix44/liststatusrequest"
	"github.com/quickfixgo/fix44/massquote"
	"github.com/quickfixgo/fix44/massquoteacknowledgement"
	"github.com/quickfixgo/fix44/neworderlist"
	"github.com/quickfixgo/fix44/ordermassstatusrequest"
	"github.com/quickfixgo/fix44/quotecancel"
	"github.com/quickfixgo/fix44/quoteresponse"
	"github.com/quickfixgo/quickfix"
	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// What a counterparty builds with the typed messages of fix44 is read here as it was meant.
func TestReadsTypedMessages(t *testing.T) {
	for _, c := range []struct {
		theirs quickfix.Messagable
		want   Message
	}{
		{typedList(), typedListWant()},
		{typedBidRequest(), &BidRequest{ClientBidID: "R", BidRequestTransType: BidNew, TotNoRelatedSym: 3,
			BidType: 2, ListID: "L", BidTradeType: 'R', BasisPxType: '4'}},
		{typedBid(), &BidResponse{BidID: "B", ClientBidID: "R", Components: []BidComponent{{ListID: "L",
			Price: MoneyAmount(-995_125_50, "USD"), PriceType: PriceFixedAmount}}}},
		{typedStatus(), &ListStatus{ListID: "L", ListStatusType: StatusAck, NoRpts: 1, RptSeq: 1,
			ListOrderStatus: ListInBidding, TotNoOrders: 1, LastFragment: true, Orders: []OrderState{{
				ClOrdID: "C", OrdStatus: OrdAcceptedForBidding, LeavesQty: 1_000_00}}}},
		{typedExecute(), &ListExecute{ListID: "L", ClientBidID: "R", BidID: "B", TransactTime: noon}},
		{listcancelrequest.New(field.NewListID("L"), field.NewTransactTime(noon)),
			&ListCancelRequest{ListID: "L", TransactTime: noon}},
		{liststatusrequest.New(field.NewListID("L")), &ListStatusRequest{ListID: "L"}},
		{typedQuote(), &MassQuote{QuoteReqID: "R", QuoteID: "B", QuoteType: 1, QuoteResponseLevel: 1,
			QuoteSetID: "L", TotNoQuoteEntries: 1, LastFragment: true, Entries: []QuoteEntry{{
				QuoteEntryID: "C", Instrument: Instrument{Symbol: NoSymbol, SecurityID: "X",
					SecurityIDSource: IDCUSIP}, BidPx: 95_60000000}}}},
		{typedQuoteAck(), &MassQuoteAck{QuoteReqID: "R", QuoteID: "B", QuoteStatus: QuoteRejected,
			QuoteRejectReason: 8, QuoteSetID: "L", TotNoQuoteEntries: 1,
			Entries: []RejectedEntry{{"C", 8}}}},
		{typedCancel(), &QuoteCancel{QuoteReqID: "R", QuoteID: "B", QuoteCancelType: 4}},
		{typedReport(), typedReportWant()},
		{typedTicket(), typedTicketWant()},
		{confirmationack.New(field.NewConfirmID("T"), field.NewTradeDate("20260105"),
			field.NewTransactTime(noon), field.NewAffirmStatus("3")),
			&ConfirmationAck{ConfirmID: "T", TradeDate: trade, TransactTime: noon, AffirmStatus: 3}},
		{typedDispute(), &DontKnowTrade{OrderID: "O", ExecID: "X", DKReason: 'F', Side: SideBuy,
			Instrument: Instrument{Symbol: NoSymbol}, OrderQty: 1_000_00, LastQty: 1_000_00,
			LastPx: 99_31000000}},
		{ordermassstatusrequest.New(field.NewMassStatusReqID("A"), field.NewMassStatusReqType("7")),
			&OrderMassStatusRequest{MassStatusReqID: "A", MassStatusReqType: 7}},
		{typedOutcome(), &QuoteResponse{QuoteRespID: "Y", QuoteID: "B", QuoteRespType: QuoteCover,
			Instrument: Instrument{Symbol: NoSymbol, SecurityID: "L", SecurityIDSource: IDExchange}}},
		{businessmessagereject.New(field.NewRefMsgType("l"), field.NewBusinessRejectReason("1")),
			&BusinessMessageReject{RefMsgType: "l", BusinessRejectReason: BusinessUnknownID}},
	} {
		t.Run(c.want.MsgType(), func(t *testing.T) {
			m := c.theirs.ToMessage()
			m.Header.SetString(49, "THEM").SetString(56, "US").SetInt(34, 9)
			m.Header.SetField(52, quickfix.FIXUTCTimestamp{Time: noon})
			raw := []byte(m.String())
			_, got, err := NewReader(testTable(), strict()).Read(raw)
			if err != nil {
				t.Fatalf("%v\n%s", err, shown(raw))
			}
			if !reflect.DeepEqual(plain(got), plain(c.want)) {
				t.Errorf("got  %+v\nwant %+v\n%s", got, c.want, shown(raw))
			}
		})
	}
}

func typedList() quickfix.Messagable {
	m := neworderlist.New(field.NewListID("L"), field.NewBidType("2"), field.NewTotNoOrders(2))
	m.SetClientBidID("R")
	m.SetListExecInstType("2")
	m.SetLastFragment(true)
	orders := neworderlist.NewNoOrdersRepeatingGroup()
	for i := 1; i <= 2; i++ {
		o := orders.Add()
		o.SetClOrdID(fmt.Sprintf("C-%d", i))
		o.SetListSeqNo(i)
		o.SetSettlType("6")
		o.SetSettlDate("20260107")
		o.SetExecInst("G")
		o.SetSymbol(NoSymbol)
		o.SetSecurityID("912828XX1")
		o.SetSecurityIDSource("1")
		o.SetSide("1")
		o.SetOrderQty(dec("1000000.5"), 1)
		o.SetOrdType("2")
		o.SetPriceType("3")
		o.SetPrice(dec("99.25"), 6)
		o.SetSpread(dec("-12.5"), 1)
		o.SetCurrency("USD")
		o.SetExpireTime(deadline)
		allocs := neworderlist.NewNoAllocsRepeatingGroup()
		for _, account := range []string{"F1", "F2"} {
			a := allocs.Add()
			a.SetAllocAccount(account)
			a.SetAllocQty(dec("500000.25"), 2)
		}
		o.SetNoAllocs(allocs)
		parties := neworderlist.NewNoPartyIDsRepeatingGroup()
		p := parties.Add()
		p.SetPartyID("ME")
		p.SetPartyIDSource("D")
		p.SetPartyRole("3")
		o.SetNoPartyIDs(parties)
	}
	m.SetNoOrders(orders)
	return m
}

func typedListWant() *NewOrderList {
	list := &NewOrderList{ListID: "L", ClientBidID: "R", BidType: 2, ListExecInstType: ExecWait,
		TotNoOrders: 2, LastFragment: true}
	for i := 1; i <= 2; i++ {
		list.Orders = append(list.Orders, ListOrder{ClOrdID: fmt.Sprintf("C-%d", i), ListSeqNo: i,
			Parties: Parties{Client: "ME"}, Allocs: []Alloc{{"F1", 500_000_25}, {"F2", 500_000_25}},
			SettlType: '6', SettlDate: settle, ExecInst: "G", Instrument: Instrument{Symbol: NoSymbol,
				SecurityID: "912828XX1", SecurityIDSource: IDCUSIP}, Side: SideBuy,
			OrderQty: 1_000_000_50, OrdType: '2', PriceType: PriceFixedAmount, Price: 99_25000000,
			Benchmark: Benchmark{Spread: -12_500_000, SpreadGiven: true}, Currency: "USD",
			ExpireTime: deadline})
	}
	return list
}

func typedBidRequest() quickfix.Messagable {
	m := bidrequest.New(field.NewClientBidID("R"), field.NewBidRequestTransType("N"),
		field.NewTotNoRelatedSym(3), field.NewBidType("2"), field.NewBidTradeType("R"),
		field.NewBasisPxType("4"))
	group := bidrequest.NewNoBidComponentsRepeatingGroup()
	group.Add().SetListID("L")
	m.SetNoBidComponents(group)
	return m
}

func typedBid() quickfix.Messagable {
	m := bidresponse.New()
	m.SetBidID("B")
	m.SetClientBidID("R")
	group := bidresponse.NewNoBidComponentsRepeatingGroup()
	c := group.Add()
	c.SetCommission(dec("0"), 0)
	c.SetCommType("3")
	c.SetListID("L")
	c.SetPrice(dec("-995125.50"), 2)
	c.SetPriceType("3")
	m.SetNoBidComponents(group)
	return m
}

func typedStatus() quickfix.Messagable {
	m := liststatus.New(field.NewListID("L"), field.NewListStatusType("1"), field.NewNoRpts(1),
		field.NewListOrderStatus("1"), field.NewRptSeq(1), field.NewTotNoOrders(1))
	group := liststatus.NewNoOrdersRepeatingGroup()
	o := group.Add()
	o.SetClOrdID("C")
	o.SetCumQty(dec("0"), 0)
	o.SetOrdStatus("D")
	o.SetLeavesQty(dec("1000"), 0)
	o.SetCxlQty(dec("0"), 0)
	o.SetAvgPx(dec("0"), 0)
	m.SetNoOrders(group)
	return m
}

func typedExecute() quickfix.Messagable {
	m := listexecute.New(field.NewListID("L"), field.NewTransactTime(noon))
	m.SetBidID("B")
	m.SetClientBidID("R")
	return m
}

func typedQuote() quickfix.Messagable {
	m := massquote.New(field.NewQuoteID("B"))
	m.SetQuoteReqID("R")
	m.SetQuoteType("1")
	m.SetQuoteResponseLevel("1")
	sets := massquote.NewNoQuoteSetsRepeatingGroup()
	set := sets.Add()
	set.SetQuoteSetID("L")
	set.SetTotNoQuoteEntries(1)
	set.SetLastFragment(true)
	entries := massquote.NewNoQuoteEntriesRepeatingGroup()
	e := entries.Add()
	e.SetQuoteEntryID("C")
	e.SetSymbol(NoSymbol)
	e.SetSecurityID("X")
	e.SetSecurityIDSource("1")
	e.SetBidPx(dec("95.6"), 1)
	set.SetNoQuoteEntries(entries)
	m.SetNoQuoteSets(sets)
	return m
}

func typedQuoteAck() quickfix.Messagable {
	m := massquoteacknowledgement.New(field.NewQuoteStatus("5"))
	m.SetQuoteReqID("R")
	m.SetQuoteID("B")
	m.SetQuoteRejectReason("8")
	sets := massquoteacknowledgement.NewNoQuoteSetsRepeatingGroup()
	set := sets.Add()
	set.SetQuoteSetID("L")
	set.SetTotNoQuoteEntries(1)
	entries := massquoteacknowledgement.NewNoQuoteEntriesRepeatingGroup()
	e := entries.Add()
	e.SetQuoteEntryID("C")
	e.SetQuoteEntryRejectReason("8")
	set.SetNoQuoteEntries(entries)
	m.SetNoQuoteSets(sets)
	return m
}

func typedCancel() quickfix.Messagable {
	m := quotecancel.New(field.NewQuoteID("B"), field.NewQuoteCancelType("4"))
	m.SetQuoteReqID("R")
	return m
}

func typedReport() quickfix.Messagable {
	m := executionreport.New(field.NewOrderID("O"), field.NewExecID("X"), field.NewExecType("F"),
		field.NewOrdStatus("2"), field.NewSide("2"), field.NewLeavesQty(dec("0"), 0),
		field.NewCumQty(dec("1000"), 0), field.NewAvgPx(dec("99.31"), 2))
	m.SetSecondaryOrderID("S")
	m.SetListID("L")
	m.SetClOrdID("C")
	m.SetSymbol(NoSymbol)
	m.SetCurrency("USD")
	m.SetSettlCurrency("USD")
	m.SetTransactTime(noon)
	m.SetTradeDate("20260105")
	m.SetGrossTradeAmt(dec("993.10"), 2)
	m.SetNumDaysInterest(-3)
	m.SetAccruedInterestRate(dec("-0.03"), 2)
	m.SetAccruedInterestAmt(dec("-0.30"), 2)
	m.SetNetMoney(dec("992.8"), 2)
	m.SetSettlCurrAmt(dec("992.8"), 2)
	group := executionreport.NewNoPartyIDsRepeatingGroup()
	for _, party := range [][2]string{{"DLRA", "1"}, {"ME", "3"}, {"CLEARER", "4"}} {
		p := group.Add()
		p.SetPartyID(party[0])
		p.SetPartyIDSource("D")
		p.SetPartyRole(enum.PartyRole(party[1]))
	}
	m.SetNoPartyIDs(group)
	return m
}

func typedReportWant() *ExecutionReport {
	return &ExecutionReport{OrderID: "O", SecondaryOrderID: "S", ClOrdID: "C",
		Parties: Parties{Dealer: "DLRA", Client: "ME"}, ListID: "L", ExecID: "X", ExecType: ExecTrade,
		OrdStatus: OrdFilled, Instrument: Instrument{Symbol: NoSymbol}, Side: SideSell, Currency: "USD",
		CumQty: 1_000_00, AvgPx: 99_31000000, TradeDate: trade, TransactTime: noon,
		GrossTradeAmt: 993_10, NumDaysInterest: -3, AccruedInterestRate: -3_000_000,
		AccruedInterestAmt: -30, NetMoney: 992_80, SettlCurrAmt: 992_80, SettlCurrency: "USD"}
}

func typedTicket() quickfix.Messagable {
	m := confirmation.New(field.NewConfirmID("T"), field.NewConfirmTransType("0"),
		field.NewConfirmType("2"), field.NewConfirmStatus("4"), field.NewTransactTime(noon),
		field.NewTradeDate("20260105"), field.NewAllocQty(dec("3000"), 0), field.NewSide("1"),
		field.NewAllocAccount("FUND1"), field.NewAvgPx(dec("0"), 0),
		field.NewGrossTradeAmt(dec("918.90"), 2), field.NewNetMoney(dec("914.70"), 2))
	m.SetSymbol(NoSymbol)
	m.SetCurrency("USD")
	m.SetAccruedInterestAmt(dec("-4.20"), 2)
	m.SetSettlCurrency("USD")
	m.SetSettlDate("20260107")
	orders := confirmation.NewNoOrdersRepeatingGroup()
	o := orders.Add()
	o.SetClOrdID("L")
	o.SetListID("L")
	m.SetNoOrders(orders)
	capacities := confirmation.NewNoCapacitiesRepeatingGroup()
	c := capacities.Add()
	c.SetOrderCapacity("P")
	c.SetOrderCapacityQty(dec("3000"), 0)
	m.SetNoCapacities(capacities)
	m.SetNoLegs(confirmation.NewNoLegsRepeatingGroup())
	m.SetNoUnderlyings(confirmation.NewNoUnderlyingsRepeatingGroup())
	return m
}

func typedTicketWant() *Confirmation {
	return &Confirmation{ConfirmID: "T", ListID: "L", TransactTime: noon, TradeDate: trade,
		Instrument: Instrument{Symbol: NoSymbol}, AllocQty: 3_000_00, Side: SideBuy, Currency: "USD",
		AllocAccount: "FUND1", GrossTradeAmt: 918_90, AccruedInterestAmt: -4_20, NetMoney: 914_70,
		SettlCurrency: "USD", SettlDate: settle}
}

func typedDispute() quickfix.Messagable {
	m := dontknowtrade.New(field.NewOrderID("O"), field.NewExecID("X"), field.NewDKReason("F"),
		field.NewSide("1"))
	m.SetSymbol(NoSymbol)
	m.SetOrderQty(dec("1000"), 0)
	m.SetLastQty(dec("1000"), 0)
	m.SetLastPx(dec("99.31"), 2)
	return m
}

func typedOutcome() quickfix.Messagable {
	m := quoteresponse.New(field.NewQuoteRespID("Y"), field.NewQuoteRespType("4"))
	m.SetQuoteID("B")
	m.SetSymbol(NoSymbol)
	m.SetSecurityID("L")
	m.SetSecurityIDSource("8")
	return m
}

// fullTypedReport is fill() built by fix44.
func fullTypedReport() quickfix.Messagable {
	m := executionreport.New(field.NewOrderID("T7H2K9M4Q1X3Z-0001"), field.NewExecID("T7H2K9M4Q1X3Z-0001-1"),
		field.NewExecType("F"), field.NewOrdStatus("2"), field.NewSide("1"),
		field.NewLeavesQty(decimal.Zero, 0), field.NewCumQty(decimal.New(1_000_000, 0), 0),
		field.NewAvgPx(decimal.New(99_310_000, -6), 6))
	m.SetSecondaryOrderID("T7H2K9M4Q1X3Z")
	m.SetClOrdID("C-00001")
	group := executionreport.NewNoPartyIDsRepeatingGroup()
	for _, party := range [][2]string{{"DLRA", "1"}, {"NORTHGATE", "3"}} {
		p := group.Add()
		p.SetPartyID(party[0])
		p.SetPartyIDSource("D")
		p.SetPartyRole(enum.PartyRole(party[1]))
	}
	m.SetNoPartyIDs(group)
	m.SetListID("20260105-000001")
	m.SetAccount("FUND1")
	m.SetSettlType("6")
	m.SetSettlDate("20260107")
	m.SetSymbol(NoSymbol)
	m.SetSecurityID(bondOf(1).SecurityID)
	m.SetSecurityIDSource("1")
	m.SetProduct("3")
	m.SetSecurityType("CORP")
	m.SetMaturityDate("20320413")
	m.SetCouponRate(decimal.New(36, -1), 1)
	m.SetOrderQty(decimal.New(1_000_000, 0), 0)
	m.SetOrdType("1")
	m.SetPriceType("1")
	m.SetPrice(decimal.New(99_310_000, -6), 6)
	m.SetCurrency("USD")
	m.SetLastQty(decimal.New(1_000_000, 0), 0)
	m.SetLastPx(decimal.New(99_310_000, -6), 6)
	m.SetTradeDate("20260105")
	m.SetTransactTime(noon)
	m.SetGrossTradeAmt(decimal.New(993_100_00, -2), 2)
	m.SetNumDaysInterest(84)
	m.SetAccruedInterestRate(decimal.New(84, -2), 2)
	m.SetAccruedInterestAmt(decimal.New(8_400_00, -2), 2)
	m.SetNetMoney(decimal.New(1_001_500_00, -2), 2)
	m.SetSettlCurrAmt(decimal.New(1_001_500_00, -2), 2)
	m.SetSettlCurrency("USD")
	return m
}
