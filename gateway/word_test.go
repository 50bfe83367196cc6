package gateway

import (
	"encoding"
	"slices"
	"testing"
)

// Every value has a word, no two have the same, and each word reads back.
func TestWords(t *testing.T) {
	tests := []struct {
		name  string
		words []string
		last  int8 // the last constant
		read  encoding.TextUnmarshaler
	}{
		{"phase", phaseWords[:], int8(Expired), new(Phase)},
		{"side", sideWords[:], int8(TwoWay), new(Side)},
		{"price kind", priceKindWords[:], int8(PercentPerSide), new(PriceKind)},
		{"trigger", triggerWords[:], int8(BestAtDeadline), new(Trigger)},
		{"quote state", quoteStateWords[:], int8(Outlived), new(QuoteState)},
		{"route state", routeStateWords[:], int8(Unresponsive), new(RouteState)},
		{"code", codeWords[:], int8(UnknownTicket), new(Code)},
		{"line fault", lineFaultWords[:], int8(WrongRequest), new(LineFault)},
		{"cause", causeWords[:], int8(Disconnected), new(Cause)},
		{"outcome", outcomeWords[:], int8(DoneAway), new(Outcome)},
		{"verb", verbWords[:], int8(VerbDispute), new(Verb)},
		{"line pricing", linePricingWords[:], int8(LinesNever), new(LinePricing)},
		{"alphabet", symbolsWords[:], int8(Digits), new(Symbols)},
		{"affirmation", affirmationWords[:], int8(Disputed), new(Affirmation)},
	}
	for _, test := range tests {
		if len(test.words) != int(test.last)+1 {
			t.Errorf("%s: %d words, the last constant is %d", test.name, len(test.words), test.last)
		}
		sorted := slices.Sorted(slices.Values(test.words))
		if len(slices.Compact(sorted)) != len(test.words) {
			t.Errorf("%s: a word comes twice in %q", test.name, test.words)
		}
		for _, word := range test.words {
			if err := test.read.UnmarshalText([]byte(word)); err != nil {
				t.Errorf("%s: %v", test.name, err)
			} else if back,
				_ := test.read.(encoding.TextMarshaler).MarshalText(); string(back) != word {
				t.Errorf("%s: %q came back as %q", test.name, word, back)
			}
		}
		if err := test.read.UnmarshalText([]byte("novated")); err == nil {
			t.Errorf("%s: took a word that it does not have", test.name)
		}
	}
}

func TestImpossibleValuesPanic(t *testing.T) {
	for _, value := range []Phase{-1, Expired + 1} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("phase %d has a name", int8(value))
				}
			}()
			_ = value.String()
		}()
	}
}
