package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

const hidden = "tell-no-one"

func TestSecretReveals(t *testing.T) {
	s := NewSecret(hidden)
	if s.Reveal() != hidden || s.Empty() {
		t.Errorf("lost the text")
	}
	if e := NewSecret(""); !e.Empty() || e.Reveal() != "" || e != (Secret{}) {
		t.Errorf("the empty secret is not empty")
	}
}

// TestSecretPrintsAsMask prints it alone, and from where fmt cannot call its methods.
func TestSecretPrintsAsMask(t *testing.T) {
	s := NewSecret(hidden)
	for _, verb := range strings.Split("v +v #v s q x X d t T p e g b c o U 10s -5v", " ") {
		if got := fmt.Sprintf("%"+verb, s); got != mask && verb != "T" && verb != "p" {
			t.Errorf("%%%s prints %s", verb, got)
		}
		for _, holder := range []any{s, &s, []Secret{s}, map[string]Secret{"a": s},
			struct{ s Secret }{s}, struct{ S *Secret }{&s}, Session{Password: s}, &Session{Password: s}} {
			assertHidden(t, "%"+verb, fmt.Sprintf("%"+verb, holder))
		}
	}
	if s.String() != mask || s.GoString() != mask {
		t.Errorf("got %s and %s", s.String(), s.GoString())
	}
}

func TestSecretEncodesAsMask(t *testing.T) {
	s := Client{Password: NewSecret(hidden)}
	asJSON, err := json.Marshal(s)
	if err != nil || !bytes.Contains(asJSON, []byte(`"Password":"***"`)) {
		t.Errorf("JSON %s, %v", asJSON, err)
	}
	asYAML, err := yaml.Marshal(s)
	if err != nil || !bytes.Contains(asYAML, []byte(`password: '***'`)) {
		t.Errorf("YAML %s, %v", asYAML, err)
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("text", "secret", s.Password, "client", s)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("json", "secret", s.Password, "client", s)
	for _, text := range []string{string(asJSON), string(asYAML), log.String()} {
		assertHidden(t, "encoded", text)
	}
}

// TestLoadedSecretIsHidden prints whole configurations that hold real passwords.
func TestLoadedSecretIsHidden(t *testing.T) {
	g, err := LoadGateway(filepath.Join(samples, "gateway.yaml"), nil)
	if err != nil {
		t.Fatal(err)
	}
	password := g.Sessions[0].Password.Reveal()
	if password != "rehearsal-only-birchwood" {
		t.Fatalf("the password was not read from its file")
	}
	encoded, _ := json.Marshal(g)
	for _, text := range []string{fmt.Sprintf("%v %+v %#v", g, g, g), string(encoded)} {
		if strings.Contains(text, password) {
			t.Errorf("shows the password: %s", text)
		}
	}
}

func assertHidden(t *testing.T, how, text string) {
	t.Helper()
	for _, form := range []string{hidden, fmt.Sprintf("%x", hidden), fmt.Sprintf("%X", hidden)} {
		if strings.Contains(text, form) {
			t.Errorf("%s shows the secret: %s", how, text)
		}
	}
}
