package main

import (
	"time"

	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/gateway"
)

// dealerSpeech is a profile as a dealer speaks it, as speech is for a client.
type dealerSpeech interface {
	acknowledge(*shownList, time.Time) fixspec.Message
	quote(*shownList, gateway.Aggregate, []fixspec.QuoteEntry) []fixspec.Message // with line prices, if any
	pass(l *shownList, id, why string, now time.Time) fixspec.Message            // why is "" without interest
	confirm(*shownList, time.Time) fixspec.Message
	decline(l *shownList, why string, now time.Time) fixspec.Message // in last look
	hear(*dealerBook, time.Time, fixspec.Message) (spoken bool)      // false: not in this profile
}

func dealerSpeechOf(p dealerPlan) dealerSpeech {
	if p.Profile == config.RFQProfile {
		return dealerQuoteSpeech{}
	}
	return dealerListSpeech{}
}
