package session

import (
	"strings"
	"testing"

	"foliogate/gateway"
)

func TestResendLeavesOutWhatIsStale(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E", "|34=2|")
	g.desk.publish(t, gateway.Opened{}, fills("CLIENT", 2), gateway.QuoteReceived{},
		gateway.StatusTold{To: "CLIENT"}, gateway.QuoteLost{})
	for _, msgType := range []string{"E", "k", "8", "8", "l", "N", "l"} {
		c.expect(t, msgType)
	}
	c.say(t, "2", "7=1|16=0|")
	c.expect(t, "4", "|34=1|", "|43=Y|", "|36=2|", "|123=Y|")
	// Lists of since the logon: what follows may be the rest of one.
	c.expect(t, "E", "|34=2|", "|43=Y|")
	c.expect(t, "E", "|34=3|", "|43=Y|")
	c.expect(t, "4", "|34=4|", "|43=Y|", "|36=5|", "|123=Y|")
	c.expect(t, "8", "|34=5|", "|43=Y|", "|17=X3-0|")
	c.expect(t, "8", "|34=6|", "|43=Y|", "|17=X3-1|")
	c.expect(t, "4", "|34=7|", "|36=8|", "|123=Y|")
	c.expect(t, "N", "|34=8|", "|43=Y|", "|431=1|")
	c.expect(t, "l", "|34=9|", "|43=Y|", "|58=STALE|")
	// What was left out was sent since the logon: it is pushed once more.
	c.expect(t, "E", "|34=10|", "|97=Y|", "|58=now|")
	c.say(t, "1", "112=end|")
	c.expect(t, "0", "|34=11|")
}

func TestBoundedResendOverNothing(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	for range 3 {
		c.say(t, "1", "112=fill|")
		c.expect(t, "0")
	}
	g.desk.publish(t, fills("CLIENT", 1))
	c.expect(t, "8", "|34=6|")
	for _, request := range []struct{ asked, begin, next string }{
		{"7=1|16=1|", "|34=1|", "|36=2|"},
		{"7=3|16=5|", "|34=3|", "|36=6|"},
		{"7=2|16=4|", "|34=3|", "|36=5|"},
	} {
		c.say(t, "2", request.asked)
		if strings.Contains(request.asked, "7=2|") {
			c.expect(t, "E", "|34=2|", "|43=Y|") // the list, sent since the logon
		}
		c.expect(t, "4", request.begin, request.next, "|123=Y|")
	}
}

func TestPerishable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		msgType, body string
		want          bool
	}{
		{"E", "66=L|", true},
		{"L", "66=L|390=Q|", true},
		{"i", "117=Q|", true},
		{"k", "390=B|374=N|", true},
		{"k", "390=B|374=C|", false},
		{"k", "374=C|", false},
		{"k", "374=CX|", true},
		{"l", "390=Q|420=1|12=0|44=99|", true},
		{"l", "390=Q|420=1|12=0|58=PASS|", false},
		{"l", "390=Q|144=5|58=44=1|", false},
		{"8", "17=X|44=99|", false},
		{"AK", "664=T|", false},
		{"N", "66=L|431=1|", false},
		{"R", "131=L|146=1|55=[N/A]|", true},
		{"S", "131=L|117=Q|133=99|", true},
		{"AJ", "693=R|117=Q|694=1|11=L|", true},
		{"AJ", "694=4|", false},
		{"AJ", "693=R|694=3|58=694=1|", false},
		{"AI", "131=L|117=Q|297=10|", false},
		{"AI", "131=L|117=Q|693=R|297=0|", false},
		{"AG", "131=L|658=10|", false},
		{"K", "66=L|", false},
		{"j", "380=4|", false},
	} {
		body := []byte(strings.ReplaceAll(c.body, "|", "\x01"))
		if got := perishable(c.msgType, inBody(body)); got != c.want {
			t.Errorf("%s %s: perishable is %t", c.msgType, c.body, got)
		}
	}
}
