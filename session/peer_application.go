package session

import (
	"bytes"
	"fmt"
	"log/slog"

	"github.com/quickfixgo/quickfix"
)

// peerApplication is the engine's callbacks of a peer.
type peerApplication struct{ *Peer }

func (peerApplication) OnCreate(quickfix.SessionID) {}

func (p peerApplication) OnLogon(quickfix.SessionID) { p.changed(true, nil) }

func (p peerApplication) OnLogout(quickfix.SessionID) {
	_, _, refusal := p.look()
	p.changed(false, refusal)
}

func (p peerApplication) changed(up bool, refusal error) {
	p.update(up, refusal)
	if p.options.Changed != nil {
		p.options.Changed(up)
	}
}

// ToAdmin adds the credentials to our Logon.
func (p peerApplication) ToAdmin(m *quickfix.Message, _ quickfix.SessionID) {
	if m.IsMsgTypeOf("A") && p.options.Connection == Dial && p.options.Username != "" {
		m.Body.SetString(tagUsername, p.options.Username)
		m.Body.SetString(tagPassword, string(p.options.Password))
	}
}

// ToApp sends all, and sends again all but requests and prices of a moment that is gone.
func (p peerApplication) ToApp(m *quickfix.Message, _ quickfix.SessionID) error {
	msgType, _ := m.MsgType()
	if again, err := m.Header.GetBool(tagPossDup); err == nil && again &&
		perishable(msgType, inMessage(m)) {
		return quickfix.ErrDoNotSend
	}
	return nil
}

// FromAdmin looks at the credentials of who dials us, and hears Rejects.
func (p peerApplication) FromAdmin(m *quickfix.Message, _ quickfix.SessionID) quickfix.MessageRejectError {
	switch msgType, _ := m.MsgType(); {
	case msgType == "A" && p.options.Connection == Accept:
		return p.fromLogon(m)
	case msgType == "3":
		p.rejected(m)
	}
	return nil
}

func (p peerApplication) fromLogon(m *quickfix.Message) quickfix.MessageRejectError {
	username, _ := m.Body.GetString(tagUsername)
	password, _ := m.Body.GetString(tagPassword)
	expected := Row{Username: p.options.Username, Password: p.options.Password}
	if !expected.matches(username, password) {
		return quickfix.NewMessageRejectError("refused", 0, nil)
	}
	return nil
}

func (p peerApplication) rejected(m *quickfix.Message) {
	refused, _ := m.Body.GetString(tagRefMsgType)
	text, _ := m.Body.GetString(tagText)
	p.options.Logger.Warn("the gateway could not read a message", "type", refused, "text", text)
	if p.options.Rejected != nil {
		p.options.Rejected(refused, text)
	}
}

// FromApp hands the message on.
func (p peerApplication) FromApp(m *quickfix.Message, _ quickfix.SessionID) quickfix.MessageRejectError {
	p.options.Handle(unseal(m.Bytes()))
	return nil
}

// Create gives the engine the store.
func (p *Peer) Create(quickfix.SessionID) (quickfix.MessageStore, error) { return p.store, nil }

// peerLogs makes the engine's logs of a peer.
type peerLogs struct{ *Peer }

func (l peerLogs) Create() (quickfix.Log, error) { return newLog(l.logger()), nil }

func (l peerLogs) CreateSessionLog(quickfix.SessionID) (quickfix.Log, error) {
	log := newLog(l.logger())
	log.incoming = l.heard
	return log, nil
}

func (l peerLogs) logger() *slog.Logger {
	return l.options.Logger.With("session", l.options.OurCompID)
}

// heard looks at Logouts, which the engine shows to nobody while it waits for a Logon. A peer begins
// without a past: it learns from the gateway's refusal with which number it should have come, and
// comes again.
func (p *Peer) heard(raw []byte) {
	if string(msgTypeOf(raw)) != "5" {
		return
	}
	_, text, _ := bytes.Cut(raw, []byte("\x0158="))
	text, _, _ = bytes.Cut(text, []byte{0x01})
	up, _, _ := p.look()
	var refusal error
	if len(text) > 0 {
		refusal = fmt.Errorf("%s says: %s", p.options.TheirCompID, text)
	}
	p.update(up, refusal)
	var expected, received int
	if _, err := fmt.Sscanf(string(text), "MsgSeqNum too low, expecting %d but received %d",
		&expected, &received); err == nil {
		p.store.skipTo(expected)
	}
}
