package config

import (
	"errors"
	"os"
	"testing"
)

// FuzzCounterparties: whatever the file, a client's and a dealer's configuration load, or say what
// is wrong in the one way that all configurations do.
func FuzzCounterparties(f *testing.F) {
	for _, name := range []string{"client.yaml", "dealer.yaml", "gateway.yaml",
		"bad/dealer-model.yaml", "bad/gateway-everything.yaml", "bad/client-secret-as-anchor.yaml"} {
		text, err := os.ReadFile("../testdata/config/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, content string) {
		file := write(t, content)
		_, client := LoadClient(file, nil)
		_, dealer := LoadDealer(file, nil)
		_, gateway := LoadGateway(file, nil)
		for _, err := range []error{client, dealer, gateway} {
			var problems *Error
			if err != nil && (!errors.As(err, &problems) || len(problems.Problems) == 0) {
				t.Errorf("an error of another kind: %v", err)
			}
		}
	})
}
