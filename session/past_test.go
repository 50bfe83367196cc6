package session

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
)

// A past that is written and read anywhere on the way is the past.
func TestPast(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	whole, pieces := NewPast(), NewPast()
	for lsn := uint64(1); lsn <= 2000; lsn++ {
		session := []string{"F>A", "F>B"}[r.IntN(2)]
		now := whole.ledger(session)
		var payload []byte
		switch r.IntN(12) {
		case 0:
			payload = appendTime(nil, "created", session, time.Unix(int64(lsn), 0))
		case 1:
			payload = appendNumber(nil, "number", session, now.sender+r.IntN(5))
		case 2:
			payload = appendNumber(nil, "reserve", session, now.sender+100)
		case 3:
			payload = appendCursor(nil, session, Cursor{Entry: lsn, Index: r.IntN(3)})
		case 4:
			payload = appendSent(nil, session, now.sender, []byte("0"), Cursor{}, nil)
		case 5:
			if payload = fmt.Appendf(nil, "told %s\n", session); r.IntN(20) == 0 {
				payload = appendTime(nil, "reset", session, time.Unix(int64(lsn), 0))
			}
		default:
			payload = appendSent(nil, session, now.sender, []byte("8"), Cursor{Entry: lsn}, []byte("8=FIX"))
		}
		if err := whole.Recover(lsn, payload); err != nil {
			t.Fatal(err)
		}
		if err := pieces.Recover(lsn, payload); err != nil {
			t.Fatal(err)
		}
		if r.IntN(50) > 0 {
			continue
		}
		written, err := json.Marshal(pieces)
		if err != nil {
			t.Fatal(err)
		}
		pieces = &Past{}
		if err := json.Unmarshal(written, pieces); err != nil {
			t.Fatal(err)
		}
		if again, err := json.Marshal(pieces); err != nil || string(again) != string(written) {
			t.Fatalf("%v: %s\nis not\n%s", err, again, written)
		}
	}
	for session, want := range whole.ledgers {
		got := pieces.ledgers[session]
		if got.created.Equal(want.created) {
			got.created = want.created
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v\nis not\n%+v", session, got, want)
		}
	}
}

func TestPastRefusesWhatIsCutShort(t *testing.T) {
	for _, text := range []string{`[{"session":"F>A","sent":"gA=="}]`, `[{"session":"F>A","sent":"?"}]`, `{}`} {
		if err := json.Unmarshal([]byte(text), &Past{}); err == nil {
			t.Errorf("%s was read", text)
		}
	}
}
