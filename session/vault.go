package session

import (
	"context"
	"net/netip"
	"sync"
	"time"
)

// vault compares passwords: a few at a time, because argon2id takes memory and time on purpose,
// and never again and again. Wrong ones are counted by session and address, so that whoever
// guesses locks out nobody else. It is asked only about who came with the session's certificate
// from the session's addresses. Without TLS nothing tells a counterparty from a stranger beside
// it, and nobody is locked out.
type vault struct {
	limits Limits
	clock  func() time.Time
	slots  chan struct{}

	mu    sync.Mutex
	wrong map[guess]*misses
}

// guess is whose password is tried from where.
type guess struct {
	session string
	from    netip.Prefix
}

// misses are wrong passwords in a row.
type misses struct {
	count int
	until time.Time // locked, or worth remembering
}

func newVault(l Limits, clock func() time.Time) *vault {
	return &vault{limits: l, clock: clock, slots: make(chan struct{}, l.PasswordChecks),
		wrong: make(map[guess]*misses)}
}

// verdict is what came of a password.
type verdict int8

const (
	verdictRight verdict = iota + 1
	verdictWrong
	verdictLocked // it was not even compared
	verdictLate   // others were compared all the time
)

// asks compares the credentials of a Logon with those of a row.
func (v *vault) asks(ctx context.Context, row Row, from netip.Prefix, username, password string) verdict {
	who := guess{row.key(), from}
	if row.TLS != nil && v.locked(who) {
		return verdictLocked
	}
	select {
	case v.slots <- struct{}{}:
	case <-ctx.Done():
		return verdictLate
	}
	right := row.matches(username, password)
	<-v.slots
	return v.note(who, right)
}

func (v *vault) locked(who guess) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	m := v.wrong[who]
	return m != nil && m.count >= v.limits.WrongPasswords && v.clock().Before(m.until)
}

// note remembers a wrong password for as long as a lock lasts; then counting begins anew.
func (v *vault) note(who guess, right bool) verdict {
	v.mu.Lock()
	defer v.mu.Unlock()
	now := v.clock()
	if right {
		delete(v.wrong, who)
		return verdictRight
	}
	m := v.wrong[who]
	if m == nil || now.After(m.until) {
		v.forget(now)
		m = &misses{}
		v.wrong[who] = m
	}
	m.count++
	m.until = now.Add(v.limits.LockedFor)
	return verdictWrong
}

// forget bounds what is remembered by what can happen in the time of a lock.
func (v *vault) forget(now time.Time) {
	for who, m := range v.wrong {
		if now.After(m.until) {
			delete(v.wrong, who)
		}
	}
}
