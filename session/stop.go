package session

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// Stop lets each counterparty that is logged on have what the journal says by now, logs out and
// closes. The engine's own stop can hang on a peer that does not read; when the context ends first,
// what is left is closed as it is, and the error says so.
func (s *Sessions) Stop(ctx context.Context) error {
	err := s.silence(ctx)
	var tasks sync.WaitGroup
	failures := make(chan error, len(s.houses)+len(s.dialled))
	for _, h := range s.houses {
		tasks.Go(func() { failures <- h.stop(ctx) })
	}
	for _, d := range s.dialled {
		tasks.Go(func() { failures <- d.stop(ctx) })
	}
	tasks.Wait()
	if s.relay != nil {
		err = errors.Join(err, s.relay.stop(ctx))
	}
	close(failures)
	for failure := range failures {
		err = errors.Join(err, failure)
	}
	return err
}

// silence ends the outboxes: each when it has said what there is, or when the context ends.
func (s *Sessions) silence(ctx context.Context) error {
	last := s.options.Desk.Last()
	for _, l := range s.order {
		l.update(func(state *linkState) { state.stopping, state.last = true, last })
	}
	if bounded(ctx, s.work.Wait) == nil {
		return nil
	}
	for _, l := range s.order {
		l.update(func(state *linkState) { state.last = 0 })
	}
	return errors.New("session: not everything was told before the stop; it will be at the next start")
}

func (h *house) stop(ctx context.Context) error {
	if h.acceptor == nil || !h.started {
		return h.door.Close()
	}
	if err := errors.Join(bounded(ctx, h.acceptor.Stop), h.door.drain(ctx)); err != nil {
		return err
	}
	var errs []error
	for _, l := range h.links {
		errs = append(errs, l.store.release())
	}
	return errors.Join(errs...)
}

func (d *dialled) stop(ctx context.Context) error {
	if !d.started {
		return nil
	}
	if err := bounded(ctx, d.initiator.Stop); err != nil {
		return fmt.Errorf("session %q: not logged out: %w", d.link.row.Name, err)
	}
	return d.link.store.release()
}

// bounded waits for a function no longer than for the context.
func bounded(ctx context.Context, f func()) error {
	done := make(chan struct{})
	go func() { f(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
