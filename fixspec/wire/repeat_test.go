package wire

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// readPlainly is the twin of scan: it reads field by field and guesses nothing.
func readPlainly(raw []byte) (fields []string, ok bool) {
	last := ""
	for len(raw) > 0 {
		digits, rest, _ := bytes.Cut(raw, []byte("="))
		tag, err := strconv.Atoi(string(digits))
		if err != nil || strconv.Itoa(tag) != string(digits) || tag <= 0 || len(digits) > 9 {
			return fields, false
		}
		end := bytes.IndexByte(rest, SOH)
		if length := lengthTag(int32(tag)); length != 0 {
			text, told := strings.CutPrefix(last, strconv.Itoa(int(length))+"=")
			n, ok := ParseInt([]byte(text))
			if !told || !ok || n < 0 || n >= int64(len(rest)) || rest[n] != SOH {
				return fields, false
			}
			end = int(n)
		}
		if end < 0 || end == len(rest) {
			return fields, false
		}
		last = string(digits) + "=" + string(rest[:end])
		fields, raw = append(fields, last), rest[end+1:]
	}
	return fields, true
}

// compareScan holds the fields of a message that was parsed as a body, or refused with err, against
// the twin's, and what was noted of their likeness against the bytes.
func compareScan(t *testing.T, m *Message, err error) {
	t.Helper()
	fields, ok := readPlainly(m.Raw)
	if ok != (err == nil) || len(fields) != len(m.Fields) {
		t.Fatalf("%q: %d fields and %v, its twin says %d and %v", m.Raw, len(m.Fields), err,
			len(fields), ok)
	}
	blank, longest, ascii := false, 0, true
	for i, f := range m.Fields {
		if got := strconv.Itoa(int(f.Tag)) + "=" + string(m.Value(i)); got != fields[i] {
			t.Fatalf("%q: field %d is %q, its twin says %q", m.Raw, i, got, fields[i])
		}
		if f.Repeats() && !slices.Contains(fields[:i], fields[i]) {
			t.Fatalf("%q: field %d is there for the first time", m.Raw, i)
		}
		blank, longest = blank || f.Start == f.End, max(longest, int(f.End-f.Start))
	}
	for _, c := range m.Raw {
		ascii = ascii && c < 128
	}
	if m.blank != blank || m.Longest() != longest || m.ASCII() != ascii {
		t.Fatalf("%q: blank %v, longest %d, ASCII %v", m.Raw, m.blank, m.longest, m.ascii)
	}
	for _, s := range m.stretches {
		for i := s.from; i < s.to; i++ {
			if m.Fields[i].Tag != m.Fields[i-s.back].Tag {
				t.Fatalf("%q: field %d is no part of the stretch %v", m.Raw, i, s)
			}
		}
	}
}

// compareGuess arranges a parsed message twice, the second time without anything noted of
// likeness. It returns how many instances were arranged as the one before them.
func compareGuess(t *testing.T, m *Message, s *Shape, p Policy) (alike int) {
	t.Helper()
	plain := Message{Raw: m.Raw}
	for _, f := range m.Fields {
		plain.Fields = append(plain.Fields, Field{Tag: f.Tag, Start: f.Start, End: f.End})
	}
	err, want := m.Arrange(s, p), plain.Arrange(s, p)
	if fmt.Sprint(err) != fmt.Sprint(want) {
		t.Fatalf("%v\n%+v: %v, its twin says %v", m, p, err, want)
	}
	if err != nil {
		return 0
	}
	for i, f := range m.Fields {
		if f.skip != plain.Fields[i].skip {
			t.Fatalf("%v\n%+v: field %d skips to %d, its twin says %d", m, p, i, f.skip,
				plain.Fields[i].skip)
		}
		if f.alike {
			alike++
			compareInstance(t, m, i)
		}
	}
	return alike
}

// compareInstance holds the instance that begins at field i against the one before it.
func compareInstance(t *testing.T, m *Message, i int) {
	t.Helper()
	size := int(-m.Fields[i].skip) - i
	if int(-m.Fields[i-size].skip) != i {
		t.Fatalf("%v\nno instance of %d fields ends at field %d", m, size, i)
	}
	for k := i; k < i+size; k++ {
		f, before := m.Fields[k], m.Fields[k-size]
		if f.Tag != before.Tag || f.again && !bytes.Equal(m.Value(k), m.Value(k-size)) {
			t.Fatalf("%v\nfield %d is not like field %d", m, k, k-size)
		}
	}
}

func policies() []Policy {
	return []Policy{{}, {AnyGroupOrder: true}, {Unknown: TolerateUnknown, HeaderAnywhere: true},
		{Unknown: TolerateUnknown, AnyGroupOrder: true}}
}

// alikeLines writes lines most of which are like the one before, with other values.
func alikeLines(r *rand.Rand, s *Shape) string {
	var b strings.Builder
	n, line := 1+r.IntN(6), ""
	b.WriteString("66=L|73=" + strconv.Itoa(n) + "|")
	for range n {
		if line == "" || r.IntN(6) == 0 {
			line = randomBody(r, s, 1) + [...]string{"", "", "D|", "58=v|D|58=v|"}[r.IntN(4)]
		}
		for _, field := range strings.SplitAfter(line, "|") {
			if r.IntN(3) == 0 {
				field = strings.Replace(field, "=v|", "="+strings.Repeat("w", r.IntN(20))+"v|", 1)
			}
			if field == "D|" {
				field = "354=3|355=" + [...]string{"a|b", "c|b", "aab", "||b"}[r.IntN(4)] + "|"
			}
			if r.IntN(300) == 0 {
				field = [...]string{"", "=", "é|", "58=|", "354=2|355=a|b|"}[r.IntN(5)]
			}
			b.WriteString(field)
		}
	}
	return b.String()
}

// Whether lines repeat or not, what is read is what is read field by field.
func TestGuessesAgreeWithTheirTwins(t *testing.T) {
	list := listShape(t)
	orders, _ := list.Member(73)
	r := rand.New(rand.NewPCG(44, 2))
	var m Message
	like, alike, refused := 0, 0, 0
	for range 20_000 {
		body := []byte(strings.ReplaceAll(alikeLines(r, orders.Group), "|", "\x01"))
		if r.IntN(10) == 0 {
			body[r.IntN(len(body))] = "\x01=3x"[r.IntN(4)]
		}
		err := m.ParseBody(body)
		compareScan(t, &m, err)
		if err != nil {
			refused++
			continue
		}
		for _, f := range m.Fields {
			if f.Repeats() {
				like++
			}
		}
		for _, p := range policies() {
			alike += compareGuess(t, &m, list, p)
		}
	}
	if like < 100_000 || alike < 10_000 || refused < 500 {
		t.Errorf("%d fields alike, %d instances alike, %d refused: one of them proves nothing",
			like, alike, refused)
	}
}

// What is there again and again is read to its end, with room for all of it.
func TestTheSameAgainAndAgain(t *testing.T) {
	for n := range 400 {
		for _, field := range []string{"1=|", "1=|2=|", "1=|22=x|", "354=3|355=a|b|"} {
			var m Message
			err := m.ParseBody([]byte(strings.ReplaceAll(strings.Repeat(field, n), "|", "\x01")))
			compareScan(t, &m, err)
		}
	}
}
