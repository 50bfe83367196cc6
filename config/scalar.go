package config

import (
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// flaw is what is wrong with a value and what to do about it; the zero flaw is none.
type flaw struct{ text, remedy string }

// parseScalar turns the text of a value into the Go value of its kind.
func parseScalar(text string, kind reflect.Type) (any, flaw) {
	switch {
	case kind == secretKind:
		return NewSecret(text), flaw{}
	case kind == durationKind:
		return parseDuration(text)
	case kind.Kind() == reflect.String:
		return parseText(text)
	case kind.Kind() == reflect.Bool:
		return parseBool(text)
	case kind.Kind() == reflect.Int:
		return parseInt(text)
	}
	panic("config: no way to read a " + kind.String())
}

func parseDuration(text string) (any, flaw) {
	d, err := time.ParseDuration(text)
	if err != nil {
		return nil, flaw{quote(text) + " is not a duration",
			"write a number with its unit, such as 250ms, 30s or 5m"}
	}
	return d, flaw{}
}

func parseText(text string) (any, flaw) {
	if strings.ContainsFunc(text, unicode.IsControl) {
		return nil, flaw{"holds a control character", "write it as one line of printable text"}
	}
	return text, flaw{}
}

func parseBool(text string) (any, flaw) {
	switch text {
	case "true":
		return true, flaw{}
	case "false":
		return false, flaw{}
	}
	return nil, flaw{quote(text) + " is not a yes or no", "write true or false"}
}

func parseInt(text string) (any, flaw) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return nil, flaw{quote(text) + " is not a whole number",
			"write digits only, such as 5000"}
	}
	return n, flaw{}
}

// quote repeats a value in a message, at most its first 40 characters.
func quote(text string) string {
	if runes := []rune(text); len(runes) > 40 {
		text = string(runes[:40]) + "..."
	}
	return strconv.Quote(text)
}
