package dict_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/datadictionary"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

// What the table makes it takes, and so does quickfixgo, on the dictionary that the table wrote
// and, of tier 0, on the unmodified FIX44.xml.
func TestRandomMessagesAreValid(t *testing.T) {
	for tier := dict.Tier0; tier <= dict.Tier2; tier++ {
		d := dict.New(tier)
		judges := []witness{writtenWitness(t, d.QuickFIX(false))}
		if tier == dict.Tier0 {
			judges = append(judges, newWitness(t))
		}
		r := rand.New(rand.NewPCG(44, uint64(tier)))
		var m wire.Message
		nested := nestedGroups(d)
		fields, lost := 0, 0
		for _, message := range d.Messages() {
			for range 60 {
				raw, ok := d.Random(message.Type, r.IntN)
				if !ok {
					t.Fatalf("no random %s", message.Name)
				}
				if err := m.Parse(raw); err != nil {
					t.Fatalf("%v\n%s", err, bytes.ReplaceAll(raw, []byte{1}, []byte("|")))
				}
				if err := d.Validate(&m, wire.Policy{}); err != nil {
					t.Fatalf("tier %d: %v\n%v", tier, err, &m)
				}
				for i, judge := range judges {
					err := judge.judge(raw)
					if err != nil && losesFields(&m, nested, err) {
						lost++
					} else if err != nil {
						t.Fatalf("tier %d, witness %d: %v\n%v", tier, i, err, &m)
					}
				}
				fields += len(m.Fields)
			}
		}
		if fields < 20_000 || lost > 300 {
			t.Errorf("tier %d: %d fields, and %d messages unjudged, prove little", tier, fields, lost)
		}
	}
}

// nestedGroups are the counts of groups within groups.
func nestedGroups(d *dict.Dictionary) map[int32]bool {
	found := map[int32]bool{}
	var walk func(members []dict.Member, depth int)
	walk = func(members []dict.Member, depth int) {
		for _, m := range members {
			if depth > 0 && len(m.Members) > 0 {
				found[m.Field.Tag] = true
			}
			walk(m.Members, depth+1)
		}
	}
	for _, m := range d.Messages() {
		walk(m.Body, 0)
	}
	return found
}

// losesFields excuses quickfixgo, whose parser forgets fields of the body that follow a group
// within a group and then misses them.
func losesFields(m *wire.Message, nested map[int32]bool, err error) bool {
	reject, ok := err.(quickfix.MessageRejectError)
	return ok && reject.RejectReason() == int(wire.RequiredMissing) &&
		slices.ContainsFunc(m.Fields, func(f wire.Field) bool { return nested[f.Tag] })
}

func TestRandomIsRepeatable(t *testing.T) {
	d := dict.New(dict.Tier0)
	make1 := func(seed uint64) []byte {
		raw, _ := d.Random("E", rand.New(rand.NewPCG(seed, 1)).IntN)
		return raw
	}
	if !bytes.Equal(make1(7), make1(7)) || bytes.Equal(make1(7), make1(8)) {
		t.Error("a message does not follow from its rolls alone")
	}
	if _, ok := d.Random("XX", func(int) int { return 0 }); ok {
		t.Error("a type that does not exist has a random message")
	}
}

// writtenWitness is quickfixgo with a dictionary of ours.
func writtenWitness(t *testing.T, xml []byte) witness {
	t.Helper()
	table, err := datadictionary.ParseSrc(bytes.NewReader(xml))
	if err != nil {
		t.Fatal(err)
	}
	return witnessOf(table)
}
