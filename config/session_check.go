package config

import (
	"fmt"
	"time"
)

// check looks at one row by itself, with the gateway's CompID and mode.
func (s Session) check(r *report, path, ours string, mode Mode) {
	r.name(join(path, "name"), s.Name, "give the session a name for logs and the console")
	choice(r, join(path, "role"), s.Role, ClientRole, DealerRole)
	r.name(join(path, "comp_id"), s.CompID, "write the counterparty's SenderCompID(49)")
	if s.OurCompID != ours { // else it is the gateway's, which is checked once
		r.name(join(path, "our_comp_id"), s.OurCompID, "")
	}
	if s.CompID == s.OurCompID {
		r.add(join(path, "comp_id"), "is our own CompID", "write the counterparty's SenderCompID(49)")
	}
	s.checkTransport(r, path, mode)
	s.Schedule.check(r, join(path, "schedule"))
	r.credentials(s.credentials(path, mode))
	choice(r, join(path, "profile"), s.Profile, ListProfile, RFQProfile)
	s.Dialect.check(r, join(path, "dialect"))
	choice(r, join(path, "unknown_tags"), s.UnknownTags, RefuseUnknown, UserDefined, AllUnknown)
	choice(r, join(path, "field_order"), s.FieldOrder, StrictOrder, AnyOrder)
	switch s.Role {
	case ClientRole:
		s.checkClient(r, path)
	case DealerRole:
		s.checkDealer(r, path)
	}
}

func (s Session) checkTransport(r *report, path string, mode Mode) {
	choice(r, join(path, "connection"), s.Connection, Accept, Dial)
	r.wholeSeconds(join(path, "heartbeat"), s.Heartbeat, time.Hour)
	switch s.Connection {
	case Dial:
		r.wholeSeconds(join(path, "reconnect"), s.Reconnect, 10*time.Minute)
	case Accept:
		if r.given(join(path, "reconnect")) {
			r.add(join(path, "reconnect"), "has no effect on a session that we accept",
				"delete it, or write connection: dial")
		}
	}
	r.endpoint(endpoint{
		at: path, connection: s.Connection, address: s.Address, insecure: s.Insecure,
		anyPort: s.Connection == Accept && mode == Rehearsal,
		secure:  s.TLS.Given() || r.given(join(path, "tls")),
	})
	s.TLS.check(r, join(path, "tls"))
	s.checkAddresses(r, join(path, "addresses"))
}

func (s Session) credentials(path string, mode Mode) credentials {
	return credentials{
		at: path, username: s.Username, password: s.Password, passwordFile: s.PasswordFile,
		guarded: mode == Production, sent: s.Connection == Dial, proven: s.Connection == Accept,
	}
}

// ReadPassword reads the password file again, under the rules of the mode.
func (s Session) ReadPassword(mode Mode) (Secret, error) {
	r := newReport("")
	password, _ := r.fetch(s.credentials("", mode))
	return password, r.err()
}

func (s Session) checkClient(r *report, path string) {
	if len(s.Panel) == 0 && len(s.MayAsk) == 0 {
		r.add(join(path, "panel"), "is missing, and so is may_ask: no dealer would be asked",
			"list the comp_ids of dealer rows")
	}
	distinct(r, join(path, "panel"), s.Panel)
	if s.asksBeyondPanel() {
		distinct(r, join(path, "may_ask"), s.MayAsk)
	}
	within(r, join(path, "max_asked"), s.MaxAsked, 0, 100)
	r.foreign(path, DealerRole, append([]foreignKey{
		{"last_look", s.LastLook != 0},
		{"settlement_account", s.SettlementAccount != ""},
		{"price_kinds", len(s.PriceKinds) > 0},
	}, s.agreementKeys()...))
}

func (s Session) checkDealer(r *report, path string) {
	within(r, join(path, "last_look"), s.LastLook, 0, 5*time.Minute)
	if len(s.SettlementAccount) > 64 {
		r.add(join(path, "settlement_account"), "is longer than 64 bytes", "shorten it")
	}
	kinds := join(path, "price_kinds")
	if len(s.PriceKinds) == 0 {
		r.add(kinds, "is empty: the dealer could not quote", "list some, or delete the line for all")
	}
	for i, kind := range s.PriceKinds {
		choice(r, index(kinds, i), kind, AllPriceKinds()...)
	}
	distinct(r, kinds, s.PriceKinds)
	s.checkAgreement(r, path)
	r.foreign(path, ClientRole, []foreignKey{
		{"panel", len(s.Panel) > 0},
		{"may_ask", len(s.MayAsk) > 0},
		{"outcomes", s.Outcomes != Outcomes{}},
		{"disclose", s.Disclose != Disclose{}},
		{"cancel_on_disconnect", s.CancelOnDisconnect},
		{"auto_accept", s.AutoAccept},
		{"asks_by_request", s.AsksByRequest},
		{"max_asked", s.MaxAsked != 0},
	})
}

// foreignKey is a key of the other role. A struct built in code has it if it is not zero.
type foreignKey struct {
	name string
	set  bool
}

func (r *report) foreign(path string, role Role, keys []foreignKey) {
	for _, k := range keys {
		if p := join(path, k.name); k.set || r.given(p) {
			r.add(p, fmt.Sprintf("is a key of a %s's row", role), "delete it, or change the role")
		}
	}
}

// index gives the path of a list's item.
func index(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }
