package dict_test

import (
	"fmt"
	"strings"
	"testing"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

// places writes an outline: > begins an instance, + opens a group, each level a digit.
func places(t *testing.T, o *dict.Outline, text string) string {
	t.Helper()
	var m wire.Message
	if err := m.ParseBody([]byte(strings.ReplaceAll(text+"|", "|", "\x01"))); err != nil {
		t.Fatal(err)
	}
	var list []string
	o.Walk(string(m.Get(35)), &m, func(i int, p dict.Place) {
		mark := ""
		if p.Begins {
			mark = fmt.Sprintf("%d>", p.Instance)
		}
		if p.Opens {
			mark += "+"
		}
		if p.Field == nil {
			mark += "?"
		}
		list = append(list, fmt.Sprintf("%d.%s%d", p.Depth, mark, m.Fields[i].Tag))
	})
	return strings.Join(list, " ")
}

func TestOutline(t *testing.T) {
	o := dict.NewOutline(dict.New(dict.Tier2))
	for _, c := range []struct{ name, text, want string }{
		{"nested groups", "35=E|73=2|11=a|78=2|79=x|80=1|79=y|54=1|11=b|54=2|10=000",
			"0.35 0.+73 1.1>11 1.+78 2.1>79 2.80 2.2>79 1.54 1.2>11 1.54 0.10"},
		{"fields after the group", "35=E|73=1|11=a|54=1|394=2|433=1",
			"0.35 0.+73 1.1>11 1.54 0.394 0.433"},
		{"unknown tag stays", "35=E|73=1|11=a|9999=z|54=1|10=1",
			"0.35 0.+73 1.1>11 1.?9999 1.54 0.10"},
		{"misplaced member stays", "35=E|73=1|11=a|54=1|55=x|10=1",
			"0.35 0.+73 1.1>11 1.54 1.55 0.10"},
		{"empty group", "35=N|73=0|10=1", "0.35 0.73 0.10"},
		{"more than announced", "35=E|73=1|11=a|11=b|10=1", "0.35 0.+73 1.1>11 1.2>11 0.10"},
		{"a count that is no number", "35=E|73=x|11=a", "0.35 0.73 0.11"},
		{"a type nobody speaks", "35=D|55=x|54=1|10=1", "0.35 0.55 0.54 0.10"},
		{"no type", "55=x", "0.55"},
		{"the first is not the first", "35=l|420=1|66=L|44=1|10=1", "0.35 0.+420 1.66 1.44 0.10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := places(t, o, c.text); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// Of valid messages the outline agrees with what is arranged for trading.
func TestOutlineAgreesWithArrange(t *testing.T) {
	d := dict.New(dict.Tier2)
	o := dict.NewOutline(d)
	var m wire.Message
	for _, line := range corpus(t) {
		if err := m.Parse(raw(line)); err != nil {
			t.Fatal(err)
		}
		if err := d.Validate(&m, wire.Policy{}); err != nil {
			t.Fatal(err)
		}
		o.Walk(string(m.MsgType()), &m, func(i int, p dict.Place) {
			path := m.Path(i)
			if strings.Count(path, "[") != p.Depth {
				t.Errorf("%s is at depth %d", path, p.Depth)
			}
			if p.Depth > 0 {
				group := path[:strings.LastIndexByte(path, '.')]
				if want := fmt.Sprintf("[%d]", p.Instance); !strings.HasSuffix(group, want) {
					t.Errorf("%s is in instance %d", path, p.Instance)
				}
			}
		})
	}
}
