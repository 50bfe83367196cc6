package config

import "time"

// Limits is what the gateway takes at most; reaching one is an ordinary refusal.
type Limits struct {
	MaxLines         int           `mapstructure:"max_lines"`          // of one inquiry
	FragmentLines    int           `mapstructure:"fragment_lines"`     // of one message, both ways
	FragmentBytes    int           `mapstructure:"fragment_bytes"`     // of one message we send
	FragmentTimeout  time.Duration `mapstructure:"fragment_timeout"`   // first to last fragment
	MaxMessageBytes  int           `mapstructure:"max_message_bytes"`  // of one message received
	MaxLiveInquiries int           `mapstructure:"max_live_inquiries"` // of one client, not yet ended
	MinDeadline      time.Duration `mapstructure:"min_deadline"`       // bounds of what a client may
	MaxDeadline      time.Duration `mapstructure:"max_deadline"`       // ask, from receipt
}

// DefaultLimits are those of the rules of engagement.
func DefaultLimits() Limits {
	return Limits{
		MaxLines:         5000,
		FragmentLines:    250,
		FragmentBytes:    64 << 10,
		FragmentTimeout:  30 * time.Second,
		MaxMessageBytes:  8 << 20,
		MaxLiveInquiries: 100,
		MinDeadline:      5 * time.Second,
		MaxDeadline:      time.Hour,
	}
}

func (l Limits) check(r *report) {
	within(r, "limits.max_lines", l.MaxLines, 1, 50_000)
	within(r, "limits.fragment_lines", l.FragmentLines, 1, 5000)
	within(r, "limits.fragment_bytes", l.FragmentBytes, 4<<10, 8<<20)
	within(r, "limits.fragment_timeout", l.FragmentTimeout, time.Second, 10*time.Minute)
	within(r, "limits.max_message_bytes", l.MaxMessageBytes, 64<<10, 64<<20)
	within(r, "limits.max_live_inquiries", l.MaxLiveInquiries, 1, 10_000)
	within(r, "limits.min_deadline", l.MinDeadline, 100*time.Millisecond, 24*time.Hour)
	within(r, "limits.max_deadline", l.MaxDeadline, time.Second, 24*time.Hour)
	notAbove(r, "limits.fragment_lines", l.FragmentLines, "limits.max_lines", l.MaxLines)
	notAbove(r, "limits.fragment_bytes", l.FragmentBytes,
		"limits.max_message_bytes", l.MaxMessageBytes)
	notAbove(r, "limits.min_deadline", l.MinDeadline, "limits.max_deadline", l.MaxDeadline)
}

// Timing is how long the gateway waits.
type Timing struct {
	AckTimeout      time.Duration `mapstructure:"ack_timeout"`      // then a dealer is unresponsive
	DefaultDeadline time.Duration `mapstructure:"default_deadline"` // of an inquiry that names none
	DrainTimeout    time.Duration `mapstructure:"drain_timeout"`    // for live inquiries at SIGTERM
}

// DefaultTiming suits a panel of people.
func DefaultTiming() Timing {
	return Timing{
		AckTimeout:      5 * time.Second,
		DefaultDeadline: 2 * time.Minute,
		DrainTimeout:    30 * time.Second,
	}
}

func (t Timing) check(r *report, l Limits) {
	const deadline = "timing.default_deadline"
	within(r, "timing.ack_timeout", t.AckTimeout, 100*time.Millisecond, 10*time.Minute)
	if !r.faulty("limits.min_deadline") && !r.faulty("limits.max_deadline") {
		within(r, deadline, t.DefaultDeadline, l.MinDeadline, l.MaxDeadline)
	}
	within(r, "timing.drain_timeout", t.DrainTimeout, 0, time.Hour)
}
