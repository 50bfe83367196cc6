package main

import (
	"syscall"
	"testing"
	"time"
)

// Told to stop, the gateway takes no new lists, lets the live one finish, logs everybody out and
// ends well.
func testDrain(t *testing.T, folder string) {
	v := openBinary(t, folder, "FOLIOGATE_TIMING_DRAIN_TIMEOUT=20s")
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 500)
	part := v.portfolio(4)
	v.client().say("E", "%s", part.part(1, 2, false)) // a list of which some is there may be completed
	v.client().hearsNothing()

	_ = v.process.Process.Signal(syscall.SIGTERM)
	v.process.says(`"msg":"draining"`)
	late := v.portfolio(3)
	v.client().say("E", "%s", late.text())
	v.client().hears("N", "66="+late.id, "429=2", "431=7", "444~the gateway is shutting down and takes no new lists")
	d.quote(halyard, 400)
	d.trade(northgate)
	v.client().awaits("N", "66="+part.id, "431=7", "444~2 of 4 lines had arrived") // the last that was live
	if code := v.process.ends(); code != 0 {
		t.Errorf("exit code %d\n%s", code, v.process.rest())
	}
	for name, p := range v.players {
		p.isRefused("5") // the Logout
		if err := p.AwaitLogout(soon(t)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What does not finish in time goes on at the next start.
func testDrainTooShort(t *testing.T, folder string) {
	v := openBinary(t, folder, "FOLIOGATE_TIMING_DRAIN_TIMEOUT=100ms")
	d := v.begin(v.portfolio(3).everywhere("126=" + fixTime(time.Now().Add(time.Minute))))
	quote := d.quote(northgate, 500)
	v.shut()
	for name := range v.players {
		v.gone(name)
	}
	v.open()
	for _, name := range append(panel(), birchwood) {
		v.players[name].greeting = v.players[name].arrives()
	}
	d.accept(quote)
	v.client().hears("N", "429=6", "431=5", "444~BID STALE")
	d.quote(northgate, 300)
	d.trade(northgate)
}
