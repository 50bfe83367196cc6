package fixspec

import "foliogate/fixspec/wire"

// Parties are the firms that NoPartyIDs(453) names in the roles used here, each with the
// proprietary PartyIDSource(447) D. Parties in other roles are skipped.
type Parties struct {
	Dealer string // PartyID(448) with PartyRole(452) 1, executing firm
	Client string // PartyID(448) with PartyRole(452) 3, client id
}

const (
	roleDealer = 1
	roleClient = 3
)

func (p *Parties) append(b []byte) []byte {
	if *p == (Parties{}) {
		return b
	}
	count := 1
	if p.Dealer != "" && p.Client != "" {
		count = 2
	}
	b = wire.AppendInt(b, 453, count)
	b = appendParty(b, p.Dealer, roleDealer)
	return appendParty(b, p.Client, roleClient)
}

func appendParty(b []byte, id string, role int) []byte {
	if id == "" {
		return b
	}
	b = wire.AppendString(b, 448, id)
	b = wire.AppendChar(b, 447, 'D')
	return wire.AppendInt(b, 452, role)
}

func (p *Parties) decode(d *wire.Decoder) {
	*p = Parties{}
	for range d.Group(453) {
		id := d.String(448)
		switch d.Int(452) {
		case roleDealer:
			p.Dealer = id
		case roleClient:
			p.Client = id
		}
	}
}
