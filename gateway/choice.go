package gateway

// Choice is what a client says beside the quote that it takes.
type Choice struct {
	Side     Side   `json:"side,omitempty"`     // of a two-way quote; of another it need not be said
	ClOrdID  string `json:"line_id,omitempty"`  // names the line of a single bond from the trade on
	Response string `json:"response,omitempty"` // the client's own id of its answer
}

// TwoWay tells whether the client has not yet said on which side it trades.
func (q Inquiry) TwoWay() bool { return len(q.Lines) == 1 && q.Lines[0].Side == TwoWay }
