package main

import (
	"testing"

	"foliogate/fixspec"
)

// What is FIX but not spoken here is answered with a BusinessMessageReject(j), what no FIX has with a
// Reject(3). Nothing else happens.
func TestBadMessages(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 1000)
	for kind, text := range unspoken() {
		v.client().say(kind, "%s", text)
		v.client().hears("j", "372="+kind, "380=3", "58~MsgType(35) ")
	}
	v.client().say("E", "66=NONE|394=2|68=1|893=Y|73=0|")
	v.client().hears("j", "372=E", "379=NONE", "380=0", "58~NoOrders(73) is 0: a list has lines")
	v.client().say("ZZ", "58=no message of FIX|")
	v.client().isRefused("3", "372=ZZ", "373=11")
	v.players[northgate].say("E", "%s", v.portfolio(3).text())
	v.players[northgate].hears("j", "372=E", "380=3")
	v.client().sayWith(fixspec.Header{OnBehalfOf: rowan}, "M", "66=%s|", d.list.id)
	v.client().hears("j", "372=M", "380=6", "58~OnBehalfOfCompID(115) ROWAN-EMS")
	v.nothingFollows()
	d.status("431=1", "39=D")
	d.trade(northgate)
}

// unspoken is sound messages that a client has no reason to send: some that nobody speaks here, and
// some that only others do.
func unspoken() map[string]string {
	return map[string]string{
		"D":  "58=a NewOrderSingle|",
		"J":  "58=an AllocationInstruction|",
		"m":  "58=a ListStrikePrice|",
		"R":  "131=Q|146=1|55=[N/A]|",
		"l":  "390=B|420=1|12=0|13=3|66=L|44=1|423=3|",
		"8":  "37=O|17=E|150=F|39=2|55=[N/A]|54=1|151=0|14=1|6=1|",
		"N":  "66=L|429=1|82=1|431=1|83=1|68=1|73=0|",
		"AK": "664=C|666=0|773=2|665=4|60=20250616-10:00:00|75=20250616|55=[N/A]|711=0|555=0|80=1|54=1|862=1|528=P|863=1|79=A|6=1|381=1|118=1|",
	}
}

// nothingFollows proves that nobody hears anything more.
func (v *pit) nothingFollows() {
	v.t.Helper()
	for _, p := range v.players {
		p.hearsNothing()
	}
}
