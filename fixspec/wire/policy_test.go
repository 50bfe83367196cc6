package wire

import "testing"

func TestUnknownWords(t *testing.T) {
	for _, u := range []Unknown{RefuseUnknown, TolerateUserDefined, TolerateUnknown} {
		text, err := u.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		got := Unknown(9)
		if err := got.UnmarshalText(text); err != nil || got != u {
			t.Errorf("%s reads as %d, %v", text, got, err)
		}
	}
	var u Unknown
	if err := u.UnmarshalText([]byte("Y")); err == nil || u != RefuseUnknown {
		t.Errorf("Y reads as %v, %v", u, err)
	}
}
