package wire

import (
	"encoding/binary"
	"fmt"
)

// scan appends the fields of Raw.
func (m *Message) scan() error {
	var before places
	for pos := 0; pos < len(m.Raw); {
		end, err := m.field(pos)
		if err != nil {
			return err
		}
		pos = end + 1
		if back := before.back(m.Fields); back > 0 {
			from := len(m.Fields) - 1
			pos = m.follow(back, pos)
			m.stretchFrom(from, back)
		}
	}
	return nil
}

// field appends the field that begins at pos, and returns where its SOH is.
func (m *Message) field(pos int) (end int, err error) {
	number, size := tagAt(m.Raw, pos)
	tag, start := int32(number), pos+size+1
	if size == 0 || size > 9 || start > len(m.Raw) || m.Raw[start-1] != '=' || m.Raw[pos] == '0' {
		return 0, m.badTag(pos)
	}
	length := lengthTag(tag)
	if length == 0 {
		end = soh(m.Raw, start)
	} else if end = m.dataEnd(length, start); end < 0 {
		return 0, badData(tag, length)
	}
	if end == len(m.Raw) {
		return 0, &Error{Path: label("", tag), Tag: tag, Reason: Garbled, Text: "is not ended by SOH"}
	}
	m.saw(end - start)
	m.Fields = append(m.Fields, Field{Tag: tag, Start: int32(start), End: int32(end),
		data: length != 0})
	return end, nil
}

// saw notes how long a value is.
func (m *Message) saw(size int) {
	m.longest = max(m.longest, size)
	m.blank = m.blank || size == 0
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

// soh returns the index of the first SOH in raw[pos:], or how long raw is. It looks at eight bytes
// at a time: most values are shorter than that.
func soh(raw []byte, pos int) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	for pos+8 <= len(raw) {
		w := binary.LittleEndian.Uint64(raw[pos:]) ^ ones*SOH
		if hit := (w - ones) & ^w & highs; hit != 0 {
			return pos + trailingBytes(hit)
		}
		pos += 8
	}
	for pos < len(raw) && raw[pos] != SOH {
		pos++
	}
	return pos
}

// dataEnd returns where the data field whose value begins at pos ends, as told by the length
// field that must stand right before it, or -1 when the two disagree.
func (m *Message) dataEnd(length int32, pos int) int {
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

func (m *Message) badTag(pos int) *Error {
	shown, previous := m.Raw[pos:min(soh(m.Raw, pos), pos+16)], int32(0)
	if n := len(m.Fields); n > 0 {
		previous = m.Fields[n-1].Tag
	}
	return &Error{Reason: InvalidTag,
		Text: fmt.Sprintf("the field after %s has no valid tag: %q", label("", previous), shown)}
}

func badData(tag, length int32) *Error {
	return &Error{Path: label("", tag), Tag: tag, Reason: BadFormat,
		Text: "does not have the length given by " + label("", length) + " right before it"}
}
