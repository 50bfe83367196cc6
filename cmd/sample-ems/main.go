// Command sample-ems is what the developer of a buy-side EMS would write to trade one portfolio
// through foliogate: plain quickfixgo, typed fix44 messages and exact decimals. It shares no code
// with the gateway, so it is also the independent witness that the gateway speaks FIX.
//
//	sample-ems -connect 127.0.0.1:9878 -sender BIRCHWOOD-EMS -basket basket.csv
//
// The basket is CSV with a header: identifier (CUSIP), side (buy or sell), face and perhaps
// account. The best price is taken -patience after the first has come. Start at trade.go; this
// file only connects.
package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"os"
	"strings"
	"time"

	"github.com/quickfixgo/enum"
	"github.com/quickfixgo/field"
	"github.com/quickfixgo/quickfix"
	"github.com/shopspring/decimal"
)

// ems is a quickfix.Application. quickfixgo calls it on goroutines of its own and under locks, so
// it only hands on what it hears.
type ems struct {
	username, password string
	logon              chan quickfix.SessionID
	heard              chan *quickfix.Message
	failed             chan error // of the session itself
}

func (e *ems) OnCreate(quickfix.SessionID)                       {}
func (e *ems) OnLogon(id quickfix.SessionID)                     { e.logon <- id }
func (e *ems) OnLogout(quickfix.SessionID)                       {}
func (e *ems) ToApp(*quickfix.Message, quickfix.SessionID) error { return nil }

// ToAdmin adds the credentials to our Logon(A).
func (e *ems) ToAdmin(m *quickfix.Message, _ quickfix.SessionID) {
	if m.IsMsgTypeOf(string(enum.MsgType_LOGON)) && e.username != "" {
		m.Body.Set(field.NewUsername(e.username))
		m.Body.Set(field.NewPassword(e.password))
	}
}

// FromAdmin hears that the gateway could not read a message of ours, or does not let us in.
func (e *ems) FromAdmin(m *quickfix.Message, _ quickfix.SessionID) quickfix.MessageRejectError {
	var text field.TextField
	if err := m.Body.Get(&text); err == nil {
		e.failed <- errors.New(text.String())
	}
	return nil
}

func (e *ems) FromApp(m *quickfix.Message, _ quickfix.SessionID) quickfix.MessageRejectError {
	e.heard <- m
	return nil
}

// settings are those of one session that we dial. Numbers begin at 1 with each start, because
// nothing is kept on disk here; an EMS that runs all day has a file store and ResetOnLogon=N.
const settings = `
[SESSION]
BeginString=FIX.4.4
SenderCompID=%s
TargetCompID=%s
SocketConnectHost=%s
SocketConnectPort=%s
DataDictionary=%s
HeartBtInt=30
ReconnectInterval=1
ResetOnLogon=Y
`

func readBasket(name string) (lines []line, err error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, err
	}
	sides := map[string]enum.Side{"buy": enum.Side_BUY, "sell": enum.Side_SELL}
	for i, row := range rows[min(1, len(rows)):] {
		if len(row) < 3 {
			return nil, fmt.Errorf("%s: want the columns identifier, side, face", name)
		}
		face, err := decimal.NewFromString(row[2])
		side := sides[strings.ToLower(row[1])]
		if err != nil || side == "" {
			return nil, fmt.Errorf("%s:%d: want buy or sell, and a face: %v", name, i+2, row)
		}
		lines = append(lines, line{row[0], side, face, strings.Join(row[3:min(4, len(row))], "")})
	}
	return lines, nil
}

func run() error {
	connect := flag.String("connect", "127.0.0.1:9878", "the gateway's host:port")
	sender := flag.String("sender", "SAMPLE-EMS", "our CompID")
	target := flag.String("target", "FOLIOGATE", "the gateway's CompID")
	dictionary := flag.String("dictionary", "testdata/fix/FIX44.xml", "the unmodified FIX44.xml")
	username := flag.String("username", "", "Username(553), if one is agreed")
	passwordFile := flag.String("password-file", "", "the file that holds Password(554)")
	basket := flag.String("basket", "", "CSV: identifier, side, face, account")
	patience := flag.Duration("patience", 3*time.Second, "how long to wait for better prices than the first")
	flag.Parse()
	lines, err := readBasket(*basket)
	if err != nil {
		return err
	}
	e := &ems{username: *username, logon: make(chan quickfix.SessionID, 8),
		heard: make(chan *quickfix.Message, 1<<16), failed: make(chan error, 8)}
	if *passwordFile != "" {
		held, err := os.ReadFile(*passwordFile)
		if err != nil {
			return err
		}
		e.password = strings.TrimSpace(string(held))
	}
	host, port, err := net.SplitHostPort(*connect)
	if err != nil {
		return err
	}
	parsed, err := quickfix.ParseSettings(strings.NewReader(
		fmt.Sprintf(settings, *sender, *target, host, port, *dictionary)))
	if err != nil {
		return err
	}
	initiator, err := quickfix.NewInitiator(e, quickfix.NewMemoryStoreFactory(), parsed, quickfix.NewNullLogFactory())
	if err != nil {
		return err
	}
	if err := initiator.Start(); err != nil {
		return err
	}
	defer initiator.Stop()
	select {
	case id := <-e.logon:
		return e.trade(id, lines, *patience)
	case err := <-e.failed:
		return err
	case <-time.After(20 * time.Second):
		return fmt.Errorf("no logon at %s", *connect)
	}
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}
