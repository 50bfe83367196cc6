package bond

// Calendars holds the trade and settlement calendars of every market.
type Calendars struct {
	Version string
}
