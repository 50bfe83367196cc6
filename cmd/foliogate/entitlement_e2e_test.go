package main

import (
	"fmt"
	"maps"
	"slices"
	"testing"
)

// Whoever names what is another's, with the right ids and in every message that names anything, is
// told what somebody is told who made the ids up, and nobody else hears of it. It is so while dealers
// quote, and after the trade.
func TestEntitlement(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	v.enter(rowan, foxholm)
	v.spilt = true
	d := v.begin(v.portfolio(3))
	offered := d.quote(northgate, 1000)
	theirs, quoted := d.shown[northgate], d.quoted[northgate]
	type attempt struct {
		name, kind, text string // %s stands for what is another's
		ids              []any  // the right ones
		answer           string
		want             []string // %s stands for the first id
	}
	tries := func(who string, attempts []attempt) {
		t.Helper()
		for _, a := range attempts {
			t.Run(who+" "+a.name, func(t *testing.T) {
				v.during(t)
				p := v.players[who]
				invented := make([]any, len(a.ids))
				for i := range invented {
					invented[i] = fmt.Sprint("MADE-UP-", i)
				}
				for _, ids := range [][]any{a.ids, invented} {
					p.say(a.kind, "%s", fmt.Sprintf(a.text, ids...))
					want := append([]string{}, a.want...)
					if len(want) > 0 {
						want[0] = fmt.Sprintf(want[0], ids[0])
					}
					p.hears(a.answer, want...)
					v.nothingFollows()
				}
			})
		}
	}
	stranger := []string{"66=%s", "431=7", "444~is not known here", "73=0"}
	unknown := []string{"379=%s", "380=1"}
	tries(rowan, []attempt{
		{"asks for the status", "M", "66=%s|", []any{d.list.id}, "N", []string{"66=%s", "431=7"}},
		{"cancels", "K", "66=%s|60=" + now() + "|", []any{d.list.id}, "N", []string{"66=%s", "431=7"}},
		{"accepts", "L", "66=%s|390=%s|60=" + now() + "|", []any{d.list.id, offered}, "N", stranger},
		{"accepts by the dealer's name for it", "L", "66=%s|390=%s|60=" + now() + "|", []any{theirs, quoted}, "N", stranger},
	})
	confirm := "66=%s|429=4|82=1|431=3|83=1|68=3|73=0|"
	price := "390=X-1|391=%s|420=1|12=0|13=3|66=%[1]s|44=5|423=3|"
	lines := "131=%s|117=%s|537=1|301=1|296=1|302=%[1]s|304=3|893=Y|295=3|299=%[1]s-0001|132=100|299=%[1]s-0002|132=100|299=%[1]s-0003|133=100|"
	for _, who := range []string{foxholm, halyard} { // who was not asked, and who was
		tries(who, []attempt{
			{"quotes", "l", price, []any{theirs}, "j", []string{"379=X-1%.0s", "380=1"}},
			{"quotes by the client's name for it", "l", price, []any{d.list.id}, "j", []string{"379=X-1%.0s", "380=1"}},
			{"passes", "l", "390=X-2|391=%s|420=1|12=0|66=%[1]s|58=PASS|", []any{theirs}, "j", []string{"379=%s", "380=1"}},
			{"takes a quote back", "Z", "131=%s|117=%s|298=4|", []any{theirs, quoted}, "j", []string{"372=Z%.0s", "380=1"}},
			{"prices lines", "i", lines, []any{theirs, quoted}, "b", []string{"297=5%.0s", "300=5"}},
			{"confirms", "N", confirm, []any{theirs}, "j", unknown},
		})
	}

	d.award(northgate)
	for _, who := range []string{foxholm, halyard} {
		tries(who, []attempt{{"confirms an award", "N", confirm, []any{theirs}, "j", unknown}})
	}
	d.stands(northgate)
	client, dealer := d.clientBooks(northgate), d.dealerBooks(northgate)
	for _, loser := range []string{halyard, copperline} {
		v.players[loser].rest()
	}
	d.agree(client, dealer)
	for _, owner := range []*books{client, dealer} {
		fill := slices.Collect(maps.Values(owner.fills))[0]
		for _, who := range []string{rowan, foxholm, halyard} {
			tries(who, []attempt{
				{"disputes an execution", "Q", "37=%[2]s|17=%[1]s|127=F|55=[N/A]|54=1|38=5|",
					[]any{fill.get("17"), fill.get("37")}, "j", unknown},
				{"affirms", "AU", "664=%s|75=20250616|60=" + now() + "|940=3|", []any{owner.ticket.get("664")}, "j", unknown},
			})
		}
	}
	v.players[rowan].say("AF", "584=AF-1|585=7|")
	v.players[rowan].hears("j", "372=AF", "379=AF-1", "380=1", "58=nothing was executed today")
	v.nothingFollows()
	d.status("431=6", "39=2")
	d.affirm(v.client(), client.ticket)
	d.affirm(v.players[northgate], dealer.ticket)
}
