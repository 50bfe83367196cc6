package play

import (
	"fmt"
	"strings"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// A scene is lines such as
//
//	EMS lists total
//	EMS asks
//	DLRA quotes 549000.00 as A-1
//	EMS takes A-1
//	DLRA confirms
//	after 5s
//	DLRB disconnects
//
// with an actor, a verb and what it is about; a dealer's quotes are called by the ids that it gave
// them, by the client too. The verbs stand in scene_client.go and scene_dealer.go; everybody
// "connects", "disconnects", "resets", and "says" a message in FIX:
//
//	EMS says AF 584=AF-1|585=7|
//
// in which @A-1 stands for the client's id of a quote, and @DLRA for the list as that dealer knows it.

// Stage carries messages between the actors and a gateway. Whoever is told something, the stage lets
// the cast Hear it before it returns.
type Stage interface {
	Say(gateway.Firm, fixspec.Envelope)
	Wait(time.Duration)
	Leave(gateway.Firm)
	Return(firm gateway.Firm, reset bool)
	Now() time.Time
	// Basket is the list that the client sends, whole.
	Basket(id string, kind gateway.PriceKind) *fixspec.NewOrderList
}

// Cast is who acts in a scene.
type Cast struct {
	Stage   Stage
	Client  gateway.Firm
	client  Client
	dealers map[gateway.Firm]*Dealer
	quotes  map[string]string // the client's ids of quotes, by the dealers' ids
	trade   map[gateway.Firm]*deed
}

// NewCast casts a client and dealers in their profiles.
func NewCast(stage Stage, client gateway.Firm, profile Profile, dealers map[gateway.Firm]Profile) *Cast {
	c := &Cast{Stage: stage, Client: client, client: Client{Profile: profile, ID: "L-1", Round: "R-1"},
		dealers: map[gateway.Firm]*Dealer{}, quotes: map[string]string{},
		trade: map[gateway.Firm]*deed{client: {}}}
	for firm, profile := range dealers {
		c.dealers[firm] = &Dealer{Profile: profile}
		c.trade[firm] = &deed{}
	}
	return c
}

// Hear lets an actor hear a message.
func (c *Cast) Hear(firm gateway.Firm, e fixspec.Envelope) {
	if t, known := c.trade[firm]; known {
		t.hear(e.Message)
	}
	if d, known := c.dealers[firm]; known {
		d.Hear(e.Message)
		return
	}
	c.client.Hear(e.Header, e.Message)
	if d := c.dealers[gateway.Firm(e.OnBehalfOf)]; d != nil && d.Last != "" && quoteOf(e.Message) != "" {
		c.quotes[d.Last] = quoteOf(e.Message)
	}
}

// Play plays a line; an error says that nobody can.
func (c *Cast) Play(line string) error {
	words, text := strings.Fields(line), ""
	if len(words) > 1 && words[1] != "says" {
		line, text, _ = strings.Cut(line, ": ")
		words = strings.Fields(line)
	}
	if len(words) == 2 && words[0] == "after" {
		d, err := time.ParseDuration(words[1])
		if err == nil {
			c.Stage.Wait(d)
		}
		return err
	}
	if len(words) < 2 {
		return fmt.Errorf("%q has no actor and no verb", line)
	}
	s := step{cast: c, firm: gateway.Firm(words[0]), verb: words[1], words: words[2:], text: text}
	if !s.play() {
		return fmt.Errorf("nobody knows how to play %q", line)
	}
	return s.err
}

// step is a line that is being played.
type step struct {
	cast  *Cast
	firm  gateway.Firm
	verb  string
	words []string
	text  string // behind the colon
	err   error
}

func (s *step) play() bool {
	switch s.verb {
	case "disconnects":
		s.cast.Stage.Leave(s.firm)
		return true
	case "connects", "resets":
		s.cast.Stage.Return(s.firm, s.verb == "resets")
		return true
	case "says":
		s.says()
		return true
	}
	if deed := s.cast.trade[s.firm]; deed != nil && s.settles(deed) {
		return true
	}
	if d := s.cast.dealers[s.firm]; d != nil {
		return s.dealer(d)
	}
	return s.firm == s.cast.Client && s.client(&s.cast.client)
}

// said says what a verb stands for.
func (s *step) said(messages []fixspec.Envelope) bool {
	for _, e := range messages {
		s.cast.Stage.Say(s.firm, e)
	}
	return true
}

// says is a message in FIX: its type, fields of the header, and its body with bars.
func (s *step) says() {
	var h fixspec.Header
	words := s.words[1:]
	for ; len(words) > 0; words = words[1:] {
		tag, value, _ := strings.Cut(words[0], "=")
		switch tag {
		case "97":
			h.PossResend = true
			continue
		case "115":
			h.OnBehalfOf = value
			continue
		case "128":
			h.DeliverTo = value
			continue
		}
		break
	}
	body := raw{kind: s.words[0], body: s.cast.named(strings.Join(words, " "))}
	s.said([]fixspec.Envelope{{Header: h, Message: body}})
}

// named puts ids in the place of names.
func (c *Cast) named(text string) string {
	for name, id := range c.quotes {
		text = strings.ReplaceAll(text, "@"+name, id)
	}
	for firm, d := range c.dealers {
		text = strings.ReplaceAll(text, "@"+string(firm), d.List)
	}
	return text
}

// listOf is the list as a dealer knows it, or by its id.
func (c *Cast) listOf(name string) string {
	if d := c.dealers[gateway.Firm(name)]; d != nil {
		return d.List
	}
	return name
}

// raw is a message as a scene writes it.
type raw struct {
	fixspec.Message
	kind, body string
}

func (m raw) MsgType() string { return m.kind }

func (m raw) AppendBody(b []byte) []byte {
	return append(b, strings.ReplaceAll(m.body, "|", "\x01")...)
}

// option takes a word and what follows it, if it is there.
func (s *step) option(word string) (value string, ok bool) {
	for i, w := range s.words {
		if w == word && i+1 < len(s.words) {
			value = s.words[i+1]
			s.words = append(append([]string(nil), s.words[:i]...), s.words[i+2:]...)
			return value, true
		}
	}
	return "", false
}

// flag takes a word, if it is there.
func (s *step) flag(word string) bool {
	for i, w := range s.words {
		if w == word {
			s.words = append(append([]string(nil), s.words[:i]...), s.words[i+1:]...)
			return true
		}
	}
	return false
}

// next takes the next word; empty if there is none.
func (s *step) next() string {
	if len(s.words) == 0 {
		return ""
	}
	word := s.words[0]
	s.words = s.words[1:]
	return word
}
