package gateway

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"foliogate/gateway/units"
)

// Filed is an inquiry that has ended, put away small: what it is found by, and all of it packed. A
// book holds many that nobody asks for again. Who looks at one has it unpacked, and so has the book
// for good when something is to be decided on it.
type Filed struct {
	ID     InquiryID    `json:"id"`
	Client Firm         `json:"client"`
	ListID string       `json:"list"`
	Phase  Phase        `json:"phase"`
	Day    units.Date   `json:"day"`
	Routes []FiledRoute `json:"routes,omitempty"`
	Trade  string       `json:"trade,omitempty"`
	With   Firm         `json:"with,omitempty"` // the dealer of the trade
	Packed []byte       `json:"-"`              // its JSON form, deflated
}

// FiledRoute is what a dealer and the client know a filed inquiry's quotes by.
type FiledRoute struct {
	Dealer Firm     `json:"dealer"`
	ListID string   `json:"list"`
	Quotes []string `json:"quotes,omitempty"`
}

// labelled is an inquiry's file with nothing in it.
func (q Inquiry) labelled() *Filed {
	f := &Filed{ID: q.ID, Client: q.Client, ListID: q.ListID, Phase: q.Phase, Day: q.Day()}
	for _, r := range q.Routes {
		route := FiledRoute{Dealer: r.Dealer, ListID: r.ListID}
		for _, quote := range r.Quotes {
			route.Quotes = append(route.Quotes, quote.ID)
		}
		f.Routes = append(f.Routes, route)
	}
	if q.Execution != nil {
		f.Trade, f.With = q.Execution.Trade, q.Execution.Dealer
	}
	return f
}

// concerns tells whether a firm is the client or was asked.
func (f *Filed) concerns(firm Firm) bool {
	return f.Client == firm ||
		slices.ContainsFunc(f.Routes, func(r FiledRoute) bool { return r.Dealer == firm })
}

// inquiry unpacks. A file was packed here, and whoever read it again has proven that its bytes are
// those that were packed: that it cannot be unpacked is a fault of the program.
func (f *Filed) inquiry() (q Inquiry) {
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(f.Packed)))
	if err == nil {
		err = json.Unmarshal(text, &q)
	}
	if err == nil && q.ID != f.ID {
		err = fmt.Errorf("it holds %q", q.ID)
	}
	if err != nil {
		panic(fmt.Sprintf("gateway: the file of inquiry %s: %v", f.ID, err))
	}
	return q
}

// packer packs inquiries one after the other.
type packer struct {
	packed  bytes.Buffer
	deflate *flate.Writer
	text    *json.Encoder
}

func newPacker() (*packer, error) {
	deflate, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	text := json.NewEncoder(deflate)
	text.SetEscapeHTML(false)
	return &packer{deflate: deflate, text: text}, err
}

func (p *packer) file(q Inquiry) (*Filed, error) {
	p.packed.Reset()
	p.deflate.Reset(&p.packed)
	if err := p.text.Encode(&q); err != nil {
		return nil, err
	}
	if err := p.deflate.Close(); err != nil {
		return nil, err
	}
	f := q.labelled()
	f.Packed = bytes.Clone(p.packed.Bytes())
	return f, nil
}
