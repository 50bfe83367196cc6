package gatewaytest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// elsewhere are the rows of cluster mode, and the one that has no road.
var elsewhere = []int{19, 21, 22, 23, 32}

// The package comment names a test for each row, and what it names is there.
func TestEveryRowHasATest(t *testing.T) {
	comment, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	tests := testsOf(t, "../..")
	named := map[int]int{}
	for _, line := range regexp.MustCompile(`(?m)^//\t *(\d+)  (.+)$`).FindAllStringSubmatch(string(comment), -1) {
		row, _ := strconv.Atoi(line[1])
		for _, name := range strings.Fields(line[2]) {
			named[row]++
			if !tests[name] {
				t.Errorf("row %d: there is no test %s", row, name)
			}
		}
	}
	for row := 1; row <= 34; row++ {
		if is := named[row] > 0; is == slices.Contains(elsewhere, row) {
			t.Errorf("row %d has %d tests", row, named[row])
		}
	}
}

// testsOf returns the tests of a tree, by folder and name.
func testsOf(t *testing.T, root string) map[string]bool {
	t.Helper()
	var files []string
	for _, depth := range []string{"/*", "/*/*", "/*/*/*"} {
		some, err := filepath.Glob(root + depth + "/*_test.go")
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, some...)
	}
	declared := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	tests := map[string]bool{}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		folder, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range declared.FindAllSubmatch(source, -1) {
			tests[fmt.Sprintf("%s.%s", filepath.ToSlash(folder), name[1])] = true
		}
	}
	return tests
}
