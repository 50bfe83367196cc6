package session

import (
	"bytes"
	"encoding/binary"
	"strconv"

	"foliogate/fixspec/wire"
)

// An application message is not for the engine. It needs the header; the rest it takes apart only to
// throw it away, with a map entry for each field, and what it cannot take apart, such as data with
// SOH in it or a tag that is no number, it drops as if the frame were broken, so that the
// counterparty is asked for it again and again.
//
// A sealed message is one that it reads in no time: the fields of the header that it looks at, and
// the whole message as XmlData(213), in which another byte stands for SOH. That byte is the first of
// the value:
//
//	8=FIX.4.4|9=000000281|35=E|49=EMS|34=7|...|212=202|213=~8=FIX.4.4~9=180~35=E~49=EMS~...|10=000|
//
// The engine never looks at CheckSum(10); the intake has.

// seal appends a message, sealed. One whose third field is not MsgType(35), which the engine drops, is
// left as it is.
func seal(b, raw []byte) []byte {
	version, rest, _ := bytes.Cut(raw, []byte{wire.SOH})
	_, rest, _ = bytes.Cut(rest, []byte{wire.SOH}) // BodyLength(9)
	if !bytes.HasPrefix(rest, []byte("35=")) {
		return append(b, raw...)
	}
	b = append(append(b, version...), "\x019=000000000\x01"...)
	body := len(b)
	b = appendHeader(b, raw, rest)
	b = strconv.AppendInt(append(b, "212="...), int64(1+len(raw)), 10)
	instead := absent(raw)
	b = append(append(b, "\x01213="...), instead)
	whole := len(b)
	b = append(b, raw...)
	swap(b[whole:], wire.SOH, instead)
	b = append(b, wire.SOH)
	length := strconv.Itoa(len(b) - body)
	copy(b[body-1-len(length):], length)
	return append(b, "10=000\x01"...)
}

// unseal returns the message that was sealed. It stands in the bytes of the sealed one, which is
// spoilt. What is not sealed is returned as it is.
func unseal(raw []byte) []byte {
	const begin, end = "\x01213=", "\x0110=000\x01"
	at := bytes.Index(raw, []byte(begin)) + len(begin)
	if at < len(begin) || at+1 > len(raw)-len(end) {
		return raw
	}
	instead, whole := raw[at], raw[at+1:len(raw)-len(end)]
	swap(whole, instead, wire.SOH)
	return whole
}

// appendHeader appends MsgType(35) and the fields that the engine looks at or answers with, each
// once. They are looked for where they belong; those without which the engine cannot tell what is
// wrong, anywhere.
func appendHeader(b, raw, rest []byte) []byte {
	const far = 40 // fields
	var seen [200]bool
	for n := 0; n < far && len(rest) > 0; n++ {
		var field []byte
		field, rest, _ = bytes.Cut(rest, []byte{wire.SOH})
		if tag := headerTag(field); tag > 0 && !seen[tag] {
			seen[tag] = true
			b = append(append(b, field...), wire.SOH)
		}
	}
	for _, tag := range [...]string{"49", "56", "34", "52"} {
		if at := headerTag([]byte(tag + "=")); seen[at] {
			continue
		}
		if at := bytes.Index(raw, []byte("\x01"+tag+"=")); at >= 0 {
			field, _, _ := bytes.Cut(raw[at+1:], []byte{wire.SOH})
			b = append(append(b, field...), wire.SOH)
		}
	}
	return b
}

// headerTag is the field's tag if the engine looks at it or answers with it, else 0.
func headerTag(field []byte) int {
	tag, _, _ := bytes.Cut(field[:min(len(field), len("000="))], []byte("="))
	switch string(tag) {
	case "35", "49", "56", "34", "52", "43", "97", "122", "50", "57", "142", "143", "115", "116", "144",
		"128", "129", "145":
		n, _ := strconv.Atoi(string(tag))
		return n
	}
	return 0
}

// absent is a byte that stands nowhere in the message; SOH itself if there is none.
func absent(raw []byte) byte {
	for c := byte(wire.SOH + 1); c != wire.SOH; c++ {
		if bytes.IndexByte(raw, c) < 0 {
			return c
		}
	}
	return wire.SOH
}

// swap writes one byte for another everywhere, eight at a time.
func swap(b []byte, old, new byte) {
	const ones, lows = 0x0101010101010101, 0x7f7f7f7f7f7f7f7f
	olds, change := ones*uint64(old), ones*uint64(old^new)
	for len(b) >= 8 {
		w := binary.LittleEndian.Uint64(b)
		x := w ^ olds
		same := ^(((x & lows) + lows) | x | lows) >> 7 // a one for each byte that is old
		binary.LittleEndian.PutUint64(b, w^(same*0xff)&change)
		b = b[8:]
	}
	for i, c := range b {
		if c == old {
			b[i] = new
		}
	}
}
