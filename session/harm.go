package session

import "bytes"

// harmful tells whether a value in the message would make the engine panic or miscount: it reads
// an empty integer beyond its end, lets 64 bits wrap, and cuts XmlData(213) out by a length that
// it does not compare with what is there.
func harmful(raw []byte) bool {
	if !every(raw, "34", isNumber) || !every(raw, "212", fits) {
		return true
	}
	if !isAdmin(msgTypeOf(raw)) {
		return false
	}
	for _, tag := range []string{"7", "16", "36", "108", "789"} {
		if !every(raw, tag, isNumber) {
			return true
		}
	}
	return false
}

// every tells whether something holds for each field with this tag: its value, and what follows.
func every(raw []byte, tag string, holds func(value, rest []byte) bool) bool {
	begin := []byte("\x01" + tag + "=")
	for {
		at := bytes.Index(raw, begin)
		if at < 0 {
			return true
		}
		value, rest, _ := bytes.Cut(raw[at+len(begin):], []byte{0x01})
		if !holds(value, rest) {
			return false
		}
		raw = raw[at+len(begin)-1:]
	}
}

func isNumber(value, _ []byte) bool { _, ok := number(value); return ok }

func fits(value, rest []byte) bool {
	n, ok := number(value)
	at := bytes.IndexByte(rest, '=')
	return ok && at >= 0 && at+1+n < len(rest)
}

// number reads one to nine digits.
func number(value []byte) (n int, ok bool) {
	for _, c := range value {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, len(value) > 0 && len(value) <= 9
}

// isNumbered tells whether a message has a MsgSeqNum(34).
func isNumbered(raw []byte) bool {
	_, rest, ok := bytes.Cut(raw, []byte("\x0134="))
	value, _, _ := bytes.Cut(rest, []byte{0x01})
	return ok && isNumber(value, nil)
}

// numberOf finds MsgSeqNum(34) in a message that the engine built; 0 if there is none.
func numberOf(raw []byte) int {
	_, rest, _ := bytes.Cut(raw, []byte("\x0134="))
	value, _, _ := bytes.Cut(rest, []byte{0x01})
	n, _ := number(value)
	return n
}
