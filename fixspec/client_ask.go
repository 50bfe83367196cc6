package fixspec

import "foliogate/gateway"

// ask translates a client's BidRequest: it names a dealer, or without one the panel.
func ask(origin gateway.Origin, h Header, m *BidRequest) (gateway.Command, *BusinessMessageReject) {
	list := m.ListID
	if list == "" {
		list = m.ClientBidID
	}
	switch {
	case m.BidRequestTransType != BidNew:
		return nil, reject(h, m, m.ClientBidID, BusinessOther,
			"BidRequestTransType(374) must be N: to withdraw an inquiry send a ListCancelRequest")
	case m.BidType != BidTypeDisclosed:
		return nil, reject(h, m, m.ClientBidID, BusinessOther,
			"BidType(394) must be 2: only disclosed lists are taken")
	}
	return gateway.Ask{
		Origin: origin, ListID: list, BidID: m.ClientBidID, Dealer: gateway.Firm(h.DeliverTo),
	}, nil
}
