package gateway

import "fmt"

// Enumerations are journaled as their words, for people to read and so that a new
// value can find its place in the order without changing what old journals say. A
// value that was never set is the empty word.

// wordOf is the value's name; an impossible value panics.
func wordOf(names []string, what string, value int8) string {
	if value < 0 || int(value) >= len(names) {
		panic(fmt.Sprintf("gateway: impossible %s %d", what, value))
	}
	return names[value]
}

// valueOf is the value that has the name.
func valueOf[E ~int8](names []string, what string, name []byte) (E, error) {
	for value, known := range names {
		if known == string(name) {
			return E(value), nil
		}
	}
	return 0, fmt.Errorf("%q is no %s known to this version", name, what)
}
