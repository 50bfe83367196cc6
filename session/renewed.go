package session

import (
	"crypto/tls"
	"encoding/hex"
	"log/slog"
	"os"
	"slices"
	"sync"
	"time"
)

// Source is a file that may change while sessions are up, and what it says. The file is looked at
// with each handshake and each Logon; Read is asked when it changed.
type Source[T any] struct {
	File string
	Read func() (T, error)
}

// renewed is what files say now. While they cannot be read, or say nothing usable, what there was
// holds, and the log has the reason: a slip of an operator's hand locks nobody out.
type renewed[T any] struct {
	what  string
	files []string // none: it never changes
	read  func() (T, error)
	told  func(T) // of what was read
	log   *slog.Logger

	mu   sync.Mutex
	seen []os.FileInfo
	held T
}

func renew[T any](what string, first T, s Source[T], log *slog.Logger, check func(T) error) *renewed[T] {
	r := &renewed[T]{what: what, held: first, log: log,
		told: func(T) { log.Info(what+" was read", "file", s.File) }}
	if s.File == "" {
		return r
	}
	r.files = []string{s.File}
	r.read = func() (T, error) {
		fresh, err := s.Read()
		if err != nil {
			return fresh, err
		}
		return fresh, check(fresh)
	}
	return r
}

func (r *renewed[T]) now() T {
	r.mu.Lock()
	defer r.mu.Unlock()
	found := look(r.files)
	if slices.EqualFunc(found, r.seen, unchanged) {
		return r.held
	}
	r.seen = found
	fresh, err := r.read()
	if err != nil {
		r.log.Error(r.what+" cannot be read, the last one holds", "file", r.files[0], "fault", err)
		return r.held
	}
	r.held = fresh
	r.told(fresh)
	return r.held
}

// look takes a note of files; nil stands for one that is not there.
func look(files []string) []os.FileInfo {
	var found []os.FileInfo
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			info = nil
		}
		found = append(found, info)
	}
	return found
}

func unchanged(a, b os.FileInfo) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return a.ModTime().Equal(b.ModTime()) && a.Size() == b.Size() && os.SameFile(a, b)
}

// keep is our certificate as its files have it now.
func keep(t TLS, log *slog.Logger) *renewed[tls.Certificate] {
	return &renewed[tls.Certificate]{what: "our certificate", files: []string{t.Certificate, t.Key}, log: log,
		read: func() (tls.Certificate, error) { return tls.LoadX509KeyPair(t.Certificate, t.Key) },
		told: func(c tls.Certificate) {
			pin := PinOf(c.Leaf)
			log.Info("our certificate was read", "file", t.Certificate, "pin", hex.EncodeToString(pin[:]),
				"expires", c.Leaf.NotAfter)
			if time.Now().After(c.Leaf.NotAfter) {
				log.Error("our certificate has expired", "file", t.Certificate)
			}
		}}
}
