package config

import (
	"reflect"
	"slices"
	"strings"
	"time"
)

// The structs are the schema: a key is a field's mapstructure tag.
type key struct {
	name string
	kind reflect.Type
}

func keysOf(section reflect.Type) []key {
	keys := make([]key, 0, section.NumField())
	for i := range section.NumField() {
		f := section.Field(i)
		keys = append(keys, key{name: f.Tag.Get("mapstructure"), kind: f.Type})
	}
	return keys
}

func namesOf(keys []key) []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	return names
}

var (
	durationKind = reflect.TypeFor[time.Duration]()
	secretKind   = reflect.TypeFor[Secret]()
)

// isSection says that a key of this kind holds keys of its own. A Secret is a value.
func isSection(kind reflect.Type) bool {
	return kind.Kind() == reflect.Struct && kind != secretKind
}

// isRows says that a key of this kind holds a list of sections.
func isRows(kind reflect.Type) bool {
	return kind.Kind() == reflect.Slice && isSection(kind.Elem())
}

// join gives the path of a key within the section at a path; the whole file's path is "".
func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// leaves gives every path that holds a value, a list of values, or a list of rows.
func leaves(section reflect.Type, path string) []key {
	var found []key
	for _, k := range keysOf(section) {
		k.name = join(path, k.name)
		if isSection(k.kind) {
			found = append(found, leaves(k.kind, k.name)...)
		} else {
			found = append(found, k)
		}
	}
	return found
}

// home names the section, other than the whole file, that a key belongs to; "" for none.
func home(section reflect.Type, name string) string {
	for _, k := range keysOf(section) {
		inner, place := k.kind, k.name
		if isRows(inner) {
			inner, place = inner.Elem(), "a row of "+k.name
		}
		if !isSection(inner) {
			continue
		}
		if slices.Contains(namesOf(keysOf(inner)), name) {
			return place
		}
		if deeper := home(inner, name); deeper != "" {
			return deeper + " in " + place
		}
	}
	return ""
}

// nearest gives the name that a slip of the fingers would have turned into word; "" for none.
func nearest(word string, names []string) string {
	best, bound := "", max(2, len(word)/3)+1
	for _, name := range names {
		if d := distance(strings.ToLower(word), strings.ToLower(name)); d < bound {
			best, bound = name, d
		}
	}
	return best
}

// distance counts the insertions, deletions and replacements between two words (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
