package config

import (
	"os"
	"reflect"
	"slices"
)

// Mode says whether trades are real.
type Mode string

const (
	Production Mode = "production" // the default: the stricter rules
	Rehearsal  Mode = "rehearsal"  // may set its business date and hold passwords in the file
)

// Level is the least a log line must weigh.
type Level string

const (
	Debug Level = "debug"
	Info  Level = "info"
	Warn  Level = "warn"
	Fail  Level = "error"
)

// Format is what a log line looks like.
type Format string

const (
	Text Format = "text"
	JSON Format = "json"
)

// Gateway is the configuration of serve.
type Gateway struct {
	CompID       string    `mapstructure:"comp_id"` // ours
	Mode         Mode      `mapstructure:"mode"`
	BusinessDate string    `mapstructure:"business_date"` // "": the clock's; rehearsal only
	DataDir      string    `mapstructure:"data_dir"`      // journal and session logs
	Universe     string    `mapstructure:"universe"`      // CSV file; "": the one built in
	Calendars    string    `mapstructure:"calendars"`     // CSV file; "": those built in
	Log          Log       `mapstructure:"log"`
	Journal      Journal   `mapstructure:"journal"`
	Limits       Limits    `mapstructure:"limits"`
	Guard        Guard     `mapstructure:"guard"`
	Timing       Timing    `mapstructure:"timing"`
	Quotes       Quotes    `mapstructure:"quotes"`
	Sessions     []Session `mapstructure:"sessions"`
}

// Log is where the gateway's own words go to.
type Log struct {
	Level  Level  `mapstructure:"level"`
	Format Format `mapstructure:"format"`
}

// Quotes is how a dealer's price is held against its own lines.
type Quotes struct {
	// TotalTolerance is how far, in units of the settlement currency, the lines of a dealer may
	// add up to something else than its total.
	TotalTolerance Decimal `mapstructure:"total_tolerance"`
}

// DefaultGateway lacks comp_id, data_dir and sessions, which no default can know.
func DefaultGateway() Gateway {
	return Gateway{
		Mode:    Production,
		Log:     Log{Level: Info, Format: Text},
		Journal: DefaultJournal(),
		Limits:  DefaultLimits(),
		Guard:   DefaultGuard(),
		Timing:  DefaultTiming(),
		Quotes:  Quotes{TotalTolerance: "1.00"},
	}
}

// Rule looks at a gateway for what this package cannot know. Of the problems that it returns, it fills
// in the key, the text and the remedy; a key that has a problem already gets no second one.
type Rule func(Gateway) []Problem

// LoadGateway reads a file and the environment (as os.Environ gives it). Its error is an *Error.
func LoadGateway(path string, environ []string, rules ...Rule) (Gateway, error) {
	d := open(path, environ, reflect.TypeFor[Gateway]())
	g := DefaultGateway()
	g.Sessions = slices.Repeat([]Session{DefaultSession()}, d.rows("sessions"))
	d.decode(&g)
	g = g.Completed()
	g.check(d.report)
	g.hold(d.report, rules)
	g.resolve(d.report)
	if err := d.err(); err != nil {
		return Gateway{}, err
	}
	return g, nil
}

// Completed fills in what follows from other keys: our_comp_id, may_ask and price_kinds.
func (g Gateway) Completed() Gateway {
	g.Sessions = slices.Clone(g.Sessions)
	for i, s := range g.Sessions {
		g.Sessions[i] = s.completed(g.CompID)
	}
	return g
}

// Validate checks a Gateway that was built in code; what Load returned is valid. Keys that follow
// from others may be missing. Its error is an *Error without lines.
func (g Gateway) Validate(rules ...Rule) error {
	r := newReport("")
	g = g.Completed()
	g.check(r)
	g.hold(r, rules)
	return r.err()
}

// hold holds the gateway against rules of others.
func (g Gateway) hold(r *report, rules []Rule) {
	for _, rule := range rules {
		for _, p := range rule(g) {
			r.add(p.Key, p.Text, p.Remedy)
		}
	}
}

func (g Gateway) check(r *report) {
	r.name("comp_id", g.CompID, "write the gateway's own CompID")
	choice(r, "mode", g.Mode, Production, Rehearsal)
	r.date("business_date", g.BusinessDate)
	if g.BusinessDate != "" && g.Mode == Production && !r.faulty("mode") {
		r.add("business_date", "is refused in production: the clock's date holds",
			"delete it, or write mode: rehearsal")
	}
	r.require("data_dir", g.DataDir, "name the folder for the journal and the session logs")
	choice(r, "log.level", g.Log.Level, Debug, Info, Warn, Fail)
	choice(r, "log.format", g.Log.Format, Text, JSON)
	g.Journal.check(r)
	g.Limits.check(r)
	g.Guard.check(r)
	g.Timing.check(r, g.Limits)
	r.decimal("quotes.total_tolerance", g.Quotes.TotalTolerance, "0", "1000000")
	g.checkSessions(r)
}

// resolve turns relative paths into usable ones, and fetches passwords.
func (g *Gateway) resolve(r *report) {
	g.DataDir = r.path("data_dir", g.DataDir)
	g.Journal.resolve(r)
	g.Universe = r.input("universe", g.Universe)
	g.Calendars = r.input("calendars", g.Calendars)
	for i := range g.Sessions {
		s := &g.Sessions[i]
		s.TLS.resolve(r, join(index("sessions", i), "tls"), g.Mode == Production)
		s.Password, s.PasswordFile = r.fetch(s.credentials(index("sessions", i), g.Mode))
	}
}

// input resolves the path of a file that will be read, and checks that it is there.
func (r *report) input(key, value string) string {
	path := r.path(key, value)
	if path == "" {
		return ""
	}
	if info, err := os.Stat(path); err != nil {
		r.add(key, "names a file that cannot be read: "+withoutPath(err).Error(),
			"correct the path, or delete the line for what is built in")
	} else if !info.Mode().IsRegular() {
		r.add(key, "names something that is not a file", "name a CSV file")
	}
	return path
}
