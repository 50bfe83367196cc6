package fixspec

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

var update = flag.Bool("update", false, "write the transcripts and RULES.md instead of comparing with them")

// stage is the road without sessions: bytes, face, domain, face, bytes. What is said on it becomes
// a transcript, in which every message has passed quickfixgo's strict validator.
type stage struct {
	t       *testing.T
	judge   strictly
	reader  *Reader
	book    *gateway.Book
	env     gateway.Env
	client  *ClientFace
	dealers []*DealerFace
	told    map[string]string // placeholders, by firm and name
	log     strings.Builder
	entries []toldEntry
}

// toldEntry is an entry and what was told of it at once.
type toldEntry struct {
	entry gateway.Entry
	said  []string
}

func newStage(t *testing.T) *stage {
	t.Helper()
	universe, calendars := stageMarket(t)
	policy := stagePolicy()
	s := &stage{t: t, judge: newStrictly(t), reader: NewReader(testTable(), strict()),
		book: gateway.NewBook(), told: map[string]string{}}
	s.env = gateway.Env{Now: time.Date(2026, 1, 5, 15, 0, 0, 0, time.UTC),
		Today: units.DateOf(2026, 1, 5), Seq: 1, Policy: &policy,
		Ref: gateway.Market{Universe: universe, Calendar: calendars, Pricer: flatPricer{}}}
	s.client = &ClientFace{Client: "EMS", Bonds: universe, Limit: StandardLimit()}
	for _, d := range policy.Dealers {
		s.dealers = append(s.dealers, &DealerFace{Dealer: d.Firm, Bonds: universe, Policy: &policy,
			Limit: StandardLimit(), Currency: func(string) units.Currency { return "USD" }})
	}
	return s
}

func stagePolicy() gateway.Policy {
	return gateway.Policy{
		Clients: []gateway.Client{{Firm: "EMS", Panel: []gateway.Firm{"DLRA", "DLRB", "DLRC"},
			MayAsk: []gateway.Firm{"DLRA"}, ShowCover: true, MayAutoAccept: true}},
		Dealers: []gateway.Dealer{
			{Firm: "DLRA", LastLook: 5 * time.Second, Account: "A-SETTLE"},
			{Firm: "DLRB"}, {Firm: "DLRC", LastLook: 5 * time.Second}},
		MaxLines: 100, MaxLive: 10, MaxFace: units.MaxFace, FragmentTimeout: 30 * time.Second,
		AckTimeout: 10 * time.Second, MinDeadline: time.Second, MaxDeadline: time.Hour,
		DefaultDeadline: 5 * time.Minute, Tolerance: 100, Key: [32]byte{1},
	}
}

func stageMarket(t testing.TB) (*bond.Universe, *bond.Calendars) {
	t.Helper()
	file, err := os.Open("../testdata/bonds/holidays_2023_2032.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	calendars, err := bond.LoadCalendars(file, file.Name())
	if err != nil {
		t.Fatal(err)
	}
	universe, err := bond.NewUniverse("stage", []bond.Bond{
		{ID: "99ZAA0002", ISIN: "US99ZAA00020", Issuer: "ALDER FOODS", Currency: "USD",
			Kind: bond.Corporate, Coupon: 5_00000000, Frequency: 2, DayCount: bond.Thirty360US,
			Dated: units.DateOf(2022, 4, 15), Maturity: units.DateOf(2032, 4, 15),
			Evaluated: 99_500_000_00, HalfSpread: 25_000_000, BenchmarkID: "99ZTT0007",
			ReferenceSpread: 120_000_000},
		{ID: "99ZBB0001", ISIN: "US99ZBB00010", Issuer: "BIRCH RAIL", Currency: "USD",
			Kind: bond.Corporate, Coupon: 4_00000000, Frequency: 2, DayCount: bond.Thirty360US,
			Dated: units.DateOf(2020, 6, 1), Maturity: units.DateOf(2040, 6, 1),
			Evaluated: 88_250_000_00, HalfSpread: 40_000_000, BenchmarkID: "99ZTT0007",
			ReferenceSpread: 180_000_000, Factor: 50_000_000},
		{ID: "99ZAA0001", ISIN: "US99ZAA00012", Issuer: "ALDER FOODS", Currency: "USD",
			Kind: bond.Corporate, Coupon: 5_00000000, Frequency: 2, DayCount: bond.Thirty360US,
			Dated: units.DateOf(2022, 4, 15), Maturity: units.DateOf(2032, 4, 15),
			Evaluated: 99_500_000_00, HalfSpread: 25_000_000, BenchmarkID: "99ZTT0007"},
		{ID: "99ZBB0016", ISIN: "US99ZBB00166", Issuer: "BIRCH RAIL", Currency: "USD",
			Kind: bond.Corporate, Coupon: 4_00000000, Frequency: 2, DayCount: bond.Thirty360US,
			Dated: units.DateOf(2020, 6, 1), Maturity: units.DateOf(2040, 6, 1),
			Evaluated: 88_250_000_00, HalfSpread: 40_000_000, BenchmarkID: "99ZTT0007"},
		{ID: "99ZTT0007", ISIN: "US99ZTT00070", Issuer: "UNITED STATES", Currency: "USD",
			Kind: bond.Treasury, Coupon: 4_25000000, Frequency: 2, DayCount: bond.ActActICMA,
			Dated: units.DateOf(2025, 11, 15), Maturity: units.DateOf(2055, 11, 15), EOM: false,
			Evaluated: 101_000_000_00, HalfSpread: 2_000_000},
	})
	if err != nil {
		t.Fatal(err)
	}
	universe.Observe(calendars)
	return universe, calendars
}

// flatPricer prices everything at a point below par for each percent of spread.
type flatPricer struct{}

func (flatPricer) PriceAtSpread(_, _ *bond.Bond, _ units.Date, s units.Spread) (units.Price, error) {
	return (100*units.PriceUnit - units.Price(s)).Round(6), nil
}

// says lets a firm send a message, written with bars. $NAME stands for what the firm was last told
// under that name.
func (s *stage) says(firm gateway.Firm, msgType, text string) {
	s.t.Helper()
	header, body, _ := strings.Cut(text, "#")
	for key, value := range s.told {
		name, ok := strings.CutPrefix(key, string(firm)+"$")
		if ok {
			body = strings.ReplaceAll(body, "$"+name, value)
		}
	}
	fmt.Fprintf(&s.log, "%s > %s %s%s\n", firm, msgType, header, body)
	raw := wire.Begin(nil, msgType)
	raw = append(raw, strings.ReplaceAll("49="+string(firm)+"|56=GW|34=7|"+header+
		"52=20260105-15:00:00|"+body, "|", "\x01")...)
	h, m, err := s.reader.Read(wire.Finish(raw, 0))
	if err != nil {
		fmt.Fprintf(&s.log, "    error: %v\n", err)
		return
	}
	s.command(firm, h, m)
}

func (s *stage) command(firm gateway.Firm, h Header, m Message) {
	var command gateway.Command
	var reject *BusinessMessageReject
	if firm == s.client.Client {
		command, reject = s.client.Command(h, m)
	}
	for _, d := range s.dealers {
		if d.Dealer == firm {
			command, reject = d.Command(h, m)
		}
	}
	if reject != nil {
		s.heard(firm, Envelope{Message: reject})
	}
	if command != nil {
		s.submit(command)
	}
}

// submit decides, applies, and lets everybody hear of it.
func (s *stage) submit(c gateway.Command) {
	s.env.Now = s.env.Now.Add(time.Millisecond)
	for _, entry := range s.book.Decide(s.env, c) {
		s.book.Apply(entry)
		s.env.Seq = entry.Seq + 1
		q, _ := s.book.Inquiry(entry.Inquiry)
		fmt.Fprintf(&s.log, "  %s\n", strings.TrimPrefix(fmt.Sprintf("%T", entry.Event), "gateway."))
		var said []string
		s.tell(entry, q, func(firm gateway.Firm, e Envelope) {
			if !entry.Audience(q).Has(firm) {
				s.t.Errorf("%s is told of a %T, but is not in its audience", firm, entry.Event)
			}
			s.heard(firm, e)
			said = append(said, spoken(firm, e))
		})
		s.entries = append(s.entries, toldEntry{entry, said})
	}
}

func (s *stage) tell(entry gateway.Entry, q gateway.Inquiry, hear func(gateway.Firm, Envelope)) {
	for e := range s.client.Messages(entry, q) {
		hear(s.client.Client, e)
	}
	for _, d := range s.dealers {
		for e := range d.Messages(entry, q) {
			hear(d.Dealer, e)
		}
	}
}

func spoken(firm gateway.Firm, e Envelope) string {
	return fmt.Sprintf("%s %+v %s %s", firm, e.Header, e.Message.MsgType(),
		shown(e.Message.AppendBody(nil)))
}

// sameLater checks that all that was told would be told again the same, however late. What may
// differ is the state of a list in a notice that came during a last look, and which quotes still
// stand in a push; but the messages stay the same in number, order and kind.
func (s *stage) sameLater() {
	s.t.Helper()
	for _, told := range s.entries {
		q, _ := s.book.Inquiry(told.entry.Inquiry)
		var said []string
		s.tell(told.entry, q, func(firm gateway.Firm, e Envelope) { said = append(said, spoken(firm, e)) })
		if len(said) != len(told.said) {
			s.t.Errorf("%T: %d messages, later %d", told.entry.Event, len(told.said), len(said))
			continue
		}
		for i := range said {
			if _, push := told.entry.Event.(gateway.StatePushed); push {
				said[i], told.said[i] = said[i][:strings.Index(said[i], "|")], told.said[i][:strings.Index(told.said[i], "|")]
			}
			if strings.ReplaceAll(said[i], "|431=1|", "|431=2|") !=
				strings.ReplaceAll(told.said[i], "|431=1|", "|431=2|") {
				s.t.Errorf("%T, told late:\n%s\nat once:\n%s", told.entry.Event, said[i], told.said[i])
			}
		}
	}
}

// after lets time pass and what is due happen.
func (s *stage) after(d time.Duration) {
	s.env.Now = s.env.Now.Add(d)
	fmt.Fprintf(&s.log, "after %s\n", d)
	s.submit(gateway.Tick{})
}

func (s *stage) heard(firm gateway.Firm, e Envelope) {
	s.t.Helper()
	frame := testFrame()
	raw := AppendMessage(nil, frame, e)
	s.judge.accept(s.t, raw)
	s.remember(firm, e.Message)
	if firm != s.client.Client {
		s.discreet(firm, shown(raw))
	}
	var head strings.Builder
	for _, field := range []struct{ tag, value string }{
		{"115", e.OnBehalfOf}, {"128", e.DeliverTo}} {
		if field.value != "" {
			head.WriteString(field.tag + "=" + field.value + "|")
		}
	}
	if e.PossResend {
		head.WriteString("97=Y|")
	}
	fmt.Fprintf(&s.log, "    %s < %s %s%s\n", firm, e.Message.MsgType(), head.String(),
		shown(e.Message.AppendBody(nil)))
}

// discreet checks that a dealer is told nothing of the client, its accounts, ids and limits, or of
// another dealer.
func (s *stage) discreet(dealer gateway.Firm, text string) {
	s.t.Helper()
	secrets := []string{"SECRET", "=L-1|", "=R-1|", "|11=C-", "|44=99.5|"}
	if !s.env.Policy.Client(s.client.Client).ShowName {
		secrets = append(secrets, "=EMS|")
	}
	for _, d := range s.dealers {
		if d.Dealer != dealer {
			secrets = append(secrets, string(d.Dealer), s.told[string(d.Dealer)+"$LIST"]+"|")
		}
	}
	for _, secret := range secrets {
		if secret != "|" && strings.Contains(text, secret) {
			s.t.Errorf("%s is told %q: %s", dealer, secret, text)
		}
	}
}

func (s *stage) remember(firm gateway.Firm, m Message) {
	set := func(name, value string) { s.told[string(firm)+"$"+name] = value }
	switch m := m.(type) {
	case *NewOrderList:
		set("LIST", m.ListID)
	case *BidResponse:
		set("BID", m.BidID)
	case *ListStatus:
		if best, ok := strings.CutPrefix(m.ListStatusText, "BEST="); ok {
			best, _, _ = strings.Cut(best, " ")
			set("BEST", best)
		}
	case *ExecutionReport:
		set("EXEC", m.ExecID)
	case *Confirmation:
		set("TICKET", m.ConfirmID)
	}
}

// matches compares the transcript with the one on file.
func (s *stage) matches(name string) {
	s.t.Helper()
	s.sameLater()
	path := filepath.Join("..", "testdata", "fix", "transcripts", name+".txt")
	got := s.log.String()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			s.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	ours, theirs := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(ours), len(theirs)) {
		if ours[i] != theirs[i] {
			s.t.Fatalf("%s:%d\n got %s\nwant %s", path, i+1, ours[i], theirs[i])
		}
	}
	if len(ours) != len(theirs) {
		s.t.Errorf("%s has %d lines, the transcript %d", path, len(theirs), len(ours))
	}
}
