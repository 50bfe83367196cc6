package config

import "slices"

// checkSessions looks at the rows, and then at what they say about each other.
func (g Gateway) checkSessions(r *report) {
	if len(g.Sessions) == 0 {
		r.add("sessions", "is missing", "write a row for each client and each dealer")
	}
	for i, s := range g.Sessions {
		s.check(r, index("sessions", i), g.CompID, g.Mode)
	}
	for i, s := range g.Sessions {
		s.checkUnique(r, i, g.Sessions[:i])
		s.checkTarget(r, i, g.Sessions)
		s.checkListener(r, i, g.Sessions[:i])
	}
	g.checkPanels(r)
}

// checkUnique compares a row with those before it. A pair of CompIDs is a session's identity in
// the whole process, whatever its address: quickfixgo's registry knows no more than that.
func (s Session) checkUnique(r *report, i int, before []Session) {
	row := index("sessions", i)
	for j, other := range before {
		place := r.where(index("sessions", j))
		if s.Name == other.Name {
			r.add(join(row, "name"), quote(s.Name)+" is also the name of the session at "+place,
				"give each session its own")
		}
		samePair := s.CompID == other.CompID && s.OurCompID == other.OurCompID
		switch {
		case samePair:
			r.add(join(row, "comp_id"), "the CompIDs "+s.OurCompID+" and "+s.CompID+
				" are also those of the session at "+place, "change its comp_id or its our_comp_id")
		case s.Role == DealerRole && other.Role == DealerRole && s.CompID == other.CompID:
			r.add(join(row, "comp_id"), quote(s.CompID)+" is also the dealer at "+place+
				", and a panel could not tell them apart", "change one of them")
		}
	}
}

// checkTarget refuses a gateway that dials itself.
func (s Session) checkTarget(r *report, i int, all []Session) {
	if s.Connection != Dial {
		return
	}
	for j, other := range all {
		if other.Connection == Accept && other.Address == s.Address {
			row := index("sessions", i)
			r.add(join(row, "address"), quote(s.Address)+" is where we listen for the session at "+
				r.where(index("sessions", j)), "dial the counterparty's address")
		}
	}
}

// checkPanels holds each client's dealers against the dealer rows, unless one of these is spoilt.
func (g Gateway) checkPanels(r *report) {
	var dealers []string
	for i, s := range g.Sessions {
		row := index("sessions", i)
		if r.faulty(join(row, "role")) || r.faulty(join(row, "comp_id")) {
			return
		}
		if s.Role == DealerRole {
			dealers = append(dealers, s.CompID)
		}
	}
	for i, s := range g.Sessions {
		row := index("sessions", i)
		if s.Role != ClientRole {
			continue
		}
		r.dealers(join(row, "panel"), s.Panel, dealers)
		if s.asksBeyondPanel() {
			r.dealers(join(row, "may_ask"), s.MayAsk, dealers)
		}
	}
}

func (r *report) dealers(path string, named, dealers []string) {
	remedy := "write a row with role: dealer for it"
	if len(dealers) > 0 {
		remedy = "choose from " + either(dealers) + ", or " + remedy
	}
	for i, name := range named {
		if !slices.Contains(dealers, name) {
			r.add(index(path, i), quote(name)+" is not the comp_id of a dealer", remedy)
		}
	}
}
