package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// abuse is what a hostile peer may do to a running gateway, one thing after the other, while an
// honest dealer quotes to an honest client. It measures memory, and how long a quote takes.
//
// Windows of quiet and of abuse take turns, because a machine has moods: what is compared is all
// quiet windows with all hostile ones, and beside it every other quiet window with the rest, which
// shows how far two equal things are apart on this machine now. How long the gateway has had a
// processor depends less on what else the machine does. The hostile peer is a process of its own, and
// a nice one: in earnest it would not share a processor with its victim.

const (
	most       = 64 << 20 // growth of the gateway's resident memory that a single abuse may cause
	slower     = 1.10     // how much longer a quote may take than in quiet
	quoteEvery = 5 * time.Millisecond
	window     = 3 * time.Second
	warmUp     = 300 * time.Millisecond // before a window, and after it
	turns      = 6                      // windows of each kind
)

// memory is the resident memory of a process.
func memory(pid int) int64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0
	}
	words := strings.Fields(string(text))
	pages, _ := strconv.ParseInt(words[1], 10, 64)
	return pages * int64(os.Getpagesize())
}

// busy is how long a process has had a processor.
func busy(pid int) time.Duration {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(text), ") ") // the name before it may have blanks
	words := strings.Fields(rest)
	user, _ := strconv.Atoi(words[11])
	system, _ := strconv.Atoi(words[12])
	const tick = 10 * time.Millisecond
	return time.Duration(user+system) * tick
}

// abuseAll commits every deed.
func abuseAll(o options) error {
	m, err := openMarket([]int{50})
	if err != nil {
		return err
	}
	f, err := openFloor(0, o.seed, m, newCounts(), 0)
	if err != nil {
		return err
	}
	defer f.close()
	if f.address, err = freeAddress(); err != nil {
		return err
	}
	config, err := setup{folder: o.folder, data: "data", accept: f.address,
		copperline: f.called.Addr().String()}.write()
	if err != nil {
		return err
	}
	if err := addRogue(config, f.address); err != nil {
		return err
	}
	g, err := launch(o.plain, config, "")
	if err != nil {
		return err
	}
	defer g.kill()
	v := &victim{floor: f, gateway: g, hops: newHops()}
	v.quoteOn()
	f.open()
	failed := 0
	for i, d := range deeds() {
		if !strings.Contains(d.name, o.only) {
			continue
		}
		ok, err := v.suffer(i, d)
		if err != nil {
			return err
		}
		if !ok {
			failed++
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d abuses did harm; the log:\n%s", failed, len(deeds()), g.lastWords())
	}
	return nil
}

func addRogue(config, address string) error {
	file, err := os.OpenFile(config, os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(file, "  - {name: rogue, comp_id: %s, connection: accept, address: %q,\n"+
		"     insecure: true, reset_on_logon_allowed: true, role: client, panel: [NORTHGATE]}\n",
		rogue, address)
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}

// runAbuse is `torture abuse`.
func runAbuse(o options) (err error) {
	if o.folder, err = os.MkdirTemp("", "abuse-"); err != nil {
		return err
	}
	defer os.RemoveAll(o.folder)
	if o.plain, err = build(o.folder, "foliogate", o.plain); err != nil {
		return err
	}
	return abuseAll(o)
}
