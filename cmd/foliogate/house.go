package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"foliogate/config"
	"foliogate/fixspec/dict"
	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
	"foliogate/session"
)

// house is the gateway put together: the journal, the engine on it, the sessions
// on both.
type house struct {
	config   config.Gateway
	log      *slog.Logger
	clock    *clock
	journal  *journal.Log
	engine   *engine.Engine
	sessions *session.Sessions
	keeper   *keeper
	notary   *notary
}

// openHouse opens the data folder and replays the journal. Nothing listens yet.
func openHouse(g config.Gateway, market gateway.Market, log *slog.Logger) (*house, error) {
	l, err := journal.Open(journalFolder(g.DataDir), journal.Options{})
	if err != nil {
		return nil, err
	}
	h := &house{config: g, log: log, clock: machineClock(log), journal: l}
	if err := h.assemble(market); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return h, nil
}

func (h *house) assemble(market gateway.Market) error {
	key, err := idKey(h.config.DataDir)
	if err != nil {
		return err
	}
	policy, err := policyOf(h.config, key)
	if err != nil {
		return err
	}
	h.engine = engine.New(engine.Options{
		Journal: h.journal, Market: market, Policy: *policy,
		Clock: h.clock.now, Today: today(h.config.BusinessDate),
		Room: func() bool { return !h.journal.Low() }, Alarm: h.quarantined, Decide: decide(),
	})
	rows, err := h.rows(market, policy)
	if err != nil {
		return inputError(err)
	}
	h.sessions, err = session.New(session.Options{
		Rows: rows, Desk: h.engine, Journal: h.journal,
		Table: dict.New(dict.Tier0), Logger: h.log, Clock: h.clock.now,
		Limits: limitsOf(h.config),
	})
	if err != nil {
		return inputError(err)
	}
	return h.recover()
}

// quarantined is the alarm for operators: the inquiry is out of the way, and people must settle it.
func (h *house) quarantined(p *engine.Panic) {
	h.log.Error("a panic over one inquiry, which is in quarantine now: settle it by hand, and report the bug",
		"inquiry", p.Inquiry, "firm", p.Command.From().Firm, "command", fmt.Sprintf("%T", p.Command),
		"cause", p.Cause, "stack", string(p.Stack))
}

// recover takes over the newest snapshot and replays what came after it.
func (h *house) recover() error {
	h.keeper = keeperOf(h.config, h.journal, h.engine.Forget, h.log)
	s, err := newestSnapshot(h.keeper.dir, h.journal, h.keeper.warn)
	if err != nil {
		return err
	}
	if first := h.journal.First(); first > s.LSN+1 {
		return fmt.Errorf("%s begins at lsn %d, what came before is in the archive, and no snapshot stands"+
			" for it; copy the archived segments back and remove the file archived, or restore a snapshot",
			h.keeper.dir, first)
	}
	h.keeper.last, h.keeper.before = s.LSN, s.Entries.State().Before
	h.engine.Restore(s.Entries)
	h.sessions.Restore(s.Sessions)
	if err := replay(h.journal, s.LSN+1, h.engine.Recover, h.sessions.Recover); err != nil {
		return err
	}
	h.notary, err = openNotary(h.config, h.journal, h.clock.now, h.log)
	return err
}

// replay reads the journal once and gives each record to whom it belongs.
func replay(l *journal.Log, from uint64, entry, numbers func(lsn uint64, payload []byte) error) error {
	for reader := l.From(from); ; {
		lsn, record, err := reader.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		switch record.Kind {
		case engine.EntryKind:
			err = entry(lsn, record.Payload)
		case session.Kind:
			err = numbers(lsn, record.Payload)
		default:
			err = unknownKind(lsn, record.Kind)
		}
		if err != nil {
			return err
		}
	}
}

// today is the business date: the configured one, else the clock's in local time.
func today(configured string) func() units.Date {
	if date, err := units.ParseDate(configured); err == nil {
		return func() units.Date { return date }
	}
	return func() units.Date {
		year, month, day := time.Now().Date()
		return units.DateOf(year, int(month), day)
	}
}

// run trades until the context ends, then drains: no new inquiries, live ones
// finish or expire within the bound, everybody is logged out.
func (h *house) run(ctx context.Context, ready func()) error {
	deciding, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	failed := make(chan error, 1)
	go func() { failed <- h.engine.Run(deciding) }()
	if err := h.sessions.Start(); err != nil {
		stop()
		return errors.Join(err, <-failed, h.journal.Close())
	}
	var beside sync.WaitGroup
	beside.Go(func() { h.keeper.run(deciding) })
	beside.Go(func() { h.notary.run(deciding) })
	ready()
	var fault error
	select {
	case <-ctx.Done():
		h.drain()
	case fault = <-failed:
		h.log.Error("the engine stopped", "fault", fault)
	case <-h.journal.Failed():
		h.log.Error("the journal failed: nothing more is said", "fault", h.journal.Err())
	}
	fault = errors.Join(fault, h.logOut())
	stop()
	if fault == nil {
		fault = <-failed
	}
	beside.Wait()
	closing := h.journal.Close()
	if err := h.journal.Err(); err != nil {
		return fmt.Errorf("the journal failed, so the gateway stopped; all that anybody was told is kept: %w;"+
			" make room on the disk, or repair it, and start again", err)
	}
	return errors.Join(fault, closing)
}

func (h *house) drain() {
	if err := h.engine.Drain(); err != nil {
		return // it stopped by itself; run says why
	}
	ctx, cancel := context.WithTimeout(context.Background(), h.config.Timing.DrainTimeout)
	defer cancel()
	h.log.Info("draining", "live_inquiries", h.engine.Live(), "within", h.config.Timing.DrainTimeout)
	for h.engine.Live() > 0 {
		if err := h.engine.Wait(ctx, h.engine.Last()); err != nil {
			h.log.Warn("inquiries are still live; they go on at the next start", "live", h.engine.Live())
			return
		}
	}
}

// logOutWithin bounds how long counterparties are waited for.
const logOutWithin = 5 * time.Second

func (h *house) logOut() error {
	ctx, cancel := context.WithTimeout(context.Background(), logOutWithin)
	defer cancel()
	if err := h.sessions.Stop(ctx); err != nil {
		h.log.Warn("not everybody was logged out in order", "fault", err)
	}
	return h.journal.Err()
}
