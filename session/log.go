package session

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"runtime"

	"github.com/quickfixgo/quickfix"
)

// sessionLog is the engine's log on ours: events as they are, messages at debug level, passwords
// never. It also hears of every message at the two moments that nothing else tells of: before
// the engine parses one, and after it handed one to the socket.
type sessionLog struct {
	*slog.Logger
	incoming, outgoing func(raw []byte)
}

func newLog(l *slog.Logger) sessionLog { return sessionLog{l, func([]byte) {}, func([]byte) {}} }

// OnIncoming runs before the engine parses. Some values make it panic in a goroutine that nobody
// can recover; such a message is spoilt here, and the engine drops it as garbled.
func (l sessionLog) OnIncoming(raw []byte) {
	if harmful(raw) {
		l.Error("a message that would harm the engine was dropped", "message", readable(raw))
		raw[0] = 'X'
		return
	}
	l.incoming(raw)
	if l.Enabled(context.Background(), slog.LevelDebug) {
		l.message("received", unseal(bytes.Clone(raw)))
	}
}

// OnOutgoing yields, for the reason that CreationTime does.
func (l sessionLog) OnOutgoing(raw []byte) {
	l.outgoing(raw)
	l.message("sent", raw)
	runtime.Gosched()
}

// OnEvent logs what the engine has to say.
func (l sessionLog) OnEvent(text string) { l.event(slog.LevelInfo, text) }

// OnEventf logs what the engine has to say.
func (l sessionLog) OnEventf(format string, v ...any) {
	if l.Enabled(context.Background(), slog.LevelInfo) {
		l.event(slog.LevelInfo, fmt.Sprintf(format, v...))
	}
}

func (l sessionLog) event(level slog.Level, text string) {
	l.Log(context.Background(), level, readable([]byte(text)))
}

func (l sessionLog) message(verb string, raw []byte) {
	if l.Enabled(context.Background(), slog.LevelDebug) {
		l.Debug(verb, "message", readable(raw))
	}
}

// readable is a message or a text for people.
func readable(text []byte) string {
	return string(bytes.ReplaceAll(redact(text), []byte{0x01}, []byte{'|'}))
}

// logs makes the engine's logs.
type logs struct {
	logger *slog.Logger
	links  map[quickfix.SessionID]*link
}

// Create makes the log of an acceptor or initiator.
func (f logs) Create() (quickfix.Log, error) { return newLog(f.logger), nil }

// CreateSessionLog makes the log of a session.
func (f logs) CreateSessionLog(id quickfix.SessionID) (quickfix.Log, error) {
	k := f.links[id]
	if k == nil {
		return nil, fmt.Errorf("session: %v is not configured", id)
	}
	l := newLog(k.log)
	l.incoming = func(raw []byte) {
		defer k.contain("message that came", k.expel)
		k.heard(raw)
	}
	l.outgoing = k.left
	return l, nil
}
