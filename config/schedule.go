package config

import (
	"time"
	_ "time/tzdata" // a file's verdict must not depend on the machine's time zone database
)

// Schedule is when a session is up. The zero Schedule is always.
type Schedule struct {
	Start    string   `mapstructure:"start"`     // "HH:MM:SS" in TimeZone
	End      string   `mapstructure:"end"`       // "HH:MM:SS"; before Start: on the following day
	TimeZone string   `mapstructure:"time_zone"` // IANA name, or UTC
	Weekdays []string `mapstructure:"weekdays"`  // Mon to Sun, of Start; empty is every day
}

// Always says that the session never closes.
func (s Schedule) Always() bool {
	return s.Start == "" && s.End == "" && s.TimeZone == "" && len(s.Weekdays) == 0
}

func (s Schedule) check(r *report, path string) {
	if s.Always() && !r.given(path) {
		return
	}
	r.clock(join(path, "start"), s.Start)
	r.clock(join(path, "end"), s.End)
	r.zone(join(path, "time_zone"), s.TimeZone)
	if s.Start == s.End {
		r.add(join(path, "end"), "is equal to start", "delete the schedule if the session is always up")
	}
	for i, day := range s.Weekdays {
		choice(r, index(join(path, "weekdays"), i), day, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
	}
	distinct(r, join(path, "weekdays"), s.Weekdays)
}

func (r *report) clock(path, value string) {
	r.require(path, value, "a schedule has start, end and time_zone; write it as 07:30:00")
	if _, err := time.Parse(time.TimeOnly, value); err != nil || len(value) != len(time.TimeOnly) {
		r.add(path, quote(value)+" is not a time of day", "write it as 07:30:00")
	}
}

// zone refuses Local: the file must mean the same on every machine.
func (r *report) zone(path, value string) {
	const remedy = "write a name such as Europe/London, America/New_York or UTC"
	r.require(path, value, "a schedule has start, end and time_zone; "+remedy)
	if _, err := time.LoadLocation(value); err != nil || value == "Local" {
		r.add(path, quote(value)+" is not a time zone", remedy)
	}
}
