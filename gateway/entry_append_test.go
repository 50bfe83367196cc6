package gateway

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"foliogate/gateway/units"
)

// What is written by hand is, byte for byte, what encoding/json writes of the same
// value, whatever its fields hold.
func TestHandWrittenEventsAreJSON(t *testing.T) {
	events := append(samples(),
		FragmentReceived{}, Opened{}, QuoteReceived{}, LinesPriced{}, Traded{},
		FragmentReceived{Fragment: Fragment{Lines: []Line{}}}, Opened{Facts: []Facts{},
			Routes: []Route{}},
		LinesPriced{Prices: []units.Price{}}, Traded{Execution: Execution{Fills: []Fill{}}})
	r := rand.New(rand.NewPCG(17, 7))
	for range 500 {
		for _, event := range []any{&FragmentReceived{}, &Opened{}, &QuoteReceived{}, &LinesPriced{}, &Traded{}} {
			v := reflect.ValueOf(event).Elem()
			fill(r, v)
			events = append(events, v.Interface().(Event))
		}
	}
	for _, event := range events {
		want, err := json.Marshal(event)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendEvent(nil, event); !bytes.Equal(got, want) {
			t.Fatalf("by hand\n%s\nencoding/json\n%s", got, want)
		}
	}
}

// fill sets every field to something, or leaves it as it is.
func fill(r *rand.Rand, v reflect.Value) {
	if v.Kind() != reflect.Struct && r.IntN(5) == 0 {
		return
	}
	switch v.Addr().Interface().(type) {
	case *time.Time:
		v.Set(reflect.ValueOf(time.Unix(r.Int64N(4e9), r.Int64N(1e9)).UTC()))
		return
	case *units.Date:
		v.SetInt(1 + r.Int64N(100_000))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), r.IntN(4), 4))
		for i := range v.Len() {
			fill(r, v.Index(i))
		}
	case reflect.String:
		v.SetString(text(r))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int8: // an enumeration: two values are all that each of them has
		v.SetInt(r.Int64N(3))
	case reflect.Uint8: // SecurityIDSource(22)
		v.SetUint(uint64(r.IntN(128)))
	default:
		size := r.Int64() >> r.IntN(64)
		v.SetInt(size - 2*size*r.Int64N(2))
	}
}

func text(r *rand.Rand) string {
	symbols := []rune("ABCxyz019 -_./\"\\<>&\t\n\x00\x7fé日\u2028")
	out := make([]rune, r.IntN(12))
	for i := range out {
		out[i] = symbols[r.IntN(len(symbols))]
	}
	return string(out)
}
