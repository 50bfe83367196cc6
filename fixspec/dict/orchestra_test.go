package dict_test

import (
	"bytes"
	"encoding/xml"
	"os/exec"
	"strings"
	"testing"

	"foliogate/fixspec/dict"
)

// The published schema stands in testdata; libxml2's xmllint judges by it.
func TestOrchestraIsValidByItsSchema(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("NOT CHECKED: xmllint (libxml2-utils) is not installed, so the FIX Orchestra" +
			" repository is not held against its schema")
	}
	const schema = "../../testdata/fix/spec/orchestra/repository.xsd"
	judge := func(text []byte) (string, error) {
		c := exec.Command(lint, "--nonet", "--noout", "--schema", schema, "-")
		c.Stdin = bytes.NewReader(text)
		out, err := c.CombinedOutput()
		return string(out), err
	}
	for tier := dict.Tier0; tier <= dict.Tier2; tier++ {
		text := dict.New(tier).Orchestra()
		if out, err := judge(text); err != nil {
			t.Fatalf("tier %d: %v\n%s", tier, err, out)
		}
		broken := bytes.Replace(text, []byte(`codeSet="SideCodeSet"`), []byte(`codeSet="NoCodeSet"`), 1)
		if _, err := judge(broken); err == nil {
			t.Fatal("the schema takes a reference to nothing: it proves little")
		}
	}
}

// What a schema cannot see: references by number lead somewhere, and numbers are used once.
func TestOrchestraReferencesLeadSomewhere(t *testing.T) {
	decoder := xml.NewDecoder(bytes.NewReader(dict.New(dict.Tier2).Orchestra()))
	defined, wanted, messages := map[string]int{}, map[string]bool{}, 0
	for {
		token, err := decoder.Token()
		if err != nil {
			break
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		kind, isRef := strings.CutSuffix(e.Name.Local, "Ref")
		if kind == "numInGroup" {
			kind, isRef = "field", true
		}
		if kind == "message" {
			messages++
		}
		for _, a := range e.Attr {
			if a.Name.Local == "id" && isRef {
				wanted[kind+a.Value] = true
			} else if a.Name.Local == "id" {
				defined[kind+a.Value]++
			}
		}
	}
	if messages != 29 || len(wanted) < 150 {
		t.Fatalf("%d messages, %d references", messages, len(wanted))
	}
	for id := range wanted {
		if defined[id] != 1 {
			t.Errorf("%s is referred to, and defined %d times", id, defined[id])
		}
	}
}
