package config

import (
	"reflect"
	"time"
)

// Client is the configuration of the inquire verb: a buy side that sends one basket.
type Client struct {
	CompID        string        `mapstructure:"comp_id"` // the client's own
	GatewayCompID string        `mapstructure:"gateway_comp_id"`
	Address       string        `mapstructure:"address"`   // host:port to dial
	Heartbeat     time.Duration `mapstructure:"heartbeat"` // whole seconds
	Insecure      bool          `mapstructure:"insecure"`  // no TLS; loopback only
	TLS           TLS           `mapstructure:"tls"`       // excludes insecure
	Username      string        `mapstructure:"username"`
	Password      Secret        `mapstructure:"password"`
	PasswordFile  string        `mapstructure:"password_file"`
	Profile       Profile       `mapstructure:"profile"` // as the gateway's session row has it
	Defaults      Defaults      `mapstructure:"defaults"`
}

// Defaults is what an inquiry asks for unless the command line says otherwise.
type Defaults struct {
	Dealers   []string      `mapstructure:"dealers"` // their CompIDs; empty: the panel the gateway has
	Deadline  time.Duration `mapstructure:"deadline"`
	PriceKind PriceKind     `mapstructure:"price_kind"`
}

// DefaultClient lacks the CompIDs and the address.
func DefaultClient() Client {
	return Client{
		Heartbeat: 30 * time.Second,
		Profile:   ListProfile,
		Defaults:  Defaults{Deadline: 2 * time.Minute, PriceKind: Total},
	}
}

// LoadClient reads a file and the environment (as os.Environ gives it). Its error is an *Error.
func LoadClient(path string, environ []string) (Client, error) {
	d := open(path, environ, reflect.TypeFor[Client]())
	c := DefaultClient()
	d.decode(&c)
	c.check(d.report)
	c.TLS.resolve(d.report, "tls", false)
	c.Password, c.PasswordFile = d.fetch(c.credentials())
	if err := d.err(); err != nil {
		return Client{}, err
	}
	return c, nil
}

// Validate checks a Client that was built in code. Its error is an *Error without lines.
func (c Client) Validate() error {
	r := newReport("")
	c.check(r)
	return r.err()
}

func (c Client) credentials() credentials {
	return credentials{username: c.Username, password: c.Password, passwordFile: c.PasswordFile}
}

func (c Client) check(r *report) {
	r.compIDs(c.CompID, c.GatewayCompID)
	r.endpoint(endpoint{connection: Dial, address: c.Address, insecure: c.Insecure,
		secure: c.TLS.Given() || r.given("tls")})
	c.TLS.check(r, "tls")
	r.wholeSeconds("heartbeat", c.Heartbeat, time.Hour)
	r.credentials(c.credentials())
	choice(r, "profile", c.Profile, ListProfile, RFQProfile)
	for i, dealer := range c.Defaults.Dealers {
		r.name(index("defaults.dealers", i), dealer, "write a dealer's CompID")
	}
	distinct(r, "defaults.dealers", c.Defaults.Dealers)
	within(r, "defaults.deadline", c.Defaults.Deadline, 100*time.Millisecond, 24*time.Hour)
	choice(r, "defaults.price_kind", c.Defaults.PriceKind, AllPriceKinds()...)
}
