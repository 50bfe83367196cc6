package main

import (
	"time"

	"foliogate/config"
	"foliogate/fixspec"
)

// speech is a profile as a client speaks it: in which messages an auction says what it wants, and what
// it hears in those of the gateway. It is all in which the profiles differ; what is common to them,
// executions and tickets, goes past it.
type speech interface {
	show(*auction) []fixspec.Message                                         // what is asked for
	ask(*auction) fixspec.Message                                            // the dealer in the header, or the panel
	enquire(*auction) fixspec.Message                                        // where the inquiry stands
	take(*auction, time.Time) fixspec.Message                                // the quote that is being taken
	hear(*auction, time.Time, fixspec.Header, fixspec.Message) (spoken bool) // false: not in this profile
	wish(msgType string) wish                                                // what was wanted by one of ours
}

// wish is what a message of ours was for.
type wish int

const (
	wishOther wish = iota
	wishShow
	wishAsk
	wishTake
)

func speechOf(t auctionTerms) speech {
	if t.Profile == config.RFQProfile {
		return quoteSpeech{}
	}
	return listSpeech{}
}
