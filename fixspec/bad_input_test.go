package fixspec

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"foliogate/fixspec/wire"
)

// answer is what FIX answers to a broken message, written as the fields of the answer: a Reject(3)
// with its reason and tag, a BusinessMessageReject(j), or nothing at all.
func answer(err error) string {
	var e *wire.Error
	switch {
	case err == nil:
		return "taken"
	case !errors.As(err, &e):
		return "no wire error: " + err.Error()
	case e.Reason == wire.Garbled:
		return "dropped"
	case e.Reason == wire.ConditionallyRequired:
		return "j 380=5"
	case e.Reason == wire.UnsupportedMsgType:
		return "j 380=3"
	case e.Tag == 0:
		return fmt.Sprintf("3 373=%d", e.Reason)
	}
	return fmt.Sprintf("3 373=%d 371=%d", e.Reason, e.Tag)
}

// badList is an inquiry of two lines, in parts that the cases below replace.
const badList = "49=EMS|56=GW|34=2|52=20260105-10:00:00|66=L-1|394=2|69=AON|68=2|893=Y|73=2|" +
	"11=C-1|67=1|78=2|79=A|80=1|79=B|80=2|18=G|48=99ZAA0002|22=1|54=1|38=5|40=2|423=3|44=99.5|58=one|" +
	"11=C-2|67=2|18=G|48=99ZAA0002|22=1|54=2|38=5|40=1|423=3|58=two|"

func TestBadInput(t *testing.T) {
	const inside = "|44=99.5|58=one|"
	long := strings.Repeat("x", 16<<20)
	for _, c := range []struct {
		name, old, new string
		answer, text   string
	}{
		{"nothing wrong", "", "", "taken", ""},

		{"count of 0, and lines follow", "|73=2|", "|73=0|", "3 373=16 371=73", "NoOrders(73) announces 0"},
		{"count of -1", "|73=2|", "|73=-1|", "3 373=16 371=73", "NoOrders(73) announces -1"},
		{"count of a billion", "|73=2|", "|73=1000000000|", "3 373=16 371=73",
			"NoOrders(73) announces 1000000000 instances, which this message cannot hold"},
		{"count beyond 64 bits", "|73=2|", "|73=99999999999999999999|", "3 373=6 371=73", "NoOrders(73)"},
		{"count that is a word", "|73=2|", "|73=two|", "3 373=6 371=73", "NoOrders(73)"},
		{"count of fewer", "|73=2|", "|73=1|", "3 373=16 371=73", "NoOrders(73) announces 1 instances"},
		{"count of more", "|73=2|", "|73=3|", "3 373=16 371=73", "NoOrders(73) announces 3 instances, 2 follow"},
		{"inner count of fewer", "|78=2|", "|78=1|", "3 373=16 371=78", "NoOrders(73)[1].NoAllocs(78) announces 1"},
		{"inner count of more", "|78=2|", "|78=3|", "3 373=16 371=78", "NoOrders(73)[1].NoAllocs(78) announces 3"},
		{"inner count of 0", "|78=2|", "|78=0|", "3 373=16 371=78", "NoOrders(73)[1].NoAllocs(78) announces 0"},
		{"group without its first field", "|73=2|11=C-1|", "|73=2|", "3 373=15 371=73",
			"NoOrders(73) must be followed by ClOrdID(11)"},

		{"tag 0", "|69=AON|", "|0=AON|", "3 373=0", "has no valid tag"},
		{"tag below 0", "|69=AON|", "|-69=AON|", "3 373=0", "has no valid tag"},
		{"tag with a leading 0", "|69=AON|", "|069=AON|", "3 373=0", "has no valid tag"},
		{"tag of 10 digits", "|69=AON|", "|4294967365=AON|", "3 373=0", "has no valid tag"},
		{"tag of 40 digits", "|69=AON|", "|" + strings.Repeat("9", 40) + "=AON|", "3 373=0", "has no valid tag"},
		{"tag that is a word", "|69=AON|", "|ListExecInst=AON|", "3 373=0", "has no valid tag"},
		{"no tag", "|69=AON|", "|AON|", "3 373=0", "has no valid tag"},
		{"tag that FIX does not have", "|69=AON|", "|999999999=AON|", "3 373=2 371=999999999",
			"Tag(999999999) is not defined"},

		{"doubled MsgSeqNum", "34=2|", "34=2|34=3|", "3 373=13 371=34", "MsgSeqNum(34) appears more than once"},
		{"doubled MsgType", "49=EMS|", "35=E|49=EMS|", "3 373=13 371=35", "MsgType(35) appears more than once"},
		{"doubled SenderCompID", "49=EMS|", "49=EMS|49=EMS|", "3 373=13 371=49", "SenderCompID(49)"},
		{"doubled BeginString", "49=EMS|", "8=FIX.4.4|49=EMS|", "3 373=13 371=8", "BeginString(8)"},
		{"doubled CheckSum", "|58=two|", "|58=two|10=000|", "3 373=13 371=10", "CheckSum(10)"},
		{"doubled body field", "|69=AON|", "|69=AON|69=AON|", "3 373=13 371=69", "ListExecInst(69)"},
		{"doubled in a line", "|38=5|40=2|", "|38=5|38=5|40=2|", "3 373=13 371=38", "NoOrders(73)[1].OrderQty(38)"},
		{"missing MsgSeqNum", "34=2|", "", "3 373=1 371=34", "MsgSeqNum(34) is missing"},
		{"missing SendingTime", "52=20260105-10:00:00|", "", "3 373=1 371=52", "SendingTime(52) is missing"},
		{"missing SenderCompID", "49=EMS|", "", "3 373=1 371=49", "SenderCompID(49) is missing"},
		{"missing ListID", "66=L-1|", "", "3 373=1 371=66", "ListID(66) is missing"},
		{"missing in a line", "|54=2|", "|", "3 373=1 371=54", "NoOrders(73)[2].Side(54) is missing"},
		{"missing what we demand", "|48=99ZAA0002|22=1|54=2|", "|22=1|54=2|", "j 380=5",
			"NoOrders(73)[2].SecurityID(48) is missing"},
		{"header field in the body", "34=2|52=20260105-10:00:00|66=L-1|", "52=20260105-10:00:00|66=L-1|34=2|",
			"3 373=14 371=34", "MsgSeqNum(34) must come before ListID(66)"},

		{"empty ListID", "66=L-1|", "66=|", "3 373=4 371=66", "ListID(66) has no value"},
		{"empty in a line", "|58=two|", "|58=|", "3 373=4 371=58", "NoOrders(73)[2].Text(58) has no value"},
		{"empty MsgSeqNum", "34=2|", "34=|", "3 373=4 371=34", "MsgSeqNum(34) has no value"},
		{"empty count", "|73=2|", "|73=|", "3 373=4 371=73", "NoOrders(73) has no value"},

		{"data longer than said", inside, inside + "354=2|355=abc|", "3 373=6 371=355", "Tag(355) does not have the length"},
		{"data shorter than said", inside, inside + "354=9|355=abc|", "3 373=6 371=355", "Tag(355) does not have the length"},
		{"data of length 0", inside, inside + "354=0|355=abc|", "3 373=6 371=355", "Tag(355) does not have the length"},
		{"data of length -1", inside, inside + "354=-1|355=abc|", "3 373=6 371=355", "Tag(355) does not have the length"},
		{"data of length a billion", inside, inside + "354=1000000000|355=abc|", "3 373=6 371=355", "Tag(355)"},
		{"data without a length", inside, inside + "355=abc|", "3 373=6 371=355", "Tag(355)"},
		{"data with delimiters", inside, inside + "354=8|355=a|38=9|b|", "taken", ""},

		{"text that is not UTF-8", "|58=two|", "|58=tw\xff|", "3 373=6 371=58", "NoOrders(73)[2].Text(58) is not text"},
		{"id that is not UTF-8", "66=L-1|", "66=L-\xc3|", "3 373=6 371=66", "ListID(66) is not text in UTF-8"},
		{"text in UTF-8", "|58=two|", "|58=zwölf €|", "taken", ""},
		{"data in another encoding", inside, inside + "354=2|355=\xff\xfe|", "taken", ""},

		{"decimal of 40 digits", "|44=99.5|", "|44=" + strings.Repeat("9", 40) + "|", "3 373=6 371=44",
			"NoOrders(73)[1].Price(44)"},
		{"decimal of 40 places", "|44=99.5|", "|44=99." + strings.Repeat("3", 40) + "|", "3 373=6 371=44",
			"NoOrders(73)[1].Price(44)"},
		{"decimal with an exponent", "|38=5|40=2|", "|38=5E6|40=2|", "3 373=6 371=38", "NoOrders(73)[1].OrderQty(38)"},
		{"NaN", "|44=99.5|", "|44=NaN|", "3 373=6 371=44", "NoOrders(73)[1].Price(44) is not a decimal number"},
		{"infinity", "|44=99.5|", "|44=Infinity|", "3 373=6 371=44", "NoOrders(73)[1].Price(44) is not a decimal number"},
		{"hexadecimal", "|44=99.5|", "|44=0x1p3|", "3 373=6 371=44", "NoOrders(73)[1].Price(44) is not a decimal number"},
		{"number of 40 digits", "|67=2|", "|67=" + strings.Repeat("1", 40) + "|", "3 373=6 371=67",
			"NoOrders(73)[2].ListSeqNo(67) is not a whole number"},

		{"text of 16 MiB", "|58=two|", "|58=" + long + "|", "3 373=5 371=58",
			"NoOrders(73)[2].Text(58) has 16777216 bytes, at most 8192 are taken"},
		{"id of 16 MiB", "66=L-1|", "66=" + long + "|", "3 373=5 371=66", "ListID(66) has 16777216 bytes"},
		{"decimal of 16 MiB", "|44=99.5|", "|44=" + strings.Repeat("9", 16<<20) + "|", "3 373=5 371=44",
			"NoOrders(73)[1].Price(44) has 16777216 bytes"},

		{"TotNoOrders that is no number", "|68=2|", "|68=many|", "3 373=6 371=68", "TotNoOrders(68) is not a whole number"},
		{"LastFragment that is neither", "|893=Y|", "|893=X|", "3 373=6 371=893", "LastFragment(893) is not Y or N"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(badList, c.old) {
				t.Fatalf("the list has no %q to break", c.old)
			}
			text := strings.Replace(badList, c.old, c.new, 1)
			raw := append(wire.Begin(nil, "E"), strings.ReplaceAll(text, "|", "\x01")...)
			_, _, err := NewReader(testTable(), strict()).Read(wire.Finish(raw, 0))
			if got := answer(err); got != c.answer {
				t.Errorf("answered %s, want %s: %.200v", got, c.answer, err)
			}
			if c.text != "" && !strings.Contains(fmt.Sprint(err), c.text) {
				t.Errorf("%.200v\ndoes not say %q", err, c.text)
			}
		})
	}
}

// A frame that lies is dropped without an answer, as FIX says.
func TestBrokenFramesAreDropped(t *testing.T) {
	good := shown(wire.Finish(append(wire.Begin(nil, "0"),
		strings.ReplaceAll("49=EMS|56=GW|34=2|52=20260105-10:00:00|", "|", "\x01")...), 0))
	length := good[len("8=FIX.4.4|"):strings.Index(good, "|35=")]
	for name, broken := range map[string]string{
		"length too small":    strings.Replace(good, length, "9=1", 1),
		"length too large":    strings.Replace(good, length, "9=99", 1),
		"length of a billion": strings.Replace(good, length, "9=1000000000", 1),
		"length beyond 64":    strings.Replace(good, length, "9=9223372036854775808", 1),
		"length below 0":      strings.Replace(good, length, "9=-5", 1),
		"length empty":        strings.Replace(good, length, "9=", 1),
		"sum":                 good[:len(good)-4] + "999|",
		"sum of two digits":   good[:len(good)-4] + "99|",
		"no sum":              good[:len(good)-len("10=000|")],
		"no type":             strings.Replace(good, "35=0|", "", 1),
		"type is not third":   strings.Replace(good, "35=0|49=EMS|", "49=EMS|35=0|", 1),
		"no length":           strings.Replace(good, length+"|", "", 1),
		"begins elsewhere":    "x" + good,
		"goes on":             good + "58=x|",
		"nothing":             "",
	} {
		t.Run(name, func(t *testing.T) {
			raw := []byte(strings.ReplaceAll(broken, "|", "\x01"))
			if _, _, err := NewReader(testTable(), strict()).Read(raw); answer(err) != "dropped" {
				t.Errorf("answered %s: %v", answer(err), err)
			}
		})
	}
}

// What the structure cannot show is refused by the domain, for the whole list, and said in words.
func TestBadFragments(t *testing.T) {
	line := func(n int) string {
		return fmt.Sprintf("11=C-%d|67=%d|1=F%d|63=6|64=20260106|18=G|55=[N/A]|48=99ZAA0002|22=1|54=1|854=0|"+
			"38=%d000|40=1|423=3|15=USD|59=6|126=20260105-15:10:00|120=USD|", n, n, n, n)
	}
	list := func(total int, last string, lines ...int) string {
		text := fmt.Sprintf("#66=F-1|394=2|433=2|69=AON|68=%d|%s73=%d|", total, last, len(lines))
		for _, n := range lines {
			text += line(n)
		}
		return text
	}
	for _, c := range []struct {
		name string
		says []string
		wait bool
		want string // on the last ListStatus or reject told to the client
		text string
	}{
		{"total of 0", []string{list(0, "893=Y|", 1)}, false, "431=7", "1 and TotNoOrders(68)"},
		{"total below 0", []string{list(-1, "893=Y|", 1)}, false, "431=7", "1 and TotNoOrders(68)"},
		{"total of a billion", []string{list(1_000_000_000, "893=N|", 1)}, false, "431=7", "68) is 1000000000: at most 100 lines"},
		{"total too small", []string{list(1, "893=Y|", 1, 2)}, false, "431=7", "line 2: ListSeqNo(67) is not between"},
		{"total too large", []string{list(3, "893=Y|", 1, 2)}, false, "431=7", "68) is 3 but the list closed with 2 lines"},
		{"total changes", []string{list(3, "893=N|", 1), list(4, "893=Y|", 2, 3)}, false, "431=7", "68) differs between fragments"},
		{"last is absent and lines are missing", []string{list(3, "", 1)}, true, "431=7", "1 of 3 lines had arrived"},
		{"last comes first", []string{list(3, "893=Y|", 1), list(3, "893=N|", 2, 3)}, false, "431=7", "closed with 1 lines"},
		{"last never comes", []string{list(3, "893=N|", 1), list(3, "893=N|", 2)}, true, "431=7", "2 of 3 lines had arrived"},
		{"a fragment differs", []string{list(3, "893=N|", 1),
			strings.Replace(list(3, "893=N|", 1), "38=1000", "38=2000", 1)}, false, "431=7", "was sent twice with different content"},
		{"no lines", []string{"#66=F-1|394=2|433=2|69=AON|68=1|893=Y|73=0|"}, false, "380=0", "NoOrders(73) is 0: a list has lines"},
		{"all is well", []string{list(3, "893=N|", 1), list(3, "893=Y|", 2, 3)}, false, "429=1|82=1|431=1", "DEALERS=3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage(t)
			for _, text := range c.says {
				s.says("EMS", "E", text)
			}
			if c.wait {
				s.after(31e9)
			}
			last := ""
			for _, told := range strings.Split(s.log.String(), "\n") {
				if strings.Contains(told, "EMS < ") {
					last = told
				}
			}
			if !strings.Contains(last, c.want) || !strings.Contains(last, c.text) {
				t.Errorf("told %q, want %s %s\n%s", last, c.want, c.text, &s.log)
			}
		})
	}
}
