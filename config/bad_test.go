package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const samples = "../testdata/config"

// TestBadFiles loads each file of the folder and compares everything that is told about it with
// the "#! " lines at its end.
func TestBadFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(samples, "bad", "*.yaml"))
	if err != nil || len(files) < 10 {
		t.Fatalf("%d bad files, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			err := loadByName(file)
			if err == nil {
				t.Fatal("the file was taken")
			}
			if strings.Contains(err.Error(), "tell-no-one") {
				t.Errorf("the error repeats a secret: %v", err)
			}
			got := strings.ReplaceAll(err.Error(), file, "")
			if want := expectation(t, file); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// loadByName loads a file as the kind that its name begins with.
func loadByName(file string) error {
	var err error
	switch kind, _, _ := strings.Cut(filepath.Base(file), "-"); kind {
	case "gateway":
		_, err = LoadGateway(file, nil)
	case "dealer":
		_, err = LoadDealer(file, nil)
	case "client":
		_, err = LoadClient(file, nil)
	}
	return err
}

func expectation(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(content)) {
		if text, ok := strings.CutPrefix(line, "#! "); ok {
			lines = append(lines, strings.TrimSuffix(text, "\n"))
		}
	}
	return strings.Join(lines, "\n")
}
