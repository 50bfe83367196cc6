package fixspec_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"foliogate/fixspec/play"
	"foliogate/gateway"
)

// row is a case of RULES.md: what is answered in each profile.
type row struct {
	seen    map[play.Profile]bool
	answers map[play.Profile]string
}

// answerTables are the rows of the tables to a client and to a dealer.
func answerTables(t *testing.T) map[bool]map[string]*row {
	t.Helper()
	text, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	tables := map[bool]map[string]*row{}
	for toClient, title := range map[bool]string{true: "\n### To a client\n", false: "\n### To a dealer\n"} {
		_, table, _ := strings.Cut(string(text), title)
		table, _, _ = strings.Cut(table, "\n##")
		rows := map[string]*row{}
		for _, cells := range regexp.MustCompile(`(?m)^\| (.*) \| (.*) \| (.*) \|$`).FindAllStringSubmatch(table, -1)[1:] {
			rows[cells[1]] = &row{map[play.Profile]bool{},
				map[play.Profile]string{play.LIST: cells[2], play.RFQ: cells[3]}}
		}
		tables[toClient] = rows
	}
	return tables
}

// Every case that a scene plays is answered as its row says, and every row is played.
func TestRulesAnswersHappen(t *testing.T) {
	tables := answerTables(t)
	for _, sc := range scenes(t) {
		for _, c := range sc.stages() {
			for _, played := range perform(t, sc, c.speak).cases {
				at := tables[played.about == client][played.text]
				if at == nil {
					t.Errorf("%s: the rules have no row for %q", sc.name, played.text)
					continue
				}
				profile := c.speak[played.about]
				at.seen[profile] = true
				if wrong := played.unlike(at.answers[profile]); wrong != "" {
					t.Errorf("%s of %s: %s: %s\n%s is told\n%s", sc.name, c.name, played.text, wrong,
						played.about, strings.Join(played.told, "\n"))
				}
			}
		}
	}
	for toClient, rows := range tables {
		for text, at := range rows {
			for profile, answer := range at.answers {
				if at.seen[profile] == (answer == "-") {
					t.Errorf("%q to a client %v in %s: %s, played %v", text, toClient, profile, answer, at.seen[profile])
				}
			}
		}
	}
}

// played is a case that was played: whom it is about, and what that firm was told.
type played struct {
	text  string
	about gateway.Firm
	told  []string
}

// unlike says where what was told differs from a cell such as "N 429=6 431=5, then l no 44"; many
// executions or tickets in a row are one.
func (p played) unlike(cell string) string {
	told := slices.CompactFunc(slices.Clone(p.told), func(a, b string) bool {
		kind, _, _ := strings.Cut(a, "|")
		return (kind == "35=8" || kind == "35=AK") && strings.HasPrefix(b, kind+"|")
	})
	var want []string
	if cell != "nothing" {
		want = strings.Split(cell, ", then ")
	}
	if len(told) != len(want) {
		return "not " + cell
	}
	for i, message := range want {
		kind, fields, _ := strings.Cut(message, " ")
		for _, field := range append(fieldsOf(fields), "35="+kind+"|") {
			tag, absent := strings.CutPrefix(field, "no_")
			if absent {
				field = tag + "="
			}
			if strings.Contains("|"+told[i], "|"+field) == absent {
				return told[i] + " is not " + message
			}
		}
	}
	return ""
}
