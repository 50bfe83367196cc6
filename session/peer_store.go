package session

import (
	"runtime"
	"sync"
	"time"
)

// peerStore keeps numbers and the last messages of a session in memory. What it no longer has is
// gap-filled, as the gateway's store does.
type peerStore struct {
	created createdAt

	mu             sync.Mutex
	sender, target int
	kept           map[int][]byte
}

// keepMessages bounds what can be sent again.
const keepMessages = 10_000

func newPeerStore() *peerStore {
	s := &peerStore{}
	s.begin()
	return s
}

func (s *peerStore) begin() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sender, s.target, s.kept = 1, 1, make(map[int][]byte)
	s.created.set(time.Now())
}

// skipTo goes on with a higher number; never with a lower one.
func (s *peerStore) skipTo(next int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sender = max(s.sender, next)
}

func (s *peerStore) NextSenderMsgSeqNum() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sender
}

func (s *peerStore) NextTargetMsgSeqNum() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.target
}

func (s *peerStore) IncrNextSenderMsgSeqNum() error {
	return s.SetNextSenderMsgSeqNum(s.NextSenderMsgSeqNum() + 1)
}

func (s *peerStore) IncrNextTargetMsgSeqNum() error {
	return s.SetNextTargetMsgSeqNum(s.NextTargetMsgSeqNum() + 1)
}

func (s *peerStore) SetNextSenderMsgSeqNum(next int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sender = next
	return nil
}

func (s *peerStore) SetNextTargetMsgSeqNum(next int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.target = next
	return nil
}

// CreationTime yields, for the reason that the gateway's store does.
func (s *peerStore) CreationTime() time.Time {
	runtime.Gosched()
	return s.created.get()
}

func (s *peerStore) SetCreationTime(t time.Time) { s.created.set(t) }

func (s *peerStore) SaveMessage(n int, raw []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !isAdmin(msgTypeOf(raw)) {
		s.kept[n] = raw
	}
	delete(s.kept, n-keepMessages)
	return nil
}

func (s *peerStore) SaveMessageAndIncrNextSenderMsgSeqNum(n int, raw []byte) error {
	if err := s.SaveMessage(n, raw); err != nil {
		return err
	}
	return s.SetNextSenderMsgSeqNum(n + 1)
}

func (s *peerStore) GetMessages(begin, end int) ([][]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all [][]byte
	end = min(end, s.sender-1)
	last := begin - 1
	for n := max(begin, s.sender-keepMessages, 1); n <= end; n++ {
		if raw, ok := s.kept[n]; ok {
			all, last = append(all, raw), n
		}
	}
	if last < end {
		all = append(all, filler(end))
	}
	return all, nil
}

func (s *peerStore) IterateMessages(begin, end int, yield func([]byte) error) error {
	all, err := s.GetMessages(begin, end)
	for _, raw := range all {
		if err := yield(raw); err != nil {
			return err
		}
	}
	return err
}

func (s *peerStore) Refresh() error { return nil }

func (s *peerStore) Reset() error {
	s.begin()
	return nil
}

func (s *peerStore) Close() error { return nil }
