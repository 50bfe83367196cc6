package gateway

// Verb names the command that was refused.
type Verb int8

// The verbs.
const (
	VerbSubmit Verb = iota + 1
	VerbAsk
	VerbAccept
	VerbCancel
	VerbEnquire
	VerbReplay
	VerbAcknowledge
	VerbBid
	VerbPriceLines
	VerbPass
	VerbConfirm
	VerbAffirm
	VerbDispute
)

var verbWords = [...]string{
	"", "submit", "ask", "accept", "cancel", "enquire", "replay", "acknowledge", "bid",
	"price lines", "pass", "confirm", "affirm", "dispute",
}

// String returns the verb's name, empty if there is none.
func (v Verb) String() string { return wordOf(verbWords[:], "verb", int8(v)) }

// MarshalText returns the name.
func (v Verb) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads the name.
func (v *Verb) UnmarshalText(text []byte) (err error) {
	*v, err = valueOf[Verb](verbWords[:], "verb", text)
	return err
}
