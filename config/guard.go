package config

import "time"

// Guard is what anybody who connects, known or not, may take of us at most. Who passes a limit is
// closed before its Logon, and after it logged out with a text that says why.
type Guard struct {
	HandshakeTimeout time.Duration `mapstructure:"handshake_timeout"` // TLS
	LogonTimeout     time.Duration `mapstructure:"logon_timeout"`     // from there to the Logon
	MaxLogonBytes    int           `mapstructure:"max_logon_bytes"`

	MaxConnections           int `mapstructure:"max_connections"`
	MaxConnectionsPerAddress int `mapstructure:"max_connections_per_address"`
	MaxStrangers             int `mapstructure:"max_strangers"` // connections without a Logon yet
	MaxStrangersPerAddress   int `mapstructure:"max_strangers_per_address"`
	MaxAttemptsPerSecond     int `mapstructure:"max_attempts_per_second"` // of one address

	// What one session sends faster waits; who does not stop for ten seconds is logged out.
	MaxMessagesPerSecond int           `mapstructure:"max_messages_per_second"`
	MaxBytesPerSecond    int           `mapstructure:"max_bytes_per_second"`
	MaxGapBytes          int           `mapstructure:"max_gap_bytes"`          // kept behind a gap
	MaxResendsPerMinute  int           `mapstructure:"max_resends_per_minute"` // messages asked for
	QueueBytes           int           `mapstructure:"queue_bytes"`            // for one that reads slowly
	WriteTimeout         time.Duration `mapstructure:"write_timeout"`          // for one that does not
	WrongPasswords       int           `mapstructure:"wrong_passwords"`        // of a CompID and address
	LockedFor            time.Duration `mapstructure:"locked_for"`
}

// DefaultGuard suits some hundred sessions on one machine.
func DefaultGuard() Guard {
	return Guard{
		HandshakeTimeout:         5 * time.Second,
		LogonTimeout:             10 * time.Second,
		MaxLogonBytes:            64 << 10,
		MaxConnections:           1000,
		MaxConnectionsPerAddress: 64,
		MaxStrangers:             128,
		MaxStrangersPerAddress:   16,
		MaxAttemptsPerSecond:     200,
		MaxMessagesPerSecond:     2000,
		MaxBytesPerSecond:        8 << 20,
		MaxGapBytes:              24 << 20,
		MaxResendsPerMinute:      200_000,
		QueueBytes:               8 << 20,
		WriteTimeout:             10 * time.Second,
		WrongPasswords:           5,
		LockedFor:                time.Minute,
	}
}

func (g Guard) check(r *report) {
	within(r, "guard.handshake_timeout", g.HandshakeTimeout, 100*time.Millisecond, time.Minute)
	within(r, "guard.logon_timeout", g.LogonTimeout, 100*time.Millisecond, time.Minute)
	within(r, "guard.max_logon_bytes", g.MaxLogonBytes, 4<<10, 64<<10)
	within(r, "guard.max_connections", g.MaxConnections, 1, 100_000)
	within(r, "guard.max_connections_per_address", g.MaxConnectionsPerAddress, 1, 100_000)
	within(r, "guard.max_strangers", g.MaxStrangers, 1, 10_000)
	within(r, "guard.max_strangers_per_address", g.MaxStrangersPerAddress, 1, 10_000)
	within(r, "guard.max_attempts_per_second", g.MaxAttemptsPerSecond, 1, 10_000)
	within(r, "guard.max_messages_per_second", g.MaxMessagesPerSecond, 1, 1_000_000)
	within(r, "guard.max_bytes_per_second", g.MaxBytesPerSecond, 64<<10, 1<<30)
	within(r, "guard.max_gap_bytes", g.MaxGapBytes, 64<<10, 1<<30)
	within(r, "guard.max_resends_per_minute", g.MaxResendsPerMinute, 100, 100_000_000)
	within(r, "guard.queue_bytes", g.QueueBytes, 64<<10, 1<<30)
	within(r, "guard.write_timeout", g.WriteTimeout, 100*time.Millisecond, 10*time.Minute)
	within(r, "guard.wrong_passwords", g.WrongPasswords, 1, 1000)
	within(r, "guard.locked_for", g.LockedFor, time.Second, 24*time.Hour)
	notAbove(r, "guard.max_strangers", g.MaxStrangers, "guard.max_connections", g.MaxConnections)
}
