package gateway

// What a test asks of a book by the names that counterparties use.

func (b *Book) ofClient(firm Firm, list string) Inquiry {
	q, _ := b.Inquiry(b.byClient[listKey{firm, list}])
	return q
}

func (b *Book) ofDealer(firm Firm, list string) Inquiry {
	q, _ := b.Inquiry(b.Shown(firm, list))
	return q
}
