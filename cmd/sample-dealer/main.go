// Command sample-dealer is what the developer of a dealer's pricing engine would write to quote
// portfolios through foliogate: plain quickfixgo, typed fix44 messages and exact decimals. It
// shares no code with the gateway.
//
//	sample-dealer -connect 127.0.0.1:9879 -sender HALYARD -prices prices.csv
//
// The prices are CSV with a header, of which the columns id (CUSIP) and evaluated_price are used.
// It buys -bp basis points below them, sells as much above, and quotes total amounts only. It ends
// after one trade whose net tickets agree, or never with -stay. Start at quote.go; this file only
// connects.
package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"os"
	"slices"
	"strings"

	"github.com/quickfixgo/enum"
	"github.com/quickfixgo/field"
	"github.com/quickfixgo/quickfix"
	"github.com/shopspring/decimal"
)

func (d *dealer) OnCreate(id quickfix.SessionID)                    { d.session = id }
func (d *dealer) OnLogon(quickfix.SessionID)                        { log.Print("logged on") }
func (d *dealer) OnLogout(quickfix.SessionID)                       { log.Print("logged out") }
func (d *dealer) ToApp(*quickfix.Message, quickfix.SessionID) error { return nil }

// ToAdmin adds the credentials to our Logon(A).
func (d *dealer) ToAdmin(m *quickfix.Message, _ quickfix.SessionID) {
	if m.IsMsgTypeOf(string(enum.MsgType_LOGON)) && d.username != "" {
		m.Body.Set(field.NewUsername(d.username))
		m.Body.Set(field.NewPassword(d.password))
	}
}

// FromAdmin hears that the gateway could not read a message of ours, or does not let us in.
func (d *dealer) FromAdmin(m *quickfix.Message, _ quickfix.SessionID) quickfix.MessageRejectError {
	var text field.TextField
	if err := m.Body.Get(&text); err == nil {
		log.Printf("the gateway says: %s", text.String())
	}
	return nil
}

// settings are those of one session that we dial. Numbers begin at 1 with each start, because
// nothing is kept on disk here; a pricing engine that runs all day has a file store and
// ResetOnLogon=N.
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

func readPrices(name string) (map[string]decimal.Decimal, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	rows, err := reader.ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, fmt.Errorf("%s: no rows: %w", name, err)
	}
	id, price := slices.Index(rows[0], "id"), slices.Index(rows[0], "evaluated_price")
	if id < 0 || price < 0 {
		return nil, errors.New(name + ": want the columns id and evaluated_price")
	}
	prices := map[string]decimal.Decimal{}
	for _, row := range rows[1:] {
		if p, err := decimal.NewFromString(row[price]); err == nil { // some have no price today
			prices[row[id]] = p
		}
	}
	return prices, nil
}

func run() error {
	connect := flag.String("connect", "127.0.0.1:9879", "the gateway's host:port")
	sender := flag.String("sender", "SAMPLE-DEALER", "our CompID")
	target := flag.String("target", "FOLIOGATE", "the gateway's CompID")
	dictionary := flag.String("dictionary", "testdata/fix/FIX44.xml", "the unmodified FIX44.xml")
	username := flag.String("username", "", "Username(553), if one is agreed")
	passwordFile := flag.String("password-file", "", "the file that holds Password(554)")
	prices := flag.String("prices", "testdata/universe/universe.csv", "CSV: id, evaluated_price")
	bp := flag.String("bp", "10", "our edge, basis points of face")
	stay := flag.Bool("stay", false, "go on after the first trade")
	flag.Parse()
	edge, err := decimal.NewFromString(*bp)
	if err != nil {
		return fmt.Errorf("-bp: %w", err)
	}
	marks, err := readPrices(*prices)
	if err != nil {
		return err
	}
	d := &dealer{marks: marks, edge: edge.Shift(-2), lists: map[string]*list{},
		username: *username, done: make(chan error, 1)}
	if *passwordFile != "" {
		held, err := os.ReadFile(*passwordFile)
		if err != nil {
			return err
		}
		d.password = strings.TrimSpace(string(held))
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
	initiator, err := quickfix.NewInitiator(d, quickfix.NewMemoryStoreFactory(), parsed, quickfix.NewNullLogFactory())
	if err != nil {
		return err
	}
	if err := initiator.Start(); err != nil {
		return err
	}
	defer initiator.Stop()
	for {
		if err := <-d.done; err != nil || !*stay {
			return err
		}
	}
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}
