//go:build !powercut

package main

import "foliogate/gateway/engine"

// decide is gateway.Decide, which the engine takes by itself.
func decide() engine.Decide { return nil }
