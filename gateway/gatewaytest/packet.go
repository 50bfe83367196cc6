package gatewaytest

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"strconv"

	"foliogate/fixspec"
)

// packet is one message on its way.
type packet struct {
	number  int
	kind    string // MsgType(35)
	dup     bool   // PossDupFlag(43)
	reset   bool   // of a Logon: ResetSeqNumFlag(141)
	to      int    // of a ResendRequest: BeginSeqNo(7); of a SequenceReset: NewSeqNo(36)
	header  fixspec.Header
	message fixspec.Message // a counterparty's
	raw     []byte          // the gateway's, whole

	need uint64 // what must be durable before it leaves
	lsn  uint64 // where it is kept; 0: nowhere
}

// String is for the scenario.
func (p packet) String() string {
	flags := ""
	if p.dup {
		flags += " PossDup"
	}
	if p.reset {
		flags += " reset"
	}
	if p.to > 0 {
		flags += fmt.Sprintf(" to %d", p.to)
	}
	body := bytes.ReplaceAll(p.raw, []byte{1}, []byte("|"))
	return fmt.Sprintf("%s(%d)%s %s", p.kind, p.number, flags, body)
}

// The session layer's own messages.
const (
	heartbeat     = "0"
	resendRequest = "2"
	gapFill       = "4"
	logon         = "A"
)

func isAdmin(kind string) bool {
	return kind == heartbeat || kind == resendRequest || kind == gapFill || kind == logon
}

// conn is one connection. Nothing on it overtakes anything; a cut loses what is behind a point.
type conn struct {
	toPeer, toHouse []packet
	cut             bool
}

// takes tells whether a client takes a quote by it.
func (p packet) takes() bool {
	hit, ok := p.message.(*fixspec.QuoteResponse)
	return p.kind == "L" || ok && hit.QuoteRespType == fixspec.QuoteHit
}

// confirms tells whether a dealer confirms an award by it.
func (p packet) confirms() bool {
	switch m := p.message.(type) {
	case *fixspec.ListStatus:
		return m.ListStatusType == fixspec.StatusExecStarted
	case *fixspec.QuoteStatusReport:
		return m.QuoteStatus == fixspec.QuoteAccepted && m.QuoteRespID != ""
	}
	return false
}

func take(queue *[]packet) packet {
	p := (*queue)[0]
	*queue = (*queue)[1:]
	return p
}

// perishable is session's rule (resend.go): a request, an award or a price is worth nothing once
// the moment is gone; what is current is pushed after each logon.
func perishable(kind string, raw []byte) bool {
	has := func(field string) bool { return bytes.Contains(raw, []byte("\x01"+field)) }
	switch kind {
	case "E", "L", "R", "S", "i":
		return true
	case "k":
		return !has("374=C\x01")
	case "l":
		return has("44=")
	case "AJ":
		return has("694=1\x01")
	}
	return false
}

// content is what a message says beside when it is sent, and whether again.
func (p packet) content(seed maphash.Seed) uint64 {
	if isAdmin(p.kind) {
		return 0
	}
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteString(p.kind)
	_, rest, _ := bytes.Cut(p.raw, []byte("\x0152="))
	_, body, _ := bytes.Cut(rest, []byte{1})
	h.Write(body[:max(0, len(body)-len("10=000|"))])
	return h.Sum64()
}

func appendInt(b []byte, n int64) []byte { return strconv.AppendInt(b, n, 10) }
