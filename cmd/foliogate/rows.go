package main

import (
	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
	"foliogate/session"
)

// rows are the configured sessions as the session room takes them.
func (h *house) rows(market gateway.Market, policy *gateway.Policy) []session.Row {
	limit := fixspec.Limit{Lines: h.config.Limits.FragmentLines, Bytes: h.config.Limits.FragmentBytes}
	rows := make([]session.Row, len(h.config.Sessions))
	for i, s := range h.config.Sessions {
		rows[i] = rowOf(s)
		firm := gateway.Firm(s.CompID)
		if s.Role == config.ClientRole {
			rows[i].Face = &fixspec.ClientFace{Client: firm, Bonds: market.Universe, Limit: limit}
			continue
		}
		rows[i].Face = &fixspec.DealerFace{
			Dealer: firm, Bonds: market.Universe, Policy: policy, Limit: limit,
			Currency: func(list string) units.Currency {
				q, _ := h.engine.Shown(firm, list)
				return q.Terms.Currency
			},
		}
	}
	return rows
}

func rowOf(s config.Session) session.Row {
	connection := session.Accept
	if s.Connection == config.Dial {
		connection = session.Dial
	}
	return session.Row{
		Name: s.Name, OurCompID: s.OurCompID, TheirCompID: s.CompID,
		Connection: connection, Address: s.Address, Heartbeat: s.Heartbeat, Reconnect: s.Reconnect,
		Schedule: session.Schedule{
			Start: s.Schedule.Start, End: s.Schedule.End,
			TimeZone: s.Schedule.TimeZone, Weekdays: s.Schedule.Weekdays,
		},
		Username: s.Username, Password: session.Password(s.Password.Reveal()),
		ResetAllowed: s.ResetOnLogonAllowed,
	}
}
