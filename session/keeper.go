package session

import (
	"crypto/tls"
	"encoding/hex"
	"log/slog"
	"os"
	"sync"
	"time"
)

// keeper keeps our certificate. It looks at the files with each handshake, so that a new one needs
// no restart; while they cannot be read, or do not fit together, what there was is shown.
type keeper struct {
	certificate, key string
	log              *slog.Logger
	clock            func() time.Time

	mu    sync.Mutex
	stamp [2]stamp
	held  *tls.Certificate
}

// stamp tells one state of a file from another.
type stamp struct {
	changed time.Time
	size    int64
}

func newKeeper(t TLS, log *slog.Logger, clock func() time.Time) *keeper {
	return &keeper{certificate: t.Certificate, key: t.Key, log: log, clock: clock}
}

func (k *keeper) get() (*tls.Certificate, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	now := [2]stamp{stampOf(k.certificate), stampOf(k.key)}
	if k.held != nil && now == k.stamp {
		return k.held, nil
	}
	fresh, err := tls.LoadX509KeyPair(k.certificate, k.key)
	if err != nil && k.held == nil {
		k.log.Error("our certificate cannot be read", "file", k.certificate, "fault", err)
		return nil, err
	}
	k.stamp = now
	if err != nil {
		k.log.Error("our new certificate cannot be read, the old one stays", "file", k.certificate,
			"fault", err)
		return k.held, nil
	}
	k.held = &fresh
	pin := PinOf(fresh.Leaf)
	k.log.Info("our certificate was read", "file", k.certificate, "pin", hex.EncodeToString(pin[:]),
		"expires", fresh.Leaf.NotAfter)
	if k.clock().After(fresh.Leaf.NotAfter) {
		k.log.Error("our certificate has expired", "file", k.certificate)
	}
	return k.held, nil
}

func stampOf(file string) stamp {
	info, err := os.Stat(file)
	if err != nil {
		return stamp{}
	}
	return stamp{info.ModTime(), info.Size()}
}
