package wire

import (
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
)

// trailer is the length of "10=000|", which ends every message.
const trailer = 7

// Parse reads exactly one whole message: 8=, 9= and 35= first, BodyLength(9) and CheckSum(10)
// right, nothing after. A broken frame is an *Error with reason Garbled; a field that is not
// tag=value is an *Error with the reject reason FIX has for it. Empty values pass: Arrange, which
// can name the place, refuses them. raw is kept and aliased.
func (m *Message) Parse(raw []byte) error {
	m.reset(raw)
	body, err := frameOf(raw)
	if err != nil {
		return err
	}
	if err := m.scan(0, len(raw)); err != nil {
		return err
	}
	if len(m.Fields) < 4 || m.Fields[2].Tag != tagMsgType || int(m.Fields[2].Start) != body+3 {
		return garbled("MsgType(35) is not the third field")
	}
	if last := m.Fields[len(m.Fields)-1]; last.Tag != tagCheckSum || last.End-last.Start != 3 {
		return garbled("CheckSum(10) is not the last field")
	}
	return nil
}

// ParseBody reads fields without a header and trailer, such as a body that was stored or is
// about to be handed to an engine.
func (m *Message) ParseBody(body []byte) error {
	m.reset(body)
	if len(body) > math.MaxInt32 {
		return garbled("the message is longer than 2 GiB")
	}
	return m.scan(0, len(body))
}

// frameOf checks what can be checked without knowing any field but the first two and the last,
// and returns where the part that BodyLength(9) counts begins.
func frameOf(raw []byte) (body int, err error) {
	if len(raw) > math.MaxInt32 {
		return 0, garbled("the message is longer than 2 GiB")
	}
	if len(raw) < 2 || raw[0] != '8' || raw[1] != '=' {
		return 0, garbled("the message does not begin with BeginString(8)")
	}
	i := soh(raw, 2, len(raw))
	if i+3 > len(raw) || raw[i+1] != '9' || raw[i+2] != '=' {
		return 0, garbled("BodyLength(9) is not the second field")
	}
	j := soh(raw, i+3, len(raw))
	length, ok := ParseInt(raw[i+3 : j])
	if !ok || length < 0 || raw[i+3] == '-' {
		return 0, garbled("BodyLength(9) is not a number")
	}
	body = j + 1
	have := len(raw) - trailer - body
	if have < 0 || raw[body-1+have] != SOH || string(raw[body+have:body+have+3]) != "10=" ||
		raw[len(raw)-1] != SOH {
		return 0, garbled("the message does not end with a three-digit CheckSum(10)")
	}
	if length != int64(have) {
		return 0, garbled("BodyLength(9) is " + strconv.FormatInt(length, 10) + ", counted " +
			strconv.Itoa(have))
	}
	return body, checkSumAt(raw)
}

func checkSumAt(raw []byte) error {
	said := raw[len(raw)-4 : len(raw)-1]
	sum := CheckSum(raw[:len(raw)-trailer])
	if said[0] != '0'+sum/100 || said[1] != '0'+sum/10%10 || said[2] != '0'+sum%10 {
		return garbled(fmt.Sprintf("CheckSum(10) is %q, counted %03d", said, sum))
	}
	return nil
}

// scan appends the fields of Raw[pos:end].
func (m *Message) scan(pos, end int) error {
	raw, fields := m.Raw[:end], m.Fields
	previous := int32(0)
	for pos < len(raw) {
		start := pos
		tag, size := tagAt(raw, pos)
		pos += size
		if size == 0 || size > 9 || pos == len(raw) || raw[pos] != '=' || raw[start] == '0' {
			m.Fields = fields
			return badTag(raw, start, previous)
		}
		pos++
		value := pos
		if length := lengthTag(int32(tag)); length != 0 {
			m.Fields = fields
			if pos = m.dataEnd(int32(tag), length, pos); pos < 0 {
				return badData(int32(tag), length)
			}
		} else {
			pos = soh(raw, pos, len(raw))
		}
		if pos == len(raw) {
			m.Fields = fields
			return &Error{Path: label("", int32(tag)), Tag: int32(tag), Reason: Garbled,
				Text: "is not ended by SOH"}
		}
		fields = append(fields, Field{Tag: int32(tag), Start: int32(value), End: int32(pos)})
		previous = int32(tag)
		pos++
	}
	m.Fields = fields
	return nil
}

// tagAt reads the digits at raw[pos:], and how many they are; of more than nine the number means
// nothing. Most tags are followed by their equals sign within eight bytes, which are looked at in
// one piece: nothing has to be guessed about how long a tag is.
func tagAt(raw []byte, pos int) (tag, size int) {
	const ones, highs, zeros = 0x0101010101010101, 0x8080808080808080, 0x3030303030303030
	if pos+8 <= len(raw) {
		w := binary.LittleEndian.Uint64(raw[pos:])
		equals := w ^ ones*'='
		hit := (equals - ones) & ^equals & highs
		if size = trailingBytes(hit); hit != 0 && size > 0 {
			d := (w ^ zeros) << (64 - 8*size) // digits, and noughts before them
			if (d|(d+ones*(128-10)))&highs == 0 {
				d = d*10 + d>>8 // pairs
				d = (d&0xff000000ff*(100+1_000_000<<32) + d>>16&0xff000000ff*(1+10_000<<32)) >> 32
				return int(d), size
			}
		}
	}
	start := pos
	for tag = 0; pos < len(raw) && raw[pos]-'0' <= 9; pos++ {
		tag = tag*10 + int(raw[pos]-'0')
	}
	return tag, pos - start
}

// soh returns the index of the first SOH in raw[pos:end], or end. It looks at eight bytes at a
// time: most values are shorter than that.
func soh(raw []byte, pos, end int) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	for pos+8 <= end {
		w := binary.LittleEndian.Uint64(raw[pos:]) ^ ones*SOH
		if hit := (w - ones) & ^w & highs; hit != 0 {
			return pos + trailingBytes(hit)
		}
		pos += 8
	}
	for pos < end && raw[pos] != SOH {
		pos++
	}
	return pos
}

// dataEnd returns where the data field whose value begins at pos ends, as told by the length
// field that must stand right before it, or -1 when the two disagree.
func (m *Message) dataEnd(tag, length int32, pos int) int {
	if len(m.Fields) == 0 || m.Fields[len(m.Fields)-1].Tag != length {
		return -1
	}
	n, ok := ParseInt(m.Value(len(m.Fields) - 1))
	if !ok || n < 0 || n > int64(len(m.Raw)-pos-1) || m.Raw[pos+int(n)] != SOH {
		return -1
	}
	return pos + int(n)
}

// lengthTag returns the field that must stand before this one and give its length in bytes, or 0
// for all but the fields of type data of FIX 4.4, whose values may contain SOH.
func lengthTag(tag int32) int32 {
	if tag < 89 || tag > 622 {
		return 0
	}
	switch tag {
	case 91, 96, 213, 349, 351, 353, 355, 357, 359, 361, 363, 365, 446, 619, 622:
		return tag - 1
	case 89:
		return 93
	}
	return 0
}

func garbled(text string) *Error { return &Error{Reason: Garbled, Text: text} }

func badTag(raw []byte, start int, previous int32) *Error {
	shown := raw[start:min(soh(raw, start, len(raw)), start+16)]
	return &Error{Reason: InvalidTag,
		Text: fmt.Sprintf("the field after %s has no valid tag: %q", label("", previous), shown)}
}

func badData(tag, length int32) *Error {
	return &Error{Path: label("", tag), Tag: tag, Reason: BadFormat,
		Text: "does not have the length given by " + label("", length) + " right before it"}
}
