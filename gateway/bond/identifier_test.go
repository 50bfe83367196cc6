package bond

import "testing"

func TestCheckDigits(t *testing.T) {
	for id, want := range map[string]bool{
		"037833100":    true, // Apple
		"594918104":    true, // Microsoft
		"912828M80":    true,
		"38259P508":    true,
		"254687DC3":    false, // in circulation with a wrong digit
		"023135AG9":    false,
		"037833101":    false,
		"US0378331005": true,
		"US0378331004": false,
		"GB0002634946": true, // BAE
		"AU0000XVGZA3": true,
		"DE000BAY0017": true,
		"":             false,
		"0378331":      false,
		"us0378331005": false,
		"03783310A":    false,
	} {
		if CheckDigit(id) != want {
			t.Errorf("check digit of %q: %t, want %t", id, !want, want)
		}
	}
	if d, ok := CUSIPCheckDigit("0378331"); ok {
		t.Errorf("seven characters have a check digit %c", d)
	}
	if d, ok := ISINCheckDigit("US03783310*"); ok {
		t.Errorf("a star has a check digit %c", d)
	}
	if !IsCUSIP("254687DC3") || IsCUSIP("254687DCX") || IsISIN("037833100") {
		t.Error("form and check digit are confused")
	}
}

// Every single wrong digit is found.
func TestISINCheckDigitFindsWrongDigits(t *testing.T) {
	const good = "US0378331005"
	for i := 2; i < len(good); i++ {
		for c := byte('0'); c <= '9'; c++ {
			if bad := good[:i] + string(rune(c)) + good[i+1:]; bad != good && CheckDigit(bad) {
				t.Errorf("%s passes", bad)
			}
		}
	}
}
