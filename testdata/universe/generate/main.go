// Command generate writes testdata/universe/universe.csv and testdata/scenario/switch.csv. Run it
// from the root of the repository:
//
//	go run ./testdata/universe/generate
//
// The same source always writes the same bytes; a test compares them with what is committed.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"foliogate/gateway/bond"
	"foliogate/testdata/universe"
)

//go:generate go run . ../../..

func main() {
	root := "."
	if len(os.Args) > 1 {
		root = os.Args[1]
	}
	if err := generate(filepath.Join(root, "testdata")); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(dir string) error {
	holidays, err := os.ReadFile(filepath.Join(dir, "universe", "holidays.csv"))
	if err != nil {
		return err
	}
	calendars, err := bond.LoadCalendars(bytes.NewReader(holidays), "holidays.csv")
	if err != nil {
		return err
	}
	basket, err := os.ReadFile(filepath.Join(dir, "scenario", "switch_basket.csv"))
	if err != nil {
		return err
	}
	made, err := universe.Make(bytes.NewReader(basket), calendars)
	if err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "universe", "universe.csv"), made.WriteUniverse); err != nil {
		return err
	}
	return write(filepath.Join(dir, "scenario", "switch.csv"), made.WriteSwitch)
}

func write(path string, content func(io.Writer) error) error {
	var out bytes.Buffer
	if err := content(&out); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}
