package universe

import (
	"errors"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

var (
	errDoubledName = errors.New("its name is another's too")
	errNoTwin      = errors.New("no substitute of its duration was found")
)

// Substitutes is how many bonds are made for each line of the switch, alike enough to replace it.
const (
	Substitutes       = 8
	fromTheSameIssuer = 3
)

// substitutes adds the bonds that could replace those of the switch: some of the same issuer, the
// others of its sector and rating, all in its duration bucket.
func (u *builder) substitutes(of []int) {
	for _, i := range of {
		line := u.bonds[i]
		own := u.issuer(line.Issuer)
		for n := range Substitutes {
			by := own
			if n >= fromTheSameIssuer {
				by = pick(u.dice, u.cell(own))
			}
			u.substitute(line, by)
		}
	}
}

// attempts bounds the search for a bond that is alike; each comes nearer to the line's own
// maturity.
const attempts = 40

func (u *builder) substitute(line bond.Bond, by issuer) {
	like, err := value(line)
	if err != nil {
		u.fail(&line, err)
		return
	}
	wanted, err := like.duration(line.Evaluated)
	u.fail(&line, err)
	spread := like.spread(points(line.Evaluated))
	for n := range attempts {
		months := 18 * (attempts - n) / attempts
		b := u.draft(by)
		u.issued(&b, line.Maturity.AddMonths(u.below(2*months+1)-months), spread)
		penalty, size := 1.0, u.outstanding(0)
		if u.once(10) { // a small old issue that nobody makes a market in
			penalty, size = 2.5, units.Face(2+u.below(4))*50*million
		}
		b.AmountOutstanding = size
		u.price(&b, spread*u.between(0.9, 1.1)+0.0008*(penalty-1))
		v, err := value(b)
		if err != nil {
			u.fail(&b, err)
			return
		}
		duration, err := v.duration(b.Evaluated)
		u.fail(&b, err)
		if Bucket(duration) != Bucket(wanted) || !u.name(&b, "") {
			continue
		}
		u.liquidity(&b, duration, penalty)
		u.add(b, by)
		return
	}
	u.fail(&line, errNoTwin)
}

// issued gives b a life that ends near a date, an issue date in the past, and the coupon that its
// issuer then had to pay: near today's yield, and less in the years when rates were low.
func (u *builder) issued(b *bond.Bond, near units.Date, spread float64) {
	year, month, _ := near.Civil()
	b.Maturity = units.DateOf(year, month, pick(u.dice, []int{1, 15}))
	lives := []int{2, 3, 5, 7, 10, 12, 15, 20, 30, 40}
	latest := Trade().AddMonths(-1)
	i := 0
	for i < len(lives)-1 && b.Maturity.AddMonths(-12*lives[i]) > latest {
		i++
	}
	i = min(i+u.below(2), len(lives)-1)
	b.Dated = b.Maturity.AddMonths(-12 * lives[i])
	percent := 100 * (curveOf(b.Currency).zero(float64(b.Maturity-Trade())) + spread)
	if b.Dated >= units.DateOf(2020, 1, 1) && b.Dated < units.DateOf(2022, 1, 1) {
		percent -= 1.75
	}
	b.Coupon = eighths(percent + u.between(-1, 0.75))
}

// price evaluates b at a spread over the zero curve.
func (u *builder) price(b *bond.Bond, spread float64) {
	v, err := value(*b)
	if err != nil {
		u.fail(b, err)
		return
	}
	b.Evaluated = quoted(v.clean(spread), 3)
}
