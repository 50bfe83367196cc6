package fixspec

import (
	"fmt"
	"slices"
	"testing"
	"time"

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
)

// said shows what a typed accessor returned.
func said[T any](v T, err quickfix.MessageRejectError) string {
	if err != nil {
		return "!" + err.Error()
	}
	if at, ok := any(v).(time.Time); ok {
		return at.UTC().Format("15:04:05.000")
	}
	return fmt.Sprint(v)
}

// What we write is read by the typed accessors of fix44, parsed with the unmodified FIX44.xml.
func TestTypedMessagesReadOurs(t *testing.T) {
	judge := newStrictly(t)
	for i, c := range []struct {
		ours Message
		read func(*quickfix.Message) []string
		want []string
	}{
		{fullList(), readList, []string{"20260105-000001", "INQ-1", "2", "3", "true", "3",
			"C-00001", "1", "LEI1", "F1", "600000", "F2", "400000.5", "1", "1000000", "99.25", "-12.5", "91282CJZ5", "12:20:00.000",
			"C-00002", "2", "2", "1000001", "C-00003", "3", "F1", "0.01", "1", "1000002"}},
		{samples()[2], func(m *quickfix.Message) []string {
			x := bidrequest.FromMessage(m)
			g, _ := x.GetNoBidComponents()
			return []string{said(x.GetClientBidID()), said(x.GetBidRequestTransType()),
				said(x.GetSideValue2()), said(x.GetNumBidders()), said(g.Get(0).GetListID()), said(x.GetBidTradeType())}
		}, []string{"INQ-1", "N", "2000000.5", "4", "20260105-000001", "R"}},
		{samples()[4], readBid, []string{"DLRA-B1", "0", "20260105-000001", "-995125.5", "3"}},
		{samples()[6], readBid, []string{"DLRA-B1", "0", "20260105-000001", "101.125", "1", "0", "20260105-000001", "99.875", "1"}},
		{samples()[7], readBid, []string{"DLRA-B2", "0", "20260105-000001", "!Conditionally Required Field Missing (44)", "!Conditionally Required Field Missing (423)"}},
		{samples()[8], func(m *quickfix.Message) []string {
			x := liststatus.FromMessage(m)
			g, _ := x.GetNoOrders()
			return []string{said(x.GetListOrderStatus()), said(x.GetListStatusText()), fmt.Sprint(g.Len()),
				said(g.Get(0).GetOrdRejReason()), said(g.Get(1).GetAvgPx()), said(g.Get(2).GetCxlQty()), said(g.Get(3).GetOrdStatus())}
		}, []string{"7", "1 of 125 lines cannot trade", "4", "1", "99.5", "5.5", "D"}},
		{samples()[9], func(m *quickfix.Message) []string {
			x := liststatus.FromMessage(m)
			g, err := x.GetNoOrders()
			return []string{said(x.GetListOrderStatus()), said(g.Len(), err)}
		}, []string{"3", "0"}},
		{samples()[10], func(m *quickfix.Message) []string {
			x := listexecute.FromMessage(m)
			return []string{said(x.GetListID()), said(x.GetBidID()), said(x.GetTransactTime())}
		}, []string{"20260105-000001", "Q1", "12:00:00.250"}},
		{samples()[11], func(m *quickfix.Message) []string {
			x := listcancelrequest.FromMessage(m)
			return []string{said(x.GetListID()), said(x.GetText())}
		}, []string{"20260105-000001", "no more"}},
		{samples()[12], func(m *quickfix.Message) []string {
			return []string{said(liststatusrequest.FromMessage(m).GetListID())}
		}, []string{"20260105-000001"}},
		{samples()[13], readQuote, []string{"INQ-1", "DLRA-B1", "20260105-000001", "true", "C-1", "X", "99.31", "C-2", "U000029A2", "95.6"}},
		{samples()[15], func(m *quickfix.Message) []string {
			x := massquoteacknowledgement.FromMessage(m)
			sets, _ := x.GetNoQuoteSets()
			entries, _ := sets.Get(0).GetNoQuoteEntries()
			return []string{said(x.GetQuoteStatus()), said(x.GetQuoteRejectReason()), said(x.GetText()),
				said(entries.Get(0).GetQuoteEntryRejectReason()), said(entries.Get(1).GetQuoteEntryID())}
		}, []string{"5", "8", "off by 12.00", "8", "C-2"}},
		{samples()[16], func(m *quickfix.Message) []string {
			x := quotecancel.FromMessage(m)
			return []string{said(x.GetQuoteReqID()), said(x.GetQuoteID()), said(x.GetQuoteCancelType())}
		}, []string{"INQ-1", "DLRA-B1", "4"}},
		{fill(), readReport, []string{"C-00001", "F", "2", "1", "99.31", "993100", "84", "0.84", "8400", "1001500", "USD", "20260107", "DLRA", "NORTHGATE"}},
		{samples()[21], readTicket, []string{"T7H2K9M4Q1X3Z-N01", "2", "3000000", "918900", "-4200", "914700", "914700", "USD", "20260107", "FUND1", "20260105-000001", "P", "DLRA"}},
		{samples()[22], func(m *quickfix.Message) []string {
			x := confirmationack.FromMessage(m)
			return []string{said(x.GetConfirmID()), said(x.GetAffirmStatus()), said(x.GetConfirmRejReason())}
		}, []string{"T7H2K9M4Q1X3Z-N01", "2", "99"}},
		{samples()[24], func(m *quickfix.Message) []string {
			x := dontknowtrade.FromMessage(m)
			return []string{said(x.GetExecID()), said(x.GetDKReason()), said(x.GetLastPx()), said(x.GetSymbol())}
		}, []string{"X", "F", "99.31", NoSymbol}},
		{samples()[25], func(m *quickfix.Message) []string {
			x := ordermassstatusrequest.FromMessage(m)
			return []string{said(x.GetMassStatusReqID()), said(x.GetMassStatusReqType())}
		}, []string{"AF-1", "7"}},
		{samples()[26], func(m *quickfix.Message) []string {
			x := quoteresponse.FromMessage(m)
			return []string{said(x.GetQuoteID()), said(x.GetQuoteRespType()), said(x.GetSecurityID()), said(x.GetText())}
		}, []string{"DLRB-B7", "4", "20260105-000001", "COVER"}},
		{samples()[27], func(m *quickfix.Message) []string {
			x := businessmessagereject.FromMessage(m)
			return []string{said(x.GetRefSeqNum()), said(x.GetRefMsgType()), said(x.GetBusinessRejectRefID()), said(x.GetBusinessRejectReason())}
		}, []string{"17", "l", "DLRA-B1", "1"}},
	} {
		t.Run(fmt.Sprintf("%02d %s", i, c.ours.MsgType()), func(t *testing.T) {
			raw := AppendMessage(nil, testFrame(), envelopeOf(c.ours))
			if got := c.read(judge.accept(t, raw)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q\n%s", got, c.want, shown(raw))
			}
		})
	}
}

func readList(m *quickfix.Message) []string {
	x := neworderlist.FromMessage(m)
	orders, err := x.GetNoOrders()
	read := []string{said(x.GetListID()), said(x.GetClientBidID()), said(x.GetListExecInstType()),
		said(x.GetTotNoOrders()), said(x.GetLastFragment()), said(orders.Len(), err)}
	for i := range orders.Len() {
		o := orders.Get(i)
		read = append(read, said(o.GetClOrdID()), said(o.GetListSeqNo()))
		if o.HasNoPartyIDs() {
			parties, _ := o.GetNoPartyIDs()
			read = append(read, said(parties.Get(0).GetPartyID()))
		}
		if o.HasNoAllocs() {
			allocs, _ := o.GetNoAllocs()
			for j := range allocs.Len() {
				read = append(read, said(allocs.Get(j).GetAllocAccount()), said(allocs.Get(j).GetAllocQty()))
			}
		}
		read = append(read, said(o.GetSide()), said(o.GetOrderQty()))
		if o.HasPrice() {
			read = append(read, said(o.GetPrice()), said(o.GetSpread()),
				said(o.GetBenchmarkSecurityID()), said(o.GetExpireTime()))
		}
	}
	return read
}

func readBid(m *quickfix.Message) []string {
	x := bidresponse.FromMessage(m)
	group, _ := x.GetNoBidComponents()
	read := []string{said(x.GetBidID())}
	for i := range group.Len() {
		c := group.Get(i)
		read = append(read, said(c.GetCommission()), said(c.GetListID()), said(c.GetPrice()), said(c.GetPriceType()))
	}
	return read
}

func readQuote(m *quickfix.Message) []string {
	x := massquote.FromMessage(m)
	sets, _ := x.GetNoQuoteSets()
	entries, _ := sets.Get(0).GetNoQuoteEntries()
	read := []string{said(x.GetQuoteReqID()), said(x.GetQuoteID()), said(sets.Get(0).GetQuoteSetID()),
		said(sets.Get(0).GetLastFragment())}
	for i := range entries.Len() {
		e := entries.Get(i)
		read = append(read, said(e.GetQuoteEntryID()), said(e.GetSecurityID()))
		if e.HasBidPx() {
			read = append(read, said(e.GetBidPx()))
		} else {
			read = append(read, said(e.GetOfferPx()))
		}
	}
	return read
}

func readReport(m *quickfix.Message) []string {
	x := executionreport.FromMessage(m)
	read := []string{said(x.GetClOrdID()), said(x.GetExecType()), said(x.GetOrdStatus()), said(x.GetSide()),
		said(x.GetLastPx()), said(x.GetGrossTradeAmt()), said(x.GetNumDaysInterest()),
		said(x.GetAccruedInterestRate()), said(x.GetAccruedInterestAmt()), said(x.GetNetMoney()),
		said(x.GetSettlCurrency()), said(x.GetSettlDate())}
	parties, _ := x.GetNoPartyIDs()
	for i := range parties.Len() {
		read = append(read, said(parties.Get(i).GetPartyID()))
	}
	return read
}

func readTicket(m *quickfix.Message) []string {
	x := confirmation.FromMessage(m)
	orders, _ := x.GetNoOrders()
	capacities, _ := x.GetNoCapacities()
	parties, _ := x.GetNoPartyIDs()
	return []string{said(x.GetConfirmID()), said(x.GetSide()), said(x.GetAllocQty()), said(x.GetGrossTradeAmt()),
		said(x.GetAccruedInterestAmt()), said(x.GetNetMoney()), said(x.GetSettlCurrAmt()), said(x.GetSettlCurrency()),
		said(x.GetSettlDate()), said(x.GetAllocAccount()), said(orders.Get(0).GetListID()),
		said(capacities.Get(0).GetOrderCapacity()), said(parties.Get(0).GetPartyID())}
}
