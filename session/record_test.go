package session

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestRecordsReadBack(t *testing.T) {
	at := time.Date(2025, 6, 16, 13, 30, 0, 5, time.UTC)
	report := []byte("8=FIX.4.4\x019=5\x0135=8\x0134=17\x0110=000\x01")
	for _, c := range []struct {
		line    string
		payload []byte
		want    record
	}{
		{"created F>C 2025-06-16T13:30:00.000000005Z\n", appendTime(nil, "created", "F>C", at),
			record{verb: "created", session: "F>C", at: at}},
		{"sent F>C 17 8 233.4\n" + string(report),
			appendSent(nil, "F>C", 17, []byte("8"), Cursor{233, 4}, report),
			record{verb: "sent", session: "F>C", number: 17, msgType: "8", cursor: Cursor{233, 4}}},
		{"sent F>C 18 A -\n", appendSent(nil, "F>C", 18, []byte("A"), Cursor{}, report),
			record{verb: "sent", session: "F>C", number: 18, msgType: "A"}},
		{"received F>C 9\n", appendNumber(nil, "received", "F>C", 9),
			record{verb: "received", session: "F>C", number: 9}},
		{"cursor F>C 300.0\n", appendCursor(nil, "F>C", Cursor{Entry: 300}),
			record{verb: "cursor", session: "F>C", cursor: Cursor{Entry: 300}}},
		{"told F>C\n", []byte("told F>C\n"), record{verb: "told", session: "F>C"}},
	} {
		if string(c.payload) != c.line {
			t.Errorf("%q is written %q", c.line, c.payload)
		}
		got, err := readRecord(c.payload)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q is read %+v, %v", c.line, got, err)
		}
	}
	if raw := sentBytes(appendSent(nil, "F>C", 17, []byte("8"), Cursor{}, report)); !bytes.Equal(raw, report) {
		t.Errorf("the message is %q", raw)
	}
}

func TestBadRecords(t *testing.T) {
	for line, says := range map[string]string{
		"":                                "no session",
		"sent":                            "no session",
		"sent F>C":                        "0 words where 3 belong",
		"sent F>C x 8 -":                  "invalid syntax",
		"sent F>C 1 8 7":                  "invalid syntax",
		"received F>C 1 2":                "2 words where 1 belong",
		"created F>C today":               "cannot parse",
		"forgotten F>C 5":                 "not known to this version",
		"cursor F>C -1.0":                 "invalid syntax",
		"reserve F>C 9999999999999999999": "out of range",
	} {
		if _, err := readRecord([]byte(line)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q is read with %v", line, err)
		}
	}
}

// apply folds lines into a ledger, the first at LSN 1.
func apply(t *testing.T, lines ...string) *ledger {
	t.Helper()
	l := newLedger()
	for i, line := range lines {
		r, err := readRecord([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		l.apply(uint64(i+1), r)
	}
	return l
}

func TestLedger(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  ledger
	}{
		{"nothing", nil, ledger{sender: 1, target: 1, cursor: Cursor{Entry: 1}}},
		{"messages", []string{"sent F>C 1 A -", "sent F>C 2 8 5.1", "received F>C 2", "sent F>C 3 N -"},
			ledger{sender: 4, target: 2, sent: []uint64{0, 2, 4}, cursor: Cursor{5, 1}}},
		{"a gap", []string{"sent F>C 1 8 2.0", "number F>C 4", "sent F>C 4 8 3.0"},
			ledger{sender: 5, target: 1, sent: []uint64{1, 0, 0, 3}, cursor: Cursor{Entry: 3}}},
		{"a lower number forgets", []string{"sent F>C 1 8 2.0", "sent F>C 2 8 3.0", "number F>C 2"},
			ledger{sender: 2, target: 1, sent: []uint64{1}, cursor: Cursor{Entry: 3}}},
		{"blocks", []string{"reserve F>C 1001", "sent F>C 1 8 2.0", "release F>C 2"},
			ledger{sender: 2, target: 1, reserved: 1, sent: []uint64{2}, cursor: Cursor{Entry: 2}}},
		{"a reset keeps the cursor", []string{"reserve F>C 1001", "sent F>C 1 8 2.0", "received F>C 7",
			"reset F>C 2025-06-16T13:30:00Z"},
			ledger{sender: 1, target: 1, cursor: Cursor{Entry: 2}, untold: true,
				created: time.Date(2025, 6, 16, 13, 30, 0, 0, time.UTC)}},
		{"the desk knows", []string{"reset F>C 2025-06-16T13:30:00Z", "told F>C", "cursor F>C 9.0"},
			ledger{sender: 1, target: 1, cursor: Cursor{Entry: 9},
				created: time.Date(2025, 6, 16, 13, 30, 0, 0, time.UTC)}},
	} {
		if got := apply(t, c.lines...); !reflect.DeepEqual(*got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, *got, c.want)
		}
	}
}
