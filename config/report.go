package config

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// report collects what is wrong with one configuration, and knows where each key came from. For a
// struct built in code it knows no file and no lines.
type report struct {
	file      string
	lines     map[string]int    // path of each key the file gives → its line
	variables map[string]string // path of each key the environment gives → its variable
	faults    map[string]bool   // paths already complained about
	problems  []Problem
}

func newReport(file string) *report {
	return &report{
		file:      file,
		lines:     map[string]int{},
		variables: map[string]string{},
		faults:    map[string]bool{},
	}
}

// add tells a problem of a key, unless the key or what holds it has one already: one slip of the
// fingers gets one message.
func (r *report) add(path, text, remedy string) {
	if name, ok := r.variables[path]; ok && !r.faulty(path) {
		r.addVariable(name, text, remedy)
		r.faults[path] = true
		return
	}
	r.addAt(r.line(path), path, text, remedy)
}

func (r *report) addAt(line int, path, text, remedy string) {
	if r.faulty(path) {
		return
	}
	r.faults[path] = true
	r.problems = append(r.problems, Problem{r.file, line, path, text, remedy})
}

func (r *report) addVariable(name, text, remedy string) {
	r.problems = append(r.problems, Problem{"environment", 0, name, text, remedy})
}

// excuse keeps a key from being reported, because its problem was told under another name.
func (r *report) excuse(path string) { r.faults[path] = true }

// faulty says that the key, or a section or row that holds it, has a problem.
func (r *report) faulty(path string) bool {
	for ; path != ""; path = parent(path) {
		if r.faults[path] {
			return true
		}
	}
	return r.faults[""]
}

// given says that the file or the environment holds the key.
func (r *report) given(path string) bool {
	_, inFile := r.lines[path]
	_, inEnvironment := r.variables[path]
	return inFile || inEnvironment
}

// line is where the key stands, or else whatever holds it; 0 in a struct built in code.
func (r *report) line(path string) int {
	for ; path != ""; path = parent(path) {
		if line, ok := r.lines[path]; ok {
			return line
		}
	}
	return r.lines[""]
}

// where names another key within a text: by its line, if it has one.
func (r *report) where(path string) string {
	if line := r.line(path); line > 0 {
		return fmt.Sprintf("line %d", line)
	}
	return path
}

// path resolves a path of the file system that the key at a path holds.
func (r *report) path(key, value string) string {
	if value == "" || filepath.IsAbs(value) || r.variables[key] != "" {
		return value
	}
	return filepath.Join(filepath.Dir(r.file), value)
}

func (r *report) err() error {
	if len(r.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(r.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return &Error{Problems: r.problems}
}

// parent drops the last key or index of a path: "a[1].b" → "a[1]" → "a" → "".
func parent(path string) string {
	return path[:max(strings.LastIndexAny(path, ".["), 0)]
}
