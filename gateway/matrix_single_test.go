package gateway

import "strings"

// The same for one bond that is asked for both ways. GORSE has quoted for a minute.
var singleStages = []stage{
	{"unknown", nil},
	{"open", twoWayStory},
	{"open, a quote past its time", then(twoWayStory, "+1m")},
	{"awarded to ALDER, sold", soldStory},
	{"awarded to ALDER, a quote past its time", then(soldStory, "+9s")},
	{"executed with ALDER, sold", then(soldStory, "ALDER confirm R1")},
	{"executed with BIRCH, bought", then(twoWayStory, "ROWAN accept R1 BIRCH/B1 side=buy")},
}

const twoWay = "ROWAN submit R1 single of=ALDER,BIRCH,GORSE\n 1 two-way NORTH 2000000"

var (
	twoWayStory = []string{
		twoWay, "ALDER bid R1 A1 sell=100.9 buy=101.1", "BIRCH bid R1 B1 sell=100.8 buy=101",
		"GORSE bid R1 G1 sell=100.85 buy=101.2 until=60s",
	}
	soldStory = then(twoWayStory, "+52s", "ROWAN accept R1 ALDER/A1 side=sell id=C-9 response=RSP-1")
)

var singleWishes = []string{
	twoWay,
	strings.Replace(twoWay, "single", "single resend", 1),
	"ROWAN submit R1 single resend of=ALDER,BIRCH,GORSE\n 1 buy NORTH 2000000",
	"ROWAN submit R1 single resend of=CEDAR\n 1 two-way NORTH 2000000",
	"ROWAN ask R1 CEDAR",
	"ROWAN ask R1 ALDER",
	"ROWAN accept R1 ALDER/A1 response=RSP-2",
	"ROWAN accept R1 ALDER/A1 side=sell response=RSP-2",
	"ROWAN accept R1 ALDER/A1 side=buy response=RSP-2",
	"ROWAN accept R1 BIRCH/B1 side=buy response=RSP-2",
	"ROWAN accept R1: GORSE/G1 side=sell response=RSP-2",
	"ROWAN accept R1: NOSUCH side=sell response=RSP-2",
	"NORTHGATE accept R1: ALDER/A1 side=sell",
	"ROWAN cancel R1",
	"ROWAN enquire R1",
	"ALDER bid R1 A2 sell=100.9",
	"ALDER bid R1 A2 sell=100.9 buy=101.2",
	"ALDER bid R1 A1 sell=100.9 buy=101.1",
	"BIRCH bid R1 B1 sell=100.8 buy=101.1",
	"GORSE bid R1 G1 sell=100.85 buy=101.2",
	"GORSE bid R1 G2 sell=100.85 buy=101.2 until=30s",
	"ALDER price R1 A1 1=100.9",
	"ALDER pass R1 A1",
	"BIRCH pass R1",
	"GORSE pass R1 G1",
	"ALDER confirm R1 A1",
	"ALDER confirm R1 A9",
	"GORSE confirm R1 G1",
	"tick",
	"ROWAN disconnect",
	"ALDER disconnect",
	"GORSE disconnect",
	"ROWAN connect reset",
	"GORSE connect reset",
}
