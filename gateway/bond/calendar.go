package bond

import (
	"fmt"

	"foliogate/gateway/units"
)

// A Calendar knows the business days of one market over whole years of dated data.
type Calendar struct {
	name        string
	first, last units.Date
	closed      []uint64 // one bit a day from first, weekends included
}

func newCalendar(name string, first, last units.Date) *Calendar {
	c := &Calendar{name: name, first: first, last: last, closed: make([]uint64, (last-first)/64+1)}
	for d := first; d <= last; d++ {
		if w := d.Weekday(); w == 0 || w == 6 {
			c.set(d, true)
		}
	}
	return c
}

func (c *Calendar) set(d units.Date, closed bool) {
	bit := uint64(1) << ((d - c.first) % 64)
	if closed {
		c.closed[(d-c.first)/64] |= bit
	} else {
		c.closed[(d-c.first)/64] &^= bit
	}
}

// A CoverageError is a date for which a calendar holds no data.
type CoverageError struct {
	Calendar    string
	Date        units.Date
	First, Last units.Date // what the data covers
}

func (e *CoverageError) Error() string {
	return fmt.Sprintf("the %s calendar covers %s to %s and cannot tell about %s; load newer calendar data",
		e.Calendar, e.First, e.Last, e.Date)
}

// Open reports whether d is a business day. A date that the data does not cover is a CoverageError.
func (c *Calendar) Open(d units.Date) (bool, error) {
	if d < c.first || d > c.last {
		return false, &CoverageError{Calendar: c.name, Date: d, First: c.first, Last: c.last}
	}
	return c.closed[(d-c.first)/64]>>((d-c.first)%64)&1 == 0, nil
}

// Roll is d, or the next business day when d is none.
func (c *Calendar) Roll(d units.Date) (units.Date, error) {
	for {
		switch open, err := c.Open(d); {
		case err != nil:
			return 0, err
		case open:
			return d, nil
		}
		d++
	}
}

// add is the n-th business day after d.
func (c *Calendar) add(d units.Date, n int) (units.Date, error) {
	for n > 0 {
		d++
		open, err := c.Open(d)
		if err != nil {
			return 0, err
		}
		if open {
			n--
		}
	}
	return d, nil
}
