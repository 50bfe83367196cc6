package dict

import (
	"bytes"

	"foliogate/fixspec/wire"
)

// Damaged returns a whole message with something wrong in its body: a byte, or a field that is lost,
// doubled, moved, or has the value of another. BodyLength(9) and CheckSum(10) are right. It is
// for tests, as Random is.
func Damaged(raw []byte, roll Roll) []byte {
	const trailer = len("10=000|")
	fields := bytes.SplitAfter(raw[:len(raw)-trailer], []byte{wire.SOH})
	msgType := string(bytes.Trim(fields[2], "35=\x01"))
	fields = fields[3 : len(fields)-1]
	i, j := roll(len(fields)), roll(len(fields))
	switch roll(5) {
	case 0:
		damaged := bytes.Clone(fields[i])
		damaged[roll(len(damaged))] = "\x01=|-0Z.\xff"[roll(8)]
		fields[i] = damaged
	case 1:
		fields[i] = nil
	case 2:
		fields[i] = append(bytes.Clone(fields[i]), fields[i]...)
	case 3:
		fields[i], fields[j] = fields[j], fields[i]
	case 4:
		tag, _, _ := bytes.Cut(fields[i], []byte("="))
		_, value, _ := bytes.Cut(fields[j], []byte("="))
		fields[i] = append(append(bytes.Clone(tag), '='), value...)
	}
	return wire.Finish(append(wire.Begin(nil, msgType), bytes.Join(fields, nil)...), 0)
}
