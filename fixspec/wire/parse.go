package wire

import (
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
	body, err := m.frame()
	if err != nil {
		return err
	}
	if err := m.scan(); err != nil {
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
	_, m.ascii = sumUp(body)
	return m.scan()
}

// frame checks what can be checked without knowing any field but the first two and the last,
// and returns where the part that BodyLength(9) counts begins.
func (m *Message) frame() (body int, err error) {
	raw := m.Raw
	if len(raw) > math.MaxInt32 {
		return 0, garbled("the message is longer than 2 GiB")
	}
	if len(raw) < 2 || raw[0] != '8' || raw[1] != '=' {
		return 0, garbled("the message does not begin with BeginString(8)")
	}
	i := soh(raw, 2)
	if i+3 > len(raw) || raw[i+1] != '9' || raw[i+2] != '=' {
		return 0, garbled("BodyLength(9) is not the second field")
	}
	j := soh(raw, i+3)
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
	return body, m.sum()
}

// sum checks CheckSum(10).
func (m *Message) sum() error {
	said := m.Raw[len(m.Raw)-4 : len(m.Raw)-1]
	sum, ascii := sumUp(m.Raw[:len(m.Raw)-trailer])
	m.ascii = ascii
	if said[0] != '0'+sum/100 || said[1] != '0'+sum/10%10 || said[2] != '0'+sum%10 {
		return garbled(fmt.Sprintf("CheckSum(10) is %q, counted %03d", said, sum))
	}
	return nil
}

func garbled(text string) *Error { return &Error{Reason: Garbled, Text: text} }
