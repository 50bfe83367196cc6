package fixspec_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/gateway"
)

// Every scenario page of RULES.md happens as it says.
func TestRulesScenarios(t *testing.T) {
	text, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	pages := regexp.MustCompile(`(?m)^### (.*)\n\n((?:    .*\n)+)`).FindAllStringSubmatch(string(text), -1)
	if len(pages) < 1 {
		t.Fatalf("%d pages", len(pages))
	}
	for _, page := range pages {
		t.Run(page[1], func(t *testing.T) {
			p := newScenario(t)
			for line := range strings.Lines(page[2]) {
				p.play(strings.TrimSpace(line))
			}
			for firm, rest := range p.heard {
				for _, message := range rest {
					t.Errorf("%s is told, and the page does not say:\n%s", firm, message)
				}
			}
		})
	}
}

// The examples of what the gateway says are what it says in the first page, ids and times apart.
func TestRulesExamplesHappen(t *testing.T) {
	text, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	_, page, _ := strings.Cut(string(text), "### A portfolio trades\n\n")
	page, _, _ = strings.Cut(page, "\n\n")
	p := newScenario(t)
	for line := range strings.Lines(page) {
		p.play(strings.TrimSpace(line))
	}
	given := regexp.MustCompile(`\|(52|60|34|37|198|17|664)=[^|]*`)
	for _, msgType := range []string{"N", "8", "AK", "AJ"} {
		header, body := p.draft("GATEWAY", msgType)
		example := given.ReplaceAllString("|"+header+strings.Join(body, "|")+"|", "")
		if !strings.Contains(given.ReplaceAllString(p.log.String(), ""), example[1:]) {
			t.Errorf("nobody is told the example of %s:\n%s", msgType, example)
		}
	}
}

// scenario is a page that is being played.
type scenario struct {
	*stage
	heard map[gateway.Firm][]string // and not yet told on the page
	read  int                       // of the log
	names map[string]string         // of what the gateway named, as the page calls it
}

func newScenario(t *testing.T) *scenario {
	return &scenario{stage: newStage(t, nil), heard: map[gateway.Firm][]string{}, names: map[string]string{}}
}

var scenarioLine = regexp.MustCompile(`^(\w+) +([<>]) (\w+) *(.*)$`)

func (p *scenario) play(line string) {
	p.t.Helper()
	if part := scenarioLine.FindStringSubmatch(line); part == nil {
		p.happens(line)
	} else if firm, fields := gateway.Firm(part[1]), fieldsOf(part[4]); part[2] == ">" {
		p.speaks(firm, part[3], fields)
	} else {
		p.told(firm, part[3], fields, line)
	}
	for heard := range strings.Lines(p.log.String()[p.read:]) {
		if to, message, ok := strings.Cut(heard, " < "); ok {
			firm := gateway.Firm(strings.TrimSpace(to))
			p.heard[firm] = append(p.heard[firm], "35="+strings.Replace(message, " ", "|", 1))
		}
	}
	p.read = p.log.Len()
}

// fieldsOf reads the fields before the comment: a value may have blanks, the comment stands behind
// two of them.
func fieldsOf(text string) (fields []string) {
	text, _, _ = strings.Cut(text, "  ")
	text = strings.ReplaceAll(text, "no ", "no_")
	for _, word := range strings.Fields(text) {
		switch {
		case regexp.MustCompile(`^(\d+=|no_\d+$)`).MatchString(word):
			fields = append(fields, word)
		case len(fields) > 0:
			fields[len(fields)-1] += " " + word
		}
	}
	return fields
}

// happens lets time pass, or somebody come and go.
func (p *scenario) happens(line string) {
	p.t.Helper()
	text, _, _ := strings.Cut(line, "  ")
	words := strings.Fields(text)
	if strings.HasPrefix(line, "(") {
		p.openWith(line)
		return
	}
	origin := gateway.Origin{Firm: gateway.Firm(words[0])}
	switch rest := strings.Join(words[1:], " "); {
	case words[0] == "after":
		d, err := time.ParseDuration(words[1])
		if err != nil {
			p.t.Fatal(err)
		}
		p.after(d)
	case rest == "disconnects":
		p.submit(gateway.Disconnect{Origin: origin})
	case rest == "connects":
		p.submit(gateway.Connect{Origin: origin})
	case rest == "connects, numbers reset":
		p.submit(gateway.Connect{Origin: origin, Reset: true})
	default:
		p.t.Fatalf("nobody knows how to play %q", line)
	}
}

// openWith plays what a page begins with: the list, and the quotes that the line names.
func (p *scenario) openWith(line string) {
	p.t.Helper()
	p.speaks("EMS", "E", nil)
	if strings.Contains(line, "DLRA quotes A-1") {
		p.speaks("DLRA", "l", nil)
	}
	if strings.Contains(line, "DLRB quotes B-1") {
		p.speaks("DLRB", "l", []string{"390=B-1", "44=106000.00"})
	}
	for firm, last := range map[string]string{"DLRA": "A", "DLRB": "B", "DLRC": "C"} {
		p.names["{"+last+"}"] = p.stage.told[firm+"$LIST"]
	}
	for heard := range strings.Lines(p.log.String()) {
		if _, quote, ok := strings.Cut(heard, " < l 115=DLR"); ok {
			id, _, _ := strings.Cut(quote[len("A|390="):], "|")
			p.names["{"+quote[:1]+"-1}"] = id
		}
	}
	p.read = p.log.Len()
}

// told takes the next message that the firm was told.
func (p *scenario) told(firm gateway.Firm, msgType string, fields []string, line string) {
	p.t.Helper()
	if len(p.heard[firm]) == 0 {
		p.t.Fatalf("%s\n%s is told nothing more", line, firm)
	}
	message := p.heard[firm][0]
	p.heard[firm] = p.heard[firm][1:]
	for _, field := range append(fields, "35="+msgType+"|") {
		tag, absent := strings.CutPrefix(field, "no_")
		if absent {
			field = tag + "="
		}
		p.learn(field, message)
		if strings.Contains("|"+message, "|"+p.named(field)) == absent {
			p.t.Fatalf("%s\n%s is told\n%s", line, firm, message)
		}
	}
}

// learn finds out what stands for {..} when it is heard for the first time.
func (p *scenario) learn(field, message string) {
	tag, name, _ := strings.Cut(field, "=")
	if strings.HasPrefix(name, "{") && strings.HasSuffix(name, "}") && p.names[name] == "" {
		_, value, _ := strings.Cut("|"+message, "|"+tag+"=")
		p.names[name], _, _ = strings.Cut(value, "|")
	}
}

// named puts what was learnt in its place.
func (p *scenario) named(text string) string {
	for name, value := range p.names {
		text = strings.ReplaceAll(text, name, value)
	}
	return text
}

// speaks says the message of the line: what the line does not say is as in the example of its type.
func (p *scenario) speaks(firm gateway.Firm, msgType string, fields []string) {
	p.t.Helper()
	header, body := p.draft(firm, msgType)
	if n := slices.Index(fields, "73=1"); msgType == "E" && n >= 0 {
		body = onlyLine(body, fields[n+1])
	}
	for _, field := range fields {
		field = p.named(field)
		tag, value, _ := strings.Cut(field, "=")
		tag, absent := strings.CutPrefix(tag, "no_")
		if tag == "128" || tag == "97" {
			header = field + "|"
			continue
		}
		at := slices.IndexFunc(body, func(f string) bool { return strings.HasPrefix(f, tag+"=") })
		switch {
		case absent:
			body = slices.DeleteFunc(body, func(f string) bool { return strings.HasPrefix(f, tag+"=") })
		case at < 0:
			body = append(body, field)
		default:
			body[at] = tag + "=" + value
		}
	}
	p.says(firm, msgType, header+"#"+strings.Join(body, "|")+"|")
}

// onlyLine leaves one line of a list, by its ListSeqNo(67).
func onlyLine(body []string, number string) []string {
	first := func(f string) bool { return strings.HasPrefix(f, "11=") }
	at := slices.IndexFunc(body, first)
	lines := body[at:]
	second := 1 + slices.IndexFunc(lines[1:], first)
	one, two := lines[:second], lines[second:]
	if slices.Contains(two, number) {
		one = two
	}
	return append(slices.Clone(body[:at]), one...)
}

// draft is the example of a type in the mouth of a firm, which knows the list by an id of its own.
func (p *scenario) draft(firm gateway.Firm, msgType string) (header string, body []string) {
	raw, ok := dict.New(dict.Tier0).Example(msgType)
	_, text, found := strings.Cut(fixspec.Shown(raw), "|52=")
	_, text, _ = strings.Cut(text, "|")
	if !ok || !found {
		p.t.Fatalf("there is no example of %s", msgType)
	}
	text = text[:strings.LastIndex(text, "10=")]
	if firm != "GATEWAY" {
		text = strings.ReplaceAll(text, "20260105-WVMG1TMRBSF2", "$LIST")
	}
	if msgType == "N" && firm != "GATEWAY" {
		text = "66=$LIST|429=1|82=1|431=1|83=1|68=2|73=0|"
	}
	for _, field := range strings.Split(strings.TrimSuffix(text, "|"), "|") {
		if strings.HasPrefix(field, "128=") {
			header = field + "|"
		} else {
			body = append(body, field)
		}
	}
	return header, body
}
