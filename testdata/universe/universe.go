package universe

import (
	"encoding/csv"
	"io"
	"strings"

	"foliogate/gateway/bond"
)

// Version names the snapshot. Change it whenever the content changes.
const Version = "specimen-2025-06-16.1"

// Account is where the switch settles.
const Account = "BIRCHWOOD-CORE"

// A Snapshot is the universe and the switch in it.
type Snapshot struct {
	// Bonds are governments, the bonds of the switch in the order of its lines, their substitutes,
	// other corporates in dollars, euros and sterling, those that the gateway refuses or trades
	// flat, and funds.
	Bonds []bond.Bond

	lines []basketLine
	at    []int // in Bonds, of each line
}

// Make makes the snapshot. basket is switch_basket.csv; the calendars have to cover Trade and the
// week after.
func Make(basket io.Reader, calendars *bond.Calendars) (*Snapshot, error) {
	lines, err := readSwitch(basket)
	if err != nil {
		return nil, err
	}
	u := newBuilder(calendars)
	u.treasuries()
	u.bunds()
	u.gilts()
	at := u.switched(lines)
	u.substitutes(at)
	u.middles()
	u.newIssues()
	u.agencies()
	u.euros()
	u.sterlings()
	u.refused()
	u.funds()
	if u.err == nil {
		u.refer()
	}
	return &Snapshot{Bonds: u.bonds, lines: lines, at: at}, u.err
}

// WriteUniverse writes universe.csv.
func (s *Snapshot) WriteUniverse(w io.Writer) error {
	return bond.WriteUniverse(w, Version, s.Bonds)
}

// WriteSwitch writes the switch as a basket that `foliogate inquire` reads.
func (s *Snapshot) WriteSwitch(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"identifier", "side", "face", "account", "limit"}}
	for i, l := range s.lines {
		id := s.Bonds[s.at[i]].ID
		rows = append(rows, []string{id, strings.ToLower(l.side), l.face.String(), Account, ""})
	}
	return out.WriteAll(rows)
}
