package dict_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

// What repeats is not looked at again. Without that, messages are judged in the same way.
func TestWhatRepeatsNeedNotBeLookedAt(t *testing.T) {
	d := dict.New(dict.Tier2)
	r := rand.New(rand.NewPCG(44, 3))
	var m, plain wire.Message
	repeats, taken, refused := 0, 0, 0
	for n := range 30_000 {
		message := d.Messages()[n%len(d.Messages())]
		raw, _ := d.Random(message.Type, r.IntN)
		for range r.IntN(3) {
			raw = dict.Damaged(raw, r.IntN)
		}
		if m.Parse(raw) != nil || plain.Parse(raw) != nil {
			continue
		}
		for i, f := range m.Fields {
			plain.Fields[i] = wire.Field{Tag: f.Tag, Start: f.Start, End: f.End}
			if f.Repeats() {
				repeats++
			}
		}
		err, want := d.Validate(&m, wire.Policy{}), d.Validate(&plain, wire.Policy{})
		if fmt.Sprint(err) != fmt.Sprint(want) {
			t.Fatalf("%v\n%v, its twin says %v", &m, err, want)
		}
		if err == nil {
			taken++
		} else {
			refused++
		}
	}
	if repeats < 10_000 || taken < 5_000 || refused < 5_000 {
		t.Errorf("%d fields repeat, %d messages taken, %d refused: one of them proves nothing",
			repeats, taken, refused)
	}
}
