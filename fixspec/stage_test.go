package fixspec_test

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"foliogate/fixspec"
	"foliogate/fixspec/play"
	"foliogate/fixspec/wire"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// stage is the road without sessions: bytes, face, domain, face, bytes. What is said on it becomes a
// transcript, in which every message has passed quickfixgo's strict validator.
type stage struct {
	t       *testing.T
	judge   func(testing.TB, []byte)
	reader  *fixspec.Reader
	book    *gateway.Book
	env     gateway.Env
	parties []party           // the client first
	told    map[string]string // placeholders, by firm and name
	log     strings.Builder
	entries []toldEntry
	hears   func(gateway.Firm, fixspec.Envelope) // beside the log
	spoke   map[gateway.Firm]string              // all that a firm has said itself
	failing bool                                 // the gateway fails over the next command
}

// party is who takes part, and its face.
type party struct {
	firm gateway.Firm
	face fixspec.Translator
}

// toldEntry is an entry, the inquiry as it left it, and what was told of it at once.
type toldEntry struct {
	entry   gateway.Entry
	inquiry gateway.Inquiry
	said    []string
}

// What all stages share: it never changes.
var (
	judge = sync.OnceValue(fixspec.NewJudge)
	table = sync.OnceValue(fixspec.TestTable)
)

const client = gateway.Firm("EMS")

// profiles say who speaks what. Whoever is left out speaks lists.
type profiles map[gateway.Firm]play.Profile

// newStage is the stage of a client and the dealers of the policy.
func newStage(t *testing.T, speak profiles) *stage {
	t.Helper()
	market, policy := fixspec.StageMarket(t)
	s := &stage{t: t, judge: judge(), reader: fixspec.NewReader(table(), wire.Policy{}),
		book: gateway.NewBook(), told: map[string]string{}, spoke: map[gateway.Firm]string{}, hears: func(gateway.Firm, fixspec.Envelope) {}}
	s.env = gateway.Env{Now: time.Date(2026, 1, 5, 15, 0, 0, 0, time.UTC),
		Today: units.DateOf(2026, 1, 5), Seq: 1, Policy: &policy, Ref: market}
	s.parties = []party{{client, s.clientFace(speak[client])}}
	for _, d := range policy.Dealers {
		s.parties = append(s.parties, party{d.Firm, s.dealerFace(d.Firm, speak[d.Firm])})
	}
	return s
}

func (s *stage) clientFace(profile play.Profile) fixspec.Translator {
	list := fixspec.ClientFace{Client: client, Bonds: s.env.Ref.Universe, Limit: fixspec.StandardLimit()}
	if profile != play.RFQ {
		return &list
	}
	return &fixspec.ClientRFQFace{ClientFace: list, Quoted: func(quote string) (gateway.Inquiry, bool) {
		return s.book.Inquiry(s.book.Quoted(client, quote))
	}}
}

func (s *stage) dealerFace(firm gateway.Firm, profile play.Profile) fixspec.Translator {
	shown := func(list string) (gateway.Inquiry, bool) {
		return s.book.Inquiry(s.book.Shown(firm, list))
	}
	list := fixspec.DealerFace{Dealer: firm, Bonds: s.env.Ref.Universe, Policy: s.env.Policy,
		Limit: fixspec.StandardLimit(), Currency: func(list string) units.Currency {
			q, _ := shown(list)
			return q.Terms.Currency
		}}
	if profile != play.RFQ {
		return &list
	}
	return &fixspec.DealerRFQFace{DealerFace: list, Shown: shown}
}

// says lets a firm send a message, written with bars, its header before #. $NAME stands for what the
// firm was last told under that name.
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
	s.read(firm, wire.Finish(raw, 0))
}

func (s *stage) read(firm gateway.Firm, raw []byte) {
	s.spoke[firm] += fixspec.Shown(raw)
	h, m, err := s.reader.Read(raw)
	if err != nil {
		fmt.Fprintf(&s.log, "    error: %v\n", err)
		return
	}
	s.command(firm, h, m)
}

func (s *stage) command(firm gateway.Firm, h fixspec.Header, m fixspec.Message) {
	for _, p := range s.parties {
		if p.firm != firm {
			continue
		}
		command, reject := p.face.Command(h, m)
		if reject != nil {
			s.heard(firm, fixspec.Envelope{Message: reject})
		}
		if command != nil && s.failing {
			s.failing = false
			command = gateway.Quarantine{Origin: command.From(), Failed: command, Cause: "SECRETCAUSE"}
		}
		if command != nil {
			s.submit(command)
		}
	}
}

// submit decides, applies, and lets everybody hear of it.
func (s *stage) submit(c gateway.Command) {
	s.t.Helper()
	s.env.Now = s.env.Now.Add(time.Millisecond)
	for _, entry := range s.book.Decide(s.env, c) {
		s.book.Apply(entry)
		s.env.Seq = entry.Seq + 1
		q, _ := s.book.Inquiry(entry.Inquiry)
		fmt.Fprintf(&s.log, "  %s\n", strings.TrimPrefix(fmt.Sprintf("%T", entry.Event), "gateway."))
		var said []string
		s.tell(entry, q, func(firm gateway.Firm, e fixspec.Envelope) {
			if !entry.Audience(q).Has(firm) {
				s.t.Errorf("%s is told of a %T, but is not in its audience", firm, entry.Event)
			}
			s.heard(firm, e)
			said = append(said, spoken(firm, e))
		})
		s.entries = append(s.entries, toldEntry{entry, q, said})
	}
}

func (s *stage) tell(entry gateway.Entry, q gateway.Inquiry, hear func(gateway.Firm, fixspec.Envelope)) {
	for _, p := range s.parties {
		for e := range p.face.Messages(entry, q) {
			hear(p.firm, e)
		}
	}
}

func spoken(firm gateway.Firm, e fixspec.Envelope) string {
	return fmt.Sprintf("%s %+v %s %s", firm, e.Header, e.Message.MsgType(),
		fixspec.Shown(e.Message.AppendBody(nil)))
}

// sameLater checks that all that was told would be told again the same, however late. What may
// differ is the state of a list in a notice that came during a last look, and which quotes still
// stand in a push; but the messages stay the same in number, order and receiver.
func (s *stage) sameLater() {
	s.t.Helper()
	for _, told := range s.entries {
		q, _ := s.book.Inquiry(told.entry.Inquiry)
		var said []string
		s.tell(told.entry, q, func(firm gateway.Firm, e fixspec.Envelope) { said = append(said, spoken(firm, e)) })
		if len(said) != len(told.said) {
			s.t.Errorf("%T: %d messages, later %d", told.entry.Event, len(told.said), len(said))
			continue
		}
		for i := range said {
			if _, push := told.entry.Event.(gateway.StatePushed); push {
				said[i], _, _ = strings.Cut(said[i], " ")
				told.said[i], _, _ = strings.Cut(told.said[i], " ")
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

func (s *stage) heard(firm gateway.Firm, e fixspec.Envelope) {
	s.t.Helper()
	raw := fixspec.AppendMessage(nil, fixspec.TestFrame(), e)
	s.judge(s.t, raw)
	s.remember(firm, e.Message)
	if firm != client {
		s.discreet(firm, fixspec.Shown(raw))
	}
	fmt.Fprintf(&s.log, "    %s < %s %s%s\n", firm, e.Message.MsgType(), headerOf(e),
		fixspec.Shown(e.Message.AppendBody(nil)))
	s.hears(firm, e)
}

func headerOf(e fixspec.Envelope) string {
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
	return head.String()
}

// discreet checks that a dealer is told nothing of the client, its accounts, ids and limits, or of
// another dealer, that it has not said itself.
func (s *stage) discreet(dealer gateway.Firm, text string) {
	s.t.Helper()
	secrets := []string{"SECRET", "=L-1|", "=R-1|", "|11=C-", "|44=99.5|", "=HIT-"}
	if !s.env.Policy.Client(client).ShowName {
		secrets = append(secrets, "=EMS|")
	}
	for q := range s.inquiries() {
		for _, route := range q.Routes {
			for _, quote := range route.Quotes {
				secrets = append(secrets, quote.ID)
				if route.Dealer != dealer {
					secrets = append(secrets, "="+quote.DealerID+"|")
				}
			}
			if route.Dealer != dealer {
				secrets = append(secrets, string(route.Dealer), route.ListID)
			}
		}
	}
	for _, secret := range secrets {
		if strings.Contains(text, secret) && !strings.Contains(s.spoke[dealer], secret) {
			s.t.Errorf("%s is told %q: %s", dealer, secret, text)
		}
	}
}

// inquiries are all that there are.
func (s *stage) inquiries() iter.Seq[gateway.Inquiry] { return slices.Values(s.book.Inquiries()) }

func (s *stage) remember(firm gateway.Firm, m fixspec.Message) {
	set := func(name, value string) { s.told[string(firm)+"$"+name] = value }
	switch m := m.(type) {
	case *fixspec.NewOrderList:
		set("LIST", m.ListID)
	case *fixspec.QuoteRequest:
		set("LIST", m.QuoteReqID)
	}
}

// matches compares the transcript with the one on file.
func (s *stage) matches(name string) {
	s.t.Helper()
	s.sameLater()
	golden(s.t, filepath.Join("..", "testdata", "fix", "transcripts", name+".txt"), s.log.String())
}

// golden compares a text with a file.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *fixspec.Update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(ours), len(theirs)) {
		if ours[i] != theirs[i] {
			t.Fatalf("%s:%d\n got %s\nwant %s", path, i+1, ours[i], theirs[i])
		}
	}
	if len(ours) != len(theirs) {
		t.Errorf("%s has %d lines, the transcript %d", path, len(theirs), len(ours))
	}
}
