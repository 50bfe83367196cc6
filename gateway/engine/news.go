package engine

import (
	"context"

	"foliogate/gateway"
)

// news is who has something to hear of the durable entries. A journal has hundreds of followers, and
// most entries are for one or two of them: the others sleep, and now and then move their cursors.
type news struct {
	latest map[gateway.Firm]uint64 // the last entry that a firm may be told of
	all    uint64                  // up to here everyone has to look
	bells  map[gateway.Firm]chan struct{}
}

// stroll is how many entries a follower sleeps through at most. What it then passes over is still
// in memory.
const stroll = keepRecent / 2

func newNews() news {
	return news{latest: make(map[gateway.Firm]uint64), bells: make(map[gateway.Firm]chan struct{})}
}

// heard says that an entry is durable.
func (n *news) heard(seq uint64, a gateway.Audience) {
	for firm := range a.Each {
		n.latest[firm] = seq
		n.ring(firm)
	}
	if seq >= n.all+stroll {
		n.everyone(seq)
	}
}

// everyone has everyone look at what is durable now.
func (n *news) everyone(seq uint64) {
	n.all = seq
	for firm := range n.bells {
		n.ring(firm)
	}
}

func (n *news) ring(firm gateway.Firm) {
	if bell, ok := n.bells[firm]; ok {
		close(bell)
		delete(n.bells, firm)
	}
}

// bell is closed when there is something for a firm after an entry; nil: there is already.
func (n *news) bell(firm gateway.Firm, after uint64) chan struct{} {
	if max(n.latest[firm], n.all) > after {
		return nil
	}
	bell, ok := n.bells[firm]
	if !ok {
		bell = make(chan struct{})
		n.bells[firm] = bell
	}
	return bell
}

// newsOf returns durable entries after the given one that a firm may be told of, at most limit, and
// the last entry that was looked at. Old ones are not chosen from.
func (t *tail) newsOf(firm gateway.Firm, after uint64, limit int) (found []gateway.Entry, seen uint64, err error) {
	t.Lock()
	oldest := t.index.last() - uint64(len(t.recent))
	if after < oldest {
		t.Unlock()
		return t.stretch(after, limit)
	}
	defer t.Unlock()
	for seen = after; seen < t.durable && len(found) < limit; seen++ {
		if at := seen - oldest; t.audiences[at].Has(firm) {
			found = append(found, t.recent[at])
		}
	}
	return found, seen, nil
}

func (t *tail) awaitNews(ctx context.Context, firm gateway.Firm, after uint64, stopped <-chan struct{}) error {
	t.Lock()
	bell := t.news.bell(firm, after)
	t.Unlock()
	if bell == nil {
		return nil
	}
	select {
	case <-bell:
		return nil
	case <-stopped:
		return ErrStopped
	case <-ctx.Done():
		return ctx.Err()
	}
}
