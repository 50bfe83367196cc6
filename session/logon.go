package session

import (
	"errors"

	"github.com/quickfixgo/quickfix"
)

// Tags of the session layer that are read or written here.
const (
	tagMsgType     quickfix.Tag = 35
	tagPossDup     quickfix.Tag = 43
	tagSeqNum      quickfix.Tag = 34
	tagPossResend  quickfix.Tag = 97
	tagOnBehalfOf  quickfix.Tag = 115
	tagDeliverTo   quickfix.Tag = 128
	tagBeginSeqNo  quickfix.Tag = 7
	tagHeartBtInt  quickfix.Tag = 108
	tagResetSeqNum quickfix.Tag = 141
	tagText        quickfix.Tag = 58
	tagRefMsgType  quickfix.Tag = 372
	tagUsername    quickfix.Tag = 553
	tagPassword    quickfix.Tag = 554
)

// longestInterval bounds HeartBtInt(108), in seconds.
const longestInterval = 3600

var errWrongPeer = errors.New("refused")

// fromAdmin looks at Logons, and at the one request that the engine takes at its word.
func (l *link) fromAdmin(m *quickfix.Message) quickfix.MessageRejectError {
	switch msgType, _ := m.Header.GetString(tagMsgType); msgType {
	case "A":
		return l.fromLogon(m)
	case "2":
		if n, err := m.Body.GetInt(tagBeginSeqNo); err == nil && n < 1 {
			return quickfix.ValueIsIncorrect(tagBeginSeqNo)
		}
	}
	return nil
}

// fromLogon admits a counterparty. Who does not know the credentials is closed without a word,
// and its Logon touches no number; a counterparty that is known learns why it cannot come in.
func (l *link) fromLogon(m *quickfix.Message) quickfix.MessageRejectError {
	username, _ := m.Body.GetString(tagUsername)
	password, _ := m.Body.GetString(tagPassword)
	if l.row.Connection == Accept && !l.row.matches(username, password) {
		l.log.Error("a Logon with wrong credentials was refused")
		return quickfix.NewMessageRejectError(errWrongPeer.Error(), 0, nil)
	}
	if l.isQuarantined() {
		return l.refuseLogon("the session is out of service: call the gateway's operators")
	}
	if reset, err := m.Body.GetBool(tagResetSeqNum); err == nil && reset && !l.row.ResetAllowed {
		return l.refuseLogon("ResetSeqNumFlag(141)=Y is not agreed for this session")
	}
	seconds, err := m.Body.GetInt(tagHeartBtInt)
	if err != nil || seconds < 1 || seconds > longestInterval {
		return l.refuseLogon("HeartBtInt(108) must be from 1 to 3600")
	}
	return nil
}

// refuseLogon answers with a Logout. The engine would count the Logon, and the counterparty could
// not come back with the number that it then has: the store is told not to.
func (l *link) refuseLogon(why string) quickfix.MessageRejectError {
	l.log.Error("a Logon was refused", "reason", why)
	if !l.isUp() {
		l.store.refuse()
	}
	return quickfix.RejectLogon{Text: why}
}

// toAdmin adds our credentials to our own Logon.
func (l *link) toAdmin(m *quickfix.Message) {
	l.store.attach(Cursor{})
	msgType, _ := m.Header.GetString(tagMsgType)
	if msgType == "A" && l.row.Connection == Dial && l.row.Username != "" {
		m.Body.SetString(tagUsername, l.row.Username)
		m.Body.SetString(tagPassword, string(l.row.Password))
	}
}
