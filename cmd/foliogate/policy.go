package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"foliogate/config"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// policyOf is what the configuration agrees with the counterparties.
func policyOf(g config.Gateway, key [32]byte) (*gateway.Policy, error) {
	tolerance, err := units.ParseMoney(string(g.Quotes.TotalTolerance), "USD")
	if err != nil {
		return nil, inputError(fmt.Errorf("quotes.total_tolerance: %w", err))
	}
	p := &gateway.Policy{
		MaxLines: g.Limits.MaxLines, MaxLive: g.Limits.MaxLiveInquiries, MaxFace: units.MaxFace,
		FragmentTimeout: g.Limits.FragmentTimeout, AckTimeout: g.Timing.AckTimeout,
		MinDeadline: g.Limits.MinDeadline, MaxDeadline: g.Limits.MaxDeadline,
		DefaultDeadline: g.Timing.DefaultDeadline, Tolerance: tolerance, Key: key,
	}
	for _, s := range g.Sessions {
		if s.Role == config.ClientRole {
			p.Clients = append(p.Clients, clientOf(s))
		} else {
			p.Dealers = append(p.Dealers, dealerOf(s))
		}
	}
	return p, nil
}

func clientOf(s config.Session) gateway.Client {
	return gateway.Client{
		Firm: gateway.Firm(s.CompID), Panel: firms(s.Panel), MayAsk: firms(s.MayAsk),
		WaitForAsk: s.AsksByRequest, ShowCover: s.Outcomes.Cover, ShowDoneAway: s.Outcomes.DoneAway,
		ShowPanelSize: s.Disclose.PanelSize, ShowName: s.Disclose.ClientName,
		CancelOnDisconnect: s.CancelOnDisconnect, MayAutoAccept: s.AutoAccept, MaxAsked: s.MaxAsked,
	}
}

func dealerOf(s config.Session) gateway.Dealer {
	d := gateway.Dealer{
		Firm: gateway.Firm(s.CompID), LastLook: s.LastLook, Account: s.SettlementAccount,
		OneWay: !s.TwoWay, AckTimeout: s.AckTimeout, QuoteFor: s.QuoteFor,
		LinePrices: linePricingOf(s.LinePrices), IDs: idFormatOf(s.IDFormat),
	}
	for _, kind := range s.PriceKinds {
		d.Kinds = append(d.Kinds, kindOf(kind))
	}
	return d
}

func kindOf(k config.PriceKind) gateway.PriceKind {
	switch k {
	case config.Spread:
		return gateway.SpreadConcession
	case config.Percent:
		return gateway.PercentPerSide
	}
	return gateway.TotalAmount
}

func firms(names []string) []gateway.Firm {
	found := make([]gateway.Firm, len(names))
	for i, name := range names {
		found[i] = gateway.Firm(name)
	}
	return found
}

// idKey reads the key of the opaque ids, and makes one the first time. Losing it
// harms nothing that was journaled; sharing it would let ids be correlated.
func idKey(dir string) (key [32]byte, err error) {
	path := filepath.Join(dir, "id.key")
	held, err := os.ReadFile(path)
	switch {
	case err == nil && len(held) == len(key):
		return [32]byte(held), nil
	case err == nil:
		return key, fmt.Errorf("%s: %d bytes where a key has %d; remove it for a new one",
			path, len(held), len(key))
	case !errors.Is(err, fs.ErrNotExist):
		return key, err
	}
	if _, err := rand.Read(key[:]); err != nil {
		return key, err
	}
	return key, keep(path, key[:])
}

// keep makes a file that after a crash is whole or absent.
func keep(path string, content []byte) error {
	fresh := path + ".tmp"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o400)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(fresh, path); err != nil {
		return err
	}
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
