package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"foliogate/config"
)

// Engines write the fields of a body in orders of their own, and agree on tags of their own. What a
// list says does not depend on it: the dealers are shown the same lines, and the list trades.
func TestBodiesOfOtherEngines(t *testing.T) {
	t.Parallel()
	v := openPit(t, func(g *config.Gateway) {
		for i := range g.Sessions {
			if g.Sessions[i].CompID == birchwood || g.Sessions[i].CompID == northgate {
				g.Sessions[i].UnknownTags, g.Sessions[i].FieldOrder = config.UserDefined, config.AnyOrder
			}
		}
	})
	for _, test := range []struct {
		name  string
		spoil func(fields []string, lines int) []string
	}{
		{"as it is", func(f []string, _ int) []string { return f }},
		{"sorted: 394, 414, 433 and 893 after the lines", func(f []string, lines int) []string {
			head, group := f[:lines], f[lines:]
			var before, after []string
			for _, field := range head {
				if tag, _, _ := strings.Cut(field, "="); slices.Contains([]string{"394", "414", "433", "893"}, tag) {
					after = append(after, field)
				} else {
					before = append(before, field)
				}
			}
			return append(append(before, group...), after...)
		}},
		{"backwards before the lines", func(f []string, lines int) []string {
			head := slices.Clone(f[:lines-1]) // 73 stays
			slices.Reverse(head)
			return append(head, f[lines-1:]...)
		}},
		{"user-defined tags before, within and after the lines", func(f []string, lines int) []string {
			var out []string
			for i, field := range f {
				out = append(out, field)
				if i != lines-1 { // the first line follows its count
					out = append(out, fmt.Sprintf("20005=%d", i))
				}
			}
			return out
		}},
		{"lines backwards behind their first field", func(f []string, lines int) []string {
			out := slices.Clone(f)
			for from := lines; from < len(out); {
				to := from + 1
				for to < len(out) && !strings.HasPrefix(out[to], "11=") {
					to++
				}
				slices.Reverse(out[from+1 : to])
				from = to
			}
			return out
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			v.during(t)
			d := v.deal(v.portfolio(3))
			fields := strings.Split(strings.TrimSuffix(d.list.text(), "|"), "|")
			lines := slices.IndexFunc(fields, func(f string) bool { return strings.HasPrefix(f, "73=") }) + 1
			v.client().say("E", "%s|", strings.Join(test.spoil(fields, lines), "|"))
			v.client().hears("N", "429=1", "431=1", "68=3", "73=3", "66="+d.list.id)
			for _, dealer := range panel() {
				d.isShownAs(dealer)
			}
			d.quotesInDialect()
			d.trade(northgate)
		})
	}
}

// isShownAs has a dealer hear the list with the lines that the client sent.
func (d *deal) isShownAs(dealer string) {
	d.t.Helper()
	list := d.players[dealer].hears("E", "68=3", "893=Y", "73=3", "394=2", "433=2", "20005!")
	d.shown[dealer] = d.players[dealer].hears("k", "374=N").get("391")
	for n, fields := range d.list.lines {
		line := heard{text: strings.Join(fields, "|")}
		for _, tag := range []string{"67", "48", "54", "38"} {
			if got := list.all(tag)[n]; got != line.get(tag) {
				d.t.Errorf("line %d is shown to %s with %s=%s, not %s", n+1, dealer, tag, got, line.get(tag))
			}
		}
	}
}

// quotesInDialect has two dealers quote with a tag of their own inside the group: the one that agreed
// to it is heard, the other refused.
func (d *deal) quotesInDialect() {
	d.t.Helper()
	quote := func(dealer string) {
		d.players[dealer].say("l", "390=A-%d|391=%s|20005=x|420=1|12=0|20005=y|13=3|66=%s|44=%d.00|423=3|20005=z|",
			d.made, d.shown[dealer], d.shown[dealer], d.list.cash)
	}
	quote(halyard)
	d.players[halyard].isRefused("3", "372=l", "373=3", "371=20005", "58~Tag(20005) is in no message of FIX 4.4")
	quote(northgate)
	l := d.client().hears("l", "115="+northgate, "20005!", fmt.Sprintf("44=%d.00", d.list.cash))
	d.client().hears("N", "429=3", "444~BEST=")
	d.quoted[northgate], d.offered[northgate] = fmt.Sprintf("A-%d", d.made), l.get("390")
}
