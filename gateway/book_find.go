package gateway

import "strings"

// find returns the inquiry that a command of a counterparty names, as that
// counterparty knows it; the zero Inquiry if it knows none.
func (b *Book) find(c Command) Inquiry {
	firm := c.From().Firm
	switch c := c.(type) {
	case Submit:
		return b.ofClient(firm, c.ListID)
	case Ask:
		return b.ofClient(firm, c.ListID)
	case Accept:
		return b.taking(firm, c)
	case Cancel:
		return b.ofClient(firm, c.ListID)
	case Enquire:
		return b.ofClient(firm, c.ListID)
	case Acknowledge:
		return b.ofDealer(firm, c.List)
	case Bid:
		return b.ofDealer(firm, c.List)
	case PriceLines:
		return b.ofDealer(firm, c.List)
	case Pass:
		return b.ofDealer(firm, c.List)
	case Confirm:
		return b.ofDealer(firm, c.List)
	case Affirm:
		return b.ofTrade(firm, c.Ticket)
	case Dispute:
		return b.ofTrade(firm, c.ExecID)
	}
	return Inquiry{}
}

// taking finds the inquiry of an Accept, which may name the quote alone.
func (b *Book) taking(client Firm, c Accept) Inquiry {
	if c.ListID != "" {
		return b.ofClient(client, c.ListID)
	}
	q, _ := b.Quoted(client, c.Quote)
	return q
}

func (b *Book) ofClient(firm Firm, list string) Inquiry {
	return b.inquiries[b.byClient[listKey{firm, list}]]
}

func (b *Book) ofDealer(firm Firm, list string) Inquiry {
	return b.inquiries[b.byDealer[listKey{firm, list}]]
}

// ofTrade finds an inquiry by an id that starts with its trade's, for the two
// firms that traded.
func (b *Book) ofTrade(firm Firm, id string) Inquiry {
	trade, _, _ := strings.Cut(id, "-")
	q := b.inquiries[b.byTrade[trade]]
	if q.Execution == nil || (firm != q.Client && firm != q.Execution.Dealer) {
		return Inquiry{}
	}
	return q
}
