package config

import (
	"slices"
	"time"
)

// Role is what the counterparty of a session is.
type Role string

const (
	ClientRole Role = "client" // sends inquiries
	DealerRole Role = "dealer" // quotes them
)

// Profile is the family of messages that a session speaks.
type Profile string

const (
	ListProfile Profile = "list" // E k l L N K M 8 AK
	RFQProfile  Profile = "rfq"  // E R AG S Z AJ AI 8 AK
)

// UnknownTags is what becomes of a message with tags that the rules of engagement have not.
type UnknownTags string

const (
	RefuseUnknown UnknownTags = "refuse"       // the default: a reject names the tag
	UserDefined   UnknownTags = "user-defined" // tags from 5000 on are passed over
	AllUnknown    UnknownTags = "all"          // such as fields of later FIX versions too
)

// FieldOrder is in which order a counterparty writes fields.
type FieldOrder string

// Orders of fields.
const (
	StrictOrder FieldOrder = "strict" // the default: members of a group as FIX lists them, the header first
	AnyOrder    FieldOrder = "any"    // only the first field of a group has its place
)

// PriceKind is how a dealer may price the whole inquiry.
type PriceKind string

const (
	Total   PriceKind = "total"   // a cash amount
	Spread  PriceKind = "spread"  // a concession in basis points
	Percent PriceKind = "percent" // a percentage for each side
)

// AllPriceKinds is the default of a dealer.
func AllPriceKinds() []PriceKind { return []PriceKind{Total, Spread, Percent} }

// Session is one counterparty's FIX connection.
type Session struct {
	Name                string        `mapstructure:"name"` // for people: logs, console
	Role                Role          `mapstructure:"role"`
	CompID              string        `mapstructure:"comp_id"`     // theirs
	OurCompID           string        `mapstructure:"our_comp_id"` // default: the gateway's comp_id
	Connection          Connection    `mapstructure:"connection"`
	Address             string        `mapstructure:"address"`   // host:port to listen on, or to dial
	Heartbeat           time.Duration `mapstructure:"heartbeat"` // whole seconds
	Reconnect           time.Duration `mapstructure:"reconnect"` // whole seconds; for dial
	Schedule            Schedule      `mapstructure:"schedule"`  // default: always
	Username            string        `mapstructure:"username"`
	Password            Secret        `mapstructure:"password"`      // Load fills it from PasswordFile
	PasswordFile        string        `mapstructure:"password_file"` // excludes a password in the file
	Profile             Profile       `mapstructure:"profile"`
	UnknownTags         UnknownTags   `mapstructure:"unknown_tags"`           // in what they send
	FieldOrder          FieldOrder    `mapstructure:"field_order"`            // in what they send
	ResetOnLogonAllowed bool          `mapstructure:"reset_on_logon_allowed"` // a Logon with 141=Y
	Insecure            bool          `mapstructure:"insecure"`               // no TLS; loopback only
	TLS                 TLS           `mapstructure:"tls"`                    // excludes insecure
	Addresses           []string      `mapstructure:"addresses"`              // where it dials from
	Dialect             Dialect       `mapstructure:"dialect"`                // of what they are sent

	// Of a client only.
	Panel              []string `mapstructure:"panel"`    // CompIDs of dealers asked by default
	MayAsk             []string `mapstructure:"may_ask"`  // dealers it may name; default: Panel
	Outcomes           Outcomes `mapstructure:"outcomes"` // what its losing dealers learn
	Disclose           Disclose `mapstructure:"disclose"` // what its dealers learn beforehand
	CancelOnDisconnect bool     `mapstructure:"cancel_on_disconnect"`
	AutoAccept         bool     `mapstructure:"auto_accept"`     // may ask for the best at the deadline
	AsksByRequest      bool     `mapstructure:"asks_by_request"` // a list alone asks nobody
	MaxAsked           int      `mapstructure:"max_asked"`       // dealers for a single bond; 0: no limit

	// Of a dealer only.
	LastLook          time.Duration `mapstructure:"last_look"` // to confirm; 0: quotes are firm
	SettlementAccount string        `mapstructure:"settlement_account"`
	PriceKinds        []PriceKind   `mapstructure:"price_kinds"` // default: all
	TwoWay            bool          `mapstructure:"two_way"`     // it quotes a single bond both ways at once
	LinePrices        LinePrices    `mapstructure:"line_prices"`
	QuoteFor          time.Duration `mapstructure:"quote_for"`   // quotes that do not say; 0: the inquiry's life
	AckTimeout        time.Duration `mapstructure:"ack_timeout"` // 0: that of timing
	IDFormat          IDFormat      `mapstructure:"id_format"`   // of the lists and lines it is shown
}

// Outcomes is what a losing dealer learns, beyond that it lost.
type Outcomes struct {
	Cover    bool `mapstructure:"cover"`     // it was second best
	DoneAway bool `mapstructure:"done_away"` // another dealer traded
}

// Disclose is what a dealer learns about an inquiry besides its lines.
type Disclose struct {
	PanelSize  bool `mapstructure:"panel_size"`
	ClientName bool `mapstructure:"client_name"`
}

// DefaultSession is a row without the keys that every row must give.
func DefaultSession() Session {
	return Session{Heartbeat: 30 * time.Second, Reconnect: 5 * time.Second, Profile: ListProfile,
		UnknownTags: RefuseUnknown, FieldOrder: StrictOrder, TwoWay: true,
		LinePrices: LinesOptional, IDFormat: IDFormat{Symbols: AnySymbols}}
}

// completed fills in what follows from other keys.
func (s Session) completed(ours string) Session {
	if s.OurCompID == "" {
		s.OurCompID = ours
	}
	if s.Role == ClientRole && s.MayAsk == nil {
		s.MayAsk = slices.Clone(s.Panel)
	}
	if s.Role == DealerRole && s.PriceKinds == nil {
		s.PriceKinds = AllPriceKinds()
	}
	return s
}

// asksBeyondPanel says that MayAsk is not just the panel, whose problems are told as the panel's.
func (s Session) asksBeyondPanel() bool { return !slices.Equal(s.MayAsk, s.Panel) }
