package gateway

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

type stage struct {
	name  string
	story []string
}

// The stages of the matrix: each phase, by the full inquiry that stands for it.
// ALDER and BIRCH have quoted (ALDER twice), CEDAR has acknowledged.
var stages = []stage{
	{"unknown", nil},
	{"receiving", []string{"NORTHGATE submit L1 1-2"}},
	{"open", quotedStory},
	{"open, its deadline past", then(quotedStory, "+5m")},
	{"awarded to ALDER", awardedStory},
	{"awarded to ALDER, its last look past", then(awardedStory, "+10s")},
	{"executed with ALDER", tradedStory},
	{"settled with ALDER", then(tradedStory,
		"NORTHGATE affirm TRADE-L1-N01", "ALDER affirm TRADE-L1-N01")},
	{"refused", []string{"NORTHGATE submit L1 1-3 in=1s"}},
	{"withdrawn", then(quotedStory, "NORTHGATE cancel L1")},
	{"expired", then(quotedStory, "wait 5m")},
}

var (
	quotedStory = []string{
		"NORTHGATE submit L1 1-3", "NORTHGATE ask L1 CEDAR", "CEDAR ack L1",
		"ALDER bid L1 A1 total=1100000", "BIRCH bid L1 B1 total=1101000",
		"ALDER bid L1 A2 total=1102000",
	}
	awardedStory = then(quotedStory, "NORTHGATE accept L1 ALDER/A2")
	tradedStory  = then(awardedStory, "ALDER confirm L1")
)

func then(story []string, more ...string) []string { return slices.Concat(story, more) }

// wishes are the commands of the matrix, by who sends them.
var wishes = []string{
	"NORTHGATE submit L1 1-3",
	"NORTHGATE submit L1 1-3 resend",
	"NORTHGATE submit L1 1-3 resend in=6m",
	"NORTHGATE submit L1 3-3",
	"NORTHGATE submit L1 3-3 total=4",
	"NORTHGATE ask L1",
	"NORTHGATE ask L1 CEDAR",
	"NORTHGATE ask L1 ELM",
	"NORTHGATE accept L1 ALDER/A2",
	"NORTHGATE accept L1 ALDER/A1",
	"NORTHGATE accept L1 BIRCH/B1",
	"NORTHGATE accept L1 NOSUCH",
	"NORTHGATE cancel L1",
	"NORTHGATE enquire L1",
	"NORTHGATE replay R1",
	"QUIETFUND accept L1 ALDER/A2",
	"ALDER ack L1",
	"CEDAR ack L1",
	"ALDER bid L1 A3 total=1102500",
	"ALDER bid L1 A2 total=1102000",
	"ALDER bid L1 A2 total=1102500",
	"BIRCH bid L1 B2 total=1101500",
	"CEDAR bid L1 C1 total=1099000",
	"CEDAR bid L1 C1 bp=2",
	"ALDER price L1 A2 1=101 2=93.8 3=97.8",
	"ALDER price L1 A1 1=101 2=93.8 3=97.4",
	"BIRCH price L1 B1 1=101 2=93.8 3=97.6",
	"ALDER pass L1",
	"ALDER pass L1 A2",
	"ALDER pass L1 A1",
	"BIRCH pass L1",
	"BIRCH pass L1 B9",
	"CEDAR pass L1",
	"ALDER confirm L1",
	"BIRCH confirm L1",
	"NORTHGATE affirm TRADE-L1-N01",
	"NORTHGATE reject TRADE-L1-N01",
	"ALDER affirm TRADE-L1-N01",
	"BIRCH affirm TRADE-L1-N01",
	"NORTHGATE dispute TRADE-L1-0002-1",
	"BIRCH dispute TRADE-L1-0002-1",
	"tick",
	"NORTHGATE disconnect",
	"ALDER disconnect",
	"BIRCH disconnect",
	"CEDAR disconnect",
	"NORTHGATE connect",
	"NORTHGATE connect reset",
	"ALDER connect",
	"ALDER connect reset",
	"BIRCH connect",
	"CEDAR connect reset",
}

// matrices are of a list, and of one bond that is asked for both ways.
var matrices = []struct {
	path, list string
	client     Firm
	stages     []stage
	wishes     []string
}{
	{"../testdata/gateway/matrix.txt", "L1", northgate, stages, wishes},
	{"../testdata/gateway/matrix_single.txt", "R1", rowan, singleStages, singleWishes},
}

// Every phase meets every command. Each cell is decided on its own: nothing that a
// cell decides is applied.
func TestMatrix(t *testing.T) {
	for _, matrix := range matrices {
		want, err := os.ReadFile(matrix.path)
		if err != nil && !*update {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, stage := range matrix.stages {
			fmt.Fprintf(&got, "## %s\n\n", stage.name)
			s := newScript(t)
			for _, command := range stage.story {
				s.run(command)
			}
			for _, wish := range matrix.wishes {
				fmt.Fprintf(&got, "%-40s", strings.ReplaceAll(wish, "\n", ""))
				got.WriteString(s.decided(wish))
			}
			got.WriteString("\n")
		}
		compare(t, matrix.path, string(want), got.String())
	}
}

// The same inquiry can go on in many ways, and none of them changes it or another:
// what every cell of the matrix leads to stays as it is while the others are applied.
func TestApplyIsPure(t *testing.T) {
	for _, matrix := range matrices {
		for _, stage := range matrix.stages {
			s := newScript(t)
			for _, command := range stage.story {
				s.run(command)
			}
			applied(t, s, s.inquiry(matrix.client, matrix.list), stage.name, matrix.wishes)
		}
	}
}

func applied(t *testing.T, s *script, base Inquiry, stage string, wishes []string) {
	ways := map[string]Inquiry{"nothing more": base}
	was := map[string][]byte{"nothing more": printed(t, base)}
	for _, wish := range wishes {
		q := base
		for _, entry := range s.book.Decide(s.env(), s.wish(wish)) {
			if entry.Inquiry == base.ID {
				q = Apply(q, entry)
			}
		}
		ways[wish], was[wish] = q, printed(t, q)
	}
	for wish, q := range ways {
		if now := printed(t, q); !bytes.Equal(now, was[wish]) {
			t.Errorf("%s, then %s: became\n%s\nbut was\n%s", stage, wish, now, was[wish])
		}
	}
}

// wish reads a command with the lines that belong to it.
func (s *script) wish(text string) Command {
	head, below, _ := strings.Cut(text, "\n")
	return s.command(strings.Fields(head), strings.Split(below, "\n"))
}

// decided tells in short what a command would lead to now.
func (s *script) decided(wish string) string {
	var cell strings.Builder
	entries := s.book.Decide(s.env(), s.wish(wish))
	if len(entries) == 0 {
		return " -\n"
	}
	words := s.teller.apart()
	for i, entry := range entries {
		if i > 0 {
			fmt.Fprintf(&cell, "%-40s", "")
		}
		fmt.Fprintf(&cell, " %s\n", words.short(entry))
	}
	return cell.String()
}

// apart is a teller that knows what this one knows, and learns for itself.
func (t *teller) apart() *teller {
	return &teller{names: maps.Clone(t.names), quotes: maps.Clone(t.quotes),
		lists: maps.Clone(t.lists), bonds: t.bonds, ccys: maps.Clone(t.ccys)}
}

// short is tell without the details, which the stories show.
func (t *teller) short(e Entry) string {
	told, _, _ := strings.Cut(t.tell(e), "\n")
	if e.Inquiry == "" {
		return told
	}
	_, told, _ = strings.Cut(told, " ")
	return strings.TrimSpace(told)
}
