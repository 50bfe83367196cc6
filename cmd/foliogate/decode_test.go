package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"foliogate/fixspec/dict"
)

// example is a valid message in the way it goes over the wire.
func example(t testing.TB, msgType string) string {
	t.Helper()
	raw, ok := dict.New(dict.Tier0).Example(msgType)
	if !ok {
		t.Fatalf("no example of %s", msgType)
	}
	return string(raw)
}

func printed(raw, delimiter string) string { return strings.ReplaceAll(raw, "\x01", delimiter) }

// logFile writes a log and names it.
func logFile(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "fix.log")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestDecodeShowsNamesCodesAndGroups(t *testing.T) {
	code, out, errs := told(t, "decode", logFile(t, example(t, "N")))
	want := `ListStatus(N)  FOLIOGATE > EMS  number 2  20260105-15:00:00.101  (byte 0)
     8  BeginString      FIX.4.4
     9  BodyLength       228
    35  MsgType          N  ListStatus
    49  SenderCompID     FOLIOGATE
    56  TargetCompID     EMS
    34  MsgSeqNum        2
    52  SendingTime      20260105-15:00:00.101
    66  ListID           PT-20260105-0001
   429  ListStatusType   1  Ack
    82  NoRpts           1
   431  ListOrderStatus  1  InBiddingProcess
    83  RptSeq           1
   444  ListStatusText   DEALERS=3
    60  TransactTime     20260105-15:00:00.101
    68  TotNoOrders      2
   893  LastFragment     Y
    73  NoOrders         2
        [1]
    11    ClOrdID        C-1
    14    CumQty         0
    39    OrdStatus      D  AcceptedForBidding
   151    LeavesQty      1000000
    84    CxlQty         0
     6    AvgPx          0
        [2]
    11    ClOrdID        C-2
    14    CumQty         0
    39    OrdStatus      D  AcceptedForBidding
   151    LeavesQty      1000000
    84    CxlQty         0
     6    AvgPx          0
    10  CheckSum         148

`
	if code != exitDone || out != want {
		t.Errorf("exit %d\n%s\nwant\n%s", code, out, want)
	}
	if errs != "messages: 1, shown: 1, invalid: 0\n" {
		t.Errorf("stderr %q", errs)
	}
}

// However a log writes SOH and whatever stands around the messages, they are the same.
func TestDecodeReadsEverySpelling(t *testing.T) {
	one, two := example(t, "E"), example(t, "AK")
	for _, d := range delimiters {
		for name, log := range map[string]string{
			"lines":     printed(one, d) + "\n" + printed(two, d) + "\r\n",
			"junk":      "2026-01-05T15:00:00Z INFO [out] " + printed(one, d) + " (sent)\njunk 8=F\n<" + printed(two, d) + ">",
			"one line":  printed(one, d) + printed(two, d),
			"no ending": strings.TrimSuffix(printed(one, d), d) + "\n" + strings.TrimSuffix(printed(two, d), d),
		} {
			code, out, errs := told(t, "decode", logFile(t, log))
			if code != exitDone || errs != "messages: 2, shown: 2, invalid: 0\n" ||
				!strings.Contains(out, "NewOrderList(E)") || !strings.Contains(out, "Confirmation(AK)") {
				t.Errorf("%q %s: exit %d, %s\n%s", d, name, code, errs, out)
			}
		}
	}
}

func TestDecodeReadsStandardInput(t *testing.T) {
	var out, errs bytes.Buffer
	root := newRootCommand()
	root.SetArgs([]string{"decode", "-"})
	root.SetIn(strings.NewReader(printed(example(t, "L"), "|")))
	root.SetOut(&out)
	root.SetErr(&errs)
	if err := root.ExecuteContext(context.Background()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "390  BidID         Q2RVBSFFFZWJQ") {
		t.Error(out.String())
	}
}

func TestDecodeNamesWhatIsWrong(t *testing.T) {
	list := printed(example(t, "E"), "|")
	for _, c := range []struct{ name, log, want, shows string }{
		{"a value in a group", strings.Replace(list, "38=1000000|40=2", "38=1e6|40=2", 1),
			"NoOrders(73)[2].OrderQty(38) is not a decimal number", "38    OrderQty          1e6"},
		{"the length", strings.Replace(list, "9=501", "9=11", 1),
			"BodyLength(9) is 11, counted 501", "48    SecurityID        US99ZBB00166"},
		{"the sum", strings.Replace(list, "10=157", "10=007", 1),
			`CheckSum(10) is "007", counted 157`, "10  CheckSum            007"},
		{"a count", strings.Replace(list, "73=2", "73=3", 1),
			"NoOrders(73) announces 3 instances, 2 follow", "[2]"},
		{"cut off", list[:300], "does not end with a three-digit CheckSum(10)", "73  NoOrders            2"},
		{"a field that is none", strings.Replace(list, "69=AON", "69=AON|xx=1", 1),
			`the field after Tag(69) has no valid tag: "xx=1`, "[2]"},
		{"a tag nobody knows", strings.Replace(list, "69=AON", "69=AON|7777=x", 1),
			"Tag(7777) is in no message of FIX 4.4", "7777  ?                   x"},
		{"a type that is not spoken", "8=FIX.4.4|9=5|35=D|10=181|",
			"D (NewOrderSingle) is not spoken here", "35  MsgType      D  NewOrderSingle"},
		{"a version", "8=FIX.4.2|9=5|35=0|10=161|", "BeginString(8) is FIX.4.2: read by the table of FIX 4.4", "SenderCompID(49) is missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, errs := told(t, "decode", logFile(t, c.log))
			if code != exitDone || !strings.HasSuffix(errs, "invalid: 1\n") {
				t.Errorf("exit %d, %s", code, errs)
			}
			if !strings.Contains(out, "INVALID: ") || !strings.Contains(out, c.want) ||
				!strings.Contains(out, c.shows) {
				t.Errorf("wants %q and %q\n%s", c.want, c.shows, out)
			}
		})
	}
}

func TestDecodeJSON(t *testing.T) {
	code, out, _ := told(t, "decode", "--json", logFile(t, example(t, "i")+example(t, "0")))
	var first, second decodedMessage
	lines := strings.SplitN(out, "\n", 2)
	if err := json.Unmarshal([]byte(lines[0]), &first); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(lines[1]), &second); err != nil || code != exitDone {
		t.Fatal(code, err)
	}
	if first.Type != "i" || first.Name != "MassQuote(i)" || second.Type != "0" || first.Invalid != nil {
		t.Errorf("%+v, %+v", first, second)
	}
	var sets decodedField
	for _, f := range first.Fields {
		if f.Tag == 296 {
			sets = f
		}
	}
	if len(sets.Instances) != 1 {
		t.Fatalf("%+v", sets)
	}
	entries := sets.Instances[0][len(sets.Instances[0])-1]
	if entries.Name != "NoQuoteEntries" || len(entries.Instances) != 2 ||
		entries.Instances[1][0].Value != "20260105-WVMG1TMRBSF2-0002" {
		t.Errorf("%+v", entries)
	}
	if last := first.Fields[len(first.Fields)-1]; last.Tag != 10 {
		t.Errorf("the message ends with %+v", last)
	}
}

func TestDecodeFilters(t *testing.T) {
	d := dict.New(dict.Tier0)
	var log strings.Builder
	for _, m := range d.Messages() {
		log.WriteString(printed(example(t, m.Type), "|") + "\n")
	}
	file := logFile(t, log.String())
	for _, c := range []struct {
		flags []string
		want  string // types
	}{
		{[]string{"--type", "L,M"}, "L M"},
		{[]string{"--type", "executionreport"}, "8"},
		{[]string{"--order", "C-2"}, "E N"},
		{[]string{"--list", "20260105-WVMG1TMRBSF2"}, "l i AG S AI"},
		{[]string{"--list", "20260105-WVMG1TMRBSF"}, ""},
		{[]string{"--order", "20260105-WVMG1TMRBSF2-0001"}, "i"},
		{[]string{"--session", "DLRB"}, "AJ"},
		{[]string{"--session", "FOLIOGATE>EMS", "--type", "E,N,8"}, "N 8"},
		{[]string{"--session", "EMS>FOLIOGATE", "--list", "PT-20260105-0001"}, "E k L K M R a"},
		{[]string{"--order", "C-"}, ""},
	} {
		code, out, errs := told(t, append([]string{"decode", "--json", file}, c.flags...)...)
		var types []string
		for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
			var m decodedMessage
			if line != "" && json.Unmarshal([]byte(line), &m) == nil {
				types = append(types, m.Type)
			}
		}
		if got := strings.Join(types, " "); got != c.want || code != exitDone ||
			!strings.HasPrefix(errs, "messages: 29") {
			t.Errorf("%v: %q, want %q; exit %d, %s", c.flags, got, c.want, code, errs)
		}
	}
}

// No password reaches the screen, not even by way of an error.
func TestDecodeRedacts(t *testing.T) {
	logon := printed(example(t, "A"), "|")
	for name, log := range map[string]string{
		"password":      logon,
		"new password":  strings.Replace(logon, "554=secret", "925=secret", 1),
		"encrypted":     strings.Replace(logon, "554=secret", "1402=secret", 1),
		"broken":        strings.Replace(logon, "554=secret", "554=x|secret", 1),
		"broken before": strings.Replace(logon, "|554=secret", "|x|554=secret", 1),
		"cut":           logon[:strings.Index(logon, "secret")+len("secret")],
	} {
		file, other := logFile(t, log), logFile(t, printed(example(t, "0"), "|"))
		for _, args := range [][]string{{file}, {"--json", file}, {"--diff", file, other},
			{"--diff", other, file}} {
			_, out, errs := told(t, append([]string{"decode"}, args...)...)
			if out == "" || strings.Contains(out+errs, "sec") {
				t.Errorf("%s, %v:\n%s%s", name, args[0], out, errs)
			}
		}
	}
}

// What a counterparty writes cannot steer the terminal.
func TestDecodeShowsControlCharactersHarmlessly(t *testing.T) {
	log := strings.Replace(printed(example(t, "5"), "|"), "end of day", "\x1b[2Jend\x07", 1)
	_, out, _ := told(t, "decode", logFile(t, log))
	if strings.ContainsAny(out, "\x1b\x07") || !strings.Contains(out, "?[2Jend?") {
		t.Errorf("%q", out)
	}
}

func TestDecodeDiff(t *testing.T) {
	left := printed(example(t, "E"), "|")
	right := strings.NewReplacer("44=89.5", "44=90", "69=AON|", "", "|11=C-2", "|11=C-2|526=S").Replace(left)
	code, out, _ := told(t, "decode", "--diff", logFile(t, left), logFile(t, right))
	want := `- ListExecInst(69) AON
~ NoOrders(73)[2].Price(44) 89.5, then 90
+ NoOrders(73)[2].SecondaryClOrdID(526) S
`
	if code != exitDiffers || out != want {
		t.Errorf("exit %d\n%s", code, out)
	}
	if code, out, _ := told(t, "decode", "--diff", left, logFile(t, "junk "+left)); code != exitDone || out != "" {
		t.Errorf("the same message twice: exit %d\n%s", code, out)
	}
}

func TestDecodeRefuses(t *testing.T) {
	good := logFile(t, example(t, "0"))
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{logFile(t, "nothing here 58=FIX\n8=FIX\n")}, "no FIX message there"},
		{[]string{filepath.Join(t.TempDir(), "missing")}, "no such file"},
		{[]string{"--diff", good}, "--diff wants two"},
		{[]string{"--diff", good, logFile(t, "junk")}, "holds no message"},
		{[]string{"-f"}, "--follow wants one file"},
		{[]string{"--tier", "3", good}, "there are tiers 0, 1 and 2"},
	} {
		code, _, errs := told(t, append([]string{"decode"}, c.args...)...)
		if code != exitInput || !strings.Contains(errs, c.want) {
			t.Errorf("%v: exit %d, %q", c.args, code, errs)
		}
	}
}
