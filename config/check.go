package config

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Decimal is a number kept as the text that was written: nothing exact passes through floating
// point here. Up to 15 digits, and up to 8 after the point.
type Decimal string

var decimalText = regexp.MustCompile(`^-?[0-9]{1,15}(\.[0-9]{1,8})?$`)

// decimal checks the text, and that low ≤ value ≤ high.
func (r *report) decimal(path string, value, low, high Decimal) {
	if !decimalText.MatchString(string(value)) {
		r.add(path, quote(string(value))+" is not a decimal number", "write digits such as 0.25")
		return
	}
	v, l, h := rational(value), rational(low), rational(high)
	if v.Cmp(l) < 0 || v.Cmp(h) > 0 {
		r.add(path, fmt.Sprintf("%s is not between %s and %s", value, low, high),
			"choose a value in that range")
	}
}

// rational takes checked texts only.
func rational(d Decimal) *big.Rat {
	v, _ := new(big.Rat).SetString(string(d))
	return v
}

// within checks low ≤ value ≤ high.
func within[T int | time.Duration](r *report, path string, value, low, high T) {
	if value < low || value > high {
		r.add(path, fmt.Sprintf("%s is not between %s and %s", show(value), show(low), show(high)),
			"choose a value in that range")
	}
}

// notAbove checks value ≤ the value of another key, if that is sound itself.
func notAbove[T int | time.Duration](r *report, path string, value T, other string, bound T) {
	if value > bound && !r.faulty(other) {
		r.add(path, fmt.Sprintf("%s is more than the %s of %s", show(value), show(bound), other),
			"lower it, or raise "+other)
	}
}

// show prints 30s, 5m and 1h without the zeros that a Duration's String appends.
func show[T int | time.Duration](value T) string {
	text := fmt.Sprint(value)
	if strings.HasSuffix(text, "m0s") {
		text = strings.TrimSuffix(text, "0s")
	}
	if strings.HasSuffix(text, "h0m") {
		text = strings.TrimSuffix(text, "0m")
	}
	return text
}

// wholeSeconds checks 1s ≤ value ≤ high for what FIX and quickfixgo count in seconds.
func (r *report) wholeSeconds(path string, value, high time.Duration) {
	within(r, path, value, time.Second, high)
	if value%time.Second != 0 {
		r.add(path, show(value)+" is not a whole number of seconds", "write 1s, 30s or 1m")
	}
}

func (r *report) require(path, value, remedy string) {
	if value == "" {
		r.add(path, "is missing", remedy)
	}
}

// choice checks that a value is one of the choices.
func choice[T ~string](r *report, path string, value T, choices ...T) {
	if slices.Contains(choices, value) {
		return
	}
	names := make([]string, len(choices))
	for i, c := range choices {
		names[i] = string(c)
	}
	r.require(path, string(value), "write "+either(names))
	r.add(path, quote(string(value))+" is not known", "write "+either(names))
}

// either gives "a", "a or b", "a, b or c".
func either(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

var nameText = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// name checks a CompID or a session's name. Both become parts of file names and log lines.
func (r *report) name(path, value, remedy string) {
	r.require(path, value, remedy)
	if !nameText.MatchString(value) {
		r.add(path, quote(value)+" has characters that do not belong into a name, or too many",
			"use up to 64 letters, digits, and . _ - after the first")
	}
}

// date checks a civil date, if there is one.
func (r *report) date(path, value string) {
	if value == "" {
		return
	}
	if _, err := time.Parse(time.DateOnly, value); err != nil {
		r.add(path, quote(value)+" is not a date", "write it as 2026-01-30")
	}
}

// distinct checks that a list names nothing twice.
func distinct[T ~string](r *report, path string, values []T) {
	for i, v := range values {
		if slices.Contains(values[:i], v) {
			r.add(fmt.Sprintf("%s[%d]", path, i), quote(string(v))+" is in the list twice",
				"delete one of them")
		}
	}
}
