package wire

import (
	"errors"
	"strings"
	"testing"
)

// fix makes a message's bytes from what people write: bars, and no 8, 9 or 10.
func fix(text string) []byte {
	typ, body, _ := strings.Cut(strings.ReplaceAll(text, "|", "\x01"), "\x01")
	b := Begin(nil, typ)
	return Finish(append(b, body...), 0)
}

func TestParseRefusesBrokenFrames(t *testing.T) {
	good := string(fix("E|66=L1|58=x|"))
	cases := map[string]struct {
		raw    string
		reason Reason
		text   string
	}{
		"empty":    {"", Garbled, "begin with BeginString(8)"},
		"cut":      {good[:len(good)-1], Garbled, "CheckSum(10)"},
		"trailing": {good + "8", Garbled, "CheckSum(10)"},
		"two":      {good + good, Garbled, "BodyLength(9) is 16, counted"},
		"checksum": {good[:len(good)-4] + "000\x01", Garbled,
			`CheckSum(10) is "000", counted`},
		"length": {strings.Replace(good, "9=16", "9=17", 1), Garbled,
			"BodyLength(9) is 17, counted 16"},
		"length not a number": {strings.Replace(good, "9=16", "9=1x", 1), Garbled,
			"BodyLength(9) is not a number"},
		"length empty": {strings.Replace(good, "9=16", "9=", 1), Garbled,
			"BodyLength(9) is not a number"},
		"length negative": {strings.Replace(good, "9=16", "9=-15", 1), Garbled,
			"BodyLength(9) is not a number"},
		"length huge": {strings.Replace(good, "9=16", "9=9223372036854775807", 1), Garbled,
			"BodyLength(9)"},
		"no length": {"8=FIX.4.4\x0135=E\x0110=000\x01", Garbled,
			"BodyLength(9) is not the second"},
		"type third": {string(Finish(append([]byte("8=FIX.4.4\x019=000\x01"),
			"49=A\x0135=E\x01"...), 0)), Garbled, "MsgType(35) is not the third"},
		"tag not a number": {string(fix("E|6x=1|")), InvalidTag,
			`the field after Tag(35) has no valid tag: "6x=1`},
		"tag zero":       {string(fix("E|0=1|")), InvalidTag, "no valid tag"},
		"tag with zeros": {string(fix("E|066=1|")), InvalidTag, "no valid tag"},
		"tag negative":   {string(fix("E|-66=1|")), InvalidTag, "no valid tag"},
		"tag huge": {string(fix("E|99999999999999999999=1|")), InvalidTag,
			"no valid tag"},
		"no equals":   {string(fix("E|66|")), InvalidTag, "no valid tag"},
		"empty field": {string(fix("E||66=1|")), InvalidTag, "no valid tag"},
		"data without length": {string(fix("E|355=x|")), BadFormat,
			"Tag(355) does not have the length given by Tag(354)"},
		"data too short": {string(fix("E|354=3|355=x|")), BadFormat, "Tag(355)"},
		"data too long":  {string(fix("E|354=1|355=xyz|")), BadFormat, "Tag(355)"},
		"data beyond":    {string(fix("E|354=999999999|355=xyz|")), BadFormat, "Tag(355)"},
		"data negative":  {string(fix("E|354=-1|355=xyz|")), BadFormat, "Tag(355)"},
	}
	var m Message
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			var e *Error
			if err := m.Parse([]byte(c.raw)); !errors.As(err, &e) {
				t.Fatalf("got %v, want an *Error", err)
			}
			if e.Reason != c.reason || !strings.Contains(e.Error(), c.text) {
				t.Errorf("got %d %q, want %d ...%s...", e.Reason, e, c.reason, c.text)
			}
		})
	}
}

func TestParseKeepsEveryByte(t *testing.T) {
	raw := fix("E|66=L=1|354=5|355=a|b=c|58=|")
	var m Message
	if err := m.Parse(raw); err != nil {
		t.Fatal(err)
	}
	want := []string{"8=FIX.4.4", "9=32", "35=E", "66=L=1", "354=5", "355=a\x01b=c", "58=", "10="}
	if len(m.Fields) != len(want) {
		t.Fatalf("%d fields, want %d", len(m.Fields), len(want))
	}
	for i, w := range want {
		got := strings.TrimPrefix(label("", m.Fields[i].Tag), "Tag(")
		got = strings.TrimSuffix(got, ")") + "=" + string(m.Value(i))
		if !strings.HasPrefix(got, w) {
			t.Errorf("field %d is %q, want %q", i, got, w)
		}
	}
	if string(m.MsgType()) != "E" || string(m.Get(66)) != "L=1" || m.Get(99) != nil {
		t.Errorf("type %q, ListID %q", m.MsgType(), m.Get(66))
	}
	if !strings.HasPrefix(m.String(), "8=FIX.4.4|9=32|35=E|") {
		t.Errorf("shown as %s", m.String())
	}
}
