package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"path/filepath"
	"time"

	"foliogate/config"
	"foliogate/gateway"
	"foliogate/gateway/journal"
)

// The firms of the demo are invented.
const (
	demoGateway = "FOLIOGATE"
	demoClient  = "BIRCHWOOD-EMS"
)

// demoDealer is one of the three: how it is reached and how keen it is.
type demoDealer struct {
	compID     string
	connection config.Connection // as the gateway has it
	lastLook   time.Duration     // 0: firm
	multiplier config.Decimal
	riskBP     config.Decimal
	think      time.Duration
	profile    config.Profile // of the demo that mixes them
}

func demoDealers() []demoDealer {
	return []demoDealer{
		{"NORTHGATE", config.Accept, 2 * time.Second, "0.55", "2", 300 * time.Millisecond, config.RFQProfile},
		{"HALYARD", config.Accept, 0, "0.60", "2", 500 * time.Millisecond, config.ListProfile},
		{"COPPERLINE", config.Dial, 2 * time.Second, "0.70", "1", 700 * time.Millisecond, config.RFQProfile},
	}
}

// floor is the gateway with everybody connected.
type floor struct {
	rehearsal rehearsal
	market    gateway.Market
	folder    string
	show      *demoShow
	house     *house
	before    journal.Stats // when everybody was connected
	leave     context.CancelFunc
	served    chan error
	dealers   chan error
	heard     *dealerLedger
	client    config.Client
}

// openFloor starts the gateway and the dealers and waits until all are logged on.
func openFloor(ctx context.Context, r rehearsal, market gateway.Market, folder string,
	show *demoShow) (*floor, error) {
	copperline, err := freeAddress()
	if err != nil {
		return nil, err
	}
	g := r.gatewayConfig(folder, copperline)
	if err := g.Validate(agreements); err != nil {
		return nil, err
	}
	g = g.Completed()
	h, err := openHouse(g, market, slog.New(slog.DiscardHandler))
	if err != nil {
		return nil, err
	}
	ctx, leave := context.WithCancel(ctx)
	f := &floor{
		rehearsal: r, market: market, folder: folder, show: show, house: h, leave: leave,
		served: make(chan error, 1), dealers: make(chan error, len(demoDealers())),
		heard: newDealerLedger(show, len(demoDealers())),
	}
	ready := make(chan struct{})
	go func() { f.served <- h.run(ctx, func() { close(ready) }) }()
	select {
	case <-ready:
	case err := <-f.served:
		leave()
		return nil, err
	}
	f.startDealers(ctx, copperline)
	if err := f.heard.awaitLogons(ctx, f.dealers); err != nil {
		return nil, errors.Join(err, f.stop())
	}
	f.client = config.DefaultClient()
	f.client.CompID, f.client.GatewayCompID = demoClient, demoGateway
	f.client.Address, f.client.Insecure = h.sessions.Addr("client").String(), true
	f.client.Profile = r.Profile.client()
	f.before = h.journal.Stats()
	return f, nil
}

func (r rehearsal) gatewayConfig(folder, copperline string) config.Gateway {
	g := config.DefaultGateway()
	g.CompID, g.Mode, g.DataDir = demoGateway, config.Rehearsal, folder
	g.BusinessDate = demoTradeDate().String()
	client := config.DefaultSession()
	client.Name, client.Role, client.CompID = "client", config.ClientRole, demoClient
	client.Connection, client.Address, client.Insecure = config.Accept, "127.0.0.1:0", true
	client.ResetOnLogonAllowed, client.Profile = true, r.Profile.client()
	client.Outcomes = config.Outcomes{Cover: true, DoneAway: true}
	g.Sessions = append(g.Sessions, client)
	for _, d := range demoDealers() {
		row := config.DefaultSession()
		row.Name, row.Role, row.CompID = d.compID, config.DealerRole, d.compID
		row.Connection, row.Address, row.Insecure = d.connection, "127.0.0.1:0", true
		row.Reconnect, row.ResetOnLogonAllowed = time.Second, true
		row.LastLook, row.SettlementAccount = d.lastLook, d.compID+"-SETTLE"
		row.Profile = r.Profile.of(d.profile)
		if d.connection == config.Dial {
			row.Address = copperline
		}
		g.Sessions = append(g.Sessions, row)
		g.Sessions[0].Panel = append(g.Sessions[0].Panel, d.compID)
	}
	return g
}

func (f *floor) startDealers(ctx context.Context, copperline string) {
	for i, d := range demoDealers() {
		c := config.DefaultDealer()
		c.CompID, c.GatewayCompID, c.Insecure = d.compID, demoGateway, true
		c.Connection, c.Address, c.Profile = config.Dial, "", f.rehearsal.Profile.of(d.profile)
		if d.connection == config.Dial {
			c.Connection, c.Address = config.Accept, copperline
		} else {
			c.Address = f.house.sessions.Addr(d.compID).String()
		}
		pace := func(t time.Duration) time.Duration {
			return time.Duration(float64(t) * f.rehearsal.Pace)
		}
		c.Model.HalfSpreadMultiplier, c.Model.RiskChargeBP = d.multiplier, d.riskBP
		c.Model.Seed = int(f.rehearsal.Seed)*10 + i
		c.Model.ThinkTime, c.Model.UpdateInterval = pace(d.think), max(time.Millisecond, pace(400*time.Millisecond))
		c.Model.Updates = 1
		if f.rehearsal.Pace == 0 {
			c.Model.Updates = 0
		}
		c.Model.NoiseBP, c.Model.ImprovementBP = "0.4", "0.3"
		c.LastLook.Delay = pace(300 * time.Millisecond)
		go func() {
			f.dealers <- runDealer(ctx, dealerOptions{
				Config: c, Market: f.market, Reset: c.Connection == config.Dial, Events: f.heard.hear,
			})
		}()
	}
}

// freeAddress is a loopback address on which nothing listens now.
func freeAddress() (string, error) {
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return socket.Addr().String(), socket.Close()
}

// trade sends the basket and stays with it until both sides have everything.
func (f *floor) trade(ctx context.Context, basket []basketLine) (inquiryResult, error) {
	pace := time.Duration(float64(400*time.Millisecond) * f.rehearsal.Pace)
	result, err := runInquiry(ctx, inquiryOptions{
		Client: f.client, Basket: basket, Kind: f.rehearsal.Kind, Currency: "USD",
		Deadline: time.Minute, Rule: acceptBest, Reset: true, Events: f.show.client,
		Patience: patience{Quiet: pace},
	})
	if err != nil || result.Outcome != executed {
		return result, err
	}
	if err := f.heard.awaitSettlement(ctx, result.Bought.Dealer); err != nil {
		return result, err
	}
	return result, f.awaitSettled(ctx)
}

// awaitSettled waits until the gateway has both sides' affirmations.
func (f *floor) awaitSettled(ctx context.Context) error {
	for seen := uint64(0); ; {
		entries, err := f.house.engine.Entries(seen, 1024)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if answered, ok := e.Event.(gateway.TicketAnswered); ok && answered.Settled {
				return nil
			}
			seen = e.Seq
		}
		if err := f.house.engine.Wait(ctx, seen); err != nil {
			return fmt.Errorf("not every ticket was affirmed: %w", err)
		}
	}
}

// close ends everything in order and keeps what the examination needs.
func (f *floor) close(result inquiryResult) (evidence, error) {
	found := evidence{
		Rehearsal: f.rehearsal, Client: result, Dealers: f.heard.snapshot(),
		Before: f.before, After: f.house.journal.Stats(), Folder: f.folder, Market: f.market,
	}
	entries, err := f.house.engine.Entries(0, int(f.house.engine.Last()))
	if err != nil {
		return found, errors.Join(err, f.stop())
	}
	found.Entries = entries
	for _, e := range entries {
		if _, begun := e.Event.(gateway.Begun); begun {
			found.Inquiry, _ = f.house.engine.Inquiry(e.Inquiry)
		}
	}
	found.Config = f.house.config
	return found, f.stop()
}

func (f *floor) stop() error {
	f.leave()
	var faults []error
	for range demoDealers() {
		faults = append(faults, <-f.dealers)
	}
	if err := <-f.served; err != nil {
		faults = append(faults, fmt.Errorf("gateway: %w", err))
	}
	return errors.Join(faults...)
}

// journalFolder is where openHouse keeps the journal.
func journalFolder(data string) string { return filepath.Join(data, "journal") }
