package gateway

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// decideAsk names a dealer for an inquiry, or its panel. Before the list is
// complete the dealer is remembered; afterwards it is asked at once.
func decideAsk(env Env, q Inquiry, c Ask) []Event {
	if refusal := mayAsk(env, q, c); refusal.Code != 0 {
		return refused(c, refusal)
	}
	switch q.Phase {
	case Unknown:
		begun := begun(env, c.Origin, c.ListID, c.BidID)
		return append([]Event{begun}, chosen(q.notNamed(named(env, c)), "")...)
	case Receiving:
		return chosen(q.notNamed(named(env, c)), c.names(q))
	case Open:
		return askedNow(env, q, c)
	}
	return refused(c, refuse(Closed, "%s is %s: no more dealers can be asked", c.ListID, q.Phase))
}

func mayAsk(env Env, q Inquiry, c Ask) Refusal {
	if q.Phase == Unknown {
		if refusal := mayBegin(env, c.Origin); refusal.Code != 0 {
			return refusal
		}
	}
	if q.Phase != Unknown && c.BidID != "" && c.BidID != q.Round() && !q.nameless() {
		return otherRound(q, c.BidID)
	}
	client := env.Policy.Client(c.Firm)
	if c.Dealer != "" {
		return mayName(env, client, c.Dealer)
	}
	return hasPanel(client)
}

// otherRound refuses what is about a bidding that the list does not have: all that is
// told of the list has the name of one.
func otherRound(q Inquiry, id string) Refusal {
	return refuse(UnknownQuote, "bidding round %s is not that of list %s", id, q.ListID)
}

func hasPanel(client Client) Refusal {
	if len(client.Panel) == 0 {
		return refuse(NoDealers, "no panel is agreed for %s: name a dealer", client.Firm)
	}
	return Refusal{}
}

// mayName tells whether the client may ask the dealer.
func mayName(env Env, client Client, dealer Firm) Refusal {
	switch {
	case slices.Contains(client.MayAsk, dealer) || slices.Contains(client.Panel, dealer):
		return Refusal{}
	case !env.Policy.known(dealer):
		return refuse(UnknownDealer, "%s is not a dealer here", dealer)
	}
	return refuse(DealerNotAllowed, "%s may not ask %s", client.Firm, dealer)
}

func (p *Policy) known(f Firm) bool {
	_, ok := p.dealer(f)
	return ok
}

func named(env Env, c Ask) []Firm {
	if c.Dealer != "" {
		return []Firm{c.Dealer}
	}
	return env.Policy.Client(c.Firm).Panel
}

// notNamed are those dealers that the client has not named before, each once.
func (q Inquiry) notNamed(dealers []Firm) []Firm {
	var others []Firm
	for _, dealer := range dealers {
		if !slices.Contains(q.Chosen, dealer) && !slices.Contains(others, dealer) {
			others = append(others, dealer)
		}
	}
	return others
}

// names is the bidding round that the ask names, if it has no name yet.
func (c Ask) names(q Inquiry) string {
	if q.nameless() && c.BidID != q.ListID {
		return c.BidID
	}
	return ""
}

// chosen remembers dealers until the list is complete.
func chosen(dealers []Firm, round string) []Event {
	var events []Event
	for _, dealer := range dealers {
		events = append(events, DealerChosen{Dealer: dealer, BidID: round})
	}
	return events
}

func askedNow(env Env, q Inquiry, c Ask) []Event {
	var fresh []Firm
	for _, dealer := range named(env, c) {
		if _, asked := q.Route(dealer); !asked {
			fresh = append(fresh, dealer)
		}
	}
	if len(fresh) == 0 {
		return nil // asked before
	}
	asked, refusal := asking(env, q, fresh)
	if c.Dealer == "" && len(asked.Routes) == 0 && len(q.Routes) > 0 {
		return nil // all of the panel that can quote
	}
	if refusal.Code != 0 {
		return refused(c, refusal)
	}
	asked.BidID = c.names(q)
	return []Event{asked}
}

// asking makes a route to each of the dealers that can quote the inquiry, and names
// the others.
func asking(env Env, q Inquiry, dealers []Firm) (DealersAsked, Refusal) {
	var asked DealersAsked
	for _, firm := range dealers {
		if dealer, known := env.Policy.dealer(firm); known && dealer.quotes(q) {
			asked.Routes = append(asked.Routes, routeTo(env, dealer))
		} else {
			asked.Unable = append(asked.Unable, firm)
		}
	}
	// The order is that of the opaque list ids, so that it tells nobody anything.
	slices.SortFunc(asked.Routes, func(a, b Route) int { return cmp.Compare(a.ListID, b.ListID) })
	return asked, asked.allowed(env, q)
}

// allowed tells whether somebody is asked, and not too many.
func (e DealersAsked) allowed(env Env, q Inquiry) Refusal {
	most, all := env.Policy.Client(q.Client).MaxAsked, len(q.Routes)+len(e.Routes)
	switch {
	case len(e.Routes) == 0:
		return refuse(NoDealers, "%s cannot quote a %s", firmsOf(e.Unable), q.wanted())
	case q.Terms.Single && most > 0 && all > most:
		return refuse(TooManyDealers, "%d dealers would be asked for one bond: name at most %d",
			all, most)
	}
	return Refusal{}
}

// wanted is what dealers are to quote.
func (q Inquiry) wanted() string {
	if q.TwoWay() {
		return "two-way price"
	}
	return q.Terms.Kind.String()
}

func firmsOf(firms []Firm) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(firms), " ", ", "), "[]")
}

func routeTo(env Env, d Dealer) Route {
	return Route{
		Dealer: d.Firm, ListID: env.listID(d.Firm, d.IDs), State: Asked,
		AckBy:    env.Now.Add(cmp.Or(d.AckTimeout, env.Policy.AckTimeout)),
		LastLook: d.LastLook, Account: d.Account,
		QuoteFor: d.QuoteFor, LinePrices: d.LinePrices, IDs: d.IDs,
	}
}

func (d Dealer) quotes(q Inquiry) bool {
	if d.OneWay && q.TwoWay() {
		return false
	}
	return len(d.Kinds) == 0 || slices.Contains(d.Kinds, q.Terms.Kind)
}
