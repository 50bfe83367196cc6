package gateway

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"
)

// appendName begins a member of the object that b ends with.
func appendName(b []byte, name string) []byte {
	if b[len(b)-1] != '{' {
		b = append(b, ',')
	}
	b = append(append(b, '"'), name...)
	return append(b, '"', ':')
}

func appendText(b []byte, name, s string) []byte { return appendString(appendName(b, name), s) }

func appendOptional(b []byte, name, s string) []byte {
	if s == "" {
		return b
	}
	return appendText(b, name, s)
}

func appendString(b []byte, s string) []byte {
	if !plain(s) {
		return appendValue(b, s)
	}
	return append(append(append(b, '"'), s...), '"')
}

// plain tells whether a string stands in JSON as it is.
func plain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c > '~', c == '"', c == '\\', c == '<', c == '>', c == '&':
			return false
		}
	}
	return true
}

func appendNumber(b []byte, name string, v int64) []byte {
	return strconv.AppendInt(appendName(b, name), v, 10)
}

func appendFlag(b []byte, name string, v bool) []byte {
	if !v {
		return b
	}
	return append(appendName(b, name), "true"...)
}

func appendMoment(b []byte, name string, at time.Time) []byte {
	b = append(appendName(b, name), '"')
	return append(at.AppendFormat(b, time.RFC3339Nano), '"')
}

// appendDecimal appends what writes itself in digits, as a string.
func appendDecimal[D interface{ AppendText(b []byte) []byte }](b []byte, name string, d D) []byte {
	b = append(appendName(b, name), '"')
	return append(d.AppendText(b), '"')
}

func appendList[T any](b []byte, list []T, one func(T, []byte) []byte) []byte {
	if list == nil {
		return append(b, "null"...)
	}
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = one(list[i], b)
	}
	return append(b, ']')
}

func appendValue(b []byte, v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("gateway: %T cannot be journaled: %v", v, err))
	}
	return append(b, text...)
}
