package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// exitDiffers is the exit code of --diff for two messages that differ.
const exitDiffers = 3

// fieldAt is a field with the path to it.
type fieldAt struct{ path, value string }

// compare shows in which fields the first messages of two sources differ, path by path. BodyLength(9)
// and CheckSum(10) follow from the rest and are left out.
func (o *decodeOptions) compare(reader *messageReader, out io.Writer, sources []string) error {
	var sides [2][]fieldAt
	for i, source := range sources {
		fields, err := o.first(reader, source)
		if err != nil {
			return inputError(err)
		}
		sides[i] = fields
	}
	differences := difference(sides[0], sides[1])
	for _, line := range differences {
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	if len(differences) > 0 {
		return exit{exitDiffers, errors.New("")}
	}
	return nil
}

// first reads the first message of a file that passes the filters; a source that is no file may be
// the message itself.
func (o *decodeOptions) first(reader *messageReader, source string) ([]fieldAt, error) {
	var from io.Reader = strings.NewReader(source)
	if !strings.HasPrefix(source, beginning) {
		file, err := os.Open(source)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		from = file
	}
	for scanner := newMessageScanner(from); ; {
		found, err := scanner.next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s holds no message to compare", visible(source))
		} else if err != nil {
			return nil, err
		}
		if o.filter.admits(reader.table, found.raw) {
			reader.read(found.raw)
			return reader.paths(), nil
		}
	}
}

// paths gives each field the path to it, as in NoOrders(73)[2].Side(54). A field that comes again on
// its level is told apart by a number.
func (r *messageReader) paths() []fieldAt {
	var list []fieldAt
	var groups, prefixes [16]string
	seen := map[string]int{}
	for i, p := range r.places {
		tag := r.message.Fields[i].Tag
		depth := min(p.Depth, len(groups)-2)
		if p.Begins {
			prefixes[depth] = fmt.Sprintf("%s[%d].", groups[depth], p.Instance)
		} else if depth > 0 && p.Instance == 0 {
			prefixes[depth] = groups[depth] + "[0]."
		}
		name := r.name(i)
		if name == "" {
			name = "Tag"
		}
		path := fmt.Sprintf("%s%s(%d)", prefixes[depth], name, tag)
		if p.Opens {
			groups[depth+1] = path
		}
		if seen[path]++; seen[path] > 1 {
			path += fmt.Sprintf(" #%d", seen[path])
		}
		if name != "BodyLength" && name != "CheckSum" {
			list = append(list, fieldAt{path, shortened(r.value(i))})
		}
	}
	return list
}

// difference tells what is only left (-), only right (+) and other (~), in the order of the left
// and then of the right.
func difference(left, right []fieldAt) []string {
	values := func(side []fieldAt) map[string]string {
		m := make(map[string]string, len(side))
		for _, f := range side {
			m[f.path] = f.value
		}
		return m
	}
	inLeft, inRight := values(left), values(right)
	var lines []string
	for _, f := range left {
		if other, ok := inRight[f.path]; !ok {
			lines = append(lines, fmt.Sprintf("- %s %s", f.path, f.value))
		} else if other != f.value {
			lines = append(lines, fmt.Sprintf("~ %s %s, then %s", f.path, f.value, other))
		}
	}
	for _, f := range right {
		if _, ok := inLeft[f.path]; !ok {
			lines = append(lines, fmt.Sprintf("+ %s %s", f.path, f.value))
		}
	}
	return lines
}
