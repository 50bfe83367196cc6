package main

import (
	"slices"
	"strings"

	"foliogate/config"
)

// demoProfile is what is spoken in the demo. The zero demoProfile mixes too.
type demoProfile string

const (
	demoMixed demoProfile = "mixed" // the client and a dealer speak lists, two dealers quotes
	demoList  demoProfile = "list"
	demoRFQ   demoProfile = "rfq"
)

// of is what a firm speaks that would speak own in the demo that mixes.
func (p demoProfile) of(own config.Profile) config.Profile {
	switch p {
	case demoList:
		return config.ListProfile
	case demoRFQ:
		return config.RFQProfile
	}
	return own
}

// client is what the client speaks.
func (p demoProfile) client() config.Profile { return p.of(config.ListProfile) }

// words says who speaks what.
func (p demoProfile) words() string {
	by := map[config.Profile][]string{}
	by[p.client()] = append(by[p.client()], demoClient)
	for _, d := range demoDealers() {
		profile := p.of(d.profile)
		by[profile] = append(by[profile], d.compID)
	}
	var spoken []string
	for profile, what := range map[config.Profile]string{
		config.ListProfile: "lists (E k l L N): ", config.RFQProfile: "quotes (E R S AJ AI): "} {
		if len(by[profile]) > 0 {
			spoken = append(spoken, what+strings.Join(by[profile], ", "))
		}
	}
	slices.Sort(spoken)
	return strings.Join(spoken, "; ")
}
