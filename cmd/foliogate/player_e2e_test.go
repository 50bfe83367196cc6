package main

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec"
	"foliogate/session"
)

// patient bounds every wait of the end-to-end tests. Nothing is expected to take this long.
const patient = 20 * time.Second

func soon(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), patient)
	t.Cleanup(cancel)
	return ctx
}

// player is a counterparty that says exactly what its script tells it to.
type player struct {
	*session.Peer
	t      testing.TB
	name   string
	client bool
	tap    *tap
	inbox  chan heard
	fences int

	greeting []heard // what it was told when it came in
}

// heard is a message as it came, with bars for SOH.
type heard struct {
	kind string
	text string
}

// textOf is a message for people.
func textOf(raw []byte) string { return strings.ReplaceAll(string(raw), "\x01", "|") }

func heardOf(raw []byte) heard {
	text := textOf(raw)
	return heard{heard{text: text}.get("35"), text}
}

// all is the values of a field, of as many as there are.
func (h heard) all(tag string) []string {
	var found []string
	for _, field := range strings.Split(h.text, "|") {
		if value, ok := strings.CutPrefix(field, tag+"="); ok {
			found = append(found, value)
		}
	}
	return found
}

// get is the first of them.
func (h heard) get(tag string) string {
	if found := h.all(tag); len(found) > 0 {
		return found[0]
	}
	return ""
}

// is tells whether the message has what is wanted: a field such as 431=7, a part of one such as
// 58~EXPIRED, or none of a tag such as 97!.
func (h heard) is(kind string, wanted ...string) bool {
	return h.kind == kind && !slices.ContainsFunc(wanted, func(want string) bool { return !h.has(want) })
}

func (h heard) has(want string) bool {
	at := strings.IndexAny(want, "=~!")
	tag, value := want[:at], want[at+1:]
	return slices.ContainsFunc(h.all(tag), func(v string) bool {
		return want[at] == '!' || v == value || want[at] == '~' && strings.Contains(v, value)
	}) != (want[at] == '!')
}

// spoken is a message of a script, with bars for SOH.
type spoken struct {
	fixspec.Message
	kind, text string
}

func (s spoken) MsgType() string { return s.kind }
func (s spoken) AppendBody(b []byte) []byte {
	return append(b, strings.ReplaceAll(s.text, "|", "\x01")...)
}

// play starts a counterparty.
func play(t testing.TB, x *tap, o session.PeerOptions) *player {
	t.Helper()
	p := &player{t: t, name: o.OurCompID, tap: x, inbox: make(chan heard, 1<<16)}
	o.Heartbeat, o.Reconnect = 30*time.Second, 50*time.Millisecond
	o.Logger = slog.New(slog.DiscardHandler)
	o.Handle = func(raw []byte) { p.inbox <- heardOf(raw) }
	peer, err := session.StartPeer(o)
	if err != nil {
		t.Fatal(err)
	}
	p.Peer = peer
	t.Cleanup(func() { p.leave() })
	return p
}

// arrives waits until the gateway knows of the logon, and returns what it has told since.
func (p *player) arrives() []heard {
	p.t.Helper()
	if err := p.AwaitLogon(soon(p.t)); err != nil {
		p.t.Fatal(err)
	}
	return p.rest()
}

// leave logs out.
func (p *player) leave() {
	if err := p.Close(soon(p.t)); err != nil {
		p.t.Errorf("%s cannot leave: %v", p.name, err)
	}
}

func (p *player) say(kind, text string, args ...any) {
	p.t.Helper()
	p.sayWith(fixspec.Header{}, kind, text, args...)
}

// sayWith says it with a header.
func (p *player) sayWith(h fixspec.Header, kind, text string, args ...any) {
	p.t.Helper()
	if err := p.Send(h, spoken{kind: kind, text: fmt.Sprintf(text, args...)}); err != nil {
		p.t.Fatalf("%s: %v", p.name, err)
	}
}

// next is what is heard next, whatever it is.
func (p *player) next() heard {
	p.t.Helper()
	select {
	case h := <-p.inbox:
		return h
	case <-time.After(patient):
		p.t.Fatalf("%s heard nothing", p.name)
		return heard{}
	}
}

// hears is the next message, which must be of a kind and have what is wanted.
func (p *player) hears(kind string, wanted ...string) heard {
	p.t.Helper()
	h := p.next()
	if !h.is(kind, wanted...) {
		p.t.Fatalf("%s heard\n%s\nwhere %s with %q belongs", p.name, h.text, kind, wanted)
	}
	return h
}

// isRefused is the next Reject(3) or Logout(5).
func (p *player) isRefused(kind string, wanted ...string) heard {
	p.t.Helper()
	select {
	case h := <-p.tap.aside:
		if !h.is(kind, wanted...) {
			p.t.Fatalf("%s was answered\n%s\nwhere %s with %q belongs", p.name, h.text, kind, wanted)
		}
		return h
	case <-time.After(patient):
		p.t.Fatalf("%s was not refused with %q", p.name, wanted)
		return heard{}
	}
}

// awaits passes over what comes before such a message.
func (p *player) awaits(kind string, wanted ...string) heard {
	p.t.Helper()
	var before []string
	for deadline := time.After(patient); ; {
		select {
		case h := <-p.inbox:
			if h.is(kind, wanted...) {
				return h
			}
			before = append(before, h.text)
		case <-deadline:
			p.t.Fatalf("%s never heard %s with %q, but\n%s", p.name, kind, wanted,
				strings.Join(before, "\n"))
		}
	}
}

// hearsNothing proves that nothing is on its way.
func (p *player) hearsNothing() {
	p.t.Helper()
	if rest := p.rest(); len(rest) > 0 {
		p.t.Fatalf("%s heard what nobody should have told:\n%s", p.name, rest[0].text)
	}
}

// rest is everything that was decided before now: the answer to a question about a list that does
// not exist comes behind it.
func (p *player) rest() []heard {
	p.t.Helper()
	p.fences++
	fence := fmt.Sprintf("FENCE-%d", p.fences)
	if p.client {
		p.say("M", "66=%s|", fence)
	} else {
		p.say("N", "66=%s|429=1|82=1|431=1|83=1|68=1|73=0|", fence)
	}
	for rest := []heard(nil); ; {
		h := p.next()
		if h.is("N", "66="+fence) || h.is("j", "379="+fence) || h.is("AI", "131="+fence) {
			return rest
		}
		rest = append(rest, h)
	}
}

// header is that of a message which may have been sent before.
func header(resend bool) fixspec.Header { return fixspec.Header{PossResend: resend} }
