package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"foliogate/config"
	"foliogate/gateway"
	"foliogate/gateway/units"
	"foliogate/session"
)

// inquiryOptions is one inquiry of a client. Zero values of the last group have defaults.
type inquiryOptions struct {
	Client config.Client // who, where to, and what is asked for unless the next says otherwise
	Basket []basketLine
	Single bool // the basket is one bond, which is asked for by itself
	TwoWay bool // and dealers are not told which side the client is on

	Kind     gateway.PriceKind
	Currency units.Currency
	Deadline time.Duration
	Dealers  []string // none: the panel
	Rule     acceptRule
	Patience patience
	Reset    bool // begin the session at number 1, which the gateway must allow

	ListID        string             // made of the date and chance
	ConnectWithin time.Duration      // 10 s
	Events        func(inquiryEvent) // told in order, by one goroutine
	Choices       <-chan string      // what the person says, if the rule is acceptAsk
	Logger        *slog.Logger       // of the session
}

const connectWithin = 10 * time.Second

// runInquiry sends one inquiry and stays with it to its end. When the context ends the inquiry is
// withdrawn, if that is still possible. The error is about the connection; how the inquiry ended is
// the result's outcome.
func runInquiry(ctx context.Context, o inquiryOptions) (inquiryResult, error) {
	o = o.completed()
	secure, err := tlsOf(o.Client.TLS, config.Rehearsal)
	if err != nil {
		return inquiryResult{}, inputError(err)
	}
	link, err := openLink(session.PeerOptions{
		OurCompID: o.Client.CompID, TheirCompID: o.Client.GatewayCompID,
		Connection: session.Dial, Address: o.Client.Address,
		Heartbeat: o.Client.Heartbeat, Reconnect: reconnectIn, Reset: o.Reset,
		Username: o.Client.Username, Password: passwordOf(o.Client.Password),
		TLS: secure, Logger: o.Logger,
	})
	if err != nil {
		return inquiryResult{}, exit{lost.exitCode(), err}
	}
	defer func() { _ = link.close() }() // the inquiry is over; a logout that fails changes nothing
	switch err := link.awaitLogon(ctx, o.ConnectWithin); {
	case ctx.Err() != nil:
		return inquiryResult{}, exit{withdrawn.exitCode(), errors.New("interrupted before the" +
			" list was sent")}
	case err != nil:
		return inquiryResult{}, exit{lost.exitCode(), err}
	}
	o.Events(inquiryEvent{At: time.Now(), Kind: newsConnected, Text: o.Client.GatewayCompID +
		" at " + o.Client.Address + " as " + o.Client.CompID})
	a := newAuction(o.terms(), newOrderList(o.Basket, listTerms{
		ListID: o.ListID, Kind: o.Kind, Currency: o.Currency,
		Deadline: time.Now().Add(o.Deadline).Truncate(time.Millisecond),
	}))
	err = o.attend(ctx, link, a)
	result := a.result()
	for i, f := range result.Blamed {
		if f.Line > 0 {
			result.Blamed[i].Row = o.Basket[f.Line-1].Row
		}
	}
	return result, err
}

func (o inquiryOptions) completed() inquiryOptions {
	if o.ListID == "" {
		o.ListID = "FG-" + time.Now().UTC().Format("20060102-150405-") + rand.Text()[:6]
	}
	if o.ConnectWithin == 0 {
		o.ConnectWithin = connectWithin
	}
	if o.Events == nil {
		o.Events = func(inquiryEvent) {}
	}
	return o
}

func (o inquiryOptions) terms() auctionTerms {
	return auctionTerms{CompID: o.Client.CompID, Kind: o.Kind, Currency: o.Currency,
		Dealers: o.Dealers, Rule: o.Rule, Patience: o.Patience,
		Profile: o.Client.Profile, Single: o.Single, TwoWay: o.TwoWay}
}

// attend brings the auction what arrives and what time it is, until it is over.
func (o inquiryOptions) attend(ctx context.Context, link *gatewayLink, a *auction) error {
	leave, choices := ctx.Done(), o.Choices
	timer := time.NewTimer(0)
	defer timer.Stop()
	for !a.over() {
		var r reaction
		select {
		case arrived := <-link.arrivals:
			r = o.hear(link, a, arrived)
		case <-timer.C:
			r = a.tick(time.Now())
		case choice, open := <-choices:
			r = a.hearPerson(time.Now(), strings.TrimSpace(choice), open)
			if !open {
				choices = nil
			}
		case <-leave:
			leave = nil
			r = a.withdraw(time.Now(), "interrupted")
		}
		for _, e := range r.News {
			o.Events(e)
		}
		if err := link.send(r.Send); err != nil {
			return fmt.Errorf("list %s: %w", a.list.ListID, err)
		}
		timer.Reset(time.Until(a.wake()))
	}
	return nil
}

func (o inquiryOptions) hear(link *gatewayLink, a *auction, arrived arrival) reaction {
	now := time.Now()
	switch {
	case arrived.raw != nil:
		h, m, err := link.reader.Read(arrived.raw)
		if err != nil {
			return a.unreadable(now, err)
		}
		return a.receive(now, h, m)
	case arrived.trouble != "":
		return a.disconnected(now, arrived.trouble+"; trying again")
	case arrived.rejected != "":
		return a.refusedMessage(now, arrived.rejected, arrived.text)
	case arrived.loggedOn:
		return a.connected(now)
	}
	return a.disconnected(now, "the connection is lost; trying again")
}
