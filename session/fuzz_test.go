package session

import (
	"testing"
)

// FuzzRecord: whatever the journal holds, a session record is read or refused, and what was read
// can be applied.
func FuzzRecord(f *testing.F) {
	for _, line := range []string{"created F>C 2025-06-16T13:30:00Z\n",
		"sent F>C 17 8 233.4\n8=FIX.4.4\x0135=8\x01", "sent F>C 18 0 -\n", "received F>C 9\n",
		"number F>C 17\n", "cursor F>C 300.0\n", "reserve F>C 1000\n", "release F>C 41\n",
		"reset F>C 2025-06-16T21:00:00Z\n", "told F>C\n"} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, payload []byte) {
		r, err := readRecord(payload)
		if err != nil || r.number > 1<<16 {
			return // a number that is as large as memory is the journal's own
		}
		l := newLedger()
		l.apply(1, r)
		if l.sender < 0 && r.number >= 0 {
			t.Errorf("%q leaves our next number at %d", payload, l.sender)
		}
	})
}
