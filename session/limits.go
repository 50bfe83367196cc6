package session

import "time"

// Limits bound what a counterparty can make us keep or wait for. Zero values mean the defaults.
type Limits struct {
	MessageBytes int           // of one received message; 8 MiB
	LogonBytes   int           // of the first one; 64 KiB
	LogonWithin  time.Duration // from connecting to the first message; 10 s
	QueueBytes   int           // waiting for a peer to read; 8 MiB
	WriteWithin  time.Duration // for a peer to read what was written; 10 s
	Block        int           // message numbers reserved at once for a dialled session; 1,000
}

func (l Limits) withDefaults() Limits {
	orElse(&l.MessageBytes, 8<<20)
	orElse(&l.LogonBytes, 64<<10)
	orElse(&l.LogonWithin, 10*time.Second)
	orElse(&l.QueueBytes, 8<<20)
	orElse(&l.WriteWithin, 10*time.Second)
	orElse(&l.Block, 1000)
	return l
}

func orElse[N int | time.Duration](n *N, standard N) {
	if *n == 0 {
		*n = standard
	}
}
