package wire

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// twin arranges a message the slow and obvious way, by recursive descent, for the zero Policy. It
// returns the path of every field, or false.
type twin struct {
	m     *Message
	paths []string
}

func (w *twin) top(s *Shape) bool {
	seen := map[int32]bool{}
	section := 0
	for pos := 0; pos < len(w.m.Fields); {
		tag := w.m.Fields[pos].Tag
		at := slices.IndexFunc(s.Members(), func(m Member) bool { return m.Tag == tag })
		if at < 0 || seen[tag] {
			return false
		}
		own := 1
		if s.Members()[at].Header {
			own = 0
		} else if s.Members()[at].Trailer {
			own = 2
		}
		if own < section {
			return false
		}
		seen[tag], section = true, own
		var ok bool
		if pos, ok = w.field(s.Members()[at], pos, ""); !ok {
			return false
		}
	}
	return whole(s, func(tag int32) bool { return seen[tag] })
}

// field reads the field at pos and the group it may count.
func (w *twin) field(member Member, pos int, prefix string) (int, bool) {
	path := prefix + label(member.Name, member.Tag)
	w.paths = append(w.paths, path)
	value := string(w.m.Value(pos))
	pos++
	if value == "" {
		return pos, false
	}
	if member.Group == nil {
		return pos, true
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 || value[0] == '+' {
		return pos, false
	}
	for i := 1; i <= n; i++ {
		var ok bool
		if pos, ok = w.instance(member.Group, pos, path+"["+strconv.Itoa(i)+"]."); !ok {
			return pos, false
		}
	}
	return pos, true
}

func (w *twin) instance(s *Shape, pos int, prefix string) (int, bool) {
	if pos == len(w.m.Fields) || w.m.Fields[pos].Tag != s.Members()[0].Tag {
		return pos, false
	}
	seen := map[int32]bool{}
	for i, member := range s.Members() {
		if pos == len(w.m.Fields) || w.m.Fields[pos].Tag != member.Tag {
			continue
		}
		seen[member.Tag] = true
		var ok bool
		if pos, ok = w.field(s.Members()[i], pos, prefix); !ok {
			return pos, false
		}
	}
	return pos, whole(s, func(tag int32) bool { return seen[tag] })
}

func whole(s *Shape, seen func(tag int32) bool) bool {
	for _, m := range s.Members() {
		if (m.Required || m.Conditional) && !seen(m.Tag) {
			return false
		}
	}
	return true
}

// compare arranges the message both ways.
func compare(t *testing.T, m *Message, s *Shape) (accepted bool) {
	t.Helper()
	err := m.Arrange(s, Policy{})
	w := twin{m: m}
	if ok := w.top(s); ok != (err == nil) {
		t.Fatalf("%v\nArrange says %v, its twin %v", m, err, ok)
	}
	if err != nil {
		return false
	}
	for i := range m.Fields {
		if got := m.Path(i); got != w.paths[i] {
			t.Fatalf("%v\nfield %d is %s, its twin says %s", m, i, got, w.paths[i])
		}
	}
	return true
}

// randomBody writes a body that is nearly right.
func randomBody(r *rand.Rand, s *Shape, depth int) string {
	var b strings.Builder
	for i, m := range s.Members() {
		if m.Header || m.Trailer || i > 0 && !m.Required && r.IntN(3) == 0 || r.IntN(60) == 0 {
			continue
		}
		if m.Group == nil {
			b.WriteString(strconv.Itoa(int(m.Tag)) + "=v|")
			continue
		}
		n := r.IntN(4)
		said := n
		if r.IntN(30) == 0 {
			said = r.IntN(5)
		}
		b.WriteString(strconv.Itoa(int(m.Tag)) + "=" + strconv.Itoa(said) + "|")
		for range n {
			b.WriteString(randomBody(r, m.Group, depth+1))
		}
	}
	return b.String()
}

func TestArrangeAgreesWithItsTwin(t *testing.T) {
	list := listShape(t)
	r := rand.New(rand.NewPCG(44, 1))
	var m Message
	accepted, refused := 0, 0
	for range 20_000 {
		text := randomBody(r, list, 0)
		if fields := strings.SplitAfter(text, "|"); r.IntN(3) == 0 && len(fields) > 2 {
			i, j := r.IntN(len(fields)-1), r.IntN(len(fields)-1)
			fields[i], fields[j] = fields[j], fields[i]
			text = strings.Join(fields, "")
		}
		if err := m.Parse(fix("E|" + text)); err != nil {
			t.Fatal(err)
		}
		if compare(t, &m, list) {
			accepted++
		} else {
			refused++
		}
	}
	if accepted < 1000 || refused < 1000 {
		t.Errorf("%d accepted, %d refused: one of them proves nothing", accepted, refused)
	}
}

// FuzzMessage feeds bytes as the body of a message and as a whole one. Whatever happens, fields
// tile the bytes, the arrangement is its twin's, and a decoder can walk what was accepted.
func FuzzMessage(f *testing.F) {
	for _, text := range []string{"66=L|73=1|11=a|67=1|54=1|",
		"66=L|73=2|11=a|67=1|78=1|79=x|539=1|524=n|54=1|11=b|",
		"354=5|355=a|b=c|58=|", "66=L|73=1000000000|11=a|", "66=L|513=R|73=0|893=Y|", "66==|=|",
		"20007=1|99999999=1|",
		"66=L|73=3|11=a|67=1|54=1|11=b|67=2|54=1|11=b|67=3|54=1|58=x|",
		"66=L|73=2|11=a|67=1|78=1|79=x|80=5|54=1|11=b|67=2|78=1|79=x|80=6|54=1|",
		"354=1|355=||354=1|355=||354=2|355=|||354=1|355=||"} {
		f.Add([]byte(strings.ReplaceAll(text, "|", "\x01")))
		f.Add(fix("E|" + text))
	}
	list := listShape(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		var m Message
		for _, raw := range [][]byte{data, Finish(append(Begin(nil, "E"), data...), 0)} {
			if m.Parse(raw) != nil {
				continue
			}
			var again []byte
			for i := range m.Fields {
				again = append(appendTag(again, int(m.Fields[i].Tag)), m.Value(i)...)
				again = append(again, SOH)
			}
			if string(again) != string(raw) {
				t.Fatalf("%q is read as %q", raw, again)
			}
			compare(t, &m, list)
			for _, p := range policies() {
				compareGuess(t, &m, list, p)
				if m.Arrange(list, p) == nil {
					lines(&m)
				}
			}
		}
		err := m.ParseBody(data)
		compareScan(t, &m, err)
		if err == nil && m.Arrange(list, Policy{}) == nil {
			lines(&m)
		}
	})
}
