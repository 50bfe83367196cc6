package fixspec

// QuoteStatus is QuoteStatus(297).
type QuoteStatus int

// States of a quote, of the answer to it, or of a whole request.
const (
	QuoteAccepted QuoteStatus = 0
	QuoteClosed   QuoteStatus = 4 // cancelled, with all others of the request
	QuoteRejected QuoteStatus = 5
	QuoteRemoved  QuoteStatus = 6 // taken back
	QuoteLapsed   QuoteStatus = 7 // expired
	QuoteNotFound QuoteStatus = 9
	QuotePending  QuoteStatus = 10
	QuoteDeclined QuoteStatus = 11 // FIX: pass
)
