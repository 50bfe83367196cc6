package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"
)

func TestGatewaySample(t *testing.T) {
	g, err := LoadGateway(filepath.Join(samples, "gateway.yaml"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if g.Limits != DefaultLimits() || g.Timing != DefaultTiming() || g.Guard != DefaultGuard() || g.Quotes != DefaultGateway().Quotes {
		t.Errorf("the sample does not show the defaults: %+v", g)
	}
	if g.DataDir != filepath.Join(samples, "data") || g.BusinessDate != "2025-06-16" {
		t.Errorf("got %+v", g)
	}
	client, dealer, firm, dialled := g.Sessions[0], g.Sessions[1], g.Sessions[2], g.Sessions[3]
	if !slices.Equal(client.MayAsk, []string{"NORTHGATE", "HALYARD", "COPPERLINE"}) ||
		client.OurCompID != "FOLIOGATE" || client.PriceKinds != nil || !client.Schedule.Always() {
		t.Errorf("got %+v", client)
	}
	if dealer.Schedule.Start != "00:10:00" || len(dealer.Schedule.Weekdays) != 7 ||
		dealer.LastLook != 2*time.Second || !slices.Equal(dealer.PriceKinds, []PriceKind{Total, Spread}) {
		t.Errorf("got %+v", dealer)
	}
	if firm.LastLook != 0 || !slices.Equal(firm.PriceKinds, AllPriceKinds()) ||
		firm.Heartbeat != 30*time.Second || firm.Profile != ListProfile {
		t.Errorf("got %+v", firm)
	}
	if dialled.OurCompID != "FOLIOGATE-CL" || dialled.Connection != Dial || dialled.Reconnect != 5*time.Second {
		t.Errorf("got %+v", dialled)
	}
	if err := g.Validate(); err != nil {
		t.Errorf("what Load returned is not valid: %v", err)
	}
}

func TestCounterpartySamples(t *testing.T) {
	d, err := LoadDealer(filepath.Join(samples, "dealer.yaml"), nil)
	want := DefaultDealer()
	if err != nil || d.Model != want.Model || d.LastLook != want.LastLook || d.Password.Empty() {
		t.Errorf("got %+v, %v", d, err)
	}
	c, err := LoadClient(filepath.Join(samples, "client.yaml"), nil)
	if err != nil || !reflect.DeepEqual(c.Defaults, DefaultClient().Defaults) || c.Password.Empty() {
		t.Errorf("got %+v, %v", c, err)
	}
	if err := errors.Join(d.Validate(), c.Validate()); err != nil {
		t.Errorf("what Load returned is not valid: %v", err)
	}
}

// TestSamplesShowEveryKey keeps the samples the reference that they claim to be: every key of a
// kind stands in its sample, written or commented out. Two need not: a sample names password_file.
func TestSamplesShowEveryKey(t *testing.T) {
	for file, kind := range map[string]reflect.Type{
		"gateway.yaml": reflect.TypeFor[Gateway](),
		"dealer.yaml":  reflect.TypeFor[Dealer](),
		"client.yaml":  reflect.TypeFor[Client](),
	} {
		content, err := os.ReadFile(filepath.Join(samples, file))
		if err != nil {
			t.Fatal(err)
		}
		words := map[string]bool{}
		for _, word := range strings.FieldsFunc(string(content), func(r rune) bool {
			return strings.ContainsRune(" \n#:{}", r)
		}) {
			words[word] = true
		}
		for _, name := range everyName(kind) {
			if !words[name] && name != "password" {
				t.Errorf("%s does not show %s", file, name)
			}
		}
	}
}

func everyName(section reflect.Type) []string {
	var names []string
	for _, k := range keysOf(section) {
		names = append(names, k.name)
		if isRows(k.kind) {
			names = append(names, everyName(k.kind.Elem())...)
		} else if isSection(k.kind) {
			names = append(names, everyName(k.kind)...)
		}
	}
	return names
}

// TestNumbersInNames: what YAML takes for a number, a truth or a date stays the text it was.
func TestNumbersInNames(t *testing.T) {
	content := strings.ReplaceAll(sound, "NORTHGATE", "0123")
	content = strings.ReplaceAll(content, "BIRCHWOOD-EMS", "1e5")
	content = strings.Replace(content, "name: birchwood", "name: true", 1)
	g, err := LoadGateway(write(t, content), nil)
	if err != nil {
		t.Fatal(err)
	}
	if c := g.Sessions[0]; c.CompID != "1e5" || c.Name != "true" || !slices.Equal(c.Panel, []string{"0123"}) {
		t.Errorf("got %+v", c)
	}
}

func TestUnreadableFile(t *testing.T) {
	_, err := LoadDealer("nowhere.yaml", nil)
	const want = "nowhere.yaml: cannot be read: no such file or directory; check the path and who may read it"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
	large := filepath.Join(t.TempDir(), "large.yaml")
	if err := os.WriteFile(large, make([]byte, maxFileBytes+1), fs.FileMode(0o600)); err != nil {
		t.Fatal(err)
	}
	_, err = LoadClient(large, nil)
	if got := told(err, large); got != ": cannot be read: larger than 1048576 bytes; check the path and who may read it" {
		t.Errorf("got %v", got)
	}
}

// TestValidateInCode checks structs without a file: no lines, and the same rules.
func TestValidateInCode(t *testing.T) {
	g := DefaultGateway()
	g.CompID, g.Mode, g.DataDir = "FOLIOGATE", Rehearsal, "data"
	client, dealer := DefaultSession(), DefaultSession()
	client.Name, client.Role, client.CompID, client.Panel = "b", ClientRole, "BIRCHWOOD-EMS", []string{"NORTHGATE"}
	dealer.Name, dealer.Role, dealer.CompID = "n", DealerRole, "NORTHGATE"
	for _, s := range []*Session{&client, &dealer} {
		s.Connection, s.Address, s.Insecure = Accept, "127.0.0.1:0", true
	}
	g.Sessions = []Session{client, dealer}
	if err := g.Validate(); err != nil {
		t.Fatalf("a sound gateway: %v", err)
	}
	if done := g.Completed(); done.Sessions[1].OurCompID != "FOLIOGATE" || g.Sessions[1].OurCompID != "" {
		t.Errorf("Completed changed its receiver, or nothing: %+v", done.Sessions)
	}
	g.Mode = Production
	g.Sessions[1].Panel = []string{"NORTHGATE"}
	g.Sessions[1].Username, g.Sessions[1].Password = "n", NewSecret(hidden)
	const want = `sessions[0].address: has port 0; end the address with a number from 1 to 65535
sessions[1].address: has port 0; end the address with a number from 1 to 65535
sessions[1].password: is refused in production; put it into a file, and name that in password_file
sessions[1].panel: is a key of a client's row; delete it, or change the role`
	if err := g.Validate(); err == nil || err.Error() != want {
		t.Errorf("got\n%v", err)
	}
}

// FuzzLoad: whatever the file, Load returns; with problems in order, or with something valid.
func FuzzLoad(f *testing.F) {
	f.Add(sound)
	f.Add("sessions: [[], {}, ~, *a, !b c]\nlimits: []\n? {}\n: {}")
	f.Fuzz(func(t *testing.T, content string) {
		g, err := LoadGateway(write(t, content), nil)
		var problems *Error
		switch {
		case err == nil:
			if err := g.Validate(); err != nil {
				t.Errorf("taken, and not valid: %v", err)
			}
			if _, err := yaml.Marshal(g); err != nil {
				t.Error(err)
			}
		case !errors.As(err, &problems) || len(problems.Problems) == 0:
			t.Errorf("an error of another kind: %v", err)
		case !slices.IsSortedFunc(problems.Problems, func(a, b Problem) int { return a.Line - b.Line }):
			t.Errorf("not by line: %v", err)
		}
	})
}
