package config

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

func TestEnvironmentOverrides(t *testing.T) {
	file := write(t, sound)
	g, err := LoadGateway(file, []string{
		"HOME=/home/nobody",
		"FOLIOGATE_DATA_DIR=elsewhere",
		"FOLIOGATE_LOG_LEVEL=debug",
		"FOLIOGATE_LIMITS_MAX_LINES=1000",
		"FOLIOGATE_TIMING_ACK_TIMEOUT=250ms",
		"FOLIOGATE_QUOTES_TOTAL_TOLERANCE=0.01",
	})
	if err != nil {
		t.Fatal(err)
	}
	want := DefaultLimits()
	want.MaxLines = 1000
	if g.DataDir != "elsewhere" || g.Limits != want || g.Log != (Log{Debug, Text}) ||
		g.Timing.AckTimeout != 250*time.Millisecond || g.Quotes.TotalTolerance != "0.01" {
		t.Errorf("got %+v", g)
	}
	if g.CompID != "FOLIOGATE" || g.Mode != Rehearsal || len(g.Sessions) != 2 {
		t.Errorf("the file's own values are lost: %+v", g)
	}
}

func TestEnvironmentList(t *testing.T) {
	c, err := LoadClient(filepath.Join(samples, "client.yaml"),
		[]string{"FOLIOGATE_DEFAULTS_DEALERS=HALYARD, COPPERLINE"})
	if want := []string{"HALYARD", "COPPERLINE"}; err != nil || !reflect.DeepEqual(c.Defaults.Dealers, want) {
		t.Errorf("got %v, %v", c.Defaults.Dealers, err)
	}
}

func TestEnvironmentProblems(t *testing.T) {
	cases := []struct{ entry, want string }{
		{"FOLIOGATE_DATA_DRI=x", `FOLIOGATE_DATA_DRI: names no key; did you mean FOLIOGATE_DATA_DIR?`},
		{"FOLIOGATE_COLOUR_OF_MONEY=x", `FOLIOGATE_COLOUR_OF_MONEY: names no key; unset it`},
		{"FOLIOGATE_LIMITS=x", `FOLIOGATE_LIMITS: names no key; name one of its keys, such as FOLIOGATE_LIMITS_MAX_LINES`},
		{"FOLIOGATE_SESSIONS=x", `FOLIOGATE_SESSIONS: names a list of rows; change the rows of sessions in the file`},
		{"FOLIOGATE_SESSIONS_0_PASSWORD=tell-no-one",
			`FOLIOGATE_SESSIONS_0_PASSWORD: names no key; change the rows of sessions in the file`},
		{"FOLIOGATE_LIMITS_MAX_LINES=many",
			`FOLIOGATE_LIMITS_MAX_LINES: "many" is not a whole number; write digits only, such as 5000`},
		{"FOLIOGATE_LIMITS_MAX_LINES=0",
			`FOLIOGATE_LIMITS_MAX_LINES: 0 is not between 1 and 50000; choose a value in that range`},
		{"FOLIOGATE_LOG_LEVEL=", `FOLIOGATE_LOG_LEVEL: is missing; write debug, info, warn or error`},
		{"FOLIOGATE_MODE=live", `FOLIOGATE_MODE: "live" is not known; write production or rehearsal`},
		{"FOLIOGATE_UNIVERSE=nowhere.csv",
			`FOLIOGATE_UNIVERSE: names a file that cannot be read: no such file or directory; correct the path, or delete the line for what is built in`},
	}
	for _, c := range cases {
		t.Run(c.entry, func(t *testing.T) {
			t.Parallel()
			_, err := LoadGateway(write(t, sound), []string{c.entry})
			if err == nil {
				t.Fatal("the variable was taken")
			}
			if want := "environment: " + c.want; err.Error() != want {
				t.Errorf("got\n%s\nwant\n%s", err, want)
			}
		})
	}
}

func TestEnvironmentHoldsNoSecret(t *testing.T) {
	_, err := LoadClient(filepath.Join(samples, "client.yaml"), []string{"FOLIOGATE_PASSWORD=tell-no-one"})
	const want = "environment: FOLIOGATE_PASSWORD: would put a secret into the environment; " +
		"name a file with FOLIOGATE_PASSWORD_FILE"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

// TestVariablesAreDistinct holds because _ joins levels and also stands within keys.
func TestVariablesAreDistinct(t *testing.T) {
	for _, kind := range []reflect.Type{
		reflect.TypeFor[Gateway](), reflect.TypeFor[Dealer](), reflect.TypeFor[Client](),
	} {
		seen := map[string]string{}
		for _, k := range leaves(kind, "") {
			if other, taken := seen[variable(k.name)]; taken {
				t.Errorf("%s: %s and %s share %s", kind, k.name, other, variable(k.name))
			}
			seen[variable(k.name)] = k.name
		}
	}
}
