package session

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"github.com/quickfixgo/quickfix"

	"foliogate/gateway"
)

// A panic in any callback ends there: the engine would take the process with it. The session is out
// of service, and its counterparty is logged out when it has its answer.
func TestPanicInAnyCallbackIsContained(t *testing.T) {
	t.Parallel()
	of := func(msgType string) *quickfix.Message {
		m := quickfix.NewMessage()
		if err := quickfix.ParseMessage(m, bytes.NewBufferString(frame(msgType, "34=1|"))); err != nil {
			t.Fatal(err)
		}
		return m
	}
	for name, c := range map[string]struct {
		call   func(application, quickfix.SessionID) error // what the engine is told
		told   string
		expels bool
	}{
		"OnLogon":  {func(a application, id quickfix.SessionID) error { a.OnLogon(id); return nil }, "", true},
		"OnLogout": {func(a application, id quickfix.SessionID) error { a.OnLogout(id); return nil }, "", true},
		"ToAdmin":  {func(a application, id quickfix.SessionID) error { a.ToAdmin(of("A"), id); return nil }, "", true},
		"ToApp": {func(a application, id quickfix.SessionID) error { return a.ToApp(of("8"), id) },
			quickfix.ErrDoNotSend.Error(), true},
		"FromAdmin": {func(a application, id quickfix.SessionID) error { return a.FromAdmin(of("1"), id) },
			"cannot take this message now", true},
		"FromAdmin, a Logon": {func(a application, id quickfix.SessionID) error { return a.FromAdmin(of("A"), id) },
			"not available", true},
		"FromApp": {func(a application, id quickfix.SessionID) error { return a.FromApp(of("E"), id) },
			"cannot take this message now", false}, // j comes first
	} {
		var id quickfix.SessionID
		l := newLink(Row{Name: name}, id, storeOn(t, 10), Options{Logger: slog.New(slog.DiscardHandler)})
		l.row.Connection, l.row.Username, l.password = Dial, "user", nil
		l.table, l.reader, l.desk = nil, nil, nil
		if strings.HasPrefix(name, "ToApp") {
			l.store = nil
		}
		err := c.call(application{map[quickfix.SessionID]*link{id: l}}, id)
		if err == nil && c.told != "" || err != nil && !strings.Contains(err.Error(), c.told) {
			t.Errorf("%s: the engine is told %v", name, err)
		}
		if now, _ := l.look(); !now.quarantined || now.expel != c.expels || !strings.Contains(now.reason, "a panic over a") {
			t.Errorf("%s: the session is %+v", name, now)
		}
	}
}

// A session that was put out of service comes back when a person says so: nothing is lost, nothing
// twice, and what it was to be told meanwhile follows.
func TestBackInService(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("BAD"), accepted("GOOD"))
	bad := g.dialRaw(t, "BAD")
	bad.logOn(t, known)
	bad.expect(t, "E")
	if names := g.Reopen(); len(names) != 0 {
		t.Errorf("%s were out of service", names)
	}
	bad.say(t, "K", "66=L1|60=20250616-13:30:00|") // the test's own panic
	bad.expect(t, "j", "|380=4|")
	bad.expect(t, "5", callUs)
	bad.say(t, "5", "")
	g.log.has(t, "logged out", "BAD")
	g.desk.publish(t, fills("BAD", 2))
	refused := g.dialRaw(t, "BAD")
	refused.next = bad.next
	if m := refused.logOn(t, known); m.msgType != "5" {
		t.Errorf("out of service, a Logon is answered %s", m.body)
	}
	refused.closed(t)
	if err := g.journal.Wait(soon(t), g.journal.Last()); err != nil {
		t.Fatal(err)
	}

	if names := g.Reopen(); len(names) != 1 || names[0] != "BAD" || g.States()[0].OutOfService {
		t.Errorf("back are %s, %+v", names, g.States())
	}
	again := g.dialRaw(t, "BAD")
	again.next = bad.next
	if m := again.logOn(t, known); m.msgType != "A" || m.MsgSeqNum != refused.last+1 {
		t.Errorf("back in service, a Logon is answered %s, behind number %d", m.body, refused.last)
	}
	for range 2 {
		again.expect(t, "8", "|97=Y|")
	}
	again.expect(t, "E")
	again.say(t, "M", "66=L1|")
	again.expect(t, "N")
}

// The same of a panic over what is to be told, which comes again until it is mended.
func TestOutboxComesBack(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	g.desk.publish(t, fills("CLIENT", 1), gateway.TicketAnswered{}, fills("CLIENT", 1))
	c.expect(t, "8", "|17=X2-0|")
	c.expect(t, "5", callUs)
	c.say(t, "5", "")
	g.log.has(t, "logged out")
	g.Reopen()
	again := g.dialRaw(t, "CLIENT")
	again.next = c.next
	again.logOn(t, known)
	again.expect(t, "5", callUs)
	again.say(t, "5", "")
	g.log.has(t, "logged out")

	g.desk.mu.Lock()
	g.desk.entries[2].Event = gateway.Lapsed{}
	g.desk.mu.Unlock()
	g.Reopen()
	mended := g.dialRaw(t, "CLIENT")
	mended.next = again.next
	mended.logOn(t, known)
	mended.expect(t, "8", "|17=X4-0|", "|97=Y|")
}

// A logon over which the desk panics is a logout, and no one waits for words that never come.
func TestPanicOverALogon(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	g.desk.mu.Lock()
	g.desk.panics = true
	g.desk.mu.Unlock()
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "5", callUs)
	g.log.has(t, "session is put out of service: a panic over a logon")
}

// A panic before anybody is known closes the connection, and the next caller is received.
func TestPanicAtTheDoor(t *testing.T) {
	t.Parallel()
	bad := accepted("BAD")
	bad.PasswordFrom = Source[Password]{"quarantine_test.go", func() (Password, error) { panic("the test's own") }}
	g := open(t, t.TempDir(), Limits{}, bad, accepted("GOOD"))
	stranger := g.dialRaw(t, "BAD")
	stranger.say(t, "A", "98=0|108=30|"+known)
	stranger.closed(t)
	g.log.has(t, "a connection was refused", errPanic.Error())
	if m := g.dialRaw(t, "GOOD").logOn(t, known); m.msgType != "A" {
		t.Errorf("the next caller is answered %s", m.body)
	}
}

// A panic over what was received ends the connection and nothing else.
func TestPanicOverBytes(t *testing.T) {
	near, far := pipeOf(t, nil, Limits{})
	near.intake.watch = newWatch(near.limits, newBrake(near.limits), func() int { panic("the test's own") }, func(string) {})
	go func() { _, _ = far.Write([]byte(frame("A", "34=1|"))) }()
	if _, err := near.Read(make([]byte, 100)); !errors.Is(err, errPanic) {
		t.Errorf("the engine is told %v", err)
	}
	if <-near.closed; !errors.Is(near.ended, errPanic) {
		t.Errorf("it ended by %v", near.ended)
	}
}
