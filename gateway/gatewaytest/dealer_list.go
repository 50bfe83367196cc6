package gatewaytest

import "foliogate/fixspec"

// listDealer is a dealer of the LIST profile.
type listDealer struct{}

func (listDealer) acknowledge(d *dealer, l *dealerList) fixspec.Message {
	return d.status(l, fixspec.StatusAck, fixspec.ListInBidding)
}

func (listDealer) decline(d *dealer, l *dealerList) fixspec.Message {
	return d.status(l, fixspec.StatusResponse, fixspec.ListRejected)
}

func (listDealer) confirm(d *dealer, l *dealerList, _ string) fixspec.Message {
	return d.status(l, fixspec.StatusExecStarted, fixspec.ListExecuting)
}

func (d *dealer) status(l *dealerList, why fixspec.ListStatusType, state fixspec.ListOrderStatus) fixspec.Message {
	return &fixspec.ListStatus{ListID: l.id, ListStatusType: why, ListOrderStatus: state,
		TransactTime: d.w.now, TotNoOrders: 1}
}

func (listDealer) pass(_ *dealer, l *dealerList) fixspec.Message {
	return &fixspec.BidResponse{BidID: "P", ClientBidID: l.id,
		Components: []fixspec.BidComponent{{ListID: l.id, Text: fixspec.TextPass}}}
}

func (listDealer) quote(_ *dealer, l *dealerList, b dealerBid) fixspec.Message {
	m := &fixspec.BidResponse{BidID: b.id, ClientBidID: l.id}
	if l.sheet.kind != fixspec.PricePercentage {
		m.Components = []fixspec.BidComponent{{ListID: l.id,
			Price: fixspec.MoneyAmount(b.total, "USD"), PriceType: fixspec.PriceFixedAmount}}
		return m
	}
	if b.sell != 0 {
		m.Components = append(m.Components, fixspec.BidComponent{ListID: l.id, Side: fixspec.SideSell,
			Price: fixspec.PriceAmount(b.sell), PriceType: fixspec.PricePercentage})
	}
	if b.buy != 0 {
		m.Components = append(m.Components, fixspec.BidComponent{ListID: l.id, Side: fixspec.SideBuy,
			Price: fixspec.PriceAmount(b.buy), PriceType: fixspec.PricePercentage})
	}
	return m
}

func (listDealer) hear(d *dealer, m fixspec.Message) {
	switch m := m.(type) {
	case *fixspec.BidRequest:
		if l := d.list(m.ListID); l != nil && m.BidRequestTransType == fixspec.BidCancel {
			l.close()
		}
	case *fixspec.ListExecute:
		l := d.list(m.ListID)
		if l == nil {
			d.w.fail("%s is awarded a list %s that it never saw", d.firm, m.ListID)
			return
		}
		d.awarded(l, m.BidID, "")
	case *fixspec.QuoteResponse:
		if l := d.list(listIn(m.Instrument)); l != nil {
			l.final(m.QuoteID)
		}
	case *fixspec.BusinessMessageReject:
		d.rejected(m)
	case *fixspec.ListStatus:
		if l := d.list(m.ListID); l != nil && m.ListOrderStatus == fixspec.ListAllDone {
			clear(l.promised) // our confirmation again: it is done, reports tell the rest
		}
	}
}

// rejected: the house refuses a confirmation by the quote that it last knew, or by the list.
func (d *dealer) rejected(m *fixspec.BusinessMessageReject) {
	if m.RefMsgType != "N" {
		return
	}
	l := d.quoted(m.BusinessRejectRefID)
	if l == nil {
		l = d.list(m.BusinessRejectRefID)
	}
	if l != nil {
		clear(l.promised)
	}
}
