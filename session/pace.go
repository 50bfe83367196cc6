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
	if p.paid.Sub(now) >= p.span {
		return false
	}
	p.owe(n, now)
	return true
}

// owe takes so much in any case, and returns how long it is until that is allowed.
func (p *pace) owe(n int, now time.Time) time.Duration {
	if p.paid.Before(now) {
		p.paid = now
	}
	each := (p.span + time.Duration(p.amount) - 1) / time.Duration(p.amount)
	cost := time.Duration(min(n, 8*p.amount)) * each
	p.paid = p.paid.Add(cost)
	return max(0, p.paid.Sub(now)-p.span)
}

// isFree tells that more is allowed now.
func (p *pace) isFree(now time.Time) bool { return p.paid.Sub(now) < p.span }

// rests tells that all is paid for.
func (p *pace) rests(now time.Time) bool { return !p.paid.After(now) }
