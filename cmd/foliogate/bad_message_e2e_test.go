package main

import (
	"strings"
	"testing"

	"foliogate/fixspec"
)

// What is not FIX 4.4 is answered with a Reject(3) that names reason, tag and path; what is FIX but
// not spoken here with a BusinessMessageReject(j). Nothing else happens.
func TestBadMessages(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 1000)
	swap := func(old, new string) func(portfolio) string {
		return func(p portfolio) string { return strings.Replace(p.text(), old, new, 1) }
	}
	lists := []struct {
		name  string
		spoil func(portfolio) string
		want  []string
	}{
		{"no ListID", func(p portfolio) string { return strings.Replace(p.text(), "66="+p.id+"|", "", 1) }, []string{"373=1", "371=66", "58~ListID(66) "}},
		{"no side", swap("|54=2|", "|"), []string{"373=1", "371=54", "58~NoOrders(73)[1].Side(54) "}},
		{"a side that FIX does not have", swap("|54=2|", "|54=Y|"), []string{"373=5", "371=54", "58~NoOrders(73)[1].Side(54) "}},
		{"a quantity of letters", swap("|38=", "|38=x"), []string{"373=6", "371=38", "58~NoOrders(73)[1].OrderQty(38) "}},
		{"a quantity of thousandths", swap("000|40=", "000.001|40="), []string{"373=6", "371=38", "58~NoOrders(73)[1].OrderQty(38) "}},
		{"a quantity beyond all numbers", swap("|38=", "|38=99999999999999999999"), []string{"373=6", "371=38"}},
		{"a date that is none", swap("|64=20250617", "|64=20250632"), []string{"373=6", "371=64"}},
		{"more lines than there are", swap("|73=3|", "|73=4|"), []string{"373=16", "371=73", "58~NoOrders(73) announces 4"}},
		{"fewer lines than there are", swap("|73=3|", "|73=2|"), []string{"373=16", "371=73"}},
		{"a line that begins otherwise", swap("11=CLORD", "58=CLORD"), []string{"373=15", "371=73"}},
		{"members out of order", swap("|63=6|64=20250617|", "|64=20250617|63=6|"), []string{"373=15", "371=63"}},
		{"a tag of another message", swap("|18=G|", "|18=G|571=X|"), []string{"373=2", "371=571"}},
		{"a tag that FIX does not have", swap("|18=G|", "|18=G|4999=X|"), []string{"371=4999"}},
		{"a tag twice", swap("|394=2|", "|394=2|394=2|"), []string{"373=13", "371=394"}},
		{"a tag without a value", swap("|18=G|", "|18=|"), []string{"373=4", "371=18"}},
	}
	for _, test := range lists {
		t.Run(test.name, func(t *testing.T) {
			v.during(t)
			v.client().say("E", "%s", test.spoil(v.portfolio(3)))
			v.client().isRefused("3", append(test.want, "372=E")...)
		})
	}
	for kind, text := range unspoken() {
		v.client().say(kind, "%s", text)
		v.client().hears("j", "372="+kind, "380=3", "58~MsgType(35) ")
	}
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
