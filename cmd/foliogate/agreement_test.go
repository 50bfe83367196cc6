package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"foliogate/config"
	"foliogate/fixspec"
)

// What cannot be agreed is told by file, line, key and remedy, before anything is opened.
func TestAgreementsThatCannotBe(t *testing.T) {
	const fields = "; name an optional field of a message that we send"
	const added = "; name a field that FIX has in the message, and in none of its groups"
	for _, test := range []struct{ lines, want string }{
		{"id_format: {max_length: 14}", `:18: sessions[1].id_format.max_length: ids of at most 14 symbols are` +
			` too short to be unique: 15 are needed; raise it, or take an alphabet with more symbols`},
		{"id_format: {max_length: 20, symbols: digits}", ""},
		{"dialect: {omits: [{message: S, tag: 117}]}", ":18: sessions[1].dialect.omits[0]: S cannot be sent" +
			" without field 117: FIX requires it" + fields},
		{"dialect:\n      omits:\n        - {message: R, tag: 692}\n        - {message: XX, tag: 58}",
			`:21: sessions[1].dialect.omits[1]: message type "XX" is not spoken here` + fields},
		{"dialect: {adds: [{message: E, tag: 64, value: 20250617}]}", ":18: sessions[1].dialect.adds[0]: E takes" +
			" no field 64 outside its groups" + added},
		{"dialect: {adds: [{message: AI, tag: 1, value: HOUSE}]}", ""},
	} {
		file := filepath.Join(t.TempDir(), "gateway.yaml")
		content := `comp_id: FOLIOGATE
mode: rehearsal
data_dir: data
sessions:
  - name: b
    role: client
    comp_id: BIRCHWOOD-EMS
    connection: accept
    address: 127.0.0.1:9878
    insecure: true
    panel: [NORTHGATE]
  - name: n
    role: dealer
    comp_id: NORTHGATE
    connection: accept
    address: 127.0.0.1:9879
    insecure: true
    ` + test.lines + "\n"
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := check("serve", file)
		got := ""
		if err != nil {
			got = strings.TrimPrefix(err.Error(), file)
		}
		if got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.lines, got, test.want)
		}
	}
}

// A row has the face of its profile, and speaks its dialect.
func TestFacesOfRows(t *testing.T) {
	market, err := marketOnce()
	if err != nil {
		t.Fatal(err)
	}
	dialect := config.Dialect{Omits: []config.Omission{{Message: "R", Tag: 692}}}
	h := &house{config: config.DefaultGateway()}
	for _, s := range []struct {
		row  config.Session
		want string
	}{
		{config.Session{Role: config.ClientRole, Profile: config.ListProfile}, "client list"},
		{config.Session{Role: config.ClientRole, Profile: config.RFQProfile}, "client rfq"},
		{config.Session{Role: config.DealerRole, Profile: config.ListProfile}, "dealer list"},
		{config.Session{Role: config.DealerRole, Profile: config.RFQProfile}, "dealer rfq"},
		{config.Session{Role: config.DealerRole, Profile: config.RFQProfile, Dialect: dialect},
			"dealer rfq in a dialect"},
	} {
		if got := faceWords(h.face(s.row, market, nil)); got != s.want {
			t.Errorf("%s where %s belongs", got, s.want)
		}
	}
}

func faceWords(face fixspec.Translator) string {
	switch face := face.(type) {
	case *fixspec.ClientFace:
		return "client list"
	case *fixspec.ClientRFQFace:
		return "client rfq"
	case *fixspec.DealerFace:
		return "dealer list"
	case *fixspec.DealerRFQFace:
		return "dealer rfq"
	case fixspec.Spoken:
		return faceWords(face.Translator) + " in a dialect"
	}
	return "nothing"
}
