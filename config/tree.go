package config

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// The functions of this file walk the file's tree along the schema, note each key's line, and
// give back what is sound as maps, lists and values of the schema's types. What is not sound is
// reported and left out, so that the checks that follow see a default instead.

// section reads a mapping.
func (r *report) section(path string, node *yaml.Node, schema, root reflect.Type) map[string]any {
	values := map[string]any{}
	if node.Kind != yaml.MappingNode {
		r.addAt(node.Line, path, "is not a list of keys", "write key: value, a key a line")
		return values
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, value := node.Content[i], node.Content[i+1]
		k, ok := r.known(path, name, node, schema, root)
		if !ok {
			continue
		}
		inner := join(path, k.name)
		if first, twice := r.lines[inner]; twice {
			r.excuse(inner)
			r.problems = append(r.problems, Problem{r.file, name.Line, inner,
				fmt.Sprintf("is written twice, first at line %d", first), "delete one of them"})
			continue
		}
		r.lines[inner] = name.Line
		if v, ok := r.value(inner, value, k.kind, root); ok {
			values[k.name] = v
		}
	}
	return values
}

// word is what may be repeated of an unknown key: "password:s3cret" is a key to YAML.
var word = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]{0,63}$`)

// known finds a key in its section, or reports it with the likeliest remedy.
func (r *report) known(path string, name, node *yaml.Node, schema, root reflect.Type) (key, bool) {
	keys := keysOf(schema)
	for _, k := range keys {
		if name.Kind == yaml.ScalarNode && name.Value == k.name {
			return k, true
		}
	}
	if name.Kind != yaml.ScalarNode || !word.MatchString(name.Value) {
		r.problems = append(r.problems, Problem{r.file, name.Line, path,
			"holds something that is not a key",
			"write each key as one word, then a colon and a space"})
		return key{}, false
	}
	text, remedy := "is unknown here", ""
	near := nearest(name.Value, namesOf(keys))
	switch place := home(root, name.Value); {
	case losesMessages(name.Value):
		text = "is refused: quickfixgo's EnableNextExpectedMsgSeqNum loses messages, " +
			"it gap-fills over those the counterparty missed"
		remedy = "delete it"
	case place != "":
		remedy = "it belongs in " + place
	case near != "":
		remedy = "did you mean " + near + "?"
		if !holds(node, near) {
			r.excuse(join(path, near))
		}
	default:
		remedy = "delete it, or choose from " + strings.Join(namesOf(keys), ", ")
	}
	r.addAt(name.Line, join(path, name.Value), text, remedy)
	return key{}, false
}

// losesMessages knows quickfixgo's NextExpectedMsgSeqNum(789) setting in any spelling. With it the
// engine gap-fills over application messages that the peer has missed.
func losesMessages(name string) bool {
	plain := strings.NewReplacer("_", "", "-", "", ".", "").Replace(strings.ToLower(name))
	return strings.Contains(plain, "nextexpectedmsgseqnum")
}

func holds(node *yaml.Node, name string) bool {
	for i := 0; i < len(node.Content); i += 2 {
		if node.Content[i].Value == name {
			return true
		}
	}
	return false
}

func (r *report) value(path string, node *yaml.Node, kind, root reflect.Type) (any, bool) {
	switch {
	case node.Kind == yaml.AliasNode:
		r.addAt(node.Line, path, "refers to another place of the file",
			"write the value out, or quote it if it begins with *")
	case node.Style&yaml.TaggedStyle != 0:
		r.addAt(node.Line, path, "has a YAML tag", "quote the value if it begins with !")
	case node.Tag == "!!null":
		r.addAt(node.Line, path, "has no value", "give it one, or delete the line")
	case isSection(kind):
		return r.section(path, node, kind, root), true
	case kind.Kind() == reflect.Slice:
		return r.list(path, node, kind.Elem(), root)
	default:
		return r.scalar(path, node, kind)
	}
	// A row keeps its place in the list, or the indices of those after it would shift.
	return map[string]any{}, isSection(kind)
}

func (r *report) list(path string, node *yaml.Node, kind, root reflect.Type) (any, bool) {
	if node.Kind != yaml.SequenceNode {
		r.addAt(node.Line, path, "is not a list", "write [a, b], or a line beginning with - for each")
		return nil, false
	}
	values := make([]any, 0, len(node.Content))
	for i, item := range node.Content {
		inner := fmt.Sprintf("%s[%d]", path, i)
		r.lines[inner] = item.Line
		if v, ok := r.value(inner, item, kind, root); ok {
			values = append(values, v)
		}
	}
	return values, true
}

func (r *report) scalar(path string, node *yaml.Node, kind reflect.Type) (any, bool) {
	if node.Kind != yaml.ScalarNode {
		r.addAt(node.Line, path, "is not a single value", "write one value")
		return nil, false
	}
	value, flaw := parseScalar(node.Value, kind)
	if flaw.text != "" {
		r.addAt(node.Line, path, flaw.text, flaw.remedy)
		return nil, false
	}
	return value, true
}
