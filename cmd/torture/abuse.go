package main

import (
	"context"
	"fmt"
	"net"
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

// deed is one abuse. It returns what became of it.
type deed struct {
	name string
	do   func(ctx context.Context, address string) string
}

func deeds() []deed {
	return []deed{
		{"64 MiB without a terminator, from a stranger", func(ctx context.Context, address string) string {
			return pour(ctx, address, nil, strings.Repeat("A", 1<<20), 64)
		}},
		{"64 MiB without a terminator, announced by a stranger", func(ctx context.Context, address string) string {
			return pour(ctx, address, []byte("8=FIX.4.4\x019=67108864\x0135=A\x01"), strings.Repeat("A", 1<<20), 64)
		}},
		{"64 MiB without a terminator, from a client", func(ctx context.Context, address string) string {
			return pour(ctx, address, rogueLogon(), strings.Repeat("A", 1<<20), 64)
		}},
		{"64 MiB of one message, from a client", func(ctx context.Context, address string) string {
			begin := append(rogueLogon(), "8=FIX.4.4\x019=67108864\x0135=E\x01"...)
			return pour(ctx, address, begin, strings.Repeat("A", 1<<20), 64)
		}},
		{"8 MiB messages that never end, from a client", func(ctx context.Context, address string) string {
			begin := append(rogueLogon(), "8=FIX.4.4\x019=8388000\x0135=E\x01"...)
			return pour(ctx, address, begin, strings.Repeat("A", 8<<20), 8)
		}},
		{"100 MiB behind a sequence gap", behindGap},
		{"500 connections that say nothing", func(ctx context.Context, address string) string {
			return halfOpen(ctx, address, nil)
		}},
		{"500 connections that say half a Logon", func(ctx context.Context, address string) string {
			return halfOpen(ctx, address, []byte("8=FIX.4.4\x019=100\x0135=A\x0134=1\x01"))
		}},
		{"a peer that stops reading", deafPeer},
	}
}

const rogue = "ROGUE-EMS"

// rogueLine writes messages of the rogue's own.
func rogueLine() *line { return newLine(nil, rogue, gatewayID) }

func rogueLogon() []byte { return rogueLine().bytes(1, "A", "98=0|108=30|141=Y|", "") }

// pour writes the same bytes over and over, and never reads.
func pour(ctx context.Context, address string, begin []byte, part string, times int) string {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err.Error()
	}
	defer conn.Close()
	deadline, _ := ctx.Deadline()
	_ = conn.SetDeadline(deadline)
	written, err := conn.Write(begin)
	for i := 0; i < times && err == nil; i++ {
		var n int
		n, err = conn.Write([]byte(part))
		written += n
	}
	return outcome(written, err)
}

func outcome(written int, err error) string {
	text := fmt.Sprintf("%.1f MiB written", float64(written)/(1<<20))
	if err != nil {
		text += ", then closed"
		if os.IsTimeout(err) {
			text += " by us: not taken"
		}
	}
	return text
}

// behindGap sends sound messages with numbers that are too high, and no repeat of what is missing.
func behindGap(ctx context.Context, address string) string {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err.Error()
	}
	defer conn.Close()
	deadline, _ := ctx.Deadline()
	_ = conn.SetDeadline(deadline)
	go swallow(conn)
	l, written := rogueLine(), 0
	_, err = conn.Write(rogueLogon())
	text := "66=L|58=" + strings.Repeat("x", 60<<10) + "|"
	for n := 1000; written < 100<<20 && err == nil; n++ {
		var some int
		some, err = conn.Write(l.bytes(n, "M", text, ""))
		written += some
	}
	return outcome(written, err)
}

func swallow(conn net.Conn) {
	room := make([]byte, 64<<10)
	for {
		if _, err := conn.Read(room); err != nil {
			return
		}
	}
}

func halfOpen(ctx context.Context, address string, half []byte) string {
	var open []net.Conn
	refused := 0
	for range 500 {
		conn, err := net.DialTimeout("tcp", address, time.Second)
		if err != nil {
			refused++
			continue
		}
		defer conn.Close()
		_, _ = conn.Write(half)
		open = append(open, conn)
	}
	<-ctx.Done()
	closed := 0
	for _, conn := range open {
		_ = conn.SetReadDeadline(time.Now().Add(time.Millisecond))
		if _, err := conn.Read(make([]byte, 1)); err != nil && !os.IsTimeout(err) {
			closed++
		}
	}
	return fmt.Sprintf("%d opened, %d refused, %d closed by the gateway within %v", len(open), refused,
		closed, abuseFor)
}

// deafPeer asks and asks, and reads no answer.
func deafPeer(ctx context.Context, address string) string {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err.Error()
	}
	defer conn.Close()
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetReadBuffer(4 << 10)
	}
	deadline, _ := ctx.Deadline()
	_ = conn.SetDeadline(deadline)
	l, written, n := rogueLine(), 0, 2
	_, err = conn.Write(rogueLogon())
	for ; n < 400_000 && err == nil; n++ {
		var some int
		some, err = conn.Write(l.bytes(n, "M", fmt.Sprintf("66=NONE-%d|", n), ""))
		written += some
	}
	return fmt.Sprintf("%d questions, %s", n-2, outcome(written, err))
}

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
	config, err := writeConfig(o.folder, address, f.called.Addr().String())
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
	_, err = fmt.Fprintf(file, "  - {name: rogue, comp_id: %s, connection: accept, address: %q, insecure: true,\n"+
		"     reset_on_logon_allowed: true, role: client, panel: [NORTHGATE]}\n", rogue, address)
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

// ask opens a new inquiry, so that quotes do not pile up on one. It is not before everybody is there.
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
	fmt.Printf("%-52s RSS %3d MiB, peak %+4d MiB, after %+4d MiB; quote hop p99 %v calm, %v then (%d); %s\n",
		d.name, before>>20, (peak-before)>>20, (memory(g.command.Process.Pid)-before)>>20,
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
