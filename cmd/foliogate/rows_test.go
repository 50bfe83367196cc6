package main

import (
	"testing"

	"foliogate/config"
	"foliogate/fixspec/wire"
)

func TestUnknownTagsOfARow(t *testing.T) {
	for key, want := range map[config.UnknownTags]wire.Unknown{
		"": wire.RefuseUnknown, config.RefuseUnknown: wire.RefuseUnknown,
		config.UserDefined: wire.TolerateUserDefined, config.AllUnknown: wire.TolerateUnknown,
	} {
		if got := rowOf(config.Session{UnknownTags: key}).Unknown; got != want {
			t.Errorf("unknown_tags %q: %s, not %s", key, got, want)
		}
	}
}
