package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// victim is a gateway with honest counterparties, of whom one quotes and one listens.
type victim struct {
	*floor
	gateway *gatewayProcess
	hops    *hops
	list    *shown // that is quoted now
}

// quoteOn has HALYARD quote the newest list again and again, and everybody else only listen.
func (v *victim) quoteOn() {
	v.client.line.hear = func(m message) {
		if m.kind == "l" {
			v.hops.came(m.get("44"))
		}
	}
	for _, d := range v.dealers {
		d.hear = func(message) {}
	}
	d := v.dealers[1]
	d.hear = func(m message) {
		if m.kind == "E" {
			d.see(m)
		}
		if l := d.list(m.get("391")); m.kind == "k" && m.get("374") == "N" && l.bid == "" {
			l.bid, v.list = "begun", l
			v.quoteAgain(d, l)
		}
	}
}

func (v *victim) quoteAgain(d *dealer, l *shown) {
	if v.list != l {
		return
	}
	l.cash--
	price, bid := l.cash.Format("USD"), d.nextBid()
	v.hops.left(price)
	d.say("l", fmt.Sprintf("390=%s|391=%s|420=1|12=0|13=3|66=%s|44=%s|423=3|", bid, l.id, l.id, price))
	v.soon(int(quoteEvery/time.Millisecond), func() { v.quoteAgain(d, l) })
}

// ask opens a new inquiry, once everybody is there, so that quotes do not pile up on one.
func (v *victim) ask() error {
	for begun := time.Now(); !v.honest(); time.Sleep(10 * time.Millisecond) {
		if time.Since(begun) > settleWithin {
			return fmt.Errorf("an honest session is gone; the log:\n%s", v.gateway.lastWords())
		}
	}
	v.Lock()
	defer v.Unlock()
	v.client.next++
	id := fmt.Sprintf("ABUSE-%d", v.client.next)
	ends := time.Now().Add(warmUp + window + 2*warmUp)
	for _, text := range v.market.listTexts(id, v.market.baskets[0], ends, 1) {
		v.client.say("E", text)
	}
	return nil
}

// suffer measures one deed.
func (v *victim) suffer(number int, d deed) (bool, error) {
	var times [2][][]time.Duration // of quiet and of hostile windows
	var growth, first int64
	var worked [2]time.Duration
	became := ""
	for turn := range 2 * turns {
		if err := v.ask(); err != nil {
			return false, fmt.Errorf("%s: %w", d.name, err)
		}
		time.Sleep(warmUp)
		v.hops.cut()
		before, work := memory(v.gateway.command.Process.Pid), busy(v.gateway.command.Process.Pid)
		if first == 0 {
			first = before
		}
		peak, said, err := v.through(turn%2 == 1, number)
		if err != nil {
			return false, fmt.Errorf("%s: %w", d.name, err)
		}
		times[turn%2] = append(times[turn%2], v.hops.cut())
		worked[turn%2] += busy(v.gateway.command.Process.Pid) - work
		if turn%2 == 1 {
			growth = max(growth, peak-before)
			became = said
		}
	}
	result := judge(times[0], times[1])
	percent := func(d time.Duration) int64 { return int64(100 * d / (turns * window)) }
	fmt.Printf("%s\n    RSS %d MiB, %+d MiB; %d %% of a processor, then %d %%\n    %s\n    %s\n", d.name,
		first>>20, growth>>20, percent(worked[0]), percent(worked[1]), result, became)
	if growth > most {
		fmt.Println("    it took too much memory")
	}
	// The tail is for who measures on an idle machine to judge; the median bears a busy one.
	return growth <= most && result.median.small() && len(result.hostile) > 0, nil
}

// through lives through a window and says how much memory the gateway had at most, and what became
// of the deed.
func (v *victim) through(hostile bool, number int) (peak int64, became string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), window)
	defer cancel()
	done := make(chan string, 1)
	if hostile {
		go func() { done <- v.commit(number) }()
	}
	ends := ctx.Done()
	for ends != nil || hostile && became == "" {
		select {
		case <-ends:
			ends = nil
		case became = <-done:
		case <-v.gateway.ended:
			return 0, "", fmt.Errorf("the gateway ended:\n%s", v.gateway.lastWords())
		case <-time.After(5 * time.Millisecond):
		}
		peak = max(peak, memory(v.gateway.command.Process.Pid))
	}
	return peak, became, nil
}

// commit has another process do it, one that gives way to everybody else.
func (v *victim) commit(number int) string {
	self, err := os.Executable()
	if err != nil {
		return err.Error()
	}
	out, err := exec.Command("nice", "-n", "15", self, "deed", strconv.Itoa(number), v.address).CombinedOutput()
	if err != nil {
		return fmt.Sprintf("%v: %s", err, out)
	}
	return strings.TrimSpace(string(out))
}

// pause is how long a hostile peer rests before it comes again.
const pause = 100 * time.Millisecond

// runDeed is `torture deed N ADDRESS`: it does the same over and over for one window.
func runDeed(number, address string) error {
	n, err := strconv.Atoi(number)
	if all := deeds(); err == nil && n >= 0 && n < len(all) {
		ctx, cancel := context.WithTimeout(context.Background(), window)
		defer cancel()
		became, times := "", 0
		for ; ctx.Err() == nil; times++ {
			became = all[n].do(ctx, address)
			time.Sleep(pause)
		}
		fmt.Printf("%d times; at last %s\n", times, became)
		return nil
	}
	return fmt.Errorf("there is no deed %s", number)
}

// honest tells whether everybody honest is still logged on.
func (f *floor) honest() bool {
	f.Lock()
	defer f.Unlock()
	for _, s := range f.sessions() {
		if !s.up {
			return false
		}
	}
	return len(f.found) == 0
}
