package main

import (
	"bytes"
	"errors"
	"io"
	"strconv"
)

// messageScanner finds FIX messages in whatever stands around them: SOH or a printed
// delimiter between fields, timestamps and junk before and behind. It holds one
// message at a time, so its memory does not grow with the length of the log.
type messageScanner struct {
	r      io.Reader
	base   []byte // the memory of buf
	buf    []byte // unread bytes
	offset int64  // of buf[0] in the stream
	ended  bool   // r gave its last byte
	limit  int    // longest message; what is longer is passed over
	long   int    // how many were
	out    []byte
}

// foundMessage is a message as it would be on the wire; good until the next one.
type foundMessage struct {
	raw []byte // with SOH between the fields
	at  int64  // offset of its first byte in the stream
}

const (
	messageLimit = 32 << 20
	readSize     = 64 << 10
)

func newMessageScanner(r io.Reader) *messageScanner {
	return &messageScanner{r: r, limit: messageLimit}
}

// delimiters are the ways in which logs write SOH, longer ones before their parts.
var delimiters = [...]string{"\x01", " | ", "|", "^A", "<SOH>", "␁", `\x01`, `\u0001`, ";"}

const beginning = "8=FIX"

// next returns the next message, io.EOF behind the last.
func (s *messageScanner) next() (foundMessage, error) {
	for {
		if err := s.seek(); err != nil {
			return foundMessage{}, err
		}
		delimiter, err := s.delimiter()
		if err != nil {
			return foundMessage{}, err
		}
		if delimiter == "" {
			s.skip(len(beginning))
			continue
		}
		end, err := s.end(delimiter)
		if err != nil {
			return foundMessage{}, err
		}
		if end > s.limit {
			s.long++
			s.skip(end)
			continue
		}
		found := foundMessage{raw: s.wire(s.buf[:end], delimiter), at: s.offset}
		s.skip(end)
		return found, nil
	}
}

// seek makes the buffer begin with a message.
func (s *messageScanner) seek() error {
	from := 0
	for {
		at := bytes.Index(s.buf[from:], []byte(beginning))
		switch {
		case at < 0:
			s.skip(max(from, len(s.buf)-len(beginning))) // one byte more than could begin it
			from = 0
			if err := s.fill(); err != nil {
				return err
			}
		case from+at > 0 && isDigit(s.buf[from+at-1]):
			from += at + 1 // 108=FIX is a field, not a message
		default:
			s.skip(from + at)
			return nil
		}
	}
}

// delimiter finds what stands behind the version; nothing if this is no message.
func (s *messageScanner) delimiter() (string, error) {
	const version = len(beginning) + len("T.1.1 ")
	if err := s.want(version + len("<SOH>")); err != nil {
		return "", err
	}
	for i := len(beginning); i < min(version, len(s.buf)); i++ {
		if c := s.buf[i]; c == '.' || c == 'T' || isDigit(c) {
			continue
		}
		for _, d := range delimiters {
			if bytes.HasPrefix(s.buf[i:], []byte(d)) {
				return d, nil
			}
		}
		return "", nil
	}
	return "", nil
}

// end returns how many bytes the message has. It ends behind CheckSum(10), else
// with its line, where another begins, or with the stream.
func (s *messageScanner) end(delimiter string) (int, error) {
	if end, err := s.endByLength(delimiter); end > 0 || err != nil {
		return end, err
	}
	closing := []byte(delimiter + "10=")
	from := len(beginning)
	for {
		for i := from; i < len(s.buf); i++ {
			switch c := s.buf[i]; {
			case c == '\n':
				return i, nil
			case c == '8' && s.buf[i-1] == delimiter[len(delimiter)-1] &&
				bytes.HasPrefix(s.buf[i:], []byte(beginning)):
				return i, nil
			case c == closing[0] && bytes.HasPrefix(s.buf[i:], closing):
				return s.endOfSum(i+len(closing), delimiter)
			}
		}
		if s.ended || len(s.buf) > s.limit {
			return len(s.buf), nil
		}
		from = max(len(beginning), len(s.buf)-len(closing)-len(beginning))
		if err := s.fill(); err != nil && !errors.Is(err, io.EOF) {
			return 0, err
		}
	}
}

// endByLength believes BodyLength(9) of a message with real SOHs when CheckSum(10)
// stands where it says, so that data fields may hold anything. Else it returns 0.
func (s *messageScanner) endByLength(delimiter string) (int, error) {
	const room = 40 // 8=FIXT.1.1|9=2147483647|
	if delimiter != "\x01" {
		return 0, nil
	}
	if err := s.want(room); err != nil {
		return 0, err
	}
	at := bytes.IndexByte(s.buf, 1) + 1
	digits, _, ok := bytes.Cut(bytes.TrimPrefix(s.buf[at:min(len(s.buf), room)], []byte("9=")), []byte{1})
	n, err := strconv.Atoi(string(digits))
	if !ok || err != nil || n < 0 || n > s.limit || !bytes.HasPrefix(s.buf[at:], []byte("9=")) {
		return 0, nil
	}
	end := at + len("9=") + len(digits) + 1 + n + len("10=000|")
	for len(s.buf) < end && !s.ended {
		if err := s.fill(); err != nil && !errors.Is(err, io.EOF) {
			return 0, err
		}
	}
	if len(s.buf) < end || s.buf[end-1] != 1 || !bytes.HasPrefix(s.buf[end-7:], []byte("10=")) {
		return 0, nil
	}
	return end, nil
}

// endOfSum is behind the digits of CheckSum(10) and the delimiter, if there is one.
func (s *messageScanner) endOfSum(i int, delimiter string) (int, error) {
	if err := s.want(i + len("000") + len(delimiter)); err != nil {
		return 0, err
	}
	for n := 0; n < len("000") && i < len(s.buf) && isDigit(s.buf[i]); n++ {
		i++
	}
	if bytes.HasPrefix(s.buf[i:], []byte(delimiter)) {
		i += len(delimiter)
	}
	return i, nil
}

// wire writes SOH where the log has its delimiter.
func (s *messageScanner) wire(text []byte, delimiter string) []byte {
	text = bytes.TrimRight(text, "\r")
	s.out = s.out[:0]
	for {
		i := bytes.Index(text, []byte(delimiter))
		if i < 0 {
			break
		}
		s.out = append(append(s.out, text[:i]...), 1)
		text = text[i+len(delimiter):]
	}
	if text = bytes.TrimRight(text, " \t"); len(text) > 0 {
		s.out = append(append(s.out, text...), 1)
	}
	return s.out
}

// want reads on until the buffer has n bytes, or the end of the line of which a few are
// wanted: the stream of a growing log goes on only when the log does.
func (s *messageScanner) want(n int) error {
	for len(s.buf) < n && !s.ended && !s.whole(n) {
		if err := s.fill(); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
	}
	return nil
}

// whole tells whether the few bytes wanted lie behind the end of a line.
func (s *messageScanner) whole(n int) bool {
	const few = 64
	return n <= len(s.buf)+few && bytes.IndexByte(s.buf[max(0, len(s.buf)-few):], '\n') >= 0
}

// fill reads once. io.EOF means that there was nothing more.
func (s *messageScanner) fill() error {
	if s.ended {
		return io.EOF
	}
	used := len(s.buf)
	if cap(s.buf)-used < readSize {
		if used+readSize > len(s.base) {
			s.base = make([]byte, max(4*readSize, 2*(used+readSize)))
		}
		s.buf = append(s.base[:0], s.buf...)
	}
	n, err := s.r.Read(s.buf[used : used+readSize])
	s.buf = s.buf[:used+n]
	switch {
	case errors.Is(err, io.EOF):
		s.ended = true
		if n > 0 {
			return nil
		}
		return io.EOF
	case err != nil:
		return err
	}
	return nil
}

// skip forgets bytes.
func (s *messageScanner) skip(n int) {
	s.buf = s.buf[n:]
	s.offset += int64(n)
}

func isDigit(c byte) bool { return c-'0' <= 9 }
