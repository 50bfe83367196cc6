package wire

import (
	"bytes"
	"strconv"
)

// open is what Begin writes before MsgType(35): most bodies have a length of three digits.
const (
	begin  = "8=FIX.4.4\x019="
	length = 3
	open   = len(begin) + length + 1
)

// Begin appends the start of a whole message up to and including MsgType(35). The rest of the
// header, the body, and Finish with the length b had before Begin follow.
func Begin(b []byte, msgType string) []byte {
	b = append(b, begin...)
	b = append(b, "000\x0135="...)
	b = append(b, msgType...)
	return append(b, SOH)
}

// Finish writes BodyLength(9) into the message that Begin began at b[start:] and appends
// CheckSum(10).
func Finish(b []byte, start int) []byte {
	n := len(b) - start - open
	var text [20]byte
	digits := strconv.AppendInt(text[:0], int64(n), 10)
	if shift := len(digits) - length; shift > 0 {
		b = append(b, text[:shift]...) // room only: overwritten by the move
		copy(b[start+open+shift:], b[start+open:len(b)-shift])
	} else if shift < 0 {
		copy(b[start+open+shift:], b[start+open:])
		b = b[:len(b)+shift]
	}
	at := start + len(begin)
	at += copy(b[at:], digits)
	b[at] = SOH
	sum := CheckSum(b[start:])
	return append(b, '1', '0', '=', '0'+sum/100, '0'+sum/10%10, '0'+sum%10, SOH)
}

// SplitBody gives a body, as written by the Append functions, in the form in which an engine
// that writes its own header takes it as one raw field: the first tag, and everything between
// its equals sign and the last SOH. ok is false for what is no body.
func SplitBody(body []byte) (tag int, rest []byte, ok bool) {
	at := bytes.IndexByte(body, '=')
	if at < 1 || at > 9 || body[len(body)-1] != SOH || !digits(body[:at]) {
		return 0, nil, false
	}
	return number(body[:at]), body[at+1 : len(body)-1], true
}
