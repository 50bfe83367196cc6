package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"foliogate/testdata/scenario"
)

// The samples know nothing of the gateway's code, and load the unmodified FIX44.xml: what trades
// with them is FIX, and not only of one mind with itself. The second time they load what the gateway
// writes for its counterparties.
func testSamples(t *testing.T, folder string) {
	v := newPit(t)
	v.program = filepath.Join(folder, "foliogate")
	v.open()
	const fix44 = "../../testdata/fix/FIX44.xml"
	sample := func(name, compID, dictionary string, args ...string) *process {
		return begin(t, filepath.Join(folder, name), append(args, "-sender", compID,
			"-connect", v.taps[compID].Addr().String(), "-dictionary", dictionary)...)
	}
	dealer := func(compID, dictionary, bp string) *process {
		p := sample("sample-dealer", compID, dictionary, "-bp", bp, "-prices", "../../testdata/universe/universe.csv")
		p.says("logged on")
		return p
	}
	written := func(args ...string) string {
		file := filepath.Join(t.TempDir(), "dictionary.xml")
		p := begin(t, v.program, append([]string{"spec", "--out", file}, args...)...)
		if code := p.ends(); code != 0 {
			t.Fatalf("spec %s ends with %d", args, code)
		}
		return file
	}
	keen, shy := dealer(northgate, fix44, "9.5"), dealer(halyard, written("quickfix"), "12")
	for _, lines := range []int{300, 1} { // the second list is for the dealer that is left
		dictionary := fix44
		if lines == 1 {
			dictionary = written("quickfix-pt", "--trimmed")
		}
		ems := sample("sample-ems", birchwood, dictionary, "-basket", v.basket(lines), "-patience", "2s")
		winner := map[int]string{300: northgate, 1: halyard}[lines]
		done := ems.says("executed " + strconv.Itoa(lines) + " of " + strconv.Itoa(lines) + " lines with " + winner)
		if code := ems.ends(); code != 0 {
			t.Errorf("exit code %d after %s", code, done)
		}
		p := map[string]*process{northgate: keen, halyard: shy}[winner]
		_, net, _ := strings.Cut(done, "net settlement amount ")
		net, _, _ = strings.Cut(net, " USD")
		p.says("the client's net is " + net)
		if code := p.ends(); code != 0 {
			t.Errorf("the dealer's exit code is %d", code)
		}
	}
}

// basket is a basket of so many lines, in several accounts, as a file.
func (v *pit) basket(lines int) string {
	v.t.Helper()
	rows, err := scenario.Basket(lines, 1, v.market.Universe, demoTradeDate())
	if err != nil {
		v.t.Fatal(err)
	}
	file, err := os.Create(filepath.Join(v.t.TempDir(), "basket.csv"))
	if err != nil {
		v.t.Fatal(err)
	}
	defer file.Close()
	if err := scenario.Write(file, rows); err != nil {
		v.t.Fatal(err)
	}
	return file.Name()
}
