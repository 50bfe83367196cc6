package session

import (
	"strings"
	"testing"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// BenchmarkReports sends ExecutionReports of 350 bytes from the journal to counterparties over
// loopback TCP, journal synced, checksum and validation on at the gateway. A gateway and its
// peers share the process, so CPU is that of both ends.
func BenchmarkReports(b *testing.B) {
	for _, c := range []struct {
		name     string
		accepted int
		dialled  int
	}{{"accepted=1", 1, 0}, {"dialled=1", 0, 1}, {"accepted=8", 8, 0}} {
		b.Run(c.name, func(b *testing.B) { reports(b, c.accepted, c.dialled) })
	}
}

func reports(b *testing.B, accept, dial int) {
	var rows []Row
	var peers []*counterparty
	names := []string{"P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7"}[:accept+dial]
	for i, name := range names {
		if i < accept {
			rows = append(rows, accepted(name))
			continue
		}
		d := counted(b, PeerOptions{OurCompID: name, TheirCompID: "GATE", Connection: Accept,
			Address: "127.0.0.1:0", Username: "user", Password: "secret-word"})
		peers = append(peers, d)
		rows = append(rows, dialledTo(name, d.Addr().String()))
	}
	g := open(b, b.TempDir(), Limits{}, rows...)
	for _, name := range names[:accept] {
		peers = append(peers, counted(b, PeerOptions{OurCompID: name, TheirCompID: "GATE", Connection: Dial,
			Address: g.Addr(name).String(), Heartbeat: 30 * time.Second, Reconnect: time.Second,
			Username: "user", Password: "word"}))
	}
	for _, p := range peers {
		p.logOn(b)
		<-p.heard // what is current
	}
	before := g.journal.Stats()
	b.ReportAllocs()
	b.ResetTimer()
	per := b.N/len(peers) + 1
	var events []gateway.Event
	for _, p := range peers {
		events = append(events, fills(p.options.OurCompID, per))
	}
	g.desk.publish(b, events...)
	for _, p := range peers {
		for range per {
			<-p.heard
		}
	}
	b.StopTimer()
	now := g.journal.Stats()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "msg/s")
	b.ReportMetric(float64(b.N)/float64(now.Syncs-before.Syncs), "msg/sync")
}

// BenchmarkAnswer asks a question and waits for the answer, which rests on a durable entry.
func BenchmarkAnswer(b *testing.B) {
	g := open(b, b.TempDir(), Limits{}, accepted("CLIENT"))
	p := counted(b, PeerOptions{OurCompID: "CLIENT", TheirCompID: "GATE", Connection: Dial,
		Address: g.Addr("CLIENT").String(), Heartbeat: 30 * time.Second, Reconnect: time.Second,
		Username: "user", Password: "word"})
	p.logOn(b)
	<-p.heard
	before := g.journal.Stats()
	b.ResetTimer()
	for range b.N {
		e := say("M", "66=L1\x01")
		if err := p.Send(fixspec.Header{}, e.Message); err != nil {
			b.Fatal(err)
		}
		<-p.heard
	}
	b.StopTimer()
	b.ReportMetric(float64(g.journal.Stats().Syncs-before.Syncs)/float64(b.N), "syncs/op")
}

// counted is a counterparty that does not read what it hears.
func counted(b *testing.B, o PeerOptions) *counterparty {
	heard := make(chan received, 1<<20)
	o.Handle = func([]byte) { heard <- received{} }
	c := counterpartyOf(b, o, nil)
	c.heard = heard
	return c
}

// BenchmarkRecover reads what a start reads for each message that was sent.
func BenchmarkRecover(b *testing.B) {
	s, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	report := []byte(frame("8", strings.ReplaceAll(terms, "\x01", "|")))
	payload := appendSent(nil, "GATE>CLIENT", 17, []byte("8"), Cursor{233, 4}, report)
	b.ReportAllocs()
	for range b.N {
		if err := s.Recover(1, payload); err != nil {
			b.Fatal(err)
		}
	}
}
