package fixspec_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec"
	"foliogate/fixspec/play"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// combination is who speaks what.
type combination struct {
	name  string
	speak profiles
}

func combinations() []combination {
	dealers := func(client, a, b, c play.Profile) profiles {
		return profiles{"EMS": client, "DLRA": a, "DLRB": b, "DLRC": c}
	}
	const list, rfq = play.LIST, play.RFQ
	return []combination{
		{"list-list", dealers(list, list, list, list)},
		{"list-rfq", dealers(list, rfq, rfq, rfq)},
		{"rfq-list", dealers(rfq, list, list, list)},
		{"rfq-rfq", dealers(rfq, rfq, rfq, rfq)},
		{"mixed", dealers(list, list, rfq, rfq)},
		{"mixed", dealers(rfq, list, rfq, rfq)}, // for what only an RFQ client can ask
	}
}

// scene is a file of testdata/scenes: what it is about behind #, who must speak what ("for EMS in
// RFQ"), what was agreed ("given ..."), and lines of the play. "case FIRM: TEXT" names what the firm is
// told of the next line: a row of the rules of engagement.
type scene struct {
	name  string
	needs map[gateway.Firm]play.Profile
	lines []string
}

func scenes(t *testing.T) []scene {
	t.Helper()
	files, err := filepath.Glob("../testdata/scenes/*.scene")
	if err != nil || len(files) == 0 {
		t.Fatal("no scenes", err)
	}
	var all []scene
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sc := scene{name: strings.TrimSuffix(filepath.Base(file), ".scene"),
			needs: map[gateway.Firm]play.Profile{}}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if needs, ok := strings.CutPrefix(line, "for "); ok {
				firm, profile, _ := strings.Cut(needs, " in ")
				sc.needs[gateway.Firm(firm)] = map[string]play.Profile{"LIST": play.LIST, "RFQ": play.RFQ}[profile]
			} else if line != "" && line[0] != '#' {
				sc.lines = append(sc.lines, line)
			}
		}
		all = append(all, sc)
	}
	return all
}

func (sc scene) fits(speak profiles) bool {
	for firm, profile := range sc.needs {
		if speak[firm] != profile {
			return false
		}
	}
	return true
}

// stages are the combinations in which a scene can be played, each name once.
func (sc scene) stages() []combination {
	fitting := slices.DeleteFunc(combinations(), func(c combination) bool { return !sc.fits(c.speak) })
	return slices.CompactFunc(fitting, func(a, b combination) bool { return a.name == b.name })
}

// Every scene comes to the same in every combination of profiles: in the domain's events, save the ids
// and the words that only one profile has. What everybody was told stands in the transcripts.
func TestScenes(t *testing.T) {
	for _, sc := range scenes(t) {
		t.Run(sc.name, func(t *testing.T) {
			var first []string
			stages := sc.stages()
			if len(stages) == 0 {
				t.Fatal("nobody can play it")
			}
			for i, c := range stages {
				t.Run(c.name, func(t *testing.T) {
					p := perform(t, sc, c.speak)
					p.matches(filepath.Join(c.name, sc.name))
					came := p.outcome()
					if i == 0 {
						first = came
					}
					same(t, came, first)
				})
			}
		})
	}
}

func same(t *testing.T, got, want []string) {
	t.Helper()
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("event %d is\n%s\nand in the first combination\n%s", i+1, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d events, %d in the first combination", len(got), len(want))
	}
}

// performance is a scene on a stage.
type performance struct {
	*stage
	cast  *play.Cast
	cases []played
}

func perform(t *testing.T, sc scene, speak profiles) *performance {
	t.Helper()
	p := &performance{stage: newStage(t, speak)}
	p.env.Policy.Clients[0].WaitForAsk = true // so that both profiles ask
	dealers := map[gateway.Firm]play.Profile{}
	for _, d := range p.env.Policy.Dealers {
		dealers[d.Firm] = speak[d.Firm]
	}
	p.cast = play.NewCast(p, client, speak[client], dealers)
	open := false // a case has begun
	p.hears = func(firm gateway.Firm, e fixspec.Envelope) {
		p.cast.Hear(firm, e)
		if last := len(p.cases) - 1; open && p.cases[last].about == firm {
			p.cases[last].told = append(p.cases[last].told, "35="+e.Message.MsgType()+"|"+headerOf(e)+
				fixspec.Shown(e.Message.AppendBody(nil)))
		}
	}
	for _, line := range sc.lines {
		if about, text, ok := strings.Cut(line, ": "); ok && strings.HasPrefix(line, "case ") {
			p.cases, open = append(p.cases, played{text: text, about: gateway.Firm(about[len("case "):])}), true
			continue
		}
		p.line(line)
		open = false
	}
	return p
}

func (p *performance) line(line string) {
	p.t.Helper()
	if given, ok := strings.CutPrefix(line, "given "); ok {
		p.agree(given)
		return
	}
	fmt.Fprintf(&p.log, "-- %s\n", line)
	if failing, ok := strings.CutPrefix(line, "the gateway fails: "); ok {
		p.failing, line = true, failing
	}
	if err := p.cast.Play(line); err != nil {
		p.t.Fatal(err)
	}
}

// agree changes the policy: WHO WHAT.
func (p *performance) agree(text string) {
	p.t.Helper()
	who, what, _ := strings.Cut(text, " ")
	c := &p.env.Policy.Clients[0]
	var d *gateway.Dealer
	for i := range p.env.Policy.Dealers {
		if p.env.Policy.Dealers[i].Firm == gateway.Firm(who) {
			d = &p.env.Policy.Dealers[i]
		}
	}
	agreements := map[string]func(){
		"shows nothing":          func() { c.ShowCover, c.ShowDoneAway = false, false },
		"shows done away":        func() { c.ShowDoneAway = true },
		"shows the panel size":   func() { c.ShowPanelSize = true },
		"shows its name":         func() { c.ShowName = true },
		"cancels on disconnect":  func() { c.CancelOnDisconnect = true },
		"may not ask DLRC":       func() { c.Panel = []gateway.Firm{"DLRA", "DLRB"} },
		"asks at most two":       func() { c.MaxAsked = 2 },
		"quotes percent only":    func() { d.Kinds = []gateway.PriceKind{gateway.PercentPerSide} },
		"quotes one way":         func() { d.OneWay = true },
		"is firm":                func() { d.LastLook = 0 },
		"quotes for 30s":         func() { d.QuoteFor = 30 * time.Second },
		"must price lines":       func() { d.LinePrices = gateway.LinesRequired },
		"prices no lines":        func() { d.LinePrices = gateway.LinesNever },
		"takes ids of 20 digits": func() { d.IDs = gateway.IDFormat{MaxLength: 20, Symbols: gateway.Digits} },
		"drains":                 func() { p.env.Policy.Draining = true },
	}
	agreed := agreements[what]
	if agreed == nil {
		p.t.Fatalf("nobody knows how to agree %q", text)
	}
	agreed()
}

// Say takes a message through the road, as bytes. What we say ourselves passes the strict validator.
func (p *performance) Say(firm gateway.Firm, e fixspec.Envelope) {
	p.t.Helper()
	frame := fixspec.TestFrame()
	frame.SenderCompID, frame.MsgSeqNum = string(firm), 7
	raw := fixspec.AppendMessage(nil, frame, e)
	fmt.Fprintf(&p.log, "%s > %s %s%s\n", firm, e.Message.MsgType(), headerOf(e),
		fixspec.Shown(e.Message.AppendBody(nil)))
	p.read(firm, raw)
}

// Wait lets time pass.
func (p *performance) Wait(d time.Duration) { p.after(d) }

// Leave and Return are a session's end and beginning.
func (p *performance) Leave(firm gateway.Firm) {
	p.submit(gateway.Disconnect{Origin: gateway.Origin{Firm: firm}})
}

// Return begins it.
func (p *performance) Return(firm gateway.Firm, reset bool) {
	p.submit(gateway.Connect{Origin: gateway.Origin{Firm: firm}, Reset: reset})
}

// Now is the time of the stage.
func (p *performance) Now() time.Time { return p.env.Now }

// Basket is a sell and an allocated buy with a limit, which no dealer may see.
func (p *performance) Basket(id string, kind gateway.PriceKind) *fixspec.NewOrderList {
	list := &fixspec.NewOrderList{ListID: id, ProgRptReqs: 3, BidType: fixspec.BidTypeDisclosed,
		ListExecInstType: fixspec.ExecWait, ListExecInst: "AON", TotNoOrders: 2, LastFragment: true}
	for i, bond := range []fixspec.Instrument{
		{Symbol: fixspec.NoSymbol, SecurityID: "99ZAA0001", SecurityIDSource: fixspec.IDCUSIP},
		{Symbol: fixspec.NoSymbol, SecurityID: "US99ZBB00166", SecurityIDSource: fixspec.IDISIN}} {
		list.Orders = append(list.Orders, fixspec.ListOrder{ClOrdID: fmt.Sprintf("C-%d", i+1), ListSeqNo: i + 1,
			Account: "SECRETFUND", SettlType: fixspec.SettlFuture, SettlDate: units.DateOf(2026, 1, 7),
			ExecInst: "G", Instrument: bond, Side: fixspec.SideSell, OrderQty: 1_000_000_00,
			OrdType: fixspec.OrdTypeMarket, PriceType: priceTypes[kind], Currency: "USD",
			TimeInForce: fixspec.TIFGoodTillDate, SettlCurrency: "USD",
			ExpireTime: time.Date(2026, 1, 5, 15, 10, 0, 0, time.UTC)})
	}
	sell, buy := &list.Orders[0], &list.Orders[1]
	sell.Parties.Client = "SECRETCLIENT"
	buy.Account, buy.Side = "", fixspec.SideBuy
	buy.Allocs = []fixspec.Alloc{{Account: "SECRET1", Qty: 600_000_00}, {Account: "SECRET2", Qty: 400_000_00}}
	buy.OrdType, buy.Price = fixspec.OrdTypeLimit, 99_50000000
	if kind == gateway.SpreadConcession {
		buy.Benchmark = fixspec.Benchmark{Spread: 175_500_000, SpreadGiven: true,
			SecurityID: "US99ZTT00070", SecurityIDSource: fixspec.IDISIN}
	}
	return list
}

var priceTypes = map[gateway.PriceKind]fixspec.PriceType{gateway.TotalAmount: fixspec.PriceFixedAmount,
	gateway.SpreadConcession: fixspec.PriceSpread, gateway.PercentPerSide: fixspec.PricePercentage}
