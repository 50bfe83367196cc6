package pricing

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// measurer turns rows of a Table into cells.
type measurer struct {
	table  *Table
	tenors []float64 // of all curves, each with a column
	names  []string  // of the measures
	values map[string]string
	keys   []float64
}

func newMeasurer(t *Table) *measurer {
	m := &measurer{table: t, values: map[string]string{}}
	for _, c := range t.Curves {
		m.tenors = append(m.tenors, c.tenors...)
		m.keys = slices.Grow(m.keys, c.Nodes())
	}
	slices.Sort(m.tenors)
	m.tenors = slices.Compact(m.tenors)
	m.names = []string{"accrued_days", "accrued_per_100", "dirty_price", "yield_pct",
		"yield_simple_last_period_pct", "mod_dur_simple_last_period", "yield_treasury_31cfr356_pct",
		"macaulay", "modified", "convexity", "dv01_per_100", "dirty_at_yield_plus_1bp",
		"dirty_at_yield_minus_1bp", "zspread_cont_bp", "zspread_freq_bp", "cs01_per_100", "eff_duration"}
	for _, tenor := range m.tenors {
		m.names = append(m.names, keyName(tenor))
	}
	m.names = append(m.names, "principal_amount", "accrued_amount", "net_amount")
	return m
}

func keyName(tenor float64) string {
	return "krd_" + strings.Replace(strconv.FormatFloat(tenor, 'f', -1, 64), ".", "p", 1)
}

func (m *measurer) header() []string {
	return append(append(tableInputs(), m.names...), "status")
}

// row is the cells of one row but for its status: its inputs as they came, and the measures that it has.
func (m *measurer) row(r *tableRow) ([]string, error) {
	clear(m.values)
	err := m.measure(r)
	var cells []string
	for _, name := range tableInputs() {
		cells = append(cells, r.cell(name))
	}
	for _, name := range m.names {
		cells = append(cells, m.values[name])
	}
	return cells, err
}

func (m *measurer) measure(r *tableRow) error {
	b := r.bond(m.table.Calendars)
	settle := readCell(r, "settlement", units.ParseDate)
	clean := readCell(r, "clean_price", units.ParsePrice)
	notional := readCell(r, "notional", units.ParseFace)
	switch {
	case r.err != nil:
		return r.err
	case clean < 0 || clean > units.MaxPrice || notional < 0 || notional > units.MaxFace:
		return fmt.Errorf("clean_price %s or notional %s is out of range", clean, notional)
	}
	return m.bond(b, settle, clean, notional)
}

func (m *measurer) bond(b *bond.Bond, settle units.Date, clean units.Price, notional units.Face) error {
	resolved, err := Resolve(b)
	if err != nil {
		return err
	}
	p, err := resolved.At(settle)
	if err != nil {
		return err
	}
	dirty := Float(clean) + p.Interest
	m.values["accrued_days"] = strconv.Itoa(p.Accrued.Days)
	m.set("accrued_per_100", p.Interest)
	m.set("dirty_price", dirty)
	m.cash(b.Currency, units.Principal(notional, clean, b.Currency), p.Accrued.Money(notional, b.Currency))
	err = m.yields(&p, b, dirty)
	if curve := m.table.Curves[b.Currency]; curve != nil { // without one, no spreads
		err = cmp.Or(err, m.spreads(&p, curve, dirty))
	}
	return err
}

func (m *measurer) set(name string, v float64) {
	m.values[name] = strconv.FormatFloat(v, 'g', -1, 64)
}

func (m *measurer) cash(c units.Currency, principal, accrued units.Money) {
	m.values["principal_amount"] = principal.Format(c)
	m.values["accrued_amount"] = accrued.Format(c)
	m.values["net_amount"] = (principal + accrued).Format(c)
}

func (m *measurer) yields(p *Position, b *bond.Bond, dirty float64) error {
	y, err := p.YieldAtDirty(dirty, Compounding)
	if err != nil {
		return err
	}
	risk := p.RiskAtYield(y, Compounding)
	m.set("yield_pct", 100*y)
	m.set("macaulay", risk.Macaulay)
	m.set("modified", risk.Modified)
	m.set("convexity", risk.Convexity)
	m.set("dv01_per_100", risk.Modified*dirty/10_000)
	m.set("dirty_at_yield_plus_1bp", p.DirtyAtYield(y+basisPoint, Compounding))
	m.set("dirty_at_yield_minus_1bp", p.DirtyAtYield(y-basisPoint, Compounding))
	if p.InLastPeriod() {
		simple, err := p.YieldAtDirty(dirty, SimpleLast)
		if err != nil {
			return err
		}
		m.set("yield_simple_last_period_pct", 100*simple)
		m.set("mod_dur_simple_last_period", p.RiskAtYield(simple, SimpleLast).Modified)
	}
	if b.Kind == bond.Treasury {
		treasury, err := p.YieldAtDirty(dirty, Treasury356)
		if err != nil {
			return err
		}
		m.set("yield_treasury_31cfr356_pct", 100*treasury)
	}
	return nil
}

func (m *measurer) spreads(p *Position, c *Curve, dirty float64) error {
	z, err := p.ZSpread(c, dirty)
	if err != nil {
		return err
	}
	compounded, err := p.ZSpreadCompounded(c, dirty)
	if err != nil {
		return err
	}
	m.set("zspread_cont_bp", z/basisPoint)
	m.set("zspread_freq_bp", compounded/basisPoint)
	m.set("cs01_per_100", p.CS01(c, z))
	m.set("eff_duration", p.EffectiveDuration(c, z))
	keys := m.keys[:c.Nodes()]
	p.KeyRates(c, z, keys)
	for i, v := range keys {
		m.set(keyName(c.Tenor(i)), v)
	}
	return nil
}
