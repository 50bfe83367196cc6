package session

import (
	"strings"
	"testing"
	"time"

	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/config"
	"github.com/quickfixgo/quickfix/store/file"

	"foliogate/gateway/journal"
)

// BenchmarkResend reads the last 1,000 of 100,000 messages, from our store and from the file store of
// quickfixgo. Neither is cold: what was written a moment ago is in memory for both.
func BenchmarkResend(b *testing.B) {
	stores := []struct {
		name string
		open func(testing.TB) quickfix.MessageStore
	}{{"ours", oursToResend}, {"quickfixgo", theirsToResend}}
	report := []byte(frame("8", strings.ReplaceAll(terms, "\x01", "|")))
	for _, s := range stores {
		b.Run(s.name, func(b *testing.B) { resend(b, s.open(b), report) })
	}
}

func resend(b *testing.B, s quickfix.MessageStore, report []byte) {
	for n := range 100_000 {
		if err := s.SaveMessageAndIncrNextSenderMsgSeqNum(n+1, report); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		got := 0
		err := s.IterateMessages(99_001, 100_000, func(raw []byte) error {
			got += len(raw)
			return nil
		})
		if err != nil || got != 1000*len(report) {
			b.Fatalf("%d bytes were read, %v", got, err)
		}
	}
}

func oursToResend(t testing.TB) quickfix.MessageStore {
	l, err := journal.Open(t.TempDir(), journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return newStore(l, "GATE>CLIENT", newLedger(), time.Now, 1000)
}

// theirsToResend does not sync while it is filled, which takes minutes and changes no byte.
func theirsToResend(t testing.TB) quickfix.MessageStore {
	id := quickfix.SessionID{BeginString: "FIX.4.4", SenderCompID: "GATE", TargetCompID: "CLIENT"}
	settings, one := quickfix.NewSettings(), quickfix.NewSessionSettings()
	one.Set(config.BeginString, id.BeginString)
	one.Set(config.SenderCompID, id.SenderCompID)
	one.Set(config.TargetCompID, id.TargetCompID)
	one.Set(config.FileStorePath, t.TempDir())
	one.Set(config.FileStoreSync, "N")
	if _, err := settings.AddSession(one); err != nil {
		t.Fatal(err)
	}
	s, err := file.NewStoreFactory(settings).Create(id)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}
