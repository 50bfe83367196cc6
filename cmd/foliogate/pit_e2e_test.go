package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"foliogate/config"
	"foliogate/gateway"
	"foliogate/session"
)

// pit is a gateway as its user starts it, from a file, and everybody who trades there, each
// behind a tap.
type pit struct {
	t       testing.TB
	file    string
	market  gateway.Market
	taps    map[string]*tap
	leads   map[string]string // where the taps lead
	players map[string]*player
	opened  bool
	made    int  // portfolios
	spilt   bool // a test gives counterparties each other's ids, to see them echoed

	config  config.Gateway
	program string   // the binary; "": the gateway runs within this process
	environ []string // what the binary finds besides our own
	process *process
	house   *house // nil: it runs by itself
	close   func() error
}

// marketOnce is the reference data that all pits share: nobody changes it.
var marketOnce = sync.OnceValues(func() (gateway.Market, error) { return loadMarket("", "") })

// newPit prepares a gateway that is not yet open.
func newPit(t testing.TB, changes ...func(*config.Gateway)) *pit {
	t.Helper()
	market, err := marketOnce()
	if err != nil {
		t.Fatal(err)
	}
	v := &pit{t: t, market: market, taps: map[string]*tap{},
		leads: map[string]string{}, players: map[string]*player{}}
	called := newTap(t, true)
	v.file = writeConfig(t, "127.0.0.1:0", called.Addr().String())
	v.config, err = config.LoadGateway(v.file, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range v.config.Sessions {
		if v.taps[s.CompID] = called; s.Connection == config.Accept {
			v.taps[s.CompID] = newTap(t, false)
		}
	}
	for _, change := range changes {
		change(&v.config)
	}
	return v
}

// writeConfig fills in the addresses of testdata/e2e/gateway.yaml.
func writeConfig(t testing.TB, accept, copperline string) string {
	t.Helper()
	text, err := os.ReadFile("../../testdata/e2e/gateway.yaml")
	if err != nil {
		t.Fatal(err)
	}
	filled := os.Expand(string(text), func(name string) string {
		return map[string]string{"ACCEPT": accept, "COPPERLINE": copperline}[name]
	})
	file := filepath.Join(t.TempDir(), "gateway.yaml")
	if err := os.WriteFile(file, []byte(filled), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// openPit opens a gateway, and has the client and its panel come in.
func openPit(t testing.TB, changes ...func(*config.Gateway)) *pit {
	t.Helper()
	v := newPit(t, changes...)
	v.open()
	v.enter(append(panel(), birchwood)...)
	return v
}

// during has a subtest take the blame for what goes wrong in it.
func (v *pit) during(t *testing.T) {
	parent := v.t
	blame := func(t testing.TB) {
		v.t = t
		for _, p := range v.players {
			p.t = t
		}
	}
	blame(t)
	t.Cleanup(func() { blame(parent) })
}

func (v *pit) client() *player { return v.players[birchwood] }

// The firms of testdata/e2e/gateway.yaml.
const (
	birchwood  = "BIRCHWOOD-EMS"
	rowan      = "ROWAN-EMS"
	northgate  = "NORTHGATE"  // has a last look that no test waits out
	halyard    = "HALYARD"    // quotes firmly
	copperline = "COPPERLINE" // is dialled, and has a short last look
	foxholm    = "FOXHOLM"    // may not be asked
)

// panel is the dealers that both clients may ask.
func panel() []string { return []string{northgate, halyard, copperline} }

// open starts the gateway. It is shut, and what everybody was told is examined, when the test is
// over.
func (v *pit) open() {
	v.t.Helper()
	if v.program != "" {
		v.exec()
	} else {
		v.run()
	}
	v.connect()
	if !v.opened {
		v.opened = true
		v.t.Cleanup(func() { v.shut(); v.examine() })
	}
}

// run starts it within this process.
func (v *pit) run() {
	v.t.Helper()
	h, err := openHouse(v.config, v.market, slog.New(slog.DiscardHandler))
	if err != nil {
		v.t.Fatal(err)
	}
	v.house = h
	ctx, cancel := context.WithCancel(context.Background())
	closing, ready := make(chan error, 1), make(chan struct{})
	go func() { closing <- h.run(ctx, func() { close(ready) }) }()
	select {
	case <-ready:
	case err := <-closing:
		v.t.Fatal(err)
	}
	for _, s := range v.config.Sessions {
		if s.Connection == config.Accept {
			v.leads[s.CompID] = h.sessions.Addr(s.Name).String()
		}
	}
	v.close = func() error { cancel(); return <-closing }
}

// shut ends the gateway as SIGTERM does.
func (v *pit) shut() {
	v.t.Helper()
	if err := v.close(); err != nil {
		v.t.Error(err)
	}
}

// connect lets everybody through.
func (v *pit) connect() {
	for name, where := range v.leads {
		v.taps[name].lead(where)
	}
}

// cut ends the line to a counterparty.
func (v *pit) cut(name string) {
	v.t.Helper()
	v.taps[name].cut()
	v.gone(name)
}

// gone waits until a counterparty knows that its line is cut.
func (v *pit) gone(name string) {
	v.t.Helper()
	if err := v.players[name].AwaitLogout(soon(v.t)); err != nil {
		v.t.Fatal(err)
	}
}

// back lets a counterparty come again, and returns what it is told.
func (v *pit) back(name string) []heard {
	v.t.Helper()
	v.taps[name].lead(v.leads[name])
	return v.players[name].arrives()
}

// enter connects counterparties. They come all at once: the engine of each looks only once a second
// whether it is time.
func (v *pit) enter(names ...string) {
	v.t.Helper()
	for _, name := range names {
		v.start(name)
	}
	for _, name := range names {
		v.players[name].greeting = v.players[name].arrives()
	}
}

// start begins to connect a counterparty that has no numbers yet.
func (v *pit) start(name string, changes ...func(*session.PeerOptions)) *player {
	v.t.Helper()
	x := v.taps[name]
	o := session.PeerOptions{OurCompID: name, TheirCompID: "FOLIOGATE",
		Connection: session.Dial, Address: x.Addr().String()}
	if x.dialled {
		o.Connection, o.Address = session.Accept, "127.0.0.1:0"
	}
	for _, change := range changes {
		change(&o)
	}
	p := play(v.t, x, o)
	if x.dialled {
		v.leads[name] = p.Addr().String()
		x.lead(v.leads[name])
	}
	p.client = name == birchwood || name == rowan
	v.players[name] = p
	return p
}
