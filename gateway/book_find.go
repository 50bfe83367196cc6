package gateway

import "strings"

// named is the id of the inquiry that a command of a counterparty names, as that
// counterparty knows it; "" if it knows none.
func (b *Book) named(c Command) InquiryID {
	firm := c.From().Firm
	switch c := c.(type) {
	case Submit:
		return b.byClient[listKey{firm, c.ListID}]
	case Ask:
		return b.byClient[listKey{firm, c.ListID}]
	case Accept:
		if c.ListID == "" {
			return b.Quoted(firm, c.Quote)
		}
		return b.byClient[listKey{firm, c.ListID}]
	case Cancel:
		return b.byClient[listKey{firm, c.ListID}]
	case Enquire:
		return b.byClient[listKey{firm, c.ListID}]
	case Acknowledge:
		return b.Shown(firm, c.List)
	case Bid:
		return b.Shown(firm, c.List)
	case PriceLines:
		return b.Shown(firm, c.List)
	case Pass:
		return b.Shown(firm, c.List)
	case Confirm:
		return b.Shown(firm, c.List)
	case Affirm:
		return b.ofTrade(firm, c.Ticket)
	case Dispute:
		return b.ofTrade(firm, c.ExecID)
	}
	return ""
}

// ofTrade finds an inquiry by an id that starts with its trade's, for the two
// firms that traded.
func (b *Book) ofTrade(firm Firm, id string) InquiryID {
	trade, _, _ := strings.Cut(id, "-")
	traded := b.byTrade[trade]
	if k, ok := b.Find(traded); !ok || !k.traded(firm) {
		return ""
	}
	return traded
}
