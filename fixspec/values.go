package fixspec

// Values that several messages share. Constants are named as FIX names them; only those that the
// rules of engagement use have a name here.

// Side is Side(54): always the client's.
type Side byte

// Sides.
const (
	SideBuy         Side = '1'
	SideSell        Side = '2'
	SideUndisclosed Side = '7' // asks for a price either way
	SideAsDefined   Side = 'B' // of a list: each line has its own
)

// PriceType is PriceType(423).
type PriceType int

// Price types.
const (
	PricePercentage  PriceType = 1 // percent of par
	PriceFixedAmount PriceType = 3 // the client's signed clean cash
	PriceSpread      PriceType = 6 // basis points given up against each line's reference
)

// OrdStatus is OrdStatus(39).
type OrdStatus byte

// Order states.
const (
	OrdNew                OrdStatus = '0'
	OrdFilled             OrdStatus = '2'
	OrdCanceled           OrdStatus = '4'
	OrdPendingCancel      OrdStatus = '6'
	OrdRejected           OrdStatus = '8'
	OrdExpired            OrdStatus = 'C'
	OrdAcceptedForBidding OrdStatus = 'D'
)

// OrdRejReason is OrdRejReason(103).
type OrdRejReason int

// Reasons to reject a line.
const (
	RejUnknownSymbol      OrdRejReason = 1
	RejDuplicate          OrdRejReason = 6
	RejUnsupported        OrdRejReason = 11
	RejIncorrectQuantity  OrdRejReason = 13
	RejIncorrectAllocated OrdRejReason = 14
	RejOther              OrdRejReason = 99
)

// IDSource is SecurityIDSource(22) or BenchmarkSecurityIDSource(761).
type IDSource byte

// Sources of a security id.
const (
	IDCUSIP    IDSource = '1'
	IDISIN     IDSource = '4'
	IDExchange IDSource = '8'
)

// SettlFuture is the SettlType(63) that goes with a SettlDate(64).
const SettlFuture = '6'

// BidTypeDisclosed is the BidType(394) of every list here.
const BidTypeDisclosed = 2

// NoSymbol is the Symbol(55) of what has none.
const NoSymbol = "[N/A]"
