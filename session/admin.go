package session

import (
	"github.com/quickfixgo/quickfix"

	"foliogate/fixspec/wire"
)

// fromAdmin looks at the session's own messages, which the engine takes at their word. A Reject(3) is
// not rejected, and a Logout(5) is granted, whatever stands in them.
func (l *link) fromAdmin(m *quickfix.Message) quickfix.MessageRejectError {
	var no quickfix.MessageRejectError
	switch msgType, _ := m.Header.GetString(tagMsgType); msgType {
	case "A":
		return l.fromLogon(m)
	case "0", "1", "4":
		no = l.rejectUnsound(m)
	case "2":
		if no = l.rejectUnsound(m); no == nil {
			no = l.fromResendRequest(m)
		}
	}
	if no != nil {
		l.countOnlyInTurn(m)
	}
	return no
}

func (l *link) rejectUnsound(m *quickfix.Message) quickfix.MessageRejectError {
	if err := l.unsound(m, l.row.Unknown); err != nil {
		return l.reject(err)
	}
	return nil
}

// unsound holds a message against the rules.
func (l *link) unsound(m *quickfix.Message, u wire.Unknown) error {
	var raw wire.Message
	if err := raw.Parse(m.Bytes()); err != nil {
		return err
	}
	return l.table.Validate(&raw, wire.Policy{Unknown: u})
}

// countOnlyInTurn keeps the engine from counting a message that is rejected although it came ahead of
// its turn: it would take that for the one that is missing.
func (l *link) countOnlyInTurn(m *quickfix.Message) {
	if n, err := m.Header.GetInt(tagSeqNum); err != nil || n != l.store.NextTargetMsgSeqNum() {
		l.store.refuse()
	}
}
