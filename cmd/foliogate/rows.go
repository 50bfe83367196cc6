package main

import (
	"fmt"

	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/fixspec/wire"
	"foliogate/gateway"
	"foliogate/gateway/units"
	"foliogate/session"
)

// rows are the configured sessions as the session room takes them.
func (h *house) rows(market gateway.Market, policy *gateway.Policy) ([]session.Row, error) {
	rows := make([]session.Row, len(h.config.Sessions))
	for i, s := range h.config.Sessions {
		var err error
		if rows[i], err = rowOf(s, h.config.Mode); err != nil {
			return nil, fmt.Errorf("session %q: %w", s.Name, err)
		}
		rows[i].Face = h.face(s, market, policy)
	}
	return rows, nil
}

// face is the gateway as a counterparty wants to see it: in its profile, and in its dialect.
func (h *house) face(s config.Session, market gateway.Market, policy *gateway.Policy) fixspec.Translator {
	limit := fixspec.Limit{Lines: h.config.Limits.FragmentLines, Bytes: h.config.Limits.FragmentBytes}
	var face fixspec.Translator
	if s.Role == config.ClientRole {
		face = h.clientFace(s, market, limit)
	} else {
		face = h.dealerFace(s, market, policy, limit)
	}
	if dialect := dialectOf(s.Dialect); len(dialect.Omits)+len(dialect.Adds) > 0 {
		return fixspec.Spoken{Translator: face, Dialect: dialect}
	}
	return face
}

func (h *house) clientFace(s config.Session, market gateway.Market, limit fixspec.Limit) fixspec.Translator {
	list := fixspec.ClientFace{Client: gateway.Firm(s.CompID), Bonds: market.Universe, Limit: limit}
	if s.Profile != config.RFQProfile {
		return &list
	}
	return &fixspec.ClientRFQFace{ClientFace: list,
		Quoted: func(quote string) (gateway.Inquiry, bool) { return h.engine.Quoted(list.Client, quote) }}
}

func (h *house) dealerFace(s config.Session, market gateway.Market, policy *gateway.Policy, limit fixspec.Limit) fixspec.Translator {
	firm := gateway.Firm(s.CompID)
	shown := func(list string) (gateway.Inquiry, bool) { return h.engine.Shown(firm, list) }
	list := fixspec.DealerFace{
		Dealer: firm, Bonds: market.Universe, Policy: policy, Limit: limit,
		Currency: func(list string) units.Currency {
			q, _ := shown(list)
			return q.Terms.Currency
		},
	}
	if s.Profile != config.RFQProfile {
		return &list
	}
	return &fixspec.DealerRFQFace{DealerFace: list, Shown: shown}
}

func rowOf(s config.Session, mode config.Mode) (row session.Row, err error) {
	connection := session.Accept
	if s.Connection == config.Dial {
		connection = session.Dial
	}
	row = session.Row{
		Name: s.Name, OurCompID: s.OurCompID, TheirCompID: s.CompID,
		Connection: connection, Address: s.Address, Heartbeat: s.Heartbeat, Reconnect: s.Reconnect,
		Schedule: session.Schedule{
			Start: s.Schedule.Start, End: s.Schedule.End,
			TimeZone: s.Schedule.TimeZone, Weekdays: s.Schedule.Weekdays,
		},
		Username: s.Username, Password: passwordOf(s.Password), PasswordFrom: passwordFrom(s, mode),
		Addresses:    s.Networks(),
		ResetAllowed: s.ResetOnLogonAllowed, Unknown: unknownOf(s.UnknownTags),
		AnyOrder: s.FieldOrder == config.AnyOrder,
	}
	row.TLS, err = tlsOf(s.TLS, mode)
	return row, err
}

func unknownOf(u config.UnknownTags) wire.Unknown {
	switch u {
	case config.UserDefined:
		return wire.TolerateUserDefined
	case config.AllUnknown:
		return wire.TolerateUnknown
	}
	return wire.RefuseUnknown
}

// tlsOf takes pins from their file again when it changes.
func tlsOf(t config.TLS, mode config.Mode) (*session.TLS, error) {
	if !t.Given() {
		return nil, nil
	}
	read := func() (pins []session.Pin, err error) {
		digests, err := t.ReadPins(mode)
		for _, digest := range digests {
			pins = append(pins, digest)
		}
		return pins, err
	}
	pins, err := read()
	return &session.TLS{Certificate: t.Certificate, Key: t.Key, TLS12: t.MinVersion == config.TLS12,
		Pins: pins, PinsFrom: session.Source[[]session.Pin]{File: t.PinsFile, Read: read}}, err
}

// passwordFrom reads a password file again under the rules under which it was read first.
func passwordFrom(s config.Session, mode config.Mode) session.Source[session.Password] {
	return session.Source[session.Password]{File: s.PasswordFile,
		Read: func() (session.Password, error) {
			secret, err := s.ReadPassword(mode)
			return passwordOf(secret), err
		}}
}

// limitsOf are the bounds of the session room.
func limitsOf(g config.Gateway) session.Limits {
	u := g.Guard
	return session.Limits{
		Block:        1000 + 2*g.Limits.MaxLines, // a list's reports wait for no reservation
		MessageBytes: g.Limits.MaxMessageBytes, LogonBytes: u.MaxLogonBytes, QueueBytes: u.QueueBytes,
		HandshakeWithin: u.HandshakeTimeout, LogonWithin: u.LogonTimeout, WriteWithin: u.WriteTimeout,
		Connections: u.MaxConnections, ConnectionsPerAddress: u.MaxConnectionsPerAddress,
		Strangers: u.MaxStrangers, StrangersPerAddress: u.MaxStrangersPerAddress,
		AttemptsPerSecond: u.MaxAttemptsPerSecond, MessagesPerSecond: u.MaxMessagesPerSecond,
		BytesPerSecond: u.MaxBytesPerSecond, GapBytes: u.MaxGapBytes,
		ResendsPerMinute: u.MaxResendsPerMinute, WrongPasswords: u.WrongPasswords, LockedFor: u.LockedFor,
	}
}
