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
		row, err := rowOf(config.Session{UnknownTags: key}, config.Production)
		if err != nil || row.Unknown != want {
			t.Errorf("unknown_tags %q: %s, not %s, %v", key, row.Unknown, want, err)
		}
	}
}
