package bond

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	// maxUniverseBytes bounds a file: about a quarter of a million bonds.
	maxUniverseBytes = 64 << 20
	// maxReported is how many wrong rows are named before the rest are only counted.
	maxReported = 20

	versionComment = "# version: "
)

var errNoCalendars = errors.New("no calendars are loaded, so there is no settlement date")

// LoadUniverse reads a universe from CSV: a header with the columns of columns in any order, those
// that are not required as needed, then one security a row. Lines that start with '#' are comments;
// the first may be "# version: " and a name for the snapshot.
//
// It reads the whole file before it gives up, so that the error names every wrong cell (the first 20)
// by file, line and column, with what to do.
func LoadUniverse(r io.Reader, name string) (*Universe, error) {
	content, err := io.ReadAll(io.LimitReader(r, maxUniverseBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case len(content) > maxUniverseBytes:
		return nil, fmt.Errorf("%s: larger than %d bytes; split it", name, maxUniverseBytes)
	}
	hash := sha256.Sum256(content)
	l := loader{name: name, csv: csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))}
	l.csv.Comment = '#'
	l.csv.ReuseRecord = true
	if err := l.header(); err != nil {
		return nil, err
	}
	u := l.universe()
	if err := l.failure(); err != nil {
		return nil, err
	}
	u.Hash = hex.EncodeToString(hash[:6])
	if u.Version = versionOf(content); u.Version == "" {
		u.Version = u.Hash
	}
	return u, nil
}

func versionOf(content []byte) string {
	first, _, _ := bytes.Cut(bytes.TrimPrefix(content, []byte("\ufeff")), []byte("\n"))
	if version, ok := strings.CutPrefix(string(first), versionComment); ok {
		return strings.TrimSpace(version)
	}
	return ""
}

// loader remembers what is wrong so far.
type loader struct {
	name    string
	csv     *csv.Reader
	columns []column // by position in the file
	wrong   []error
	more    int
}

func (l *loader) header() error {
	row, err := l.csv.Read()
	if err != nil {
		return fmt.Errorf("%s: no header: %w", l.name, err)
	}
	line, _ := l.csv.FieldPos(0)
	known := map[string]column{}
	for _, c := range columns() {
		known[c.name] = c
	}
	for _, cell := range row {
		c, ok := known[cell]
		if !ok {
			return fmt.Errorf("%s:%d: column %q is unknown or doubled; the columns are %s",
				l.name, line, cell, columnNames())
		}
		delete(known, cell)
		l.columns = append(l.columns, c)
	}
	for _, c := range columns() {
		if _, missing := known[c.name]; missing && c.required {
			return fmt.Errorf("%s:%d: column %q is missing; add it", l.name, line, c.name)
		}
	}
	return nil
}

func columnNames() string {
	var names []string
	for _, c := range columns() {
		names = append(names, c.name)
	}
	return strings.Join(names, ", ")
}

// universe reads the rows. Its indexes point into the slice of bonds, which is therefore complete
// before any of them is added.
func (l *loader) universe() *Universe {
	var bonds []Bond
	var at []int
	unsound := map[string]bool{} // what is wrong with such a row is told once, and not with all that name it
	for {
		row, err := l.csv.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			l.report(fmt.Errorf("%s: %w", l.name, err))
			if !errors.Is(err, csv.ErrFieldCount) {
				break // a quote out of place: what follows means nothing
			}
			continue
		}
		line, _ := l.csv.FieldPos(0)
		if b, ok := l.bond(row, line); ok {
			bonds, at = append(bonds, b), append(at, line)
		} else {
			unsound[b.ID] = true
		}
	}
	u, _ := NewUniverse("", nil)
	u.bonds = bonds
	for i := range u.bonds {
		l.problem(at[i], u.add(&u.bonds[i]))
	}
	for i := range u.bonds {
		if !unsound[u.bonds[i].BenchmarkID] {
			l.problem(at[i], u.checkBenchmark(&u.bonds[i]))
		}
	}
	return u
}

func (l *loader) bond(row []string, line int) (Bond, bool) {
	var b Bond
	sound, blank := true, ""
	for i, cell := range row {
		if cell == "" {
			if l.columns[i].required {
				blank = l.columns[i].name
			}
			continue
		}
		if err := l.columns[i].read(&b, cell); err != nil {
			l.report(fmt.Errorf("%s:%d: %s: %w", l.name, line, l.columns[i].name, err))
			sound = false
		}
	}
	if !sound {
		return b, false
	}
	p := b.check()
	if treatment, _ := b.Treatment(); p == nil && blank != "" && treatment != Refused {
		p = &problem{blank, "", "is blank", "fill it; a zero coupon is written 0"}
	}
	l.problem(line, p)
	return b, p == nil
}

func (l *loader) problem(line int, p *problem) {
	if p != nil {
		l.report(fmt.Errorf("%s:%d: %w", l.name, line, p))
	}
}

func (l *loader) report(err error) {
	if len(l.wrong) == maxReported {
		l.more++
		return
	}
	l.wrong = append(l.wrong, err)
}

func (l *loader) failure() error {
	if l.more > 0 {
		l.wrong = append(l.wrong, fmt.Errorf("%s: and %d more", l.name, l.more))
	}
	return errors.Join(l.wrong...)
}
