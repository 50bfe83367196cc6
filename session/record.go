package session

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Kind is the journal's record kind of a session record.
const Kind = 'S'

// Cursor is the message that an outbox tells next: a position in an entry.
type Cursor struct {
	Entry uint64
	Index int
}

func (c Cursor) append(b []byte) []byte {
	b = strconv.AppendUint(b, c.Entry, 10)
	return strconv.AppendInt(append(b, '.'), int64(c.Index), 10)
}

// record is a session record as it is read; see the package comment.
type record struct {
	verb, session string
	number        int
	msgType       string
	cursor        Cursor // zero: none
	at            time.Time
}

func appendNumber(b []byte, verb, session string, n int) []byte {
	b = append(append(append(append(b, verb...), ' '), session...), ' ')
	return append(strconv.AppendInt(b, int64(n), 10), '\n')
}

func appendTime(b []byte, verb, session string, t time.Time) []byte {
	return fmt.Appendf(b, "%s %s %s\n", verb, session, t.UTC().Format(time.RFC3339Nano))
}

func appendCursor(b []byte, session string, c Cursor) []byte {
	b = append(append(append(b, "cursor "...), session...), ' ')
	return append(c.append(b), '\n')
}

// appendSent leaves the bytes out of an administrative message: it is never sent again, and
// a Logon may hold a password.
func appendSent(b []byte, session string, n int, msgType []byte, c Cursor, raw []byte) []byte {
	b = append(append(append(b, "sent "...), session...), ' ')
	b = append(strconv.AppendInt(b, int64(n), 10), ' ')
	b = append(append(b, msgType...), ' ')
	if c == (Cursor{}) {
		b = append(b, '-')
	} else {
		b = c.append(b)
	}
	b = append(b, '\n')
	if isAdmin(msgType) {
		return b
	}
	return append(b, raw...)
}

// sentBytes returns the message behind the header line.
func sentBytes(payload []byte) []byte {
	return payload[bytes.IndexByte(payload, '\n')+1:]
}

func readRecord(payload []byte) (record, error) {
	line, _, _ := bytes.Cut(payload, []byte{'\n'})
	words := strings.Split(string(line), " ")
	r := record{verb: words[0]}
	if len(words) < 2 || words[1] == "" {
		return r, fmt.Errorf("a session record has no session: %.80q", line)
	}
	r.session = words[1]
	if err := r.read(words[2:]); err != nil {
		return r, fmt.Errorf("session record %.80q: %w", line, err)
	}
	return r, nil
}

func (r *record) read(words []string) (err error) {
	if want := wordsBehind(r.verb); want < 0 {
		return fmt.Errorf("verb %q is not known to this version", r.verb)
	} else if len(words) != want {
		return fmt.Errorf("%d words where %d belong", len(words), want)
	}
	switch r.verb {
	case "created", "reset":
		r.at, err = time.Parse(time.RFC3339Nano, words[0])
	case "cursor":
		r.cursor, err = readCursor(words[0])
	case "sent":
		r.msgType = words[1]
		if words[2] != "-" {
			r.cursor, err = readCursor(words[2])
		}
	}
	if err == nil && numbered(r.verb) {
		r.number, err = strconv.Atoi(words[0])
		if err == nil && r.number < 1 {
			err = fmt.Errorf("%d is no message number", r.number)
		}
	}
	return err
}

// wordsBehind is how many words follow the session; -1 for a verb that nobody knows.
func wordsBehind(verb string) int {
	switch {
	case verb == "sent":
		return 3
	case verb == "told":
		return 0
	case verb == "created" || verb == "reset" || verb == "cursor" || numbered(verb):
		return 1
	}
	return -1
}

func numbered(verb string) bool {
	switch verb {
	case "sent", "received", "number", "reserve", "release":
		return true
	}
	return false
}

func readCursor(s string) (Cursor, error) {
	entry, index, _ := strings.Cut(s, ".")
	e, err := strconv.ParseUint(entry, 10, 64)
	if err != nil {
		return Cursor{}, err
	}
	i, err := strconv.Atoi(index)
	return Cursor{Entry: e, Index: i}, err
}

// isAdmin tells the session's own messages, as the engine does.
func isAdmin(msgType []byte) bool {
	return len(msgType) == 1 && bytes.IndexByte([]byte("012345A"), msgType[0]) >= 0
}

// msgTypeOf finds MsgType(35) in a message that the engine built.
func msgTypeOf(raw []byte) []byte {
	_, rest, ok := bytes.Cut(raw, []byte("\x0135="))
	if !ok {
		return nil
	}
	value, _, _ := bytes.Cut(rest, []byte{0x01})
	return value
}
