package config

import (
	"reflect"
	"time"
)

// Dealer is the configuration of the dealer verb: a counterparty that quotes by a simple model.
type Dealer struct {
	CompID        string        `mapstructure:"comp_id"` // the dealer's own
	GatewayCompID string        `mapstructure:"gateway_comp_id"`
	Connection    Connection    `mapstructure:"connection"`
	Address       string        `mapstructure:"address"`   // host:port to listen on, or to dial
	Heartbeat     time.Duration `mapstructure:"heartbeat"` // whole seconds
	Reconnect     time.Duration `mapstructure:"reconnect"` // whole seconds; has no effect on accept
	Insecure      bool          `mapstructure:"insecure"`  // no TLS; loopback only
	TLS           TLS           `mapstructure:"tls"`       // excludes insecure
	Username      string        `mapstructure:"username"`
	Password      Secret        `mapstructure:"password"`
	PasswordFile  string        `mapstructure:"password_file"`
	Profile       Profile       `mapstructure:"profile"` // as the gateway's session row has it
	Model         Model         `mapstructure:"model"`
	LastLook      LastLook      `mapstructure:"last_look"`
}

// Model is how the dealer prices a basket. Its charge, in basis points of the basket's gross
// market value, is
//
//	half_spread_multiplier × the basket's mean half-spread   (weighted by market value)
//	+ risk_charge_bp × |net market value| / gross market value
//	+ noise, uniform in ±noise_bp, drawn from seed and the inquiry
//
// and it quotes the evaluated prices less that charge.
type Model struct {
	HalfSpreadMultiplier Decimal       `mapstructure:"half_spread_multiplier"`
	RiskChargeBP         Decimal       `mapstructure:"risk_charge_bp"`   // for what is left to hedge
	NoiseBP              Decimal       `mapstructure:"noise_bp"`         // dealers differ
	Seed                 int           `mapstructure:"seed"`             // same seed, same quotes
	ThinkTime            time.Duration `mapstructure:"think_time"`       // before the first quote
	Updates              int           `mapstructure:"updates"`          // quotes after the first
	UpdateInterval       time.Duration `mapstructure:"update_interval"`  // between them
	ImprovementBP        Decimal       `mapstructure:"improvement_bp"`   // each is better by
	PassProbability      Decimal       `mapstructure:"pass_probability"` // 0 to 1: no quote
	LinePrices           bool          `mapstructure:"line_prices"`      // its own, for each line
}

// Answer is what the dealer does when its quote is taken.
type Answer string

const (
	Confirm Answer = "confirm"
	Decline Answer = "decline"
	Silent  Answer = "silent" // lets the gateway's timer run out
)

// LastLook is the dealer's behaviour in last look.
type LastLook struct {
	Answer             Answer        `mapstructure:"answer"`
	Delay              time.Duration `mapstructure:"delay"`
	DeclineProbability Decimal       `mapstructure:"decline_probability"` // 0 to 1; for confirm
}

// DefaultDealer lacks the CompIDs, connection and address.
func DefaultDealer() Dealer {
	return Dealer{
		Heartbeat: 30 * time.Second,
		Reconnect: 5 * time.Second,
		Profile:   ListProfile,
		Model: Model{
			HalfSpreadMultiplier: "1",
			RiskChargeBP:         "2",
			NoiseBP:              "1",
			Seed:                 1,
			ThinkTime:            400 * time.Millisecond,
			Updates:              2,
			UpdateInterval:       500 * time.Millisecond,
			ImprovementBP:        "0.2",
			PassProbability:      "0",
		},
		LastLook: LastLook{Answer: Confirm, Delay: 200 * time.Millisecond, DeclineProbability: "0"},
	}
}

// LoadDealer reads a file and the environment (as os.Environ gives it). Its error is an *Error.
func LoadDealer(path string, environ []string) (Dealer, error) {
	doc := open(path, environ, reflect.TypeFor[Dealer]())
	d := DefaultDealer()
	doc.decode(&d)
	d.check(doc.report)
	d.TLS.resolve(doc.report, "tls", false)
	d.Password, d.PasswordFile = doc.fetch(d.credentials())
	if err := doc.err(); err != nil {
		return Dealer{}, err
	}
	return d, nil
}

// Validate checks a Dealer that was built in code. Its error is an *Error without lines.
func (d Dealer) Validate() error {
	r := newReport("")
	d.check(r)
	return r.err()
}

func (d Dealer) credentials() credentials {
	return credentials{username: d.Username, password: d.Password, passwordFile: d.PasswordFile}
}

func (d Dealer) check(r *report) {
	r.compIDs(d.CompID, d.GatewayCompID)
	choice(r, "connection", d.Connection, Accept, Dial)
	r.endpoint(endpoint{connection: d.Connection, address: d.Address, insecure: d.Insecure,
		secure: d.TLS.Given() || r.given("tls")})
	d.TLS.check(r, "tls")
	r.wholeSeconds("heartbeat", d.Heartbeat, time.Hour)
	r.wholeSeconds("reconnect", d.Reconnect, 10*time.Minute)
	r.credentials(d.credentials())
	choice(r, "profile", d.Profile, ListProfile, RFQProfile)
	d.Model.check(r)
	d.LastLook.check(r)
}

// compIDs checks the two of a counterparty's own file.
func (r *report) compIDs(own, gateway string) {
	r.name("comp_id", own, "write your own CompID, as the gateway's session row has it")
	r.name("gateway_comp_id", gateway, "write the gateway's CompID")
	if own == gateway {
		r.add("gateway_comp_id", "is equal to comp_id", "write the gateway's CompID")
	}
}

func (m Model) check(r *report) {
	r.decimal("model.half_spread_multiplier", m.HalfSpreadMultiplier, "0", "100")
	r.decimal("model.risk_charge_bp", m.RiskChargeBP, "0", "1000")
	r.decimal("model.noise_bp", m.NoiseBP, "0", "1000")
	within(r, "model.think_time", m.ThinkTime, 0, 10*time.Minute)
	within(r, "model.updates", m.Updates, 0, 1000)
	within(r, "model.update_interval", m.UpdateInterval, time.Millisecond, 10*time.Minute)
	r.decimal("model.improvement_bp", m.ImprovementBP, "-1000", "1000")
	r.decimal("model.pass_probability", m.PassProbability, "0", "1")
}

func (l LastLook) check(r *report) {
	const probability = "last_look.decline_probability"
	choice(r, "last_look.answer", l.Answer, Confirm, Decline, Silent)
	within(r, "last_look.delay", l.Delay, 0, 10*time.Minute)
	r.decimal(probability, l.DeclineProbability, "0", "1")
	if r.given(probability) && l.Answer != Confirm {
		r.add(probability, "has no effect unless answer is confirm",
			"delete it, or write answer: confirm")
	}
}
