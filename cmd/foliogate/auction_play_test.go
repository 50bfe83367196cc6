package main

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/dealer"
	"foliogate/gateway/units"
)

func answering(name string, a dealer.Answer) func(string, *dealer.Model, *dealerPlan) {
	return func(who string, m *dealer.Model, _ *dealerPlan) {
		if who == name || name == "" {
			m.Answer = a
		}
	}
}

func ownPrices(_ string, _ *dealer.Model, p *dealerPlan) { p.LinePrices = true }

func TestPlays(t *testing.T) {
	tests := []struct {
		name    string
		play    stagePlay
		outcome outcome
		dealer  string // with whom it was executed
		text    string // part of the outcome's text
		after   time.Duration
	}{
		{name: "the best is taken a second after the last quote", outcome: executed, dealer: "ALPHA",
			after: 2500 * time.Millisecond},
		{name: "its dealer declines", play: stagePlay{model: answering("ALPHA", dealer.Decline)},
			outcome: executed, dealer: "BRAVO", after: 2500 * time.Millisecond},
		{name: "its dealer is silent", play: stagePlay{model: answering("ALPHA", dealer.Silence)},
			outcome: executed, dealer: "BRAVO", after: 4300 * time.Millisecond},
		{name: "nobody stands by a quote", play: stagePlay{model: answering("", dealer.Decline),
			policy: func(p *gateway.Policy) { p.Dealers[1].LastLook = time.Second }},
			outcome: declined, text: "3 quotes taken and not stood by", after: 10 * time.Second},
		{name: "everybody passes", play: stagePlay{
			model: func(_ string, m *dealer.Model, _ *dealerPlan) { m.PassProbability = 1 }},
			outcome: expired, text: "EXPIRED", after: 10 * time.Second},
		{name: "one is slow, the others are not enough until the last call", play: stagePlay{
			model: func(name string, _ *dealer.Model, p *dealerPlan) {
				if name == "BRAVO" {
					p.ThinkTime = time.Hour
				}
			}}, outcome: executed, dealer: "ALPHA", after: 8200 * time.Millisecond},
		{name: "two quotes are enough", play: stagePlay{
			terms: func(a *auctionTerms) { a.Patience.MinQuotes = 2 },
			model: func(name string, _ *dealer.Model, p *dealerPlan) {
				if name == "CHARLIE" {
					p.ThinkTime = time.Hour
				}
			}}, outcome: executed, dealer: "ALPHA", after: 2300 * time.Millisecond},
		{name: "four quotes are wanted of three dealers", play: stagePlay{
			terms: func(a *auctionTerms) { a.Patience.MinQuotes = 4 }},
			outcome: expired, after: 10 * time.Second},
		{name: "not before its time", play: stagePlay{
			terms: func(a *auctionTerms) { a.Patience.Earliest = 6 * time.Second }},
			outcome: executed, dealer: "ALPHA", after: 6200 * time.Millisecond},
		{name: "nothing is to be taken", play: stagePlay{
			terms: func(a *auctionTerms) { a.Rule = acceptNone }},
			outcome: withdrawn, after: 2300 * time.Millisecond},
		{name: "interrupted while priced", play: stagePlay{at: map[time.Duration]func(*stage){
			time.Second: func(s *stage) { s.react(s.client.withdraw(s.now, "interrupted")) }}},
			outcome: withdrawn, after: time.Second},
		{name: "interrupted in last look, which confirms", play: stagePlay{
			at: map[time.Duration]func(*stage){2400 * time.Millisecond: func(s *stage) {
				s.react(s.client.withdraw(s.now, "interrupted"))
			}}}, outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
		{name: "interrupted in last look, which declines", play: stagePlay{
			model: answering("ALPHA", dealer.Decline),
			at: map[time.Duration]func(*stage){2400 * time.Millisecond: func(s *stage) {
				s.react(s.client.withdraw(s.now, "interrupted"))
			}}}, outcome: withdrawn, after: 2500 * time.Millisecond},
		{name: "interrupted after the trade", play: stagePlay{
			at: map[time.Duration]func(*stage){2600 * time.Millisecond: func(s *stage) {
				s.react(s.client.withdraw(s.now, "interrupted"))
			}}}, outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
		{name: "a limit that no quote keeps", play: stagePlay{
			basket: func(b []basketLine) []basketLine { b[0].Limit = 120 * units.PriceUnit; return b }},
			outcome: expired, after: 10 * time.Second},
		{name: "limits that are kept", play: stagePlay{
			basket: func(b []basketLine) []basketLine { b[0].Limit = 50 * units.PriceUnit; return b }},
			outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
		{name: "a bond that nobody knows", play: stagePlay{
			basket: func(b []basketLine) []basketLine { b[2].ID = "99999ZZZ9"; return b }},
			outcome: refused, text: "1 of 125 lines cannot trade"},
		{name: "a dealer that nobody knows", play: stagePlay{
			terms: func(a *auctionTerms) { a.Dealers = []string{"ALPHA", "NOBODY"} }},
			outcome: refused, text: "NOBODY is not a dealer here; the list was not sent"},
		{name: "by spread", play: stagePlay{
			terms: func(a *auctionTerms) { a.Kind = gateway.SpreadConcession }},
			outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
		{name: "by percent a side", play: stagePlay{
			terms: func(a *auctionTerms) { a.Kind = gateway.PercentPerSide }},
			outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
		{name: "with the dealers' own line prices", play: stagePlay{model: ownPrices},
			outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
		{name: "by spread, with the dealers' own line prices", play: stagePlay{model: ownPrices,
			terms: func(a *auctionTerms) { a.Kind = gateway.SpreadConcession }},
			outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
		{name: "by percent a side, with the dealers' own line prices", play: stagePlay{
			model: ownPrices, terms: func(a *auctionTerms) { a.Kind = gateway.PercentPerSide }},
			outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
		{name: "a gateway that waits to be asked", play: stagePlay{
			policy: func(p *gateway.Policy) { p.Clients[0].WaitForAsk = true }},
			outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
		{name: "two accounts, two tickets", play: stagePlay{
			basket: func(b []basketLine) []basketLine {
				for i := range b {
					b[i].Account = []string{"ONE", "TWO"}[i%2]
				}
				return b
			}}, outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
		{name: "no account", play: stagePlay{
			basket: func(b []basketLine) []basketLine {
				for i := range b {
					b[i].Account = ""
				}
				return b
			}}, outcome: executed, dealer: "ALPHA", after: 2500 * time.Millisecond},
	}
	for _, cast := range casts() {
		for _, test := range tests {
			t.Run(cast.String()+"/"+test.name, func(t *testing.T) {
				test.play.cast, test.play.at = cast, maps.Clone(test.play.at)
				s := newStage(t, test.play)
				r := s.play(test.play.at)
				if r.Outcome != test.outcome || !strings.Contains(r.Text, test.text) {
					t.Fatalf("%s: %s; want %s: %s\n%s", r.Outcome, r.Text, test.outcome, test.text,
						s.everything())
				}
				if r.Bought.Dealer != test.dealer {
					t.Errorf("executed with %q, want %q\n%s", r.Bought.Dealer, test.dealer, s.everything())
				}
				if over := s.news[len(s.news)-1].At.Sub(s.started); over != test.after {
					t.Errorf("over after %s, want %s\n%s", over, test.after, s.everything())
				}
				if len(r.Faults) > 0 {
					t.Errorf("faults: %q", r.Faults)
				}
				for _, d := range s.seats {
					for _, e := range d.news {
						if e.Kind == dealerRejected || e.Kind == dealerNote {
							t.Errorf("%s was told: %s", d.name, e)
						}
					}
				}
				if r.Outcome == executed {
					if err := s.agree(r); err != nil {
						t.Error(err)
					}
				} else if len(r.Fills)+len(r.Tickets) > 0 {
					t.Errorf("%d fills and %d tickets of what was not executed", len(r.Fills),
						len(r.Tickets))
				}
			})
		}
	}
}

// inEveryCast plays a test in each.
func inEveryCast(t *testing.T, test func(*testing.T, cast)) {
	for _, cast := range casts() {
		t.Run(cast.String(), func(t *testing.T) { test(t, cast) })
	}
}

// everything is all the client's news but the fills.
func (s *stage) everything() string {
	var lines []string
	for _, e := range s.news {
		if e.Kind != newsFill {
			lines = append(lines, e.At.Sub(s.started).String()+" "+string(e.Kind)+": "+
				e.words("USD", len(s.basket)))
		}
	}
	return strings.Join(lines, "\n")
}

// The cuts fall into every part of the road; with the connection back, the trade is done and
// reported once.
func TestLostConnections(t *testing.T) {
	const ms = time.Millisecond
	tests := []struct {
		name string
		at   map[time.Duration]func(*stage)
	}{
		{"while dealers think", map[time.Duration]func(*stage){
			200 * ms: (*stage).cut, 900 * ms: (*stage).mend}},
		{"between quotes and accept", map[time.Duration]func(*stage){
			1600 * ms: (*stage).cut, 1700 * ms: (*stage).mend}},
		{"in last look", map[time.Duration]func(*stage){
			2350 * ms: (*stage).cut, 2400 * ms: (*stage).mend}},
		{"while it trades", map[time.Duration]func(*stage){
			2350 * ms: (*stage).cut, 2900 * ms: (*stage).mend}},
		{"the accept is lost", map[time.Duration]func(*stage){
			2250 * ms: func(s *stage) { s.lose["L"], s.lose["AJ"] = true, true },
			2350 * ms: func(s *stage) { s.lose["L"], s.lose["AJ"] = false, false; s.cut() },
			2450 * ms: (*stage).mend}},
		{"the answers to the tickets are lost", map[time.Duration]func(*stage){
			2250 * ms: func(s *stage) { s.lose["AU"], s.lose["M"], s.lose["a"] = true, true, true },
		}},
	}
	for _, cast := range casts() {
		for _, test := range tests {
			t.Run(cast.String()+"/"+test.name, func(t *testing.T) {
				s := newStage(t, stagePlay{cast: cast})
				r := s.play(maps.Clone(test.at))
				if r.Outcome != executed || r.Bought.Dealer != "ALPHA" || len(r.Faults) > 0 {
					t.Fatalf("%s with %q, faults %q\n%s", r.Outcome, r.Bought.Dealer, r.Faults,
						s.everything())
				}
				if s.lose["AU"] {
					return // the gateway waits for an affirmation, which is for its operators
				}
				if err := s.agree(r); err != nil {
					t.Errorf("%v\n%s", err, s.everything())
				}
			})
		}
	}
}

// A list of which a part is lost with the connection is sent again as a possible repeat.
func TestListLostOnItsWay(t *testing.T) {
	inEveryCast(t, func(t *testing.T, cast cast) {
		play := stagePlay{cast: cast, at: map[time.Duration]func(*stage){
			time.Second: func(s *stage) { s.lose["E"] = false; s.cut() }, 2 * time.Second: (*stage).mend}}
		s := newStage(t, play)
		s.lose["E"] = true
		if r := s.play(play.at); r.Outcome != executed || s.agree(r) != nil {
			t.Fatalf("%s: %v\n%s", r.Outcome, s.agree(r), s.everything())
		}
	})
}

// A request for quotes that is lost with the connection is made again.
func TestRequestLostOnItsWay(t *testing.T) {
	for _, dealers := range [][]string{nil, {"CHARLIE", "ALPHA"}} {
		play := stagePlay{cast: casts()[3], terms: func(a *auctionTerms) { a.Dealers = dealers },
			at: map[time.Duration]func(*stage){
				time.Second:     func(s *stage) { s.lose["R"] = false; s.cut() },
				2 * time.Second: (*stage).mend}}
		s := newStage(t, play)
		s.lose["R"] = true
		if dealers != nil {
			s.lose["a"] = true
			mend := play.at[2*time.Second]
			play.at[2*time.Second] = func(s *stage) { s.lose["a"] = false; mend(s) }
		}
		r := s.play(play.at)
		if r.Outcome != executed || r.Bought.Dealer != "ALPHA" || s.agree(r) != nil {
			t.Fatalf("%s: %v\n%s", r.Outcome, s.agree(r), s.everything())
		}
	}
}

// Without a gateway nothing is waited for beyond reason.
func TestSilentGateway(t *testing.T) {
	const ms = time.Millisecond
	tests := []struct {
		name string
		lose string
		at   map[time.Duration]func(*stage)
		want string
		by   time.Duration
	}{
		{"no list arrives", "E", nil, "the gateway has not answered the list", time.Minute},
		{"cut for good while priced", "", map[time.Duration]func(*stage){1000 * ms: (*stage).cut},
			"the gateway has not said how the inquiry ended; ask for its status", 2 * time.Minute},
		{"the cancel is lost", "K", map[time.Duration]func(*stage){1000 * ms: func(s *stage) {
			s.react(s.client.withdraw(s.now, "interrupted"))
		}}, "the gateway has not confirmed that the inquiry is withdrawn; ask for its status before" +
			" sending it again", 11 * time.Second},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newStage(t, stagePlay{within: time.Minute})
			s.lose[test.lose] = true
			r := s.play(test.at)
			if r.Outcome != lost || r.Text != test.want {
				t.Errorf("%s: %s\n%s", r.Outcome, r.Text, s.everything())
			}
			if after := s.news[len(s.news)-1].At.Sub(s.started); after != test.by {
				t.Errorf("given up after %s, want %s", after, test.by)
			}
		})
	}
}

// A dealer whose connection is cut loses its quote and is asked again.
func TestDealerLostAndBack(t *testing.T) {
	inEveryCast(t, func(t *testing.T, cast cast) {
		play := stagePlay{cast: cast, at: map[time.Duration]func(*stage){
			1000 * time.Millisecond: func(s *stage) { s.cutDealer("ALPHA") },
			1500 * time.Millisecond: func(s *stage) { s.mendDealer("ALPHA") },
		}}
		s := newStage(t, play)
		r := s.play(play.at)
		if r.Outcome != executed || r.Bought.Dealer != "ALPHA" {
			t.Fatalf("%s with %s\n%s", r.Outcome, r.Bought.Dealer, s.everything())
		}
		if err := s.agree(r); err != nil {
			t.Error(err)
		}
		if got := s.told(newsQuoteGone); got != "ALPHA: disconnected" {
			t.Errorf("the client was told %q of lost quotes", got)
		}
		want := "shown asked quoted quoted disconnected connected asked quoted awarded confirmed" +
			" executed ticket"
		if got := s.seat("ALPHA").kinds(); got != want {
			t.Errorf("ALPHA lived through\n%s, want\n%s", got, want)
		}
	})
}

func TestLosersAreTold(t *testing.T) {
	inEveryCast(t, func(t *testing.T, cast cast) {
		s := newStage(t, stagePlay{cast: cast})
		s.play(nil)
		for name, want := range map[string]string{"BRAVO": "COVER", "CHARLIE": "DONE AWAY"} {
			last := s.seat(name).news[len(s.seat(name).news)-1]
			if last.Kind != dealerOutcome || last.Text != want {
				t.Errorf("%s was told last: %s %s; want outcome %s", name, last.Kind, last.Text, want)
			}
		}
	})
}

func TestNamedDealersOnly(t *testing.T) {
	inEveryCast(t, func(t *testing.T, cast cast) {
		s := newStage(t, stagePlay{cast: cast, terms: func(a *auctionTerms) { a.Dealers = []string{"CHARLIE"} }})
		r := s.play(nil)
		if r.Outcome != executed || r.Bought.Dealer != "CHARLIE" || len(r.Quotes) != 1 {
			t.Fatalf("%s with %s of %d quotes", r.Outcome, r.Bought.Dealer, len(r.Quotes))
		}
		for _, name := range []string{"ALPHA", "BRAVO"} {
			if got := s.seat(name).kinds(); got != "" {
				t.Errorf("%s was not named and lived through %s", name, got)
			}
		}
	})
}

// A slip in a dealer's name must not show the portfolio to the panel.
func TestNobodySeesAListWithAWrongName(t *testing.T) {
	inEveryCast(t, func(t *testing.T, cast cast) {
		s := newStage(t, stagePlay{cast: cast, terms: func(a *auctionTerms) { a.Dealers = []string{"APLHA"} }})
		s.play(nil)
		for _, d := range s.seats {
			if len(d.news) > 0 {
				t.Errorf("%s was shown something: %s", d.name, d.kinds())
			}
		}
		if q := s.inquiry(); len(q.Lines)+len(q.Fragments) > 0 {
			t.Error("the gateway has lines of a list that was not to be sent")
		}
	})
}

func TestRanking(t *testing.T) {
	s := newStage(t, stagePlay{})
	r := s.play(nil)
	var dealers []string
	for i, q := range r.Quotes {
		dealers = append(dealers, q.Dealer)
		if q.Rank != i+1 || q.Version != 2 || !q.HasCash {
			t.Errorf("quote %d: rank %d, version %d", i+1, q.Rank, q.Version)
		}
		if q.Behind != r.Quotes[0].Cash-q.Cash {
			t.Errorf("%s is %d behind, want %d", q.Dealer, q.Behind, r.Quotes[0].Cash-q.Cash)
		}
	}
	if !slices.Equal(dealers, []string{"ALPHA", "BRAVO", "CHARLIE"}) {
		t.Errorf("ranked %v", dealers)
	}
	// The gateway ranks the same.
	for i, q := range s.inquiry().Ranked() {
		if q.ID != r.Quotes[i].BidID || q.Cash != r.Quotes[i].Cash {
			t.Errorf("rank %d: %s %d here, %s %d at the gateway", i+1, r.Quotes[i].BidID,
				r.Quotes[i].Cash, q.ID, q.Cash)
		}
	}
}

func TestThePersonChooses(t *testing.T) {
	say := func(word string) func(*stage) {
		return func(s *stage) { s.react(s.client.hearPerson(s.now, word, true)) }
	}
	tests := []struct {
		name    string
		at      map[time.Duration]func(*stage)
		outcome outcome
		dealer  string
		warned  string
	}{
		{"the second", map[time.Duration]func(*stage){3 * time.Second: say("2")}, executed, "BRAVO", ""},
		{"by name, before all have quoted", map[time.Duration]func(*stage){
			500 * time.Millisecond: say("alpha")}, executed, "ALPHA", ""},
		{"nonsense first", map[time.Duration]func(*stage){
			3 * time.Second: say("7"), 4 * time.Second: say(""), 5 * time.Second: say("3")},
			executed, "CHARLIE",
			`"7" cannot be taken now: write the rank or the dealer of a quote, or withdraw`},
		{"nobody's", map[time.Duration]func(*stage){3 * time.Second: say("WITHDRAW")}, withdrawn, "", ""},
		{"the person has gone", map[time.Duration]func(*stage){3 * time.Second: func(s *stage) {
			s.react(s.client.hearPerson(s.now, "", false))
		}}, withdrawn, "", ""},
		{"the person sleeps", nil, expired, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newStage(t, stagePlay{terms: func(a *auctionTerms) { a.Rule = acceptAsk }})
			r := s.play(test.at)
			if r.Outcome != test.outcome || r.Bought.Dealer != test.dealer {
				t.Errorf("%s with %q, want %s with %q\n%s", r.Outcome, r.Bought.Dealer,
					test.outcome, test.dealer, s.everything())
			}
			if got := s.told(newsWarning); got != test.warned {
				t.Errorf("warned %q, want %q", got, test.warned)
			}
		})
	}
}
