package session

import (
	"fmt"

	"github.com/quickfixgo/quickfix"

	"foliogate/fixspec/wire"
)

// Tags of the session layer that are read or written here.
const (
	tagMsgType        quickfix.Tag = 35
	tagPossDup        quickfix.Tag = 43
	tagSeqNum         quickfix.Tag = 34
	tagPossResend     quickfix.Tag = 97
	tagOnBehalfOf     quickfix.Tag = 115
	tagDeliverTo      quickfix.Tag = 128
	tagBeginSeqNo     quickfix.Tag = 7
	tagHeartBtInt     quickfix.Tag = 108
	tagResetSeqNum    quickfix.Tag = 141
	tagMaxMessageSize quickfix.Tag = 383
	tagText           quickfix.Tag = 58
	tagRefMsgType     quickfix.Tag = 372
	tagUsername       quickfix.Tag = 553
	tagPassword       quickfix.Tag = 554
	tagEndSeqNo       quickfix.Tag = 16
	tagNextExpected   quickfix.Tag = 789
)

// longestInterval bounds HeartBtInt(108), in seconds.
const longestInterval = 3600

// fromLogon admits a counterparty that is known: who dials us was looked at by the door, whom we
// dial by TLS. It learns why it cannot come in.
func (l *link) fromLogon(m *quickfix.Message) quickfix.MessageRejectError {
	if l.isQuarantined() {
		return l.refuseLogon(callUs)
	}
	l.asked = false
	reset, err := m.Body.GetBool(tagResetSeqNum)
	if reset = err == nil && reset; reset && !l.row.ResetAllowed {
		return l.refuseLogon("ResetSeqNumFlag(141)=Y is not agreed for this session")
	}
	next := l.store.NextSenderMsgSeqNum()
	if n, err := m.Body.GetInt(tagNextExpected); err == nil && (n > next || l.isUnexplained(n)) && !reset {
		l.knowsMore(fmt.Sprintf("NextExpectedMsgSeqNum(789) is %d, our next number %d", n, next))
		return l.refuseLogon(fmt.Sprintf("NextExpectedMsgSeqNum(789) is %d, but our next is %d", n, next))
	}
	if err := l.unsound(m, wire.TolerateUnknown); err != nil {
		return l.refuseLogon(printable(err.Error()))
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

// toAdmin adds to our own Logon how long a message may be, to one that we begin our credentials, and
// that numbers begin at 1 again if they must.
func (l *link) toAdmin(m *quickfix.Message) {
	l.store.attach(Cursor{})
	if msgType, _ := m.Header.GetString(tagMsgType); msgType != "A" {
		return
	}
	m.Body.SetInt(tagMaxMessageSize, l.longest)
	if l.row.Connection != Dial {
		return
	}
	if l.row.Username != "" {
		m.Body.SetString(tagUsername, l.row.Username)
		m.Body.SetString(tagPassword, string(l.password.now()))
	}
	if state, _ := l.look(); state.afresh {
		m.Body.SetBool(tagResetSeqNum, true)
	}
}
