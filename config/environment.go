package config

import (
	"reflect"
	"slices"
	"strings"
)

// Prefix begins the name of every environment variable that is meant for foliogate.
const Prefix = "FOLIOGATE_"

// variable names a key's environment variable: limits.max_lines → FOLIOGATE_LIMITS_MAX_LINES.
func variable(path string) string {
	return Prefix + strings.ToUpper(strings.ReplaceAll(path, ".", "_"))
}

// environment reads the overrides among environ ("NAME=value", as os.Environ gives them): values
// by path. A variable with the prefix that names no key is a problem, for it would do nothing.
func (r *report) environment(environ []string, root reflect.Type) map[string]any {
	values := map[string]any{}
	known := leaves(root, "")
	for _, entry := range slices.Sorted(slices.Values(environ)) {
		name, text, _ := strings.Cut(entry, "=")
		if !strings.HasPrefix(name, Prefix) {
			continue
		}
		i := slices.IndexFunc(known, func(k key) bool { return variable(k.name) == name })
		if i < 0 {
			r.addVariable(name, "names no key", remedyForVariable(name, known))
			continue
		}
		if v, ok := r.override(known[i], name, text); ok {
			values[known[i].name] = v
		}
	}
	return values
}

func remedyForVariable(name string, known []key) string {
	var names []string
	for _, k := range known {
		full := variable(k.name)
		switch {
		case isRows(k.kind) && strings.HasPrefix(name, full+"_"):
			return "change the rows of " + k.name + " in the file"
		case strings.HasPrefix(full, name+"_"):
			return "name one of its keys, such as " + full
		}
		names = append(names, strings.TrimPrefix(full, Prefix))
	}
	if near := nearest(strings.TrimPrefix(name, Prefix), names); near != "" {
		return "did you mean " + Prefix + near + "?"
	}
	return "unset it"
}

// override reads one variable's value. Secrets have no variable: the environment is inherited by
// children and shown by the system's tools.
func (r *report) override(k key, name, text string) (any, bool) {
	switch {
	case k.kind == secretKind:
		r.addVariable(name, "would put a secret into the environment",
			"name a file with "+name+"_FILE")
		return nil, false
	case isRows(k.kind):
		r.addVariable(name, "names a list of rows", "change the rows of "+k.name+" in the file")
		return nil, false
	}
	value, flaw := parseOverride(text, k.kind)
	r.variables[k.name] = name
	if flaw.text != "" {
		r.add(k.name, flaw.text, flaw.remedy)
		return nil, false
	}
	return value, true
}

func parseOverride(text string, kind reflect.Type) (any, flaw) {
	if kind.Kind() != reflect.Slice {
		return parseScalar(text, kind)
	}
	values := []any{}
	for item := range strings.SplitSeq(text, ",") {
		value, flaw := parseScalar(strings.TrimSpace(item), kind.Elem())
		if flaw.text != "" {
			return nil, flaw
		}
		values = append(values, value)
	}
	return values, flaw{}
}
