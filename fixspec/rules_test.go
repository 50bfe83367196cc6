package fixspec

import (
	"bytes"
	"errors"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/testdata"
)

// The document is what the table says now.
func TestRulesAreCurrent(t *testing.T) {
	want := dict.New(dict.Tier2).Rules()
	if *update {
		if err := os.WriteFile("RULES.md", want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("RULES.md is not what the message table says: go test ./fixspec -run Rules -update")
	}
}

// Every example in the document is a whole message, strictly valid by FIX44.xml unmodified, by our
// table and by our trimmed dictionary, and those of the LIST profile decode.
func TestRulesExamplesDecode(t *testing.T) {
	text, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	judge, table := newStrictly(t), dict.New(dict.Tier0)
	reader := NewReader(table, wire.Policy{})
	for _, example := range regexp.MustCompile(`(?m)^8=FIX.*\|$`).FindAllString(string(text), -1) {
		raw := []byte(strings.ReplaceAll(example, "|", "\x01"))
		var m wire.Message
		if err := m.Parse(raw); err != nil {
			t.Fatalf("%s: %v", example, err)
		}
		if err := table.Validate(&m, wire.Policy{}); err != nil {
			t.Errorf("%s: %v", example, err)
		}
		onlyUsed(t, table, &m)
		judge.accept(t, raw)
		msgType := string(m.MsgType())
		found[msgType] = true
		_, message, err := reader.Read(raw)
		var refused *wire.Error
		if errors.As(err, &refused) && refused.Reason == wire.UnsupportedMsgType {
			continue // of the session or of the RFQ profile: there is nothing to decode into
		}
		if err != nil || message.MsgType() != msgType {
			t.Errorf("%s does not decode: %v", example, err)
		}
	}
	for _, m := range table.Messages() {
		if !found[m.Type] {
			t.Errorf("%s (%s) has no example", m.Name, m.Type)
		}
	}
}

// onlyUsed sees that an example shows no field that its table does not explain.
func onlyUsed(t *testing.T, table *dict.Dictionary, m *wire.Message) {
	t.Helper()
	used := map[int32]bool{}
	var walk func(members []dict.Member)
	walk = func(members []dict.Member) {
		for i, member := range members {
			if member.Use != dict.Ignored || i == 0 {
				used[member.Field.Tag] = true
			}
			walk(member.Members)
		}
	}
	message, _ := table.Message(string(m.MsgType()))
	walk(table.Header())
	walk(message.Body)
	walk(table.Trailer())
	for _, f := range m.Fields {
		if !used[f.Tag] {
			t.Errorf("the example of %s has tag %d, which its table leaves out", message.Name, f.Tag)
		}
	}
}

// What the prose names, the table has: fields with their tags, messages with their types, codes.
func TestRulesNameWhatExists(t *testing.T) {
	text, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	table := dict.New(dict.Tier2)
	msgType, _ := table.Field(35)
	prose := regexp.MustCompile(`(?m)^8=FIX.*$`).ReplaceAllString(string(text), "")
	named := 0
	for _, n := range regexp.MustCompile(`\b([A-Z]\w+)\((\w{1,5})\)`).FindAllStringSubmatch(prose, -1) {
		tag, _ := strconv.Atoi(n[2])
		field, isField := table.Field(int32(tag))
		code, isMessage := msgType.Code(n[2])
		if named++; (!isField || field.Name != n[1]) && (!isMessage || code.Name != n[1]) {
			t.Errorf("%s is neither a field nor a message", n[0])
		}
	}
	for _, n := range regexp.MustCompile(`\b(\d{1,5})=(\w+)`).FindAllStringSubmatch(prose, -1) {
		tag, _ := strconv.Atoi(n[1])
		field, ok := table.Field(int32(tag))
		if !ok {
			t.Errorf("%s: no field has that tag", n[0])
			continue
		}
		if _, ok := field.Code(n[2]); !ok && len(field.Codes) > 0 {
			t.Errorf("%s: %v has no such code", n[0], field)
		}
		named++
	}
	if named < 500 {
		t.Errorf("%d names prove little", named)
	}
}

// Every answer to bad input is in the table that tells of answers.
func TestRulesTellEveryAnswer(t *testing.T) {
	text, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	_, answers, _ := strings.Cut(string(text), "## What is wrong with a message")
	answers, _, _ = strings.Cut(answers, "\n## ")
	for _, c := range testdata.BadInputs() {
		for _, reason := range regexp.MustCompile(`3[78][03]=\d+`).FindAllString(c.Said.Fields, -1) {
			if !regexp.MustCompile(`\b` + reason + `\b`).MatchString(answers) {
				t.Errorf("%s is answered %s, of which the rules say nothing", c.Name, reason)
			}
		}
	}
}
