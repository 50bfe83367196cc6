package main

import (
	"context"
	"log"
	"net"
	"path/filepath"
	"sync"

	"github.com/quickfixgo/fix44/bidresponse"
	"github.com/quickfixgo/fix44/listexecute"
	"github.com/quickfixgo/fix44/liststatus"
	"github.com/quickfixgo/fix44/neworderlist"
	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/config"
	"github.com/quickfixgo/quickfix/store/file"
	"github.com/shopspring/decimal"
)

// naive is the gateway of an afternoon: quickfixgo as its documentation shows it, with typed
// messages and the file store as it comes, which is synced. One lock, maps, and no rules.
type naive struct {
	*quickfix.MessageRouter
	teams    map[string]team
	sessions map[string]quickfix.SessionID // by the counterparty's CompID

	mu    sync.Mutex // guards what follows
	lists map[string]*naiveList
}

// naiveList is an inquiry.
type naiveList struct {
	client string
	orders []naiveOrder
	quotes map[string]naiveQuote // by BidID(390)
	winner string
}

type naiveQuote struct {
	dealer string
	total  decimal.Decimal
}

func (g *naive) OnCreate(id quickfix.SessionID)                    { g.sessions[id.TargetCompID] = id }
func (g *naive) OnLogon(quickfix.SessionID)                        {}
func (g *naive) OnLogout(quickfix.SessionID)                       {}
func (g *naive) ToApp(*quickfix.Message, quickfix.SessionID) error { return nil }
func (g *naive) ToAdmin(*quickfix.Message, quickfix.SessionID)     {}
func (g *naive) FromAdmin(*quickfix.Message, quickfix.SessionID) quickfix.MessageRejectError {
	return nil
}

func (g *naive) FromApp(m *quickfix.Message, id quickfix.SessionID) quickfix.MessageRejectError {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.Route(m, id)
}

func (g *naive) send(m quickfix.Messagable, to string) {
	if err := quickfix.SendToTarget(m, g.sessions[to]); err != nil {
		log.Printf("send to %s: %v", to, err)
	}
}

func serveNaive(folder, address string, teams map[string]team) error {
	g := &naive{MessageRouter: quickfix.NewMessageRouter(), teams: teams,
		sessions: map[string]quickfix.SessionID{}, lists: map[string]*naiveList{}}
	g.AddRoute(neworderlist.Route(g.onList))
	g.AddRoute(bidresponse.Route(g.onQuote))
	g.AddRoute(listexecute.Route(g.onAccept))
	g.AddRoute(liststatus.Route(g.onConfirm))
	settings, err := naiveSettings(folder, address, teams)
	if err != nil {
		return err
	}
	acceptor, err := quickfix.NewAcceptor(g, file.NewStoreFactory(settings), settings,
		quickfix.NewNullLogFactory())
	if err != nil {
		return err
	}
	if err := acceptor.Start(); err != nil {
		return err
	}
	<-context.Background().Done() // until it is killed
	return nil
}

func naiveSettings(folder, address string, teams map[string]team) (*quickfix.Settings, error) {
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	all := quickfix.NewSettings()
	all.GlobalSettings().Set(config.SocketAcceptHost, "127.0.0.1")
	all.GlobalSettings().Set(config.SocketAcceptPort, port)
	for name := range teams {
		s := quickfix.NewSessionSettings()
		s.Set(config.BeginString, quickfix.BeginStringFIX44)
		s.Set(config.SenderCompID, gatewayID)
		s.Set(config.TargetCompID, name)
		s.Set(config.FileStorePath, filepath.Join(folder, "store"))
		if _, err := all.AddSession(s); err != nil {
			return nil, err
		}
	}
	return all, nil
}
