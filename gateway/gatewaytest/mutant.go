package gatewaytest

// Mutant is a deliberate mistake in how the house is put together. The product's code is not
// touched: a mutant works at its seams, where the journal, the sessions and the faces meet. The
// numbers are those of the lists in the design. Two of the first are missing: 2 needs two owners of one
// journal, which a lock on its folder forbids, and 7, a message that is counted in a later record
// than its effect, is how the product does it: what is delivered again finds its first outcome,
// in every run.
type Mutant int

// The mutants.
const (
	None             Mutant = iota
	SendBeforeCommit        // 1: what was decided is told before it is durable
	ForgetListID            // 3: a list that is sent again is a new one
	HideTimer               // 4: what a Tick decides is not journaled
	LineByLine              // 5: an execution is journaled line by line
	CountBefore             // 6: a message is counted in an earlier record than its effect
	HideHeartbeats          // 8: administrative messages do not keep their numbers
	AppendAgain             // 9: what may be on the disk is appended again
	BookOnConfirm           // 10: a dealer books on its own confirmation
	CursorFirst             // the cursor moves in an earlier record than the message
	SayNothingTwice         // what may have been sent before goes without PossResend(97)
	KeepQuotes              // quotes of before a restart can be taken
	ForgetReserve           // a dialled session begins again where its record ends
	DropReports             // a resend leaves out executions
	ForgetReset             // the house does not hear that numbers began again
	WrongMoney              // the dealer is told a cent more
	ForgetAbsence           // the house does not hear that a dealer is gone
	UndoTrades              // 33: a panic over an inquiry that has traded ends it
	mutants
)

var mutantNames = [...]string{"none", "1 send before commit", "3 no ListID dedupe",
	"4 timer decision not journaled", "5 one record per line", "6 number in an earlier record",
	"8 heartbeats not journaled", "9 unknown commit appended again",
	"10 dealer books on its own confirm", "cursor in an earlier record", "no PossResend",
	"quotes outlive a restart", "no reserve of numbers", "resend leaves out executions",
	"reset is not told", "a cent more", "a dealer's absence is not told",
	"a panic undoes a trade"}

// String returns the name.
func (m Mutant) String() string { return mutantNames[m] }

// Mutants returns those that must be caught.
func Mutants() []Mutant {
	var all []Mutant
	for m := None + 1; m < mutants; m++ {
		all = append(all, m)
	}
	return all
}
