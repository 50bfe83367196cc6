package dict

import (
	"encoding/xml"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// dictionaryXML is what we need of FIX44.xml.
type dictionaryXML struct {
	Header     node   `xml:"header"`
	Trailer    node   `xml:"trailer"`
	Messages   []node `xml:"messages>message"`
	Components []node `xml:"components>component"`
	Fields     []struct {
		Number int32  `xml:"number,attr"`
		Name   string `xml:"name,attr"`
		Type   string `xml:"type,attr"`
		Values []struct {
			Enum string `xml:"enum,attr"`
		} `xml:"value"`
	} `xml:"fields>field"`
}

type node struct {
	XMLName  xml.Name
	Name     string `xml:"name,attr"`
	Required string `xml:"required,attr"`
	Type     string `xml:"msgtype,attr"`
	Category string `xml:"msgcat,attr"`
	Nodes    []node `xml:",any"`
}

func readFIX44(t *testing.T) dictionaryXML {
	t.Helper()
	text, err := os.ReadFile("../../testdata/fix/FIX44.xml")
	if err != nil {
		t.Fatal(err)
	}
	var x dictionaryXML
	if err := xml.Unmarshal(text, &x); err != nil {
		t.Fatal(err)
	}
	return x
}

// flat writes nodes in our notation, with the components' members in their place.
func (x dictionaryXML) flat(nodes []node) []string {
	var list []string
	for _, n := range nodes {
		mark := ""
		if n.Required == "Y" {
			mark = "!"
		}
		switch n.XMLName.Local {
		case "field":
			list = append(list, n.Name+mark)
		case "group":
			list = append(list, n.Name+mark+"("+strings.Join(x.flat(n.Nodes), " ")+")")
		case "component":
			at := slices.IndexFunc(x.Components, func(c node) bool { return c.Name == n.Name })
			list = append(list, x.flat(x.Components[at].Nodes)...)
		}
	}
	return list
}

func flat(members []Member) []string {
	var list []string
	for _, m := range members {
		word := m.Field.Name
		if m.Required {
			word += "!"
		}
		if len(m.Members) > 0 {
			word += "(" + strings.Join(flat(m.Members), " ") + ")"
		}
		list = append(list, word)
	}
	return list
}

func TestMessagesAgreeWithFIX44(t *testing.T) {
	x, d := readFIX44(t), New(Tier0)
	compare := func(what string, got []Member, want []node) {
		t.Helper()
		if g, w := flat(got), x.flat(want); !slices.Equal(g, w) {
			t.Errorf("%s\n got %s\nwant %s", what, strings.Join(g, " "), strings.Join(w, " "))
		}
	}
	compare("header", d.Header(), x.Header.Nodes)
	compare("trailer", d.Trailer(), x.Trailer.Nodes)
	found := 0
	for _, n := range x.Messages {
		m, ok := d.Message(n.Type)
		if !ok {
			continue
		}
		found++
		compare(n.Type+" "+n.Name, m.Body, n.Nodes)
		if m.Name != n.Name || m.Admin != (n.Category == "admin") {
			t.Errorf("%s is %s, admin %v; want %s, %s", n.Type, m.Name, m.Admin, n.Name, n.Category)
		}
	}
	if found != len(d.Messages()) {
		t.Errorf("%d of our %d messages are in FIX44.xml", found, len(d.Messages()))
	}
}

func TestFieldsAgreeWithFIX44(t *testing.T) {
	types := map[string]Type{"STRING": String, "INT": Int, "CHAR": Char, "PRICE": Price,
		"NUMINGROUP": NumInGroup, "LOCALMKTDATE": Date, "QTY": Qty, "AMT": Amt,
		"PERCENTAGE": Percentage, "BOOLEAN": Bool, "FLOAT": Float, "CURRENCY": Currency,
		"LENGTH": Length, "UTCTIMESTAMP": Time, "DATA": Data, "SEQNUM": SeqNum,
		"PRICEOFFSET": PriceOffset, "EXCHANGE": Exchange, "MONTHYEAR": MonthYear,
		"COUNTRY": Country, "MULTIPLEVALUESTRING": Codes}
	x, d := readFIX44(t), New(Tier0)
	found := map[int32]bool{}
	for _, want := range x.Fields {
		f, ok := d.Field(want.Number)
		if !ok {
			continue
		}
		found[f.Tag] = true
		if f.Name != want.Name || f.Type != types[want.Type] {
			t.Errorf("%v is of type %v, want %s of %s", f, f.Type, want.Name, want.Type)
		}
		var codes, wantCodes []string
		for _, c := range f.Codes {
			codes = append(codes, c.Value)
		}
		for _, v := range want.Values {
			wantCodes = append(wantCodes, v.Enum)
		}
		slices.Sort(codes)
		slices.Sort(wantCodes)
		if f.Type == Bool && slices.Equal(wantCodes, []string{"N", "Y"}) {
			wantCodes = nil
		}
		if !slices.Equal(codes, wantCodes) {
			t.Errorf("%v has codes %v, want %v", f, codes, wantCodes)
		}
	}
	for _, f := range d.Fields() {
		if f.Tag < 1000 && !found[f.Tag] {
			t.Errorf("%v is not in FIX44.xml", f)
		}
	}
}

// everyMember calls f with each member of each message, and the path to it.
func everyMember(d *Dictionary, f func(path string, m Member)) {
	var walk func(path string, members []Member)
	walk = func(path string, members []Member) {
		for _, m := range members {
			f(path+"."+m.Field.Name, m)
			walk(path+"."+m.Field.Name, m.Members)
		}
	}
	walk("header", d.Header())
	walk("trailer", d.Trailer())
	for _, m := range d.Messages() {
		walk(m.Name, m.Body)
	}
}

func TestTiersOnlyAdd(t *testing.T) {
	members := [Tier2 + 1]map[string]Member{}
	for tier := range members {
		members[tier] = map[string]Member{}
		everyMember(New(tier), func(path string, m Member) { members[tier][path] = m })
	}
	for tier := Tier1; tier <= Tier2; tier++ {
		added := 0
		for path, m := range members[tier] {
			if below, ok := members[tier-1][path]; !ok {
				added++
				if m.Tier != tier {
					t.Errorf("%s is new in tier %d, marked %d", path, tier, m.Tier)
				}
			} else if below.Required != m.Required && !m.Relaxed {
				t.Errorf("%s: tier %d changes what FIX requires", path, tier)
			}
		}
		if added == 0 || len(members[tier]) != len(members[tier-1])+added {
			t.Errorf("tier %d adds %d members, and has %d over %d", tier, added,
				len(members[tier]), len(members[tier-1]))
		}
	}
}

// What only FIX 4.4 requires is asked for in tier 0 alone; a QuickFIX engine of another language, or
// of a later version, sends a Confirmation(AK) without the two empty groups.
func TestLaterTiersRelaxTheConfirmation(t *testing.T) {
	for tier := Tier0; tier <= Tier2; tier++ {
		m, _ := New(tier).Message("AK")
		var required []string
		for _, b := range m.Body {
			if b.Relaxed && b.Required {
				required = append(required, b.Field.Name)
			}
		}
		if got := strings.Join(required, " "); tier == Tier0 && got != "NoUnderlyings NoLegs" ||
			tier > Tier0 && got != "" {
			t.Errorf("tier %d requires %q", tier, got)
		}
	}
}

// A field of the body that is also a member of the body's group could be read as part of the last
// instance. Tier 1 and 2 must not add such fields.
func TestNoTierAddsAnAmbiguousField(t *testing.T) {
	for _, m := range New(Tier2).Messages() {
		var inGroups func(members []Member, tag int32) bool
		inGroups = func(members []Member, tag int32) bool {
			return slices.ContainsFunc(members, func(g Member) bool {
				return slices.ContainsFunc(g.Members, func(in Member) bool {
					return in.Field.Tag == tag
				}) || inGroups(g.Members, tag)
			})
		}
		for _, b := range m.Body {
			if b.Tier > Tier0 && inGroups(m.Body, b.Field.Tag) {
				t.Errorf("%s: %v of tier %d is in one of its groups too", m.Name, b.Field, b.Tier)
			}
		}
	}
}

func TestWhatWeUseIsExplained(t *testing.T) {
	unexplained := map[string]bool{}
	everyMember(New(Tier2), func(path string, m Member) {
		if m.Use != Ignored && m.Field.Text == "" {
			unexplained[m.Field.Name+"("+strconv.Itoa(int(m.Field.Tag))+")"] = true
		}
		if m.Use == Demanded && m.Required {
			t.Errorf("%s is demanded, but FIX requires it already", path)
		}
	})
	for name := range unexplained {
		t.Errorf("%s is used and has no text", name)
	}
}

func TestFlowsAndCodesAreWhole(t *testing.T) {
	d := New(Tier2)
	for _, m := range d.Messages() {
		if len(m.Flows) == 0 {
			t.Errorf("%s goes from nobody to nobody", m.Name)
		}
		for _, f := range m.Flows {
			if f.From.String() == "" || f.To.String() == "" || f.Text == "" {
				t.Errorf("%s: flow %+v is not whole", m.Name, f)
			}
		}
	}
	msgType, _ := d.Field(35)
	for _, m := range d.Messages() {
		if code, _ := msgType.Code(m.Type); code.Name != m.Name {
			t.Errorf("%v calls %s %q, the message is %s", msgType, m.Type, code.Name, m.Name)
		}
	}
	for _, f := range d.Fields() {
		seen := map[string]bool{}
		for _, c := range f.Codes {
			if c.Value == "" || c.Name == "" || seen[c.Value] {
				t.Errorf("%v: code %q is empty, unnamed or doubled", f, c.Value)
			}
			seen[c.Value] = true
		}
	}
}
