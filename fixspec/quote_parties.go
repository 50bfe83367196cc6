package fixspec

import "foliogate/fixspec/wire"

// QuoteParties are the firms that a QuoteRequest names: the dealers to ask, and where it is shown,
// the client. Each has the proprietary PartyIDSource(447) D; parties in other roles are skipped.
type QuoteParties struct {
	Dealers []string // PartyID(448) with PartyRole(452) 1, executing firm
	Client  string   // PartyID(448) with PartyRole(452) 3, client id
}

func (p *QuoteParties) append(b []byte) []byte {
	count := len(p.Dealers)
	if p.Client != "" {
		count++
	}
	b = appendCount(b, 453, count)
	for _, dealer := range p.Dealers {
		b = appendParty(b, dealer, roleDealer)
	}
	return appendParty(b, p.Client, roleClient)
}

func (p *QuoteParties) decode(d *wire.Decoder) {
	*p = QuoteParties{}
	for range d.Group(453) {
		id := d.String(448)
		switch d.Int(452) {
		case roleDealer:
			p.Dealers = append(p.Dealers, id)
		case roleClient:
			p.Client = id
		}
	}
}
