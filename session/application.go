package session

import "github.com/quickfixgo/quickfix"

// application is the engine's callbacks, each handed to the link of its session, none of them
// able to panic: the engine would take the process with it.
type application struct{ links map[quickfix.SessionID]*link }

// OnCreate has nothing to do.
func (application) OnCreate(quickfix.SessionID) {}

// OnLogon runs on the session's goroutine.
func (a application) OnLogon(id quickfix.SessionID) {
	k := a.links[id]
	defer k.contain("logon", k.expel)
	k.loggedOn()
}

// OnLogout runs on the session's goroutine.
func (a application) OnLogout(id quickfix.SessionID) {
	k := a.links[id]
	defer k.contain("logout", k.expel)
	k.loggedOut()
}

// ToAdmin runs under the engine's locks.
func (a application) ToAdmin(m *quickfix.Message, id quickfix.SessionID) {
	k := a.links[id]
	defer k.contain("administrative message to be sent", k.expel)
	k.toAdmin(m)
}

// ToApp runs under the engine's locks.
func (a application) ToApp(m *quickfix.Message, id quickfix.SessionID) (err error) {
	k := a.links[id]
	defer k.contain("message to be sent", func() { err = quickfix.ErrDoNotSend; k.expel() })
	return k.toApp(m)
}

// FromAdmin decides on Logons; the rest is the engine's.
func (a application) FromAdmin(m *quickfix.Message, id quickfix.SessionID) (r quickfix.MessageRejectError) {
	k := a.links[id]
	defer k.contain("administrative message", func() {
		if r = unavailable(); m.IsMsgTypeOf("A") {
			r = k.refuseLogon("not available")
		}
		k.expel()
	})
	return k.fromAdmin(m)
}

// FromApp runs on the session's goroutine, before the message is counted.
func (a application) FromApp(m *quickfix.Message, id quickfix.SessionID) (r quickfix.MessageRejectError) {
	k := a.links[id]
	defer k.contain("message", func() { r = unavailable() })
	return k.fromApp(m.Bytes())
}
