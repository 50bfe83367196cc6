package gateway

import "slices"

// decideAsk names a dealer for an inquiry, or its panel. Before the list is
// complete the dealer is remembered; afterwards it is asked at once.
func decideAsk(env Env, q Inquiry, c Ask) []Event {
	if refusal := mayAsk(env, q, c); refusal.Code != 0 {
		about := string(c.Dealer)
		return refused(c.Origin, VerbAsk, c.ListID, about, refusal)
	}
	switch q.Phase {
	case Unknown:
		return append([]Event{begun(env, c.Origin, c.ListID, c.BidID)}, chosen(env, q, c)...)
	case Receiving:
		return chosen(env, q, c)
	case Open:
		return askedNow(env, q, c)
	}
	return refused(c.Origin, VerbAsk, c.ListID, string(c.Dealer), refuse(Closed,
		"%s is %s: no more dealers can be asked", c.ListID, q.Phase))
}

func mayAsk(env Env, q Inquiry, c Ask) Refusal {
	if q.Phase == Unknown {
		if refusal := mayBegin(env, c.Origin); refusal.Code != 0 {
			return refusal
		}
	}
	client, _ := env.Policy.client(c.Firm)
	switch {
	case c.Dealer == "" && len(client.Panel) == 0:
		return refuse(NoDealers, "no panel is agreed for %s: name a dealer in DeliverToCompID(128)",
			c.Firm)
	case c.Dealer == "":
		return Refusal{}
	case slices.Contains(client.MayAsk, c.Dealer) || slices.Contains(client.Panel, c.Dealer):
		return Refusal{}
	case !env.Policy.known(c.Dealer):
		return refuse(UnknownDealer, "DeliverToCompID(128) %s is not a dealer here", c.Dealer)
	}
	return refuse(DealerNotAllowed, "%s may not ask %s", c.Firm, c.Dealer)
}

func (p *Policy) known(f Firm) bool {
	_, ok := p.dealer(f)
	return ok
}

func named(env Env, c Ask) []Firm {
	if c.Dealer != "" {
		return []Firm{c.Dealer}
	}
	client, _ := env.Policy.client(c.Firm)
	return client.Panel
}

func chosen(env Env, q Inquiry, c Ask) []Event {
	var events []Event
	for _, dealer := range named(env, c) {
		if !slices.Contains(q.Chosen, dealer) {
			events = append(events, DealerChosen{dealer})
		}
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
	routes := routesTo(env, fresh, q.Terms.Kind)
	if len(routes) == 0 {
		return refused(c.Origin, VerbAsk, c.ListID, string(c.Dealer), refuse(NoDealers,
			"%s cannot quote a %s", fresh[0], q.Terms.Kind))
	}
	return []Event{DealersAsked{Routes: routes}}
}
