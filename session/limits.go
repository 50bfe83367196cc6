package session

import "time"

// Limits bound what a counterparty can make us keep or wait for. Zero values mean the defaults.
type Limits struct {
	MessageBytes int // of one received message; 8 MiB
	LogonBytes   int // of the first one; 64 KiB
	QueueBytes   int // waiting for a peer to read; 8 MiB
	Block        int // message numbers reserved at once, twice what a list needs; 11,000

	HandshakeWithin time.Duration // from connecting to the end of the TLS handshake; 5 s
	LogonWithin     time.Duration // from there to the first message; 10 s
	WriteWithin     time.Duration // for a peer to read what was written; 10 s

	Connections           int // open at once, over all listeners; 1,000
	ConnectionsPerAddress int // of one IP address, or of an IPv6 /64; 64
	Strangers             int // connections without a Logon yet; 128
	StrangersPerAddress   int // of one address; 16
	AttemptsPerSecond     int // new connections of one address; 200, and as many at once

	MessagesPerSecond int           // read of one session, half of them at once; 2,000
	BytesPerSecond    int           // read of one session, half of them at once; 8 MiB
	FloodFor          time.Duration // how long a session may go on sending more; 10 s
	GapBytes          int           // of memory for messages behind a gap in the peer's numbers; 24 MiB
	ResendsPerMinute  int           // messages that a peer may ask for again; 200,000

	PasswordChecks int           // argon2id computations at once; 2
	WrongPasswords int           // of a CompID from one address, then it is locked out there; 5
	LockedFor      time.Duration // 1 min
}

// DefaultLimits are what zero values mean.
func DefaultLimits() Limits { return Limits{}.withDefaults() }

func (l Limits) withDefaults() Limits {
	orElse(&l.MessageBytes, 8<<20)
	orElse(&l.LogonBytes, 64<<10)
	orElse(&l.QueueBytes, 8<<20)
	orElse(&l.Block, 11_000)
	orElse(&l.HandshakeWithin, 5*time.Second)
	orElse(&l.LogonWithin, 10*time.Second)
	orElse(&l.WriteWithin, 10*time.Second)
	orElse(&l.Connections, 1000)
	orElse(&l.ConnectionsPerAddress, 64)
	orElse(&l.Strangers, 128)
	orElse(&l.StrangersPerAddress, 16)
	orElse(&l.AttemptsPerSecond, 200)
	orElse(&l.MessagesPerSecond, 2000)
	orElse(&l.BytesPerSecond, 8<<20)
	orElse(&l.FloodFor, 10*time.Second)
	orElse(&l.GapBytes, 24<<20)
	orElse(&l.ResendsPerMinute, 200_000)
	orElse(&l.PasswordChecks, 2)
	orElse(&l.WrongPasswords, 5)
	orElse(&l.LockedFor, time.Minute)
	return l
}

func orElse[N int | time.Duration](n *N, standard N) {
	if *n == 0 {
		*n = standard
	}
}
