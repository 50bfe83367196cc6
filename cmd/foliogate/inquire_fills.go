package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// fillRecord is one fill as files and JSON have it: numbers as decimal text, so that no reader
// turns them into binary fractions. Money is signed as the client's cash flow.
type fillRecord struct {
	Line        int    `json:"line"`
	ID          string `json:"identifier"`
	Side        string `json:"side"`
	Face        string `json:"face"`
	Account     string `json:"account,omitempty"`
	Price       string `json:"price"`
	Currency    string `json:"currency"`
	TradeDate   string `json:"trade_date"`
	SettleDate  string `json:"settlement_date"`
	Principal   string `json:"principal"`
	AccruedDays int    `json:"accrued_days"`
	Accrued     string `json:"accrued"`
	Net         string `json:"net"`
	Dealer      string `json:"dealer"`
	Trade       string `json:"trade"`
	OrderID     string `json:"order_id"`
	ExecID      string `json:"exec_id"`
	ClOrdID     string `json:"cl_ord_id"`
}

func (f fill) record() fillRecord {
	c := f.Currency
	return fillRecord{
		Line: f.Line, ID: f.ID, Side: f.Side.String(), Face: f.Face.String(), Account: f.Account,
		Price: f.Price.String(), Currency: string(c), TradeDate: f.TradeDate.String(),
		SettleDate: f.SettleDate.String(), Principal: f.Principal.Format(c),
		AccruedDays: f.AccruedDays, Accrued: f.Accrued.Format(c), Net: f.Net.Format(c),
		Dealer: f.Dealer, Trade: f.Trade, OrderID: f.OrderID, ExecID: f.ExecID, ClOrdID: f.ClOrdID,
	}
}

const fillColumns = "line,identifier,side,face,account,price,currency,trade_date," +
	"settlement_date,principal,accrued_days,accrued,net,dealer,trade,order_id,exec_id,cl_ord_id"

func (r fillRecord) cells() []string {
	return []string{strconv.Itoa(r.Line), r.ID, r.Side, r.Face, r.Account, r.Price, r.Currency,
		r.TradeDate, r.SettleDate, r.Principal, strconv.Itoa(r.AccruedDays), r.Accrued, r.Net,
		r.Dealer, r.Trade, r.OrderID, r.ExecID, r.ClOrdID}
}

// fillsFile is where fills are written, CSV or JSON as its name ends. It is opened before the list
// is sent: a trade whose fills cannot be kept is worse than none.
type fillsFile struct {
	path string
	temp *os.File
}

func openFills(path string) (*fillsFile, error) {
	if path == "" {
		return nil, nil
	}
	if end := filepath.Ext(path); end != ".csv" && end != ".json" {
		return nil, inputError(fmt.Errorf("--fills %s: must end in .csv or .json", path))
	}
	temp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return nil, inputError(fmt.Errorf("--fills %s: %w", path, err))
	}
	return &fillsFile{path, temp}, nil
}

// close writes the fills and gives the file its name; without fills there will be none.
func (f *fillsFile) close(fills []fill) error {
	if f == nil {
		return nil
	}
	if len(fills) == 0 {
		return errors.Join(f.temp.Close(), os.Remove(f.temp.Name()))
	}
	write := writeFillsCSV
	if strings.HasSuffix(f.path, ".json") {
		write = writeFillsJSON
	}
	err := write(f.temp, fills)
	if err == nil {
		err = f.temp.Chmod(0o644)
	}
	if err = errors.Join(err, f.temp.Close()); err != nil {
		return fmt.Errorf("--fills %s: %w; what was written is in %s", f.path, err, f.temp.Name())
	}
	return os.Rename(f.temp.Name(), f.path)
}

func writeFillsCSV(w io.Writer, fills []fill) error {
	table := [][]string{strings.Split(fillColumns, ",")}
	for _, f := range fills {
		table = append(table, f.record().cells())
	}
	return csv.NewWriter(w).WriteAll(table)
}

func writeFillsJSON(w io.Writer, fills []fill) error {
	records := make([]fillRecord, len(fills))
	for i, f := range fills {
		records[i] = f.record()
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(records)
}
