package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// abuse is what a hostile peer may do to a running gateway, one thing after the other, while an
// honest dealer quotes to an honest client. It measures memory, and how long a quote takes.

const (
	most       = 64 << 20 // growth of the gateway's resident memory that a single abuse may cause
	quoteEvery = 20 * time.Millisecond
	calmFor    = 4 * time.Second
	abuseFor   = 12 * time.Second
)

// hops are how long quotes took from a dealer to the client.
type hops struct {
	sync.Mutex
	sent  map[string]time.Time // by price
	times []time.Duration
}

func (h *hops) left(price string) {
	h.Lock()
	defer h.Unlock()
	h.sent[price] = time.Now()
}

func (h *hops) came(price string) {
	h.Lock()
	defer h.Unlock()
	if at, ok := h.sent[price]; ok {
		h.times = append(h.times, time.Since(at))
		delete(h.sent, price)
	}
}

// cut returns the p50 and p99 since the last cut, and how many there were.
func (h *hops) cut() (p50, p99 time.Duration, n int) {
	h.Lock()
	defer h.Unlock()
	slices.Sort(h.times)
	if n = len(h.times); n > 0 {
		p50, p99 = h.times[n/2], h.times[n*99/100]
	}
	h.times = nil
	return p50, p99, n
}

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

// abuseAll commits every deed, with calm between them.
func abuseAll(o options) error {
	m, err := openMarket([]int{50})
	if err != nil {
		return err
	}
	f, err := openFloor(0, o.seed, m, &counts{rows: map[string]int{}, deaths: map[string]int{}}, 0)
	if err != nil {
		return err
	}
	defer f.close()
	address, err := freeAddress()
	if err != nil {
		return err
	}
	config, err := setup{folder: o.folder, data: "data", accept: address,
		copperline: f.called.Addr().String()}.write()
	if err != nil {
		return err
	}
	if err := addRogue(config, address); err != nil {
		return err
	}
	g, err := launch(o.plain, config, "")
	if err != nil {
		return err
	}
	defer g.kill()
	f.address = address
	h := &hops{sent: map[string]time.Time{}}
	f.quoteOn(h)
	f.open()
	failed := 0
	for _, d := range deeds() {
		ok, err := f.suffer(g, h, d, address)
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

// quoteOn has HALYARD quote every list again and again, and everybody else only listen.
func (f *floor) quoteOn(h *hops) {
	f.client.line.hear = func(m message) {
		if m.kind == "l" {
			h.came(m.get("44"))
		}
	}
	for _, d := range f.dealers {
		d.hear = func(message) {}
	}
	d := f.dealers[1]
	d.hear = func(m message) {
		if m.kind == "E" {
			d.see(m)
		}
		if l := d.list(m.get("391")); m.kind == "k" && m.get("374") == "C" {
			l.closed = true
		} else if m.kind == "k" && l.bid == "" {
			l.bid = "begun"
			f.quoteAgain(h, d, l)
		}
	}
}

// ask opens a new inquiry, once everybody is there, so that quotes do not pile up on one.
func (f *floor) ask() {
	for !f.honest() {
		time.Sleep(10 * time.Millisecond)
	}
	f.Lock()
	defer f.Unlock()
	f.client.next++
	id := fmt.Sprintf("ABUSE-%d", f.client.next)
	ends := time.Now().Add(2*calmFor + abuseFor + 2*time.Second)
	for _, text := range f.market.listTexts(id, f.market.baskets[0], ends, 1) {
		f.client.say("E", text)
	}
}

func (f *floor) quoteAgain(h *hops, d *dealer, l *shown) {
	if l.closed {
		return
	}
	l.cash--
	price, bid := l.cash.Format("USD"), d.nextBid()
	h.left(price)
	d.say("l", fmt.Sprintf("390=%s|391=%s|420=1|12=0|13=3|66=%s|44=%s|423=3|", bid, l.id, l.id, price))
	f.soon(int(quoteEvery/time.Millisecond), func() { f.quoteAgain(h, d, l) })
}

// suffer measures one deed.
func (f *floor) suffer(g *gatewayProcess, h *hops, d deed, address string) (bool, error) {
	f.ask()
	time.Sleep(calmFor)
	h.cut()
	time.Sleep(calmFor)
	_, calm, n := h.cut()
	if n == 0 {
		return false, fmt.Errorf("no quote came through before %s; the log:\n%s", d.name, g.lastWords())
	}
	before := memory(g.command.Process.Pid)
	ctx, cancel := context.WithTimeout(context.Background(), abuseFor)
	defer cancel()
	done := make(chan string, 1)
	go func() { done <- d.do(ctx, address) }()
	peak, became, late := before, "", time.After(abuseFor+5*time.Second)
	for became == "" {
		select {
		case became = <-done:
		case <-time.After(10 * time.Millisecond):
			peak = max(peak, memory(g.command.Process.Pid))
		case <-g.ended:
			return false, fmt.Errorf("%s killed the gateway:\n%s", d.name, g.lastWords())
		case <-late:
			became = "it never came to an end"
		}
	}
	// What was queued is still to be done.
	for range 50 {
		time.Sleep(20 * time.Millisecond)
		peak = max(peak, memory(g.command.Process.Pid))
	}
	_, p99, n := h.cut()
	up := f.honest()
	fmt.Printf("%-52s RSS %3d MiB, peak %+4d MiB, after %+4d MiB; quote hop p99 %v calm, %v then (%d);"+
		" %s\n", d.name, before>>20, (peak-before)>>20, (memory(g.command.Process.Pid)-before)>>20,
		calm.Round(10*time.Microsecond), p99.Round(10*time.Microsecond), n, became)
	if !up {
		fmt.Println("    an honest session was lost")
	}
	return up && peak-before <= most, nil
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
