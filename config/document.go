package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"strconv"

	"github.com/spf13/viper"
	"go.yaml.in/yaml/v3"
)

// maxFileBytes bounds a configuration file: a thousand sessions need a third of it.
const maxFileBytes = 1 << 20

// document is one file on its way into a struct.
type document struct {
	*report
	values    map[string]any // sound values of the file, as a tree
	overrides map[string]any // sound values of the environment, by path
}

// open reads the file at path along the schema of a kind of configuration. It never fails: what
// is wrong is in the report, and what is right can be decoded.
func open(path string, environ []string, schema reflect.Type) *document {
	d := &document{report: newReport(path)}
	d.lines[""] = 1
	d.overrides = d.environment(environ, schema)
	content, err := readAtMost(path, maxFileBytes)
	if err != nil {
		d.addAt(0, "", "cannot be read: "+err.Error(), "check the path and who may read it")
		return d
	}
	d.values = d.parse(content, schema)
	return d
}

func (d *document) parse(content []byte, schema reflect.Type) map[string]any {
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	var root, second yaml.Node
	switch err := decoder.Decode(&root); {
	case errors.Is(err, io.EOF):
		return nil // an empty file: the defaults, and complaints about what has none
	case err != nil:
		d.addSyntax(content, err)
		return nil
	}
	if !errors.Is(decoder.Decode(&second), io.EOF) {
		d.addAt(max(second.Line, 1), "", "holds a second document", "keep one, without ---")
		return nil
	}
	body := root.Content[0]
	if body.Tag == "!!null" {
		return nil
	}
	return d.section("", body, schema, schema)
}

var (
	syntaxError   = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)
	unknownAnchor = regexp.MustCompile(`^unknown anchor '(.*)' referenced$`)
)

// addSyntax tells what the YAML parser says. Only of an alias without its anchor the parser
// repeats a part of the file, and tells no line: it may be a password that begins with *.
func (d *document) addSyntax(content []byte, err error) {
	line, text := 0, ""
	if m := syntaxError.FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
		text = m[2]
	}
	if m := unknownAnchor.FindStringSubmatch(text); m != nil {
		before, _, _ := bytes.Cut(content, []byte("*"+m[1]))
		line = 1 + bytes.Count(before, []byte("\n"))
		text = "a value begins with *"
	}
	d.addAt(line, "", "is not YAML: "+text,
		"mind indentation, and quote values that begin with * & ! % @ or `")
}

// decode lays the sound values over what target, a pointer to a struct, holds: its defaults, then
// the file, then the environment.
func (d *document) decode(target any) {
	v := viper.New()
	err := v.MergeConfigMap(d.values)
	for path, value := range d.overrides {
		v.Set(path, value)
	}
	if err == nil {
		err = v.UnmarshalExact(target)
	}
	if err != nil { // the walk has checked every value; its text is kept back, it may hold one
		d.addAt(0, "", "cannot be decoded although it was checked", "report this as a defect")
	}
}

// rows counts the rows of a list.
func (d *document) rows(name string) int {
	rows, _ := d.values[name].([]any)
	return len(rows)
}

// readAtMost reads a regular file. Its errors do not name the file: the caller knows the key, and
// someone may have written a password where its file belongs.
func readAtMost(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, withoutPath(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, withoutPath(err)
	}
	defer func() { _ = file.Close() }()
	content, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, withoutPath(err)
	}
	if int64(len(content)) > limit {
		return nil, fmt.Errorf("larger than %d bytes", limit)
	}
	return content, nil
}

func withoutPath(err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		return inner.Err
	}
	return err
}
