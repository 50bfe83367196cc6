package pricing

import "math"

// dirtyAt is the price at a yield.
func (w *twin) dirtyAt(y float64) float64 {
	sum, f := 0.0, float64(w.frequency)
	for i, flow := range w.flows {
		sum += flow * math.Pow(1+y/f, -f*w.years[i])
	}
	return sum
}

// auctionAt is the price with simple interest in the fraction of the first period (31 CFR 356).
func (w *twin) auctionAt(y float64) float64 {
	sum, f := 0.0, float64(w.frequency)
	whole := math.Floor(w.left)
	first := (1 + (w.left-whole)*y/f) * math.Pow(1+y/f, whole)
	for i, flow := range w.flows {
		sum += flow / first * math.Pow(1+y/f, -math.Round(f*(w.years[i]-w.years[0])))
	}
	return sum
}

// zero is the curve's rate, node i moved by a basis point times bump.
func zero(curve []float64, t float64, node int, bump float64) float64 {
	tenors := []float64{0.25, 0.5, 1, 2, 3, 5, 7, 10, 20, 30}
	at := func(i int) float64 {
		if i == node || node < 0 {
			return curve[i] + bump*1e-4
		}
		return curve[i]
	}
	for i := range tenors {
		x := math.Floor(365*tenors[i]+0.5) / 365
		if i == 1 {
			x = 182. / 365 // of 182.5, the even one
		}
		if t > x {
			continue
		}
		if i == 0 {
			return at(0)
		}
		before := math.Floor(365*tenors[i-1]+0.5) / 365
		if i == 2 {
			before = 182. / 365
		}
		return at(i-1) + (at(i)-at(i-1))*(t-before)/(x-before)
	}
	return at(len(tenors) - 1)
}

// spreadAt is the price at a Z-spread over the curve with a node (all for -1) moved, continuous or
// compounded as often as the coupons.
func (w *twin) spreadAt(curve []float64, z float64, compounded bool, node int, bump float64) float64 {
	sum, f := 0.0, float64(w.frequency)
	for i, flow := range w.flows {
		t := float64(days(w.settle, w.at[i])) / 365
		rate := zero(curve, t, node, bump)
		if compounded {
			sum += flow * math.Pow(math.Exp(rate/f)+z/f, -f*t)
		} else {
			sum += flow * math.Exp(-(rate+z)*t)
		}
	}
	return sum
}

// bisect finds where a falling function is want.
func bisect(low, high, want float64, f func(float64) float64) float64 {
	for range 80 {
		middle := (low + high) / 2
		if f(middle) > want {
			low = middle
		} else {
			high = middle
		}
	}
	return (low + high) / 2
}
