package gateway

import (
	"fmt"
	"time"
)

// Code names why a command was declined. Codes are in order of precedence: when
// several apply, the earliest is the answer.
type Code int8

// The refusal codes.
const (
	// InQuarantine: the gateway failed over the inquiry and decides nothing more of it.
	InQuarantine Code = iota + 1
	// ShuttingDown: the gateway takes no new inquiries.
	ShuttingDown
	// NoRoom: the disk is almost full; what was begun can still end.
	NoRoom
	// NotEntitled: the firm may not send this.
	NotEntitled
	// TooManyLive: the client has as many live inquiries as it may.
	TooManyLive
	// UnknownInquiry: no inquiry of this firm has the id.
	UnknownInquiry
	// DuplicateInquiry: the id is taken by an inquiry with other content.
	DuplicateInquiry
	// UnknownDealer: no dealer of that name can be reached.
	UnknownDealer
	// DealerNotAllowed: the client may not ask that dealer.
	DealerNotAllowed
	// TooManyDealers: more are asked for one bond than was agreed.
	TooManyDealers
	// NoDealers: nobody is left to ask.
	NoDealers
	// FragmentConflict: a fragment contradicts an earlier one.
	FragmentConflict
	// FragmentsMissing: the list was not complete in time.
	FragmentsMissing
	// TooManyLines: the list is longer than the limit.
	TooManyLines
	// BadTerms: the deadline, trigger, price kind or currency cannot be met.
	BadTerms
	// BadLines: one or more lines are wrong; each says why.
	BadLines
	// Closed: the inquiry can no longer do this.
	Closed
	// TooLate: the inquiry has been executed or is being executed.
	TooLate
	// AlreadyAwarded: another quote has been accepted.
	AlreadyAwarded
	// UnknownQuote: no quote of this inquiry has the id.
	UnknownQuote
	// SideUnclear: the accept does not say which side of the quote it takes, or one that
	// the inquiry does not have.
	SideUnclear
	// QuoteSuperseded: the dealer has quoted again since.
	QuoteSuperseded
	// QuoteWithdrawn: the dealer took the quote back.
	QuoteWithdrawn
	// QuoteStale: the dealer disconnected after quoting.
	QuoteStale
	// QuoteSpent: the quote's last look ended without a confirmation.
	QuoteSpent
	// QuoteExpired: the quote was good until a time that has come.
	QuoteExpired
	// LinesMissing: the quote needs line prices before it can be taken.
	LinesMissing
	// LimitBroken: a line would trade worse than its limit.
	LimitBroken
	// DuplicateQuote: the dealer used the quote id before for another price.
	DuplicateQuote
	// TooManyQuotes: the dealer has quoted this inquiry as often as it may.
	TooManyQuotes
	// WrongPriceKind: the quote is not of the inquiry's kind.
	WrongPriceKind
	// Unpriceable: no sensible line prices follow from the quote.
	Unpriceable
	// TotalMismatch: line prices do not add up to the quoted price.
	TotalMismatch
	// NotAwarded: the firm has nothing to confirm or decline.
	NotAwarded
	// UnknownTicket: no net ticket or execution of this firm has the id.
	UnknownTicket
)

var codeWords = [...]string{
	"", "in quarantine", "shutting down", "no room", "not entitled", "too many live inquiries",
	"unknown inquiry", "duplicate inquiry", "unknown dealer", "dealer not allowed",
	"too many dealers", "no dealers",
	"fragment conflict", "fragments missing", "too many lines", "bad terms", "bad lines",
	"closed", "too late", "already awarded", "unknown quote", "side unclear",
	"quote superseded",
	"quote withdrawn", "quote stale", "quote spent", "quote expired",
	"lines missing", "limit broken", "duplicate quote", "too many quotes",
	"wrong price kind", "unpriceable", "total mismatch", "not awarded", "unknown ticket",
}

// String returns the refusal code's name, empty if there is none.
func (c Code) String() string { return wordOf(codeWords[:], "refusal code", int8(c)) }

// MarshalText returns the name.
func (c Code) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the name.
func (c *Code) UnmarshalText(text []byte) (err error) {
	*c, err = valueOf[Code](codeWords[:], "refusal code", text)
	return err
}

// Refusal is a wish understood and declined: a code for machines, a sentence for
// people.
type Refusal struct {
	Code  Code          `json:"code,omitempty"`
	Text  string        `json:"text,omitempty"`
	Lines []LineRefusal `json:"lines,omitempty"`
}

// LineRefusal says what is wrong with one line.
type LineRefusal struct {
	Number  int       `json:"n"` // ListSeqNo(67) as sent; may be doubled or out of range
	ClOrdID string    `json:"id"`
	Fault   LineFault `json:"fault"`
	Text    string    `json:"text"`
}

// LineFault classes what is wrong with a line, for OrdRejReason(103).
type LineFault int8

// The line faults.
const (
	UnknownSecurity LineFault = iota + 1
	UnsupportedSecurity
	WrongQuantity
	WrongAllocation
	DuplicateLine
	WrongDate
	WrongCurrency
	WrongReference
	WrongSide
	// WrongRequest asks for what is not done here, or disagrees with the list.
	WrongRequest
)

var lineFaultWords = [...]string{
	"", "unknown security", "unsupported security", "wrong quantity", "wrong allocation",
	"duplicate line", "wrong date", "wrong currency", "wrong reference", "wrong side",
	"wrong request",
}

// String returns the line fault's name, empty if there is none.
func (f LineFault) String() string { return wordOf(lineFaultWords[:], "line fault", int8(f)) }

// MarshalText returns the name.
func (f LineFault) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads the name.
func (f *LineFault) UnmarshalText(text []byte) (err error) {
	*f, err = valueOf[LineFault](lineFaultWords[:], "line fault", text)
	return err
}

// clockOf is a time of day as refusals tell it.
func clockOf(at time.Time) string { return at.UTC().Format("15:04:05.000") }

func refuse(code Code, format string, args ...any) Refusal {
	return Refusal{Code: code, Text: fmt.Sprintf(format, args...)}
}
