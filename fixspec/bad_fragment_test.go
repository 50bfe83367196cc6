package fixspec_test

import (
	"fmt"
	"strings"
	"testing"
)

// What the structure cannot show is refused by the domain, for the whole list, and said in words.
func TestBadFragments(t *testing.T) {
	line := func(n int) string {
		return fmt.Sprintf("11=C-%d|67=%d|1=F%d|63=6|64=20260106|18=G|55=[N/A]|48=99ZAA0002|22=1|54=1|854=0|"+
			"38=%d000|40=1|423=3|15=USD|59=6|126=20260105-15:10:00|120=USD|", n, n, n, n)
	}
	list := func(total int, last string, lines ...int) string {
		text := fmt.Sprintf("#66=F-1|394=2|433=2|69=AON|68=%d|%s73=%d|", total, last, len(lines))
		for _, n := range lines {
			text += line(n)
		}
		return text
	}
	for _, c := range []struct {
		name string
		says []string
		wait bool
		want string // on the last ListStatus or reject told to the client
		text string
	}{
		{"total of 0", []string{list(0, "893=Y|", 1)}, false, "431=7", "1 and TotNoOrders(68)"},
		{"total below 0", []string{list(-1, "893=Y|", 1)}, false, "431=7", "1 and TotNoOrders(68)"},
		{"total of a billion", []string{list(1_000_000_000, "893=N|", 1)}, false, "431=7", "68) is 1000000000: at most 100 lines"},
		{"total too small", []string{list(1, "893=Y|", 1, 2)}, false, "431=7", "line 2: ListSeqNo(67) is not between"},
		{"total too large", []string{list(3, "893=Y|", 1, 2)}, false, "431=7", "68) is 3 but the list closed with 2 lines"},
		{"total changes", []string{list(3, "893=N|", 1), list(4, "893=Y|", 2, 3)}, false, "431=7", "68) differs between fragments"},
		{"last is absent and lines are missing", []string{list(3, "", 1)}, true, "431=7", "1 of 3 lines had arrived"},
		{"last comes first", []string{list(3, "893=Y|", 1), list(3, "893=N|", 2, 3)}, false, "431=7", "closed with 1 lines"},
		{"last never comes", []string{list(3, "893=N|", 1), list(3, "893=N|", 2)}, true, "431=7", "2 of 3 lines had arrived"},
		{"a fragment differs", []string{list(3, "893=N|", 1),
			strings.Replace(list(3, "893=N|", 1), "38=1000", "38=2000", 1)}, false, "431=7", "was sent twice with different content"},
		{"no lines", []string{"#66=F-1|394=2|433=2|69=AON|68=1|893=Y|73=0|"}, false, "380=0", "NoOrders(73) is 0: a list has lines"},
		{"all is well", []string{list(3, "893=N|", 1), list(3, "893=Y|", 2, 3)}, false, "429=1|82=1|431=1", "DEALERS=3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage(t, nil)
			for _, text := range c.says {
				s.says("EMS", "E", text)
			}
			if c.wait {
				s.after(31e9)
			}
			last := ""
			for _, told := range strings.Split(s.log.String(), "\n") {
				if strings.Contains(told, "EMS < ") {
					last = told
				}
			}
			if !strings.Contains(last, c.want) || !strings.Contains(last, c.text) {
				t.Errorf("told %q, want %s %s\n%s", last, c.want, c.text, &s.log)
			}
		})
	}
}
