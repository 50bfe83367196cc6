package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"time"

	"foliogate/config"
	"foliogate/gateway"
	"foliogate/gateway/dealer"
	"foliogate/session"
)

// dealerOptions is one dealer. Zero values of the last group have defaults.
type dealerOptions struct {
	Config config.Dealer
	Market gateway.Market
	Reset  bool // begin the session at number 1 when dialling, which the gateway must allow

	Desk      desk              // the configuration's model
	Events    func(dealerEvent) // told in order, by one goroutine
	Listening func(net.Addr)    // told once, of a dealer that is dialled
	Logger    *slog.Logger      // of the session
}

// runDealer plays a dealer until the context ends; then it takes its quotes back and logs out.
func runDealer(ctx context.Context, o dealerOptions) error {
	if o.Events == nil {
		o.Events = func(dealerEvent) {}
	}
	if o.Desk == nil {
		model, err := modelOf(o.Config)
		if err != nil {
			return err
		}
		o.Desk = model
	}
	connection := session.Dial
	if o.Config.Connection == config.Accept {
		connection = session.Accept
	}
	secure, err := tlsOf(o.Config.TLS, config.Rehearsal)
	if err != nil {
		return inputError(err)
	}
	link, err := openLink(session.PeerOptions{
		OurCompID: o.Config.CompID, TheirCompID: o.Config.GatewayCompID,
		Connection: connection, Address: o.Config.Address,
		Heartbeat: o.Config.Heartbeat, Reconnect: o.Config.Reconnect, Reset: o.Reset,
		Username: o.Config.Username, Password: passwordOf(o.Config.Password),
		TLS: secure, Logger: o.Logger,
	})
	if err != nil {
		return fmt.Errorf("%s: %w", o.Config.Address, err)
	}
	if at := link.peer.Addr(); at != nil && o.Listening != nil {
		o.Listening(at)
	}
	err = o.attend(ctx, link, newDealerBook(planOf(o.Config), o.Desk, o.Market))
	if closeErr := link.close(); err == nil {
		err = closeErr
	}
	return err
}

// attend brings the book what arrives and what time it is, until the context ends.
func (o dealerOptions) attend(ctx context.Context, link *gatewayLink, b *dealerBook) error {
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for leaving := false; !leaving; {
		var r dealerReaction
		select {
		case arrived := <-link.arrivals:
			r = o.hear(link, b, arrived)
		case <-timer.C:
			r = b.tick(time.Now())
		case <-ctx.Done():
			leaving = true
			r = b.leave(time.Now())
		}
		for _, e := range r.News {
			e.Dealer = o.Config.CompID
			o.Events(e)
		}
		if err := link.send(r.Send); err != nil {
			return err
		}
		if at := b.wake(); at.IsZero() {
			timer.Stop()
		} else {
			timer.Reset(time.Until(at))
		}
	}
	return nil
}

func (o dealerOptions) hear(link *gatewayLink, b *dealerBook, arrived arrival) dealerReaction {
	now := time.Now()
	switch {
	case arrived.raw != nil:
		h, m, err := link.reader.Read(arrived.raw)
		if err != nil {
			return b.unreadable(now, err)
		}
		return b.receive(now, h, m)
	case arrived.trouble != "":
		return b.disconnected(now, arrived.trouble)
	case arrived.rejected != "":
		return b.refusedMessage(now, arrived.rejected, arrived.text)
	case arrived.loggedOn:
		return b.connected(now, o.Config.GatewayCompID+" at "+o.Config.Address)
	}
	return b.disconnected(now, "the connection is lost")
}

// modelOf is the configured model of package dealer.
func modelOf(d config.Dealer) (dealer.Model, error) {
	m := dealer.Model{Seed: uint64(d.Model.Seed)}
	for _, number := range []struct {
		key  string
		text config.Decimal
		to   *float64
	}{
		{"model.half_spread_multiplier", d.Model.HalfSpreadMultiplier, &m.HalfSpread},
		{"model.risk_charge_bp", d.Model.RiskChargeBP, &m.RiskCharge},
		{"model.noise_bp", d.Model.NoiseBP, &m.Noise},
		{"model.improvement_bp", d.Model.ImprovementBP, &m.Improvement},
		{"model.pass_probability", d.Model.PassProbability, &m.PassProbability},
		{"last_look.decline_probability", d.LastLook.DeclineProbability, &m.DeclineProbability},
	} {
		value, err := strconv.ParseFloat(string(number.text), 64)
		if err != nil {
			return m, inputError(fmt.Errorf("%s: %w", number.key, err))
		}
		*number.to = value
	}
	switch d.LastLook.Answer {
	case config.Decline:
		m.Answer = dealer.Decline
	case config.Silent:
		m.Answer = dealer.Silence
	}
	return m, nil
}

func planOf(d config.Dealer) dealerPlan {
	return dealerPlan{
		CompID: d.CompID, QuotePrefix: "Q" + strconv.FormatInt(time.Now().UnixMilli(), 36),
		ThinkTime: d.Model.ThinkTime,
		Updates:   d.Model.Updates, UpdateInterval: d.Model.UpdateInterval,
		LinePrices: d.Model.LinePrices, LookDelay: d.LastLook.Delay, Profile: d.Profile,
	}
}
