package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"foliogate/config"
	"foliogate/testdata"
)

// hall is a gateway with three dealers on real sessions over loopback.
type hall struct {
	t       *testing.T
	house   *house
	client  string // where BIRCHWOOD-EMS dials
	folder  string
	dealers sync.WaitGroup
	heard   chan dealerEvent
}

// hallDealer changes one dealer; hallGateway the gateway.
type (
	hallDealer  func(*config.Dealer)
	hallGateway func(*config.Gateway)
)

func openHall(t *testing.T, gateway hallGateway, dealer hallDealer) *hall {
	t.Helper()
	t.Parallel() // a session takes up to a second to come up
	market, err := loadMarket("", "")
	if err != nil {
		t.Fatal(err)
	}
	v := &hall{t: t, folder: t.TempDir(), heard: make(chan dealerEvent, 10_000)}
	g := v.gatewayConfig()
	if gateway != nil {
		gateway(&g)
	}
	if err := g.Validate(); err != nil {
		t.Fatal(err)
	}
	h, err := openHouse(g.Completed(), market, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	served, ready := make(chan error, 1), make(chan struct{})
	go func() { served <- h.run(ctx, func() { close(ready) }) }()
	select {
	case <-ready:
	case err := <-served:
		t.Fatal(err)
	}
	v.house = h
	v.client = h.sessions.Addr("client").String()
	for _, name := range []string{"ALPHA", "BRAVO"} {
		v.seat(ctx, h, name, dealer, dealerOptions{Market: market, Reset: true})
	}
	t.Cleanup(func() {
		stop()
		v.dealers.Wait()
		if err := <-served; err != nil {
			t.Errorf("the gateway ended with %v", err)
		}
	})
	for up := 0; up < 2; {
		if e := <-v.heard; e.Kind == dealerConnected {
			up++
		}
	}
	return v
}

func (v *hall) gatewayConfig() config.Gateway {
	g := config.DefaultGateway()
	g.CompID, g.Mode, g.DataDir = "FOLIOGATE", config.Rehearsal, filepath.Join(v.folder, "data")
	g.BusinessDate = "2025-06-16"
	g.Limits.MinDeadline = 100 * time.Millisecond
	client := config.DefaultSession()
	client.Name, client.Role, client.CompID = "client", config.ClientRole, stageClient
	client.Connection, client.Address, client.Insecure = config.Accept, "127.0.0.1:0", true
	client.ResetOnLogonAllowed, client.Panel = true, []string{"ALPHA", "BRAVO"}
	g.Sessions = append(g.Sessions, client)
	for _, name := range client.Panel {
		row := config.DefaultSession()
		row.Name, row.Role, row.CompID = name, config.DealerRole, name
		row.Connection, row.Address, row.Insecure = config.Accept, "127.0.0.1:0", true
		row.ResetOnLogonAllowed, row.LastLook = true, 5*time.Second
		row.SettlementAccount = name + "-SETTLE"
		g.Sessions = append(g.Sessions, row)
	}
	return g
}

// seat starts a dealer that answers at once.
func (v *hall) seat(
	ctx context.Context, h *house, name string, change hallDealer, o dealerOptions,
) {
	d := config.DefaultDealer()
	d.CompID, d.GatewayCompID, d.Connection = name, "FOLIOGATE", config.Dial
	d.Address, d.Insecure = h.sessions.Addr(name).String(), true
	d.Model.ThinkTime, d.Model.Updates, d.LastLook.Delay = 0, 0, 0
	d.Model.NoiseBP, d.Model.Seed = "0", 1
	if name == "BRAVO" {
		d.Model.HalfSpreadMultiplier = "2"
	}
	if change != nil {
		change(&d)
	}
	o.Config, o.Events = d, func(e dealerEvent) { v.heard <- e }
	v.dealers.Add(1)
	go func() {
		defer v.dealers.Done()
		if err := runDealer(ctx, o); err != nil {
			v.t.Errorf("%s ended with %v", name, err)
		}
	}()
}

// basket is a basket as a file.
func (v *hall) basket(text string) string {
	v.t.Helper()
	file := filepath.Join(v.folder, "basket.csv")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		v.t.Fatal(err)
	}
	return file
}

// inquire runs the verb as a person does.
func (v *hall) inquire(basket string, flags ...string) (code int, out, complaints string) {
	v.t.Helper()
	var stdout, stderr bytes.Buffer
	args := append([]string{"inquire", "--basket", v.basket(basket), "--host", v.client, "--insecure",
		"--comp-id", stageClient, "--gateway-comp-id", "FOLIOGATE", "--patience", "0s",
		"--deadline", "20s"}, flags...)
	code = run(context.Background(), args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func TestInquireVerb(t *testing.T) {
	v := openHall(t, nil, nil)
	fills := filepath.Join(v.folder, "fills.csv")
	code, out, complaints := v.inquire(testdata.Switch(), "--fills", fills)
	if code != exitDone || complaints != "" {
		t.Fatalf("exit code %d\n%s\n%s", code, out, complaints)
	}
	for _, want := range []string{"125 lines: sell 65 for ", ": executed\n", "  cover\n",
		"with ALPHA: 125 of 125 lines executed", "; affirmed\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	f, err := os.Open(fills)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) != 126 || strings.Join(rows[0], ",") != fillColumns {
		t.Errorf("%d rows of fills, %v", len(rows), err)
	}
	if first := rows[1]; first[1] != "373995A25" || first[2] != "sell" || first[8] != "2025-06-17" {
		t.Errorf("the first fill is %v", first)
	}
	v.again(t)
}

// again runs a second inquiry of another form on the same gateway: the session begins anew.
func (v *hall) again(t *testing.T) {
	fills := filepath.Join(v.folder, "fills.json")
	code, out, _ := v.inquire(testdata.Switch(), "--json", "--price-kind", "percent", "--fills", fills,
		"--dealers", "BRAVO", "--list-id", "AGAIN-1")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	var result resultRecord
	for _, line := range lines {
		result = resultRecord{}
		if err := json.Unmarshal([]byte(line), &result); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
	}
	if code != exitDone || result.Outcome != "executed" || result.ListID != "AGAIN-1" ||
		result.Executed != 125 || result.Taken.Dealer != "BRAVO" || result.Taken.SellPrice == "" ||
		len(result.Tickets) != 1 || result.Net != result.Tickets[0].Net {
		t.Errorf("exit code %d, result %s", code, lines[len(lines)-1])
	}
	text, err := os.ReadFile(fills)
	var records []fillRecord
	if err := json.Unmarshal(text, &records); err != nil || len(records) != 125 {
		t.Errorf("%d fills in JSON, %v", len(records), err)
	}
	if err != nil || records[124].Line != 125 || records[124].Trade != records[0].Trade {
		t.Errorf("the last fill is %+v", records[124])
	}
}

func TestInquireVerbEndings(t *testing.T) {
	decline := func(d *config.Dealer) { d.LastLook.Answer = config.Decline }
	pass := func(d *config.Dealer) { d.Model.PassProbability = "1" }
	tests := []struct {
		name   string
		dealer hallDealer
		basket string
		flags  []string
		code   int
		want   string
	}{
		{"refused", nil, strings.Replace(testdata.Switch(), "373995A25", "99999ZZZ9", 1), nil, 3,
			"line 1, 99999ZZZ9 (row 2): SecurityID(48) 99999ZZZ9 is not in the universe"},
		{"expired", pass, testdata.Switch(), []string{"--deadline", "300ms"}, 4, ": expired: EXPIRED"},
		{"declined", decline, testdata.Switch(), []string{"--deadline", "1s"}, 5,
			": declined: 2 quotes taken and not stood by; "},
		{"nothing to be taken", nil, testdata.Switch(), []string{"--accept", "none"}, 6, ": withdrawn"},
		{"a dealer that is not one", nil, testdata.Switch(), []string{"--dealers", "NOBODY"}, 3,
			"NOBODY is not a dealer here; the list was not sent"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := openHall(t, nil, test.dealer)
			fills := filepath.Join(v.folder, "fills.csv")
			code, out, complaints := v.inquire(test.basket, append(test.flags, "--fills", fills)...)
			if code != test.code || !strings.Contains(out, test.want) || complaints != "" {
				t.Errorf("exit code %d, want %d\n%s%s", code, test.code, out, complaints)
			}
			if left, _ := filepath.Glob(fills + "*"); len(left) > 0 {
				t.Errorf("files of fills that there are none of: %v", left)
			}
		})
	}
}

// A list that the gateway cannot read is rejected by the session, not by the business.
func TestUnreadableListIsRefused(t *testing.T) {
	v := openHall(t, nil, nil)
	client := config.DefaultClient()
	client.CompID, client.GatewayCompID = stageClient, "FOLIOGATE"
	client.Address, client.Insecure = v.client, true
	result, err := runInquiry(context.Background(), inquiryOptions{Client: client,
		Basket: stageBasket(t), Kind: 1, Currency: "usd", Deadline: time.Minute, Rule: acceptBest,
		Reset: true})
	if err != nil || result.Outcome != refused || !strings.Contains(result.Text, "Currency(15)") {
		t.Errorf("%s: %s, %v", result.Outcome, result.Text, err)
	}
}

func TestInterruptedInquiryIsWithdrawn(t *testing.T) {
	v := openHall(t, nil, func(d *config.Dealer) { d.Model.ThinkTime = time.Minute })
	ctx, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	client := config.DefaultClient()
	client.CompID, client.GatewayCompID = stageClient, "FOLIOGATE"
	client.Address, client.Insecure = v.client, true
	result, err := runInquiry(ctx, inquiryOptions{Client: client, Basket: stageBasket(t), Kind: 1,
		Currency: "USD", Deadline: time.Minute, Rule: acceptBest, Reset: true,
		Events: func(e inquiryEvent) {
			if e.Kind == newsAcknowledged {
				interrupt()
			}
		}})
	if err != nil || result.Outcome != withdrawn {
		t.Errorf("%s, %v", result.Outcome, err)
	}
}

func TestNoGateway(t *testing.T) {
	nobody, err := freeAddress()
	if err != nil {
		t.Fatal(err)
	}
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	v := openHall(t, func(g *config.Gateway) { g.Sessions[0].ResetOnLogonAllowed = false }, nil)
	tests := []struct{ name, address, compID, within, want string }{
		{"nobody listens", nobody, stageClient, "100ms", nobody + " cannot be reached: "},
		{"who listens is silent", silent.Addr().String(), stageClient, "100ms",
			silent.Addr().String() + " answers, but not to our logon; compare comp_id,"},
		{"the gateway does not know us", v.client, "STRANGER", "1500ms",
			v.client + " answers, but not to our logon; compare comp_id,"},
		{"no beginning at 1", v.client, stageClient, "2s", v.client +
			": the logon was refused: session: FOLIOGATE says: ResetSeqNumFlag(141)=Y is not agreed"},
	}
	for _, test := range tests {
		v.client = test.address
		code, _, complaints := v.inquire(testdata.Switch(), "--connect-within", test.within,
			"--comp-id", test.compID)
		if code != 7 || !strings.HasPrefix(complaints, test.want) {
			t.Errorf("%s: exit code %d, %s; want %s", test.name, code, complaints, test.want)
		}
	}
}

func TestBadInputOfInquire(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := write("good.csv", testdata.Switch())
	bad := write("bad.csv", "identifier,side,face\nx,buy,1\n")
	to := []string{"--host", "127.0.0.1:1", "--insecure", "--comp-id", "A", "--gateway-comp-id", "B"}
	tests := []struct {
		name  string
		flags []string
		want  string
	}{
		{"no basket", to, "--basket is missing; name the CSV file with what to sell and buy"},
		{"a bond without a side", append(to, "--bond", "373995A25", "--face", "1000", "--profile", "rfq"),
			`--side "" is not a side; write buy or sell, as you see it`},
		{"a bond and a basket", append(to, "--bond", "373995A25", "--basket", good),
			"--basket and --bond exclude each other; leave one out"},
		{"a bond by lists", append(to, "--bond", "373995A25", "--face", "1000", "--side", "buy"),
			"--bond is asked for by quotes; write --profile rfq if the gateway has us so, or a basket of one line"},
		{"a bond two-way without a choice", append(to, "--bond", "373995A25", "--face", "1000", "--side", "two-way",
			"--profile", "rfq"), `--take "" is not a side; write buy or sell, as you see it`},
		{"a total two-way", append(to, "--bond", "373995A25", "--face", "1000", "--side", "two-way", "--take",
			"buy", "--profile", "rfq", "--price-kind", "total"), "--price-kind total has no two sides; write percent"},
		{"a profile", append(to, "--basket", good, "--profile", "quotes"),
			`profile: "quotes" is not known; write list or rfq`},
		{"no such basket", append(to, "--basket", "no.csv"),
			"open no.csv: no such file or directory; name a CSV file with --basket"},
		{"a bad basket", append(to, "--basket", bad), bad + ":2: identifier: "},
		{"nobody to dial", []string{"--basket", good, "--comp-id", "A", "--gateway-comp-id", "B"},
			"address: is missing; write host:port"},
		{"no such configuration", []string{"--basket", good, "--config", "no.yaml"}, "no.yaml: "},
		{"without TLS", []string{"--basket", good, "--comp-id", "A", "--gateway-comp-id", "B", "--host",
			"127.0.0.1:1"}, "insecure: is not true"},
		{"a rule", append(to, "--basket", good, "--accept", "worst"),
			`--accept "worst" is not a rule; write best, none or ask`},
		{"asking nobody", append(to, "--basket", good, "--accept", "ask"),
			"--accept ask needs a terminal; write best or none"},
		{"a currency", append(to, "--basket", good, "--currency", "DOLLARS"),
			`--currency "DOLLARS" is not a currency; write its ISO 4217 code, such as USD`},
		{"a kind", append(to, "--basket", good, "--price-kind", "yield"), "defaults.price_kind: "},
		{"patience", append(to, "--basket", good, "--patience", "-1s"),
			"--patience -1s is below 0; write a duration such as 3s"},
		{"quotes", append(to, "--basket", good, "--min-quotes", "-1"),
			"--min-quotes -1 is below 0; write how many quotes there must be"},
		{"a list id", append(to, "--basket", good, "--list-id", strings.Repeat("x", 49)), "--list-id "},
		{"fills of no kind", append(to, "--basket", good, "--fills", "fills.xls"),
			"--fills fills.xls: must end in .csv or .json"},
		{"fills nowhere", append(to, "--basket", good, "--fills", "no/such/fills.csv"),
			"--fills no/such/fills.csv: "},
		{"a flag", append(to, "--bascet", good), "unknown flag: --bascet; see foliogate inquire --help"},
	}
	for _, test := range tests {
		var stderr bytes.Buffer
		code := run(context.Background(), append([]string{"inquire"}, test.flags...), io.Discard, &stderr)
		if code != exitInput || !strings.HasPrefix(stderr.String(), test.want) {
			t.Errorf("%s: exit code %d, %q; want %q", test.name, code, stderr.String(), test.want)
		}
	}
}

func TestDealerVerb(t *testing.T) {
	file := filepath.Join(t.TempDir(), "dealer.yaml")
	address, err := freeAddress()
	if err != nil {
		t.Fatal(err)
	}
	text := "comp_id: ALPHA\ngateway_comp_id: FOLIOGATE\nconnection: accept\ninsecure: true\n" +
		"address: " + address + "\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop() // it leaves as soon as it listens
	var stdout, stderr bytes.Buffer
	code := run(ctx, []string{"dealer", "--config", file}, &stdout, &stderr)
	if want := "ALPHA listens on " + address + "\n"; code != exitDone || stdout.String() != want {
		t.Errorf("exit code %d, %q, %q; want %q", code, stdout.String(), stderr.String(), want)
	}
	code = run(ctx, []string{"dealer"}, &stdout, &stderr)
	if want := "--config is missing; name the dealer's configuration\n"; code != exitInput ||
		stderr.String() != want {
		t.Errorf("exit code %d, %q; want %q", code, stderr.String(), want)
	}
}
