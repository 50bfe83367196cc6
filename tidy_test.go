// Package foliogate_test holds the house rules that a compiler does not check.
package foliogate_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// pkg is what `go list -json` says of a package.
type pkg struct {
	ImportPath string
	Imports    []string
	GoFiles    []string
}

func packages(t *testing.T) map[string]pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,GoFiles", "./...",
		"./testdata", "./testdata/scenario", "./testdata/universe", "./testdata/universe/generate").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	found := make(map[string]pkg)
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return found
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		if len(p.GoFiles) > 0 {
			found[strings.TrimPrefix(p.ImportPath, "foliogate/")] = p
		}
	}
}

// ladder is the whole of who may import whom, house packages only. A package that
// is not here may not exist.
var ladder = map[string][]string{
	"gateway/units":             {},
	"gateway/journal":           {},
	"fixspec/wire":              {},
	"config":                    {},
	"fixspec/dict":              {"fixspec/wire"},
	"gateway/bond":              {"gateway/units"},
	"gateway":                   {"gateway/bond", "gateway/units"},
	"gateway/analytics/pricing": {"gateway/bond", "gateway/units"},
	"gateway/engine":            {"gateway", "gateway/bond", "gateway/journal", "gateway/units"},
	"gateway/dealer":            {"gateway", "gateway/analytics/pricing", "gateway/bond", "gateway/units"},
	"fixspec":                   {"gateway", "gateway/bond", "gateway/units", "fixspec/dict", "fixspec/wire"},
	"fixspec/play":              {"fixspec", "gateway", "gateway/units"},
	"gateway/gatewaytest": {"gateway", "gateway/bond", "gateway/engine", "gateway/journal", "gateway/units",
		"fixspec", "fixspec/dict", "fixspec/wire"},
	"session": {"fixspec", "fixspec/dict", "fixspec/wire", "gateway", "gateway/journal",
		"gateway/units"},
	"testdata":                   {},
	"testdata/scenario":          {"gateway", "gateway/bond", "gateway/units", "testdata"},
	"testdata/universe":          {"gateway/analytics/pricing", "gateway/bond", "gateway/units"},
	"testdata/universe/generate": {"gateway/bond", "testdata/universe"},
	"cmd/foliogate":              nil, // anything
	"cmd/torture": {"fixspec/wire", "gateway", "gateway/bond", "gateway/engine", "gateway/journal",
		"gateway/units", "session", "testdata", "testdata/scenario"},
	"cmd/peers": {"fixspec", "fixspec/dict", "fixspec/wire", "gateway", "gateway/bond", "gateway/engine",
		"gateway/journal", "gateway/units", "testdata", "testdata/scenario"},
	"cmd/sample-ems":    {},
	"cmd/sample-dealer": {},
}

func TestLadder(t *testing.T) {
	for name, p := range packages(t) {
		allowed, known := ladder[name]
		if !known {
			t.Errorf("%s has no place on the ladder: give it one in tidy_test.go", name)
			continue
		}
		for _, imported := range p.Imports {
			house, isHouse := strings.CutPrefix(imported, "foliogate/")
			if isHouse && name != "cmd/foliogate" && !slices.Contains(allowed, house) {
				t.Errorf("%s may not import %s", name, house)
			}
		}
	}
}

// Only session speaks quickfixgo; only the samples and what we are measured against use its typed
// messages.
func TestQuickfixStaysInItsRoom(t *testing.T) {
	samples := []string{"cmd/sample-ems", "cmd/sample-dealer", "cmd/peers"}
	for name, p := range packages(t) {
		for _, imported := range p.Imports {
			if !strings.HasPrefix(imported, "github.com/quickfixgo/") || slices.Contains(samples, name) {
				continue
			}
			if name != "session" || !strings.HasPrefix(imported, "github.com/quickfixgo/quickfix") {
				t.Errorf("%s may not import %s", name, imported)
			}
		}
	}
}

// Pure packages cannot reach a clock, a file, a socket, a lock, a logger or chance.
func TestPurity(t *testing.T) {
	pure := []string{
		"gateway", "gateway/units", "gateway/bond", "gateway/dealer", "gateway/analytics/pricing",
		"fixspec", "fixspec/wire", "fixspec/dict", "fixspec/play",
	}
	impure := []string{
		"os", "net", "sync", "sync/atomic", "log", "log/slog", "math/rand", "math/rand/v2",
		"crypto/rand", "context", "syscall", "os/exec", "database/sql",
	}
	all := packages(t)
	for _, name := range pure {
		for _, imported := range all[name].Imports {
			if slices.Contains(impure, imported) {
				t.Errorf("%s is pure and may not import %s", name, imported)
			}
		}
	}
}

// time.Now has no import of its own to forbid, so the sources are read for it.
func TestNoClockInPureRooms(t *testing.T) {
	out, err := exec.Command("grep", "-rnE", `time\.(Now|Since|Until|After|Tick|Sleep|NewTimer)\(`,
		"--include=*.go", "--exclude=*_test.go", "gateway", "fixspec").Output()
	if err != nil && len(out) > 0 {
		t.Fatalf("grep: %v", err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		if line != "" && !strings.HasPrefix(line, "gateway/engine/") &&
			!strings.HasPrefix(line, "gateway/journal/") {
			t.Errorf("a pure room reads the clock: %s", line)
		}
	}
}
