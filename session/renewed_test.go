package session

import (
	"encoding/hex"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// note is a file that an operator writes.
type note struct {
	t    testing.TB
	file string
}

func newNote(t testing.TB, text string) note {
	n := note{t, filepath.Join(t.TempDir(), "note")}
	n.write(text)
	return n
}

// write exchanges the file, as careful operators do.
func (n note) write(text string) {
	n.t.Helper()
	err := errors.Join(os.WriteFile(n.file+".new", []byte(text), 0o600), os.Rename(n.file+".new", n.file))
	if err != nil {
		n.t.Fatal(err)
	}
}

func (n note) pins() Source[[]Pin] {
	return Source[[]Pin]{n.file, func() (pins []Pin, err error) {
		text, err := os.ReadFile(n.file)
		for _, word := range strings.Fields(string(text)) {
			digits, wrong := hex.DecodeString(word)
			if err = errors.Join(err, wrong); len(digits) == len(Pin{}) {
				pins = append(pins, Pin(digits))
			}
		}
		return pins, err
	}}
}

func (n note) password() Source[Password] {
	return Source[Password]{n.file, func() (Password, error) {
		text, err := os.ReadFile(n.file)
		return Password(text), err
	}}
}

// A pin is exchanged while the counterparty is logged on: it stays, and its next Logon needs the
// new one. What cannot be read changes nothing.
func TestPinsAreReadAgain(t *testing.T) {
	t.Parallel()
	ours, before, after := newIdentity(t, tomorrow()), newIdentity(t, tomorrow()), newIdentity(t, tomorrow())
	pin := func(i identity) string { return hex.EncodeToString(i.pin[:]) }
	pins := newNote(t, pin(before))
	row := accepted("CLIENT").with(ours, before)
	row.TLS.PinsFrom = pins.pins()
	g := open(t, t.TempDir(), Limits{}, row)
	live := g.dialSecure(t, "CLIENT", clientTLS(before))
	live.logOn(t, known)
	live.expect(t, "E")

	pins.write(pin(after))
	live.say(t, "1", "112=still here|")
	live.expect(t, "0", "|112=still here|")
	live.Close()
	g.log.has(t, `msg="logged out"`)
	old := g.dialSecure(t, "CLIENT", clientTLS(before))
	_, _ = old.Write(old.text("A", live.next, "98=0|108=30|"+known))
	old.closed(t)
	g.log.has(t, "a connection was refused", ErrNotPinned.Error(), pin(before))

	for _, spoilt := range []string{"", "not a pin", pin(before)[:40]} {
		pins.write(spoilt)
		fresh := g.dialSecure(t, "CLIENT", clientTLS(after))
		fresh.next = live.next
		if m := fresh.logOn(t, known); m.msgType != "A" {
			t.Errorf("with %q in the file the new certificate is answered %s", spoilt, m.body)
		}
		live.next = fresh.next
		fresh.Close()
		g.log.has(t, "the list of pins cannot be read, the last one holds")
		g.log.has(t, `msg="logged out"`)
	}
}

func TestPasswordIsReadAgain(t *testing.T) {
	t.Parallel()
	word := newNote(t, "word")
	row := accepted("CLIENT")
	row.PasswordFrom = word.password()
	g := open(t, t.TempDir(), Limits{}, row)
	next := 1
	comes := func(password string, in bool, says ...string) {
		t.Helper()
		r := g.dialRaw(t, "CLIENT")
		r.next = next
		r.say(t, "A", "98=0|108=30|553=user|554="+password+"|")
		if !in {
			r.closed(t)
			return
		}
		r.expect(t, "A")
		g.log.has(t, says...)
		next = r.next
		r.Close()
		g.log.has(t, `msg="logged out"`)
	}
	comes("word", true)
	word.write(HashPassword("another"))
	comes("word", false)
	comes("another", true)
	word.write("$argon2id$spoilt")
	comes("another", true, "the password cannot be read, the last one holds")
	if err := os.Remove(word.file); err != nil {
		t.Fatal(err)
	}
	comes("another", true)
	word.write("word")
	comes("another", false)
	comes("word", true)
}

// A dialled session sends the password that its file holds now.
func TestDialledPasswordIsReadAgain(t *testing.T) {
	t.Parallel()
	word := newNote(t, "secret-word")
	row := dialledTo("DEALER", "127.0.0.1:1")
	row.PasswordFrom = word.password()
	a := newAccess(row, slog.New(slog.DiscardHandler))
	if got := a.password.now(); string(got) != "secret-word" {
		t.Errorf("at first %q", string(got))
	}
	word.write("next-word")
	if got := a.password.now(); string(got) != "next-word" {
		t.Errorf("then %q", string(got))
	}
	word.write(HashPassword("next-word"))
	if got := a.password.now(); string(got) != "next-word" {
		t.Errorf("a hash is sent: %q", string(got))
	}
}
