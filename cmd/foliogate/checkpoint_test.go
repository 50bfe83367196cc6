package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"foliogate/config"
	"foliogate/gateway/journal"
)

// notarised is a data folder whose journal has so many records, and its notary, whose clock stands.
func notarised(t *testing.T, records int) (g config.Gateway, l *journal.Log, n *notary) {
	t.Helper()
	g.DataDir = t.TempDir()
	l, err := journal.Open(journalFolder(g.DataDir), journal.Options{SegmentBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	appendTold(t, l, records)
	n = reopened(t, g, l)
	return g, l, n
}

func reopened(t *testing.T, g config.Gateway, l *journal.Log) *notary {
	t.Helper()
	n, err := openNotary(g, l, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { n.file.Close() })
	stands := time.Date(2025, 6, 16, 13, 30, 0, 0, time.UTC)
	n.clock, n.at = func() time.Time { return stands }, stands
	return n
}

func appendTold(t *testing.T, l *journal.Log, records int) {
	t.Helper()
	for range records {
		if _, err := l.Append(journal.Record{Kind: 'S', Payload: []byte("told F>C\n")}); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Wait(t.Context(), l.Last()); err != nil {
		t.Fatal(err)
	}
}

func due(t *testing.T, n *notary, end bool) {
	t.Helper()
	if err := n.due(end); err != nil {
		t.Fatal(err)
	}
}

func checkpointsOf(t *testing.T, g config.Gateway) (lsns []uint64) {
	t.Helper()
	all, _, err := readCheckpoints(filepath.Join(g.DataDir, "checkpoints"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		lsns = append(lsns, c.LSN)
	}
	return lsns
}

// Every thousandth record is signed, what there is after a minute, and all at the end.
func TestNotary(t *testing.T) {
	g, l, n := notarised(t, 2500)
	due(t, n, false)
	now := n.at
	n.clock = func() time.Time { return now.Add(notaryAfter - 1) }
	due(t, n, false)
	n.clock = func() time.Time { return now.Add(notaryAfter) }
	due(t, n, false)
	due(t, n, false)
	appendTold(t, l, 600)
	due(t, n, true)
	due(t, n, true)
	if got, want := checkpointsOf(t, g), []uint64{1000, 2000, 2500, 3000, 3100}; !slices.Equal(got, want) {
		t.Errorf("signed %v, not %v", got, want)
	}
	// A crash may have cut the last line.
	file := filepath.Join(g.DataDir, "checkpoints")
	whole, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file, append(whole, `{"lsn":31`...), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	appendTold(t, l, 1)
	due(t, reopened(t, g, l), true)
	if got := checkpointsOf(t, g); len(got) != 6 || got[5] != 3101 {
		t.Errorf("signed %v after a cut", got)
	}
}

// verify holds a journal against its checkpoints: they hold for it, and for no other.
func TestVerifyCheckpoints(t *testing.T) {
	g, l, n := notarised(t, 2500)
	due(t, n, true)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	file, key := filepath.Join(g.DataDir, "checkpoints"), filepath.Join(g.DataDir, "checkpoint.key.pub")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	other, short := t.TempDir(), t.TempDir()
	for dir, records := range map[string]int{other: 2500, short: 2400} {
		l, err := journal.Open(journalFolder(dir), journal.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if dir == other {
			_, err = l.Append(journal.Record{Kind: 'S', Payload: []byte("told F>X\n")})
		}
		if err != nil {
			t.Fatal(err)
		}
		appendTold(t, l, records)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := signingKey(filepath.Join(other, "key"), true); err != nil {
		t.Fatal(err)
	}
	changed := filepath.Join(other, "changed")
	if err := os.WriteFile(changed, []byte(strings.Replace(string(text), `"lsn":2000`, `"lsn":1999`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		args []string
		code int
		want string
	}{
		{"the journal", []string{"--checkpoints", file, "--public-key", key, g.DataDir}, exitDone, "3 checkpoints hold"},
		{"another", []string{"--checkpoints", file, "--public-key", key, other}, exitDamaged, "history was rewritten: lsn 1000"},
		{"an old copy", []string{"--checkpoints", file, "--public-key", key, short}, exitDamaged, "but the journal ends at lsn 2400"},
		{"another key", []string{"--checkpoints", file, "--public-key", filepath.Join(other, "key.pub"), g.DataDir},
			exitDamaged, "not signed by that key"},
		{"a changed line", []string{"--checkpoints", changed, "--public-key", key, g.DataDir}, exitDamaged, "not signed by that key"},
		{"no key", []string{"--checkpoints", file, g.DataDir}, exitInput, "belong together"},
		{"a private key", []string{"--checkpoints", file, "--public-key", filepath.Join(g.DataDir, "checkpoint.key"), g.DataDir},
			exitInput, "no PEM block of type PUBLIC KEY"},
		{"no checkpoints", []string{"--checkpoints", key + "x", "--public-key", key, g.DataDir}, exitInput, "no such file"},
		{"what is none", []string{"--checkpoints", key, "--public-key", key, g.DataDir}, exitInput, ":1: no checkpoint"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, out, fault := journalVerb(t, append([]string{"verify"}, test.args...)...)
			if code != test.code || !strings.Contains(out+fault, test.want) {
				t.Errorf("%d: %s%s", code, out, fault)
			}
		})
	}
}

// A start on a journal that is not the one that was signed is refused.
func TestNotaryRefusesAnotherPast(t *testing.T) {
	g, l, n := notarised(t, 1500)
	due(t, n, true)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for _, records := range []int{1400, 1600} {
		dir := t.TempDir()
		l, err := journal.Open(dir, journal.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.Append(journal.Record{Kind: 'S', Payload: []byte("told F>X\n")}); err != nil {
			t.Fatal(err)
		}
		appendTold(t, l, records)
		if _, err := openNotary(g, l, time.Now, slog.New(slog.DiscardHandler)); err == nil ||
			!strings.Contains(err.Error(), "restore the journal") {
			t.Errorf("%d other records: %v", records, err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSigningKey(t *testing.T) {
	file := filepath.Join(t.TempDir(), "made", "key")
	made, err := signingKey(file, true)
	if err != nil {
		t.Fatal(err)
	}
	again, err := signingKey(file, true)
	if err != nil || !made.Equal(again) {
		t.Errorf("%v: another key", err)
	}
	public, err := publicKey(file + ".pub")
	if err != nil || !public.Equal(made.Public()) {
		t.Errorf("%v: another public key", err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode() != 0o400 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	for name, content := range map[string]string{"no PEM": "x",
		"no key": fmt.Sprintf("-----BEGIN %s-----\nAAAA\n-----END %s-----\n", privateKeyType, privateKeyType)} {
		bad := filepath.Join(t.TempDir(), "key")
		if err := os.WriteFile(bad, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := signingKey(bad, true); codeOf(err) != exitInput {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := signingKey(file+"x", false); codeOf(err) != exitInput {
		t.Errorf("a configured key that is not there: %v", err)
	}
}
