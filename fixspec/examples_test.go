package fixspec

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// whole puts a body written with bars into a message.
func whole(msgType, header, body string) []byte {
	raw := wire.Begin(nil, msgType)
	raw = append(raw, strings.ReplaceAll("49=A|56=B|"+header+"34=5|52=20260105-10:00:00|"+body,
		"|", "\x01")...)
	return wire.Finish(raw, 0)
}

// The examples of the rules of engagement mean what they say.
func TestExamples(t *testing.T) {
	bonds := []Instrument{
		{Symbol: NoSymbol, SecurityID: "US023135BR61", SecurityIDSource: IDISIN, Product: 3,
			SecurityType: "CORP", MaturityDate: units.DateOf(2032, 4, 13), CouponRate: 3_60000000},
		{Symbol: NoSymbol, SecurityID: "912828XX1", SecurityIDSource: IDCUSIP}}
	expire := time.Date(2026, 1, 5, 10, 20, 0, 0, time.UTC)
	at := time.Date(2026, 1, 5, 10, 10, 0, 0, time.UTC)
	pt := Instrument{Symbol: NoSymbol, SecurityID: "PT-1", SecurityIDSource: IDExchange}
	list := pt
	list.Product, list.SecurityType, list.SecurityDesc = 12, "MLEG", "PORTFOLIO OF 2"
	second := settle
	for _, example := range []struct {
		name, msgType, body string
		want                Message
	}{
		{"inquiry", "E", "66=PT-20260105-0001|391=INQ-1|414=3|394=2|433=2|69=AON|68=3|893=N|73=2|" +
			"11=C-1|67=1|453=1|448=LEI1|447=D|452=3|1=FUND1|78=2|79=F1|80=600000|79=F2|80=400000|63=6|" +
			"64=20260107|18=G|55=[N/A]|48=US023135BR61|22=4|460=3|167=CORP|541=20320413|223=3.6|54=1|" +
			"854=0|38=1000000|40=1|423=1|44=99.25|221=Treasury|222=7Y|699=91282CJZ5|761=1|15=USD|59=6|" +
			"126=20260105-10:20:00|120=USD|11=C-2|67=2|55=[N/A]|48=912828XX1|22=1|54=2|38=250000.5|",
			&NewOrderList{ListID: "PT-20260105-0001", ClientBidID: "INQ-1", ProgRptReqs: 3, BidType: 2,
				ListExecInstType: ExecWait, ListExecInst: "AON", TotNoOrders: 3, Orders: []ListOrder{
					{ClOrdID: "C-1", ListSeqNo: 1, Parties: Parties{Client: "LEI1"}, Account: "FUND1",
						Allocs: []Alloc{{"F1", 600_000_00}, {"F2", 400_000_00}}, SettlType: '6',
						SettlDate: settle, ExecInst: "G", Instrument: bonds[0], Side: SideBuy,
						OrderQty: 1_000_000_00, OrdType: '1', PriceType: PricePercentage,
						Price: 99_25000000, Benchmark: Benchmark{CurveName: "Treasury",
							CurvePoint: "7Y", SecurityID: "91282CJZ5", SecurityIDSource: IDCUSIP},
						Currency: "USD", TimeInForce: '6', ExpireTime: expire, SettlCurrency: "USD"},
					{ClOrdID: "C-2", ListSeqNo: 2, Instrument: bonds[1], Side: SideSell,
						OrderQty: 250_000_50}}}},
		{"request", "k", "391=INQ-1|374=N|392=AON|393=3|394=2|15=USD|396=1000000|397=2000000|420=1|66=PT-1|" +
			"430=1|64=20260107|414=3|417=4|75=20260105|418=R|419=C|443=20260105-10:20:00|58=AON|",
			&BidRequest{ClientBidID: "INQ-1", BidRequestTransType: BidNew, TotNoRelatedSym: 3, BidType: 2,
				Currency: "USD", SideValue1: 1_000_000_00, SideValue2: 2_000_000_00, ListID: "PT-1",
				NumBidders: 4, TradeDate: trade, BidTradeType: 'R', BasisPxType: 'C', StrikeTime: expire,
				Text: "AON"}},
		{"quote", "l", "390=DLRA-B1|391=INQ-1|420=1|12=0|13=3|66=PT-1|44=-995125.50|423=3|430=1|64=20260107|",
			&BidResponse{BidID: "DLRA-B1", ClientBidID: "INQ-1", Components: []BidComponent{{ListID: "PT-1",
				Price: MoneyAmount(-995_125_50, "USD"), PriceType: PriceFixedAmount, SettlDate: second}}}},
		{"pass", "l", "390=DLRA-B2|391=INQ-1|420=1|12=0|66=PT-1|58=PASS|",
			&BidResponse{BidID: "DLRA-B2", ClientBidID: "INQ-1",
				Components: []BidComponent{{ListID: "PT-1", Text: TextPass}}}},
		{"accept", "L", "66=PT-1|391=INQ-1|390=DLRA-B1|60=20260105-10:10:00|",
			&ListExecute{ListID: "PT-1", ClientBidID: "INQ-1", BidID: "DLRA-B1", TransactTime: at}},
		{"confirm", "N", "66=PT-1|429=4|82=1|431=3|83=1|60=20260105-10:10:00|68=3|73=0|",
			&ListStatus{ListID: "PT-1", ListStatusType: StatusExecStarted, NoRpts: 1, RptSeq: 1,
				ListOrderStatus: ListExecuting, TransactTime: at, TotNoOrders: 3, LastFragment: true}},
		{"cover", "AJ", "693=R1|117=DLRB-B7|694=4|55=[N/A]|48=PT-1|22=8|58=COVER|",
			&QuoteResponse{QuoteRespID: "R1", QuoteID: "DLRB-B7", QuoteRespType: QuoteCover,
				Instrument: pt, Text: "COVER"}},
		{"withdrawal", "Z", "131=INQ-1|117=DLRA-B1|298=4|",
			&QuoteCancel{QuoteReqID: "INQ-1", QuoteID: "DLRA-B1", QuoteCancelType: CancelAllQuotes}},
		{"line prices", "i", "131=INQ-1|117=DLRA-B1|537=1|301=1|296=1|302=PT-1|304=2|893=Y|295=2|299=C-1|" +
			"55=[N/A]|48=912828XX1|22=1|133=99.31|634=3.71|299=C-2|55=[N/A]|48=912828XX1|22=1|132=95.6|",
			&MassQuote{QuoteReqID: "INQ-1", QuoteID: "DLRA-B1", QuoteType: 1, QuoteResponseLevel: 1,
				QuoteSetID: "PT-1", TotNoQuoteEntries: 2, LastFragment: true, Entries: []QuoteEntry{
					{QuoteEntryID: "C-1", Instrument: bonds[1], OfferPx: 99_31000000},
					{QuoteEntryID: "C-2", Instrument: bonds[1], BidPx: 95_60000000}}}},
		{"net ticket", "AK", "664=CONF-PT1-USD-20260107|666=0|773=2|665=4|453=1|448=DLRA|447=D|452=1|73=1|" +
			"11=PT-1|66=PT-1|60=20260105-10:10:00|75=20260105|55=[N/A]|48=PT-1|22=8|460=12|167=MLEG|" +
			"107=PORTFOLIO OF 2|711=0|555=0|80=3000000|54=2|15=USD|862=1|528=P|863=3000000|79=FUND1|6=0|" +
			"381=918900|159=4200|118=914700.00|119=914700.00|120=USD|63=6|64=20260107|",
			&Confirmation{ConfirmID: "CONF-PT1-USD-20260107", Parties: Parties{Dealer: "DLRA"},
				ListID: "PT-1", TransactTime: at, TradeDate: trade, Instrument: list,
				AllocQty: 3_000_000_00, Side: SideSell, Currency: "USD", AllocAccount: "FUND1",
				GrossTradeAmt: 918_900_00, AccruedInterestAmt: 4_200_00, NetMoney: 914_700_00,
				SettlCurrAmt: 914_700_00, SettlCurrency: "USD", SettlDate: settle}},
	} {
		t.Run(example.name, func(t *testing.T) {
			_, got, err := NewReader(testTable(), strict()).Read(whole(example.msgType, "", example.body))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(plain(got), plain(example.want)) {
				t.Errorf("got  %+v\nwant %+v", got, example.want)
			}
		})
	}
}

// An error names the field with the path that leads to it, and FIX's reason.
func TestErrorPaths(t *testing.T) {
	line := "11=C-1|67=1|55=[N/A]|48=X|22=1|54=1|38=1|"
	head := "66=L|394=2|68=2|73="
	for _, bad := range []struct {
		msgType, body, path string
		reason              wire.Reason
	}{
		{"E", head + "1|" + strings.Replace(line, "38=1|", "38=1e6|", 1), "NoOrders(73)[1].OrderQty(38)", wire.BadFormat},
		{"E", head + "2|" + line + strings.Replace(line, "38=1|", "38=0.001|", 1), "NoOrders(73)[2].OrderQty(38)", wire.BadFormat},
		{"E", head + "1|" + strings.Replace(line, "54=1", "54=Z", 1), "NoOrders(73)[1].Side(54)", wire.ValueOutOfRange},
		{"E", head + "1|" + strings.Replace(line, "54=1|", "", 1), "NoOrders(73)[1].Side(54)", wire.RequiredMissing},
		{"E", head + "1|" + strings.Replace(line, "67=1", "67=one", 1), "NoOrders(73)[1].ListSeqNo(67)", wire.BadFormat},
		{"E", head + "1|" + line + "44=99.123456789|", "NoOrders(73)[1].Price(44)", wire.BadFormat},
		{"E", head + "1|" + strings.Replace(line, "55", "78=1|79=F|80=x|55", 1), "NoOrders(73)[1].NoAllocs(78)[1].AllocQty(80)", wire.BadFormat},
		{"E", head + "1|" + line + "126=tomorrow|", "NoOrders(73)[1].ExpireTime(126)", wire.BadFormat},
		{"E", head + "2|" + line, "NoOrders(73)", wire.IncorrectNumGroup},
		{"E", strings.Replace(head, "66=L|", "", 1) + "1|" + line, "ListID(66)", wire.RequiredMissing},
		{"l", "390=B|391=L|420=1|12=1|66=L|44=5|423=3|", "NoBidComponents(420)[1].Commission(12)", wire.ValueOutOfRange},
		{"l", "390=B|391=L|420=1|12=0|66=L|44=5|", "NoBidComponents(420)[1].PriceType(423)", wire.ConditionallyRequired},
		{"l", "390=B|391=L|420=1|12=0|66=L|44=1234567890123456789|423=3|", "NoBidComponents(420)[1].Price(44)", wire.BadFormat},
		{"k", "391=R|374=N|393=2|394=2|420=2|66=A|66=B|418=R|419=4|", "NoBidComponents(420)", wire.ValueOutOfRange},
		{"L", "66=L|60=20260105-10:00:00|", "BidID(390)", wire.ConditionallyRequired},
		{"i", "117=Q|296=2|302=A|304=1|295=1|299=C|302=B|304=1|295=1|299=C|", "NoQuoteSets(296)", wire.ValueOutOfRange},
		{"8", "37=O|17=X|150=F|39=2|55=[N/A]|54=1|15=JPY|151=0|14=1|6=1|381=1.5|", "GrossTradeAmt(381)", wire.BadFormat},
		{"D", "11=C|", "MsgType(35)", wire.UnsupportedMsgType},
	} {
		_, _, err := NewReader(testTable(), strict()).Read(whole(bad.msgType, "", bad.body))
		wrong, ok := err.(*wire.Error)
		if !ok || wrong.Path != bad.path || wrong.Reason != bad.reason {
			t.Errorf("%s %s\n got %v\nwant %s: %s", bad.msgType, bad.body, err, bad.path, bad.reason)
		}
	}
}

// A header that can be read is read, so that a reject can point at the message.
func TestReadKeepsTheHeaderOfABadMessage(t *testing.T) {
	h, m, err := NewReader(testTable(), strict()).Read(whole("L", "115=DLRA|", "66=L|"))
	if err == nil || m != nil || h.MsgSeqNum != 5 || h.OnBehalfOf != "DLRA" {
		t.Errorf("%+v %v %v", h, m, err)
	}
}
