package gateway

import "strconv"

// withLine makes a line's id of its list's: the line number in at least four
// digits behind a dash, then what follows.
func withLine(id string, line int, follows string) string {
	b := make([]byte, 0, 48)
	b = append(append(b, id...), '-')
	for limit := 1000; limit > 1 && line < limit; limit /= 10 {
		b = append(b, '0')
	}
	b = strconv.AppendInt(b, int64(line), 10)
	return string(append(b, follows...))
}
