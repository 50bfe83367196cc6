package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// sessionRecord is a record of kind 'S' as the package comment of session specifies it. It is read
// here a second time, by a reader that shares nothing with the writer: a witness must not copy.
type sessionRecord struct {
	Verb    string    `json:"verb"`
	Session string    `json:"session"`
	Number  int       `json:"number,omitempty"`
	Type    string    `json:"type,omitempty"`  // MsgType(35)
	Entry   uint64    `json:"entry,omitempty"` // of the cursor
	Index   int       `json:"index,omitempty"`
	At      time.Time `json:"at,omitzero"`
	Message string    `json:"message,omitempty"`

	raw []byte
}

func readSessionRecord(payload []byte) (r sessionRecord, err error) {
	line, raw, found := bytes.Cut(payload, []byte{'\n'})
	if !found {
		return r, fmt.Errorf("a session record has no end of line")
	}
	words := strings.Split(string(line), " ")
	if len(words) < 2 || words[1] == "" {
		return r, fmt.Errorf("a session record names no session")
	}
	r = sessionRecord{Verb: words[0], Session: words[1], raw: raw}
	rest := words[2:]
	switch {
	case r.Verb == "sent" && len(rest) == 3:
		r.Type = rest[1]
		if r.Number, err = strconv.Atoi(rest[0]); err == nil && rest[2] != "-" {
			err = r.cursor(rest[2])
		}
	case (r.Verb == "received" || r.Verb == "number" || r.Verb == "reserve" || r.Verb == "release") &&
		len(rest) == 1:
		r.Number, err = strconv.Atoi(rest[0])
	case r.Verb == "cursor" && len(rest) == 1:
		err = r.cursor(rest[0])
	case (r.Verb == "created" || r.Verb == "reset") && len(rest) == 1:
		r.At, err = time.Parse(time.RFC3339Nano, rest[0])
	case r.Verb == "told" && len(rest) == 0:
	default:
		err = fmt.Errorf("%d words behind verb %q are not known to this version", len(rest), r.Verb)
	}
	return r, err
}

func (r *sessionRecord) cursor(word string) (err error) {
	entry, index, _ := strings.Cut(word, ".")
	if r.Entry, err = strconv.ParseUint(entry, 10, 64); err == nil {
		r.Index, err = strconv.Atoi(index)
	}
	return err
}

// of is the entry that a message tells: the cursor names the one behind it.
func (r sessionRecord) of() uint64 {
	if r.Index == 0 {
		return r.Entry - 1
	}
	return r.Entry
}

// whole says what is wrong with the bytes of a sent message; "" if they are the
// message that the line promises.
func (r sessionRecord) whole() string {
	body, trailer, ok := cutTrailer(r.raw)
	switch {
	case !ok:
		return "is not one whole message"
	case checksum(body) != trailer:
		return "fails its CheckSum(10)"
	case !bytes.HasPrefix(r.raw, []byte("8=FIX.4.4\x019=")):
		return "does not begin as FIX.4.4"
	case !bytes.Contains(r.raw, fmt.Appendf(nil, "\x0135=%s\x01", r.Type)):
		return "is not of MsgType(35) " + r.Type
	case !bytes.Contains(r.raw, fmt.Appendf(nil, "\x0134=%d\x01", r.Number)):
		return "does not have that MsgSeqNum(34)"
	}
	return ""
}

// cutTrailer takes CheckSum(10) off.
func cutTrailer(raw []byte) (body []byte, sum string, ok bool) {
	const trailer = len("10=000\x01")
	n := len(raw) - trailer
	if n < 1 || !bytes.HasPrefix(raw[n:], []byte("10=")) || raw[n-1] != 1 || raw[len(raw)-1] != 1 {
		return nil, "", false
	}
	return raw[:n], string(raw[n+3 : n+6]), true
}

func checksum(body []byte) string {
	sum := byte(0)
	for _, c := range body {
		sum += c
	}
	return fmt.Sprintf("%03d", sum)
}

// isAdmin tells the session's own messages, of which only the number is kept.
func (r sessionRecord) isAdmin() bool {
	return len(r.Type) == 1 && strings.Contains("012345A", r.Type)
}
