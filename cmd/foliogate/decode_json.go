package main

import "io"

// decodedMessage is what --json writes, a document a message.
type decodedMessage struct {
	Where   string         `json:"where"`
	Type    string         `json:"type"`
	Name    string         `json:"name"`
	Invalid []string       `json:"invalid,omitempty"`
	Fields  []decodedField `json:"fields"`
}

// decodedField is a field; of one that counts a group, with the instances that follow.
type decodedField struct {
	Tag       int32            `json:"tag"`
	Name      string           `json:"name,omitempty"`
	Value     string           `json:"value"`
	Meaning   string           `json:"meaning,omitempty"`
	Instances [][]decodedField `json:"instances,omitempty"`
}

func (r *messageReader) json(w io.Writer, where string) error {
	m := decodedMessage{Where: where, Type: r.msgType, Name: r.title()}
	for _, err := range r.problems() {
		m.Invalid = append(m.Invalid, err.Error())
	}
	at := 0
	m.Fields = r.fields(&at, 0)
	return newLineEncoder(w).Encode(m)
}

// fields reads the fields of one instance, or of the message, from *at on.
func (r *messageReader) fields(at *int, depth int) []decodedField {
	list := []decodedField{}
	for first := *at; *at < len(r.places); {
		i, p := *at, r.places[*at]
		if p.Depth < depth || p.Depth == depth && p.Begins && i > first {
			break
		}
		f := decodedField{Tag: r.message.Fields[i].Tag, Name: r.name(i), Value: r.value(i),
			Meaning: r.meaning(i)}
		for *at++; *at < len(r.places) && r.places[*at].Depth > depth; {
			f.Instances = append(f.Instances, r.fields(at, depth+1))
		}
		list = append(list, f)
	}
	return list
}
