package dict

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// Field is one tag of the table.
type Field struct {
	Tag   int32
	Name  string
	Type  Type
	Text  string // what we mean by it; empty for fields that we do not use
	Codes []Code // empty when any value of the type will do
}

// Code is one value that an enumerated field may have.
type Code struct {
	Value string
	Name  string
	Tier  int
}

// Code returns the code with a value.
func (f *Field) Code(value string) (Code, bool) {
	for _, c := range f.Codes {
		if c.Value == value {
			return c, true
		}
	}
	return Code{}, false
}

// String writes the field as Name(tag).
func (f *Field) String() string { return f.Name + "(" + strconv.Itoa(int(f.Tag)) + ")" }

// Type is a FIX data type.
type Type uint8

// The types of FIX 4.4 that the table needs. Numbers are decimal without exponent; Time is
// UTCTimestamp, Date is LocalMktDate, Codes is MultipleValueString.
const (
	String Type = iota + 1
	Char
	Bool
	Int
	SeqNum
	Length
	NumInGroup
	Float
	Price
	PriceOffset
	Qty
	Amt
	Percentage
	Currency
	Country
	Exchange
	Date
	Time
	MonthYear
	Codes
	Data
)

// String returns the type's name in the table.
func (t Type) String() string {
	names := [...]string{"", "String", "Char", "Bool", "Int", "SeqNum", "Length", "NumInGroup",
		"Float", "Price", "PriceOffset", "Qty", "Amt", "Percentage", "Currency", "Country",
		"Exchange", "Date", "Time", "MonthYear", "Codes", "Data"}
	return names[t]
}

// FIX returns the type's name in FIX 4.4.
func (t Type) FIX() string {
	switch t {
	case Bool:
		return "Boolean"
	case Date:
		return "LocalMktDate"
	case Time:
		return "UTCTimestamp"
	case Codes:
		return "MultipleValueString"
	case Char, Int, Float, Data:
		return strings.ToLower(t.String())
	}
	return t.String()
}

func parseType(name string) (Type, error) {
	for t := String; t <= Data; t++ {
		if t.String() == name {
			return t, nil
		}
	}
	return 0, fmt.Errorf("no type %q", name)
}

func (d *Dictionary) readFields() {
	d.byTag, d.byName = map[int32]*Field{}, map[string]*Field{}
	for _, table := range []string{sessionFields, listFields, instrumentFields, partyFields,
		termsFields, executionFields, confirmationFields, quoteFields, underlyingFields,
		legFields} {
		var f *Field
		for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
			if rest, ok := strings.CutPrefix(line, "\t"); ok {
				must(d.readDetail(f, rest))
				continue
			}
			var err error
			f, err = parseField(line)
			must(err)
			if d.byTag[f.Tag] != nil || d.byName[f.Name] != nil {
				must(fmt.Errorf("%v is there twice", f))
			}
			d.fields = append(d.fields, f)
			d.byTag[f.Tag], d.byName[f.Name] = f, f
		}
	}
	sort.Slice(d.fields, func(i, j int) bool { return d.fields[i].Tag < d.fields[j].Tag })
}

func parseField(line string) (*Field, error) {
	words := strings.Fields(line)
	if len(words) != 3 {
		return nil, fmt.Errorf("%q is not tag, name and type", line)
	}
	tag, err := strconv.Atoi(words[0])
	if err != nil {
		return nil, err
	}
	t, err := parseType(words[2])
	return &Field{Tag: int32(tag), Name: words[1], Type: t}, err
}

// readDetail reads an indented line: text, codes, or whose codes to share.
func (d *Dictionary) readDetail(f *Field, line string) error {
	if text, ok := strings.CutPrefix(line, "-- "); ok {
		f.Text = strings.TrimSpace(f.Text + " " + text)
		return nil
	}
	if other, ok := strings.CutPrefix(line, "as "); ok {
		if d.byName[other] == nil {
			return fmt.Errorf("%v shares the codes of %s, which does not stand before it", f, other)
		}
		f.Codes = d.byName[other].Codes
		return nil
	}
	for _, word := range strings.Fields(line) {
		value, name, ok := strings.Cut(word, "=")
		name, tier, err := cutTier(name)
		if !ok || err != nil {
			return fmt.Errorf("%v has no code %q", f, word)
		}
		if tier <= d.tier {
			f.Codes = append(f.Codes, Code{Value: value, Name: name, Tier: tier})
		}
	}
	return nil
}

// cutTier splits Name@1.
func cutTier(word string) (name string, tier int, err error) {
	name, digit, ok := strings.Cut(word, "@")
	if ok {
		tier, err = strconv.Atoi(digit)
	}
	return name, tier, err
}
