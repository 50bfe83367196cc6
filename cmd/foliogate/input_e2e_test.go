package main

import (
	"bytes"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"foliogate/testdata"
)

// badInput runs a verb and returns all it complains of; its exit code must be 2.
func badInput(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(soon(t), args, &stdout, &stderr); code != exitInput || stdout.Len() > 0 {
		t.Errorf("%s ends with %d\n%s%s", args, code, stdout.String(), stderr.String())
	}
	return stderr.String()
}

// Every bad configuration is told by file and line, with key and remedy, by its verb and by check.
func TestBadConfigurations(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../testdata/config/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	verbs := map[string]string{"gateway": "serve", "dealer": "dealer", "client": "inquire"}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		kind, _, _ := strings.Cut(filepath.Base(file), "-")
		verb := []string{verbs[kind], "--config", file}
		if kind == "client" {
			verb = append(verb, "--basket", "../../testdata/scenario/switch.csv")
		}
		for _, args := range [][]string{verb, {"check", "--config", file, "--for", verbs[kind]}} {
			complaints := badInput(t, args...)
			for line := range strings.Lines(string(text)) {
				if want, expected := strings.CutPrefix(line, "#! "); expected && !strings.Contains(complaints, file+want) {
					t.Errorf("%s does not say\n%s%sbut\n%s", args, file, want, complaints)
				}
			}
			if strings.Contains(complaints, "tell-no-one") {
				t.Errorf("%s tells a password", args)
			}
		}
	}
}

// Reference data that is wrong is told by file, row and column.
func TestBadReferenceData(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, key, text string
		want            string // by file, row, column, what is wrong
	}{
		{"a coupon of letters", "universe", strings.Replace(testdata.Universe(), ",plain,4.5,", ",plain,high,", 1), `:3: coupon_pct: .*high.*\n$`},
		{"a maturity that is none", "universe", strings.Replace(testdata.Universe(), ",2027-05-31,", ",2027-02-31,", 1), `:3: maturity: .*2027-02-31`},
		{"a bond twice", "universe", testdata.Universe() + strings.Split(testdata.Universe(), "\n")[2] + "\n", `:\d+: .*871998A26`},
		{"an unknown column", "universe", strings.Replace(testdata.Universe(), "isin,", "isim,", 1), `:2: column "isim" is unknown`},
		{"no rows", "universe", "", `: `},
		{"a day that is none", "calendars", strings.Replace(testdata.Holidays(), "2023-01-16", "2023-01-46", 1), `:3: .*2023-01-46`},
		{"no header", "calendars", strings.SplitN(testdata.Holidays(), "\n", 2)[1], `:1: unknown column "2023-01-02"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			config := writeConfig(t, "127.0.0.1:0", "127.0.0.1:1")
			file := filepath.Join(filepath.Dir(config), "data.csv")
			text, err := os.ReadFile(config)
			if err != nil {
				t.Fatal(err)
			}
			for name, content := range map[string]string{file: test.text, config: test.key + ": data.csv\n" + string(text)} {
				if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			for _, verb := range []string{"serve", "check"} {
				complaints := badInput(t, verb, "--config", config)
				if !regexp.MustCompile("(?m)^" + regexp.QuoteMeta(file) + test.want).MatchString(complaints) {
					t.Errorf("%s says\n%s", verb, complaints)
				}
			}
		})
	}
}

// What only the machine can say is a fault, and says what to do.
func TestFaultsAtTheStart(t *testing.T) {
	t.Parallel()
	fault := func(file, want string) {
		t.Helper()
		var stdout, stderr bytes.Buffer
		code := run(soon(t), []string{"serve", "--config", file}, &stdout, &stderr)
		if code != exitFault || !strings.Contains(stderr.String(), want) {
			t.Errorf("exit code %d, without %q:\n%s", code, want, stderr.String())
		}
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	fault(writeConfig(t, taken.Addr().String(), "127.0.0.1:1"), "listen at "+taken.Addr().String())

	v := newPit(t)
	v.open() // the journal has one owner
	fault(v.file, "journal")
}
