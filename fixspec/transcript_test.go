package fixspec

import (
	"strings"
	"testing"
	"time"

	"foliogate/gateway"
)

// twoLines is an inquiry of one sell and one allocated buy. price is the PriceType(423).
func twoLines(price string) string {
	tail := "854=0|38=1000000|40=1|423=" + price + "|15=USD|59=6|126=20260105-15:10:00|120=USD|"
	return "#66=L-1|391=R-1|414=3|394=2|433=2|69=AON|68=2|893=Y|73=2|" +
		"11=C-1|67=1|453=1|448=SECRETCLIENT|447=D|452=3|1=SECRETFUND|63=6|64=20260106|18=G|55=[N/A]|" +
		"48=99ZAA0002|22=1|54=2|" + tail +
		"11=C-2|67=2|78=2|79=SECRET1|80=600000|79=SECRET2|80=400000|63=6|64=20260106|18=G|55=[N/A]|" +
		"48=US99ZBB00010|22=4|54=1|" + strings.Replace(tail, "|40=1|423="+price, "|40=2|423="+price+"|44=99.5", 1)
}

const (
	ack     = "#66=$LIST|429=1|82=1|431=1|83=1|68=2|73=0|"
	confirm = "#66=$LIST|429=4|82=1|431=3|83=1|68=2|73=0|"
	decline = "#66=$LIST|429=2|82=1|431=7|83=1|444=market moved|68=2|73=0|"
)

func bid(id, price string) string {
	return "#390=" + id + "|391=$LIST|420=1|12=0|13=3|66=$LIST|" + price + "|"
}

// A portfolio trades: quotes, an update, a pass, a last look, executions, tickets, affirmations.
func TestTranscriptTrade(t *testing.T) {
	s := newStage(t)
	s.says("EMS", "E", twoLines("3"))
	s.says("DLRA", "N", ack)
	s.says("DLRB", "l", bid("B-1", "44=549000.00|423=3"))
	s.says("DLRA", "l", bid("A-1", "44=548000.00|423=3"))
	s.says("DLRA", "l", bid("A-2", "44=549500.25|423=3"))
	s.says("DLRC", "l", "#390=C-1|391=$LIST|420=1|12=0|66=$LIST|58=PASS|")
	s.says("EMS", "M", "#66=L-1|")
	s.says("EMS", "L", "#66=L-1|390=$BID|60=20260105-15:01:00|")
	s.says("EMS", "L", "#66=L-1|390="+s.bidOf("DLRA")+"|60=20260105-15:01:00|")
	s.says("DLRB", "l", bid("B-2", "44=549600.00|423=3"))
	s.says("EMS", "K", "#66=L-1|60=20260105-15:01:00|")
	s.says("DLRA", "N", confirm)
	s.says("DLRA", "N", confirm)
	s.says("EMS", "K", "#66=L-1|60=20260105-15:01:00|")
	s.says("EMS", "M", "#66=L-1|")
	s.says("EMS", "AF", "#584=AF-1|585=7|")
	s.says("EMS", "AU", "#664=$TICKET|75=20260105|60=20260105-15:02:00|940=1|")
	s.says("EMS", "AU", "#664=$TICKET|75=20260105|60=20260105-15:02:00|940=3|")
	s.says("DLRA", "AU", "#664=$TICKET|75=20260105|60=20260105-15:02:00|940=2|774=1|58=wrong account|")
	s.says("EMS", "Q", "#37=O|17=$EXEC|127=F|55=[N/A]|48=99ZAA0002|22=1|54=2|38=1000000|32=1000000|31=99|")
	s.submit(gateway.Connect{Origin: gateway.Origin{Firm: "EMS"}, Reset: true})
	s.submit(gateway.Connect{Origin: gateway.Origin{Firm: "DLRA"}, Reset: true})
	s.matches("trade")
}

// bidOf is the client's id of a dealer's latest quote.
func (s *stage) bidOf(dealer gateway.Firm) string {
	q, _ := s.book.Inquiry("I00000001")
	route, _ := q.Route(dealer)
	return route.Quotes[len(route.Quotes)-1].ID
}

// Last looks that come to nothing, and a percentage a side.
func TestTranscriptLastLook(t *testing.T) {
	s := newStage(t)
	s.says("EMS", "k", "128=DLRA|#391=R-1|374=N|393=2|394=2|420=1|66=L-1|418=R|419=4|")
	s.says("EMS", "E", twoLines("1"))
	s.says("EMS", "k", "128=DLRB|#391=R-1|374=N|393=2|394=2|420=1|66=L-1|418=R|419=4|")
	percent := "54=2|44=99.1|423=1|12=0|13=3|66=$LIST|54=1|44=88.9|423=1"
	for _, dealer := range []gateway.Firm{"DLRA", "DLRB"} {
		s.says(dealer, "l", strings.Replace(bid(string(dealer)+"-1", percent), "420=1", "420=2", 1))
	}
	s.says("DLRA", "i", "#131=$LIST|117=DLRA-1|537=1|301=1|296=1|302=$LIST|304=2|893=N|295=1|"+
		"299=$LIST-0001|132=99.1|")
	s.says("DLRA", "i", "#131=$LIST|117=DLRA-1|537=1|301=1|296=1|302=$LIST|304=2|893=Y|295=1|"+
		"299=$LIST-0002|133=88.9|")
	s.says("DLRB", "i", "#131=$LIST|117=DLRB-1|537=1|301=1|296=1|302=$LIST|304=2|893=Y|295=2|"+
		"299=$LIST-0001|132=99.1|299=$LIST-0002|133=89.9|")
	s.says("EMS", "L", "#66=L-1|390="+s.bidOf("DLRA")+"|60=20260105-15:01:00|")
	s.says("DLRA", "N", decline)
	s.says("DLRA", "l", strings.Replace(bid("DLRA-2", percent), "420=1", "420=2", 1))
	s.says("EMS", "L", "#66=L-1|390="+s.bidOf("DLRA")+"|60=20260105-15:01:00|")
	s.after(6 * time.Second)
	s.says("DLRA", "N", confirm)
	s.says("DLRA", "l", strings.Replace(bid("DLRA-3", percent), "420=1", "420=2", 1))
	s.says("DLRA", "Z", "#131=$LIST|117=DLRA-3|298=4|")
	s.submit(gateway.Disconnect{Origin: gateway.Origin{Firm: "DLRB"}})
	s.submit(gateway.Connect{Origin: gateway.Origin{Firm: "DLRB"}})
	s.says("DLRB", "l", strings.Replace(bid("DLRB-2", percent), "420=1", "420=2", 1))
	s.submit(gateway.Connect{Origin: gateway.Origin{Firm: "EMS"}})
	s.after(10 * time.Minute)
	s.says("EMS", "M", "#66=L-1|")
	s.matches("last_look")
}

// A spread inquiry: references go to the dealers, a firm quote trades at once.
func TestTranscriptSpread(t *testing.T) {
	s := newStage(t)
	s.env.Policy.Clients[0].ShowName, s.env.Policy.Clients[0].ShowPanelSize = true, true
	s.says("EMS", "E", strings.Replace(twoLines("6"), "|44=99.5|15=USD",
		"|44=99.5|218=175.5|699=US99ZTT00070|761=4|15=USD", 1))
	s.says("DLRB", "l", bid("B-1", "44=4.25|423=6"))
	s.says("EMS", "L", "#66=L-1|390=$BID|60=20260105-15:01:00|")
	s.matches("spread")
}

// What is refused, each in the way that protocol.md names.
func TestTranscriptRefusals(t *testing.T) {
	s := newStage(t)
	wrong := func(id, good, bad string) string {
		return strings.Replace(strings.Replace(twoLines("3"), "L-1", id, 1), good, bad, 1)
	}
	s.says("EMS", "M", "#66=NONE|")
	s.says("EMS", "K", "#66=NONE|60=20260105-15:01:00|")
	s.says("EMS", "L", "#66=NONE|390=Q|60=20260105-15:01:00|")
	s.says("EMS", "AF", "#584=AF-1|585=7|")
	s.says("EMS", "AF", "#584=AF-1|585=1|")
	s.says("EMS", "AU", "#664=NONE|75=20260105|60=20260105-15:02:00|940=3|")
	s.says("EMS", "k", "128=NOBODY|#391=R-1|374=N|393=2|394=2|420=1|66=L-1|418=R|419=4|")
	s.says("EMS", "k", "#391=R-1|374=C|393=2|394=2|420=1|66=L-1|418=R|419=4|")
	s.says("EMS", "E", "128=DLRA|"+twoLines("3"))
	s.says("EMS", "E", "115=OTHER|"+twoLines("3"))
	s.says("EMS", "E", wrong("L-2", "54=1", "54=5"))
	s.says("EMS", "E", wrong("L-3", "40=2|423=3", "40=2|423=6"))
	s.says("EMS", "E", strings.Replace(twoLines("3"), "38=1000000", "38=many", 1))
	s.says("EMS", "E", wrong("L-0", "48=99ZAA0002", "48=99ZZZ0002"))
	s.says("EMS", "E", twoLines("3"))
	s.says("EMS", "E", twoLines("3"))
	s.says("EMS", "E", "97=Y|"+twoLines("3"))
	s.says("DLRA", "E", twoLines("3"))
	s.says("DLRA", "N", "#66=NONE|429=1|82=1|431=1|83=1|68=2|73=0|")
	s.says("DLRA", "l", bid("A-1", "44=5|423=6"))
	s.says("DLRA", "l", bid("A-1", "44=5.001|423=3"))
	s.says("DLRA", "l", strings.ReplaceAll(bid("A-1", "44=549000.00|423=3"), "$LIST", "NONE"))
	s.says("DLRA", "l", bid("A-1", "44=549000.00|423=3"))
	s.says("DLRA", "l", bid("A-1", "44=549001.00|423=3"))
	first := s.told["EMS$BID"]
	s.says("DLRA", "l", bid("A-2", "44=549002.00|423=3"))
	s.says("DLRA", "Z", "#131=$LIST|117=NONE|298=4|")
	s.says("DLRA", "Z", "#131=$LIST|117=A-2|298=1|")
	s.says("DLRA", "N", confirm)
	s.says("EMS", "L", "#66=L-1|390="+first+"|60=20260105-15:01:00|")
	s.says("EMS", "L", "#66=L-1|390=NONE|60=20260105-15:01:00|")
	s.says("EMS", "K", "#66=L-1|60=20260105-15:01:00|")
	s.says("EMS", "K", "#66=L-1|60=20260105-15:01:00|")
	s.says("DLRA", "N", "#66=$LIST|429=2|82=1|431=6|83=1|68=2|73=0|")
	s.matches("refusals")
}

// What happens less often: lines that are wrong in every way, a rejected acknowledgement, a dealer
// that vanishes in its last look, a second accept, a policy that says done away.
func TestTranscriptEdges(t *testing.T) {
	s := newStage(t)
	s.env.Policy.Clients[0].ShowDoneAway = true
	list := twoLines("3")
	for i, wrong := range [][2]string{
		{"64=20260106|18=G|55=[N/A]|48=99ZAA0002", "64=20260104|18=G|55=[N/A]|48=99ZAA0002"},
		{"80=400000", "80=300000"}, {"38=1000000|40=1", "38=0|40=1"}, {"11=C-2|67=2", "11=C-1|67=2"},
		{"11=C-2|67=2", "11=C-2|67=3"}, {"68=2", "68=3"}, {"68=2", "68=101"},
		{"126=20260105-15:10:00", "126=20260105-14:10:00"},
	} {
		renamed := strings.Replace(list, "66=L-1", "66=W-"+number(i+1), 1)
		s.says("EMS", "E", strings.ReplaceAll(renamed, wrong[0], wrong[1]))
	}
	s.says("EMS", "E", list)
	s.says("DLRC", "N", "#66=$LIST|429=1|82=1|431=1|83=1|68=2|73=1|11=$LIST-0001|14=0|39=8|151=0|84=0|6=0|58=no|")
	s.says("DLRB", "l", bid("B-1", "44=549000.00|423=3"))
	s.after(11 * time.Second)
	s.says("DLRA", "l", bid("A-1", "44=548000.00|423=3"))
	s.says("EMS", "L", "#66=L-1|390=$BID|60=20260105-15:01:00|")
	s.says("EMS", "L", "#66=L-1|390=NONE|60=20260105-15:01:00|")
	s.submit(gateway.Disconnect{Origin: gateway.Origin{Firm: "DLRA"}})
	s.submit(gateway.Connect{Origin: gateway.Origin{Firm: "EMS"}, Reset: true})
	s.says("DLRB", "i", "#131=$LIST|117=B-1|537=1|301=1|296=1|302=$LIST|304=2|893=Y|295=1|299=$LIST-0001|")
	s.says("DLRB", "i", "#131=$LIST|117=B-9|537=1|301=1|296=1|302=$LIST|304=2|893=Y|295=1|299=$LIST-0001|132=99|")
	s.says("DLRA", "l", bid("A-2", "44=548500.00|423=3"))
	s.says("DLRC", "l", bid("C-1", "44=548600.00|423=3"))
	s.says("EMS", "L", "#66=L-1|390="+s.told["EMS$BEST"]+"|60=20260105-15:01:00|")
	s.says("EMS", "L", "#66=L-1|390=NONE|60=20260105-15:01:00|")
	s.says("DLRB", "l", "#390=B-2|391=$LIST|420=1|12=0|66=$LIST|58=PASS|")
	s.says("DLRB", "N", decline)
	s.says("DLRB", "AU", "#664=NONE|75=20260105|60=20260105-15:02:00|940=3|")
	s.says("DLRB", "Q", "#37=O|17=NONE|127=F|55=[N/A]|54=2|38=1|")
	s.says("EMS", "Q", "#37=O|17=NONE|127=F|55=[N/A]|54=2|38=1|")
	s.says("EMS", "j", "#372=8|380=0|")
	s.env.Policy.Draining = true
	s.says("EMS", "E", strings.Replace(list, "66=L-1", "66=L-9", 1))
	s.says("EMS", "k", "#391=L-9|374=N|393=2|394=2|418=R|419=4|")
	s.matches("edges")
}
