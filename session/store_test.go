package session

import (
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway/journal"
)

// The faces of fixspec are ours.
var (
	_ Face = (*fixspec.ClientFace)(nil)
	_ Face = (*fixspec.DealerFace)(nil)
)

func storeOn(t *testing.T, block int) *store {
	t.Helper()
	l, err := journal.Open(t.TempDir(), journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	s := newStore(l, "F>C", newLedger(), func() time.Time { return time.Unix(1750000000, 0) }, block)
	if err := s.open(); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *store) save(t *testing.T, types string) {
	t.Helper()
	for _, c := range types {
		raw := []byte(frame(string(c), "58=first|"))
		if err := s.SaveMessageAndIncrNextSenderMsgSeqNum(s.NextSenderMsgSeqNum(), raw); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLoweredNumberForgets(t *testing.T) {
	t.Parallel()
	s := storeOn(t, 1000)
	s.save(t, "A888")
	if err := s.SetNextSenderMsgSeqNum(3); err != nil {
		t.Fatal(err)
	}
	if got, err := s.GetMessages(1, 4); err != nil || len(got) != 1 {
		t.Errorf("%d messages are left: %q, %v", len(got), got, err)
	}
	s.save(t, "N0")
	got, err := s.GetMessages(2, 4)
	if err != nil || len(got) != 3 || string(msgTypeOf(got[1])) != "N" || numberOf(got[2]) != 4 ||
		string(msgTypeOf(got[2])) != "0" {
		t.Errorf("the messages are %q, %v", got, err)
	}
}

func TestNumbersAreReservedBeforeTheirUse(t *testing.T) {
	t.Parallel()
	s := storeOn(t, 10)
	for range 100 {
		s.save(t, "8")
		n, need := s.NextSenderMsgSeqNum()-1, s.Needs()
		if err := s.Wait(soon(t), need); err != nil {
			t.Fatal(err)
		}
		if durable := durablyReserved(t, s.journal.(*journal.Log)); n > durable {
			t.Errorf("number %d may leave when %d were durably reserved", n, durable)
		}
	}
	before := s.journal.Last()
	if err := s.Reset(); err != nil {
		t.Fatal(err)
	}
	s.save(t, "A")
	if n, need := s.NextSenderMsgSeqNum(), s.Needs(); n != 2 || need <= before {
		t.Errorf("after a reset: next %d, which rests on record %d of %d", n, need, before)
	}
}

// durablyReserved reads what a crash would leave.
func durablyReserved(t *testing.T, l *journal.Log) int {
	t.Helper()
	all := newLedger()
	for from := l.From(1); ; {
		lsn, r, err := from.Next()
		if err == io.EOF {
			return all.reserved
		}
		said, bad := readRecord(r.Payload)
		if err != nil || bad != nil {
			t.Fatal(err, bad)
		}
		all.apply(lsn, said)
	}
}

func TestRowsAreChecked(t *testing.T) {
	good := func() Row { r := accepted("C"); r.Face = face{}; return r }
	for says, spoil := range map[string]func(*Row){
		"a CompID is empty":             func(r *Row) { r.TheirCompID = "" },
		"has a space":                   func(r *Row) { r.OurCompID = "A B" },
		"neither accepted nor dialled":  func(r *Row) { r.Connection = 0 },
		"needs Heartbeat and Reconnect": func(r *Row) { r.Connection = Dial },
		"no face":                       func(r *Row) { r.Face = nil },
		"missing port":                  func(r *Row) { r.Address = "localhost" },
	} {
		row := good()
		spoil(&row)
		if _, err := New(Options{Rows: []Row{row}}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("a row that %s is answered %v", says, err)
		}
	}
	if _, err := New(Options{Rows: []Row{good(), good()}}); err == nil {
		t.Error("two rows have the same CompIDs")
	}
}

func TestScheduledSessionIsClosedOutsideItsHours(t *testing.T) {
	t.Parallel()
	row := accepted("CLIENT")
	now := time.Now().UTC()
	row.Schedule = Schedule{Start: now.Add(-2 * time.Hour).Format(time.TimeOnly),
		End: now.Add(-time.Hour).Format(time.TimeOnly), TimeZone: "UTC"}
	up := accepted("UP")
	up.Schedule = Schedule{Start: now.Add(-time.Hour).Format(time.TimeOnly),
		End: now.Add(time.Hour).Format(time.TimeOnly), TimeZone: "UTC",
		Weekdays: []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}}
	g := open(t, t.TempDir(), Limits{}, row, up)
	late := g.dialRaw(t, "CLIENT")
	late.say(t, "A", "98=0|108=30|"+known)
	late.closed(t)
	if got := g.dialRaw(t, "UP").logOn(t, known); got.msgType != "A" {
		t.Errorf("within its hours a session is answered %s", got.body)
	}
}

func TestStartThatFailsLeavesNothing(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("TAKEN"))
	taken := accepted("B")
	taken.Address, taken.Face = g.Addr("TAKEN").String(), face{}
	free := accepted("A")
	free.Face = face{}
	o := g.options
	o.Rows = []Row{free, taken}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Start(); err == nil || !strings.Contains(err.Error(), "address already in use") {
		t.Fatalf("Start returned %v", err)
	}
	if conn, err := net.Dial("tcp", s.Addr("A").String()); err == nil {
		conn.Close()
		t.Error("the other address is still listened at")
	}
}

// The engine's loop spins while its writer is busy; it rests while the writer has no room.
func TestASessionWithoutRoomRests(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &store{}
		for _, full := range []bool{false, true, false} {
			s.Full(full)
			begun := time.Now()
			for range 10 {
				s.CreationTime()
			}
			if rested := time.Since(begun); rested != 0 != full {
				t.Errorf("full: %t, and it rests for %s", full, rested)
			}
		}
	})
}
