package main

import (
	"bufio"
	"bytes"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"golang.org/x/sys/unix"
)

// rawLoop moves the bytes of an auction through one process and syncs one file before it sends
// anything that rests on what it heard. It knows where a message ends and nothing else of FIX:
// what every gateway has to do at the least.
type rawLoop struct {
	teams   map[string]team // by client and by dealer
	journal *os.File

	mu    sync.Mutex // guards what follows, and orders the journal
	conns map[string]net.Conn
	next  map[string]int
	order map[string]rawList // the live list of a client
}

// rawList is what has to be known to report on a list.
type rawList struct {
	id    string
	lines int
}

// serve runs a peer: its kind, folder, address and teams.
func serve(kind string, args []string) error {
	if len(args) < 3 {
		return errors.New("a peer wants its folder, its address and its teams")
	}
	teams := map[string]team{}
	for _, text := range args[2:] {
		t := parseTeam(text)
		teams[t.client] = t
		for _, d := range t.dealers {
			teams[d] = t
		}
	}
	if kind == "naive" {
		return serveNaive(args[0], args[1], teams)
	}
	journal, err := os.Create(filepath.Join(args[0], "journal"))
	if err != nil {
		return err
	}
	socket, err := net.Listen("tcp", args[1])
	if err != nil {
		return err
	}
	r := &rawLoop{teams: teams, journal: journal, conns: map[string]net.Conn{},
		next: map[string]int{}, order: map[string]rawList{}}
	for {
		conn, err := socket.Accept()
		if err != nil {
			return err
		}
		go r.attend(conn)
	}
}

func (r *rawLoop) attend(conn net.Conn) {
	defer conn.Close()
	in := bufio.NewReaderSize(conn, 256<<10)
	var room []byte
	for {
		m, err := receive(in, &room)
		if err != nil {
			return
		}
		if err := r.take(conn, m); err != nil {
			return
		}
	}
}

// take journals a message and sends what follows from it.
func (r *rawLoop) take(conn net.Conn, m message) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	from := m.get("49")
	t := r.teams[from]
	switch m.kind {
	case "A":
		r.conns[from], r.next[from] = conn, 1
		return r.send(from, "A", bars("98=0|108=30|141=Y|"))
	case "E":
		if err := r.keep(m.raw); err != nil {
			return err
		}
		return r.show(t, m)
	case "l":
		if err := r.keep(m.raw); err != nil {
			return err
		}
		return r.send(t.client, "l", append(bars("115="+from+"|"), bodyOf(m.raw)...))
	case "L":
		if err := r.keep(m.raw); err != nil {
			return err
		}
		return r.send(t.dealers[0], "L", bodyOf(m.raw))
	case "N":
		return r.trade(t, m)
	}
	return nil
}

// show passes a fragment on, and asks the dealers after the last one.
func (r *rawLoop) show(t team, m message) error {
	body := bodyOf(m.raw)
	for _, d := range t.dealers {
		if err := r.send(d, "E", body); err != nil {
			return err
		}
		if m.get("893") != "Y" {
			continue
		}
		list := m.get("66")
		lines, err := strconv.Atoi(m.get("68"))
		if err != nil {
			return err
		}
		r.order[t.client] = rawList{id: list, lines: lines}
		if err := r.send(d, "k", bars("391="+list+"|374=N|393=1|394=2|395=1|")); err != nil {
			return err
		}
	}
	return nil
}

// trade reports every line to both sides: the reports are journaled, synced once and sent.
func (r *rawLoop) trade(t team, m message) error {
	list := r.order[t.client]
	both := []string{t.client, t.dealers[0]}
	all := make([][]byte, len(both))
	for i, to := range both {
		for n := range list.lines {
			all[i] = appendFramed(all[i], "8", gatewayID, to, r.next[to], rawReport(list.id, n+1))
			r.next[to]++
		}
		all[i] = appendFramed(all[i], "AK", gatewayID, to, r.next[to], bars("664=T|66="+list.id+"|"))
		r.next[to]++
	}
	if err := r.keep(m.raw, all[0], all[1]); err != nil {
		return err
	}
	for i, to := range both {
		if _, err := r.conns[to].Write(all[i]); err != nil {
			return err
		}
	}
	return nil
}

// rawReport is as long as a report of ours.
func rawReport(list string, n int) []byte {
	b := append([]byte("37=T7H2K9M4Q1X3Z-0001\x01198=T7H2K9M4Q1X3Z\x0111="), list...)
	b = strconv.AppendInt(append(b, '-'), int64(n), 10)
	return append(b, rawReportEnd...)
}

const rawReportEnd = "\x01453=2\x01448=DLRA\x01447=D\x01452=1\x01448=NORTHGATE\x01447=D\x01452=3\x01" +
	"66=20260105-000001\x0117=T7H2K9M4Q1X3Z-0001-1\x01150=F\x0139=2\x011=FUND1\x0163=6\x0164=20260107\x01" +
	"55=[N/A]\x0148=912828XX1\x0122=1\x01460=3\x01167=CORP\x01541=20320413\x01223=3.6\x0154=1\x01" +
	"38=1000000\x0140=1\x01423=1\x0144=99.31\x0115=USD\x0132=1000000\x0131=99.31\x01151=0\x01" +
	"14=1000000\x016=99.31\x0175=20260105\x0160=20260105-12:00:00.250\x01381=993100.00\x01157=84\x01" +
	"158=0.84\x01159=8400.00\x01118=1001500.00\x01119=1001500.00\x01120=USD\x01"

// keep appends and syncs.
func (r *rawLoop) keep(parts ...[]byte) error {
	for _, b := range parts {
		if _, err := r.journal.Write(b); err != nil {
			return err
		}
	}
	return unix.Fdatasync(int(r.journal.Fd()))
}

func (r *rawLoop) send(to, kind string, body []byte) error {
	raw := appendFramed(nil, kind, gatewayID, to, r.next[to], body)
	r.next[to]++
	_, err := r.conns[to].Write(raw)
	return err
}

// bodyOf returns what stands behind the header that a party writes, which ends with
// TargetCompID(56), and before the trailer.
func bodyOf(raw []byte) []byte {
	_, body, _ := bytes.Cut(raw, []byte("\x0156="+gatewayID+"\x01"))
	return body[:max(0, len(body)-len("10=000|"))]
}
