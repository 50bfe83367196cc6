package session

import "time"

// pace allows so much in a span of time, and all of it at once after a rest. It is a clock that
// runs ahead: what was taken is paid for by waiting. One thing that costs more than all is allowed
// after a rest, and paid for longer, at most eight spans.
type pace struct {
	amount int
	span   time.Duration
	paid   time.Time // until then what was taken is not paid for
}

// take tells whether so much is allowed now; what is not allowed costs nothing.
func (p *pace) take(n int, now time.Time) bool {
	if p.paid.Before(now) {
		p.paid = now
	}
	if p.paid.Sub(now) >= p.span {
		return false
	}
	each := (p.span + time.Duration(p.amount) - 1) / time.Duration(p.amount)
	cost := time.Duration(min(n, 8*p.amount)) * each
	p.paid = p.paid.Add(cost)
	return true
}

// rests tells that all is paid for.
func (p *pace) rests(now time.Time) bool { return !p.paid.After(now) }
