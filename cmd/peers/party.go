package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"time"

	"foliogate/fixspec/wire"
)

// gatewayID is the CompID of every gateway here.
const gatewayID = "FOLIOGATE"

// message is what a party hears: the type, and all of it. It is good while it is being heard.
type message struct {
	kind string
	raw  []byte
}

// get returns the first value of a tag.
func (m message) get(tag string) string {
	_, after, found := bytes.Cut(m.raw, []byte("\x01"+tag+"="))
	if !found {
		return ""
	}
	value, _, _ := bytes.Cut(after, []byte{wire.SOH})
	return string(value)
}

// party is a counterparty that speaks FIX by hand and does as little as possible: what is
// measured is the gateway, on the same two processors.
type party struct {
	name string
	conn net.Conn
	hear func(message)
	up   chan struct{}
	over chan error

	mu   sync.Mutex
	next int // our MsgSeqNum(34)
}

// join logs a party on.
func join(address, name string, hear func(message)) (*party, error) {
	conn, err := net.DialTimeout("tcp", address, 5*time.Second)
	if err != nil {
		return nil, err
	}
	p := &party{name: name, conn: conn, hear: hear, next: 1, up: make(chan struct{}),
		over: make(chan error, 1)}
	go func() { p.over <- p.listen() }()
	if err := p.say("A", bars("98=0|108=30|141=Y|")); err != nil {
		return nil, err
	}
	select {
	case <-p.up:
		return p, nil
	case err := <-p.over:
		return nil, fmt.Errorf("%s: %w", name, err)
	case <-time.After(5 * time.Second):
		return nil, fmt.Errorf("%s: nobody answers", name)
	}
}

// say sends messages of one type in one write.
func (p *party) say(kind string, bodies ...[]byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	var b []byte
	for _, body := range bodies {
		b = appendFramed(b, kind, p.name, gatewayID, p.next, body)
		p.next++
	}
	_, err := p.conn.Write(b)
	return err
}

func appendFramed(b []byte, kind, from, to string, number int, body []byte) []byte {
	start := len(b)
	b = wire.Begin(b, kind)
	b = wire.AppendInt(b, 34, number)
	b = wire.AppendString(b, 49, from)
	b = wire.AppendTime(b, 52, time.Now())
	b = wire.AppendString(b, 56, to)
	return wire.Finish(append(b, body...), start)
}

func (p *party) listen() error {
	in := bufio.NewReaderSize(p.conn, 256<<10)
	var room []byte
	for {
		m, err := receive(in, &room)
		if err != nil {
			return err
		}
		switch m.kind {
		case "A":
			close(p.up)
		case "0":
		case "1":
			err = p.say("0", bars("112="+m.get("112")+"|"))
		case "2", "3", "4", "5", "j":
			return fmt.Errorf("%s hears %s", p.name, bytes.ReplaceAll(m.raw, []byte{wire.SOH}, []byte("|")))
		default:
			p.hear(m)
		}
		if err != nil {
			return err
		}
	}
}

// receive reads one message by its BodyLength(9), into the room.
func receive(in *bufio.Reader, room *[]byte) (message, error) {
	const least = len("8=FIX.4.4|9=0|35=0|10=000|")
	head, err := in.Peek(least)
	if err != nil {
		return message{}, err
	}
	at := len("8=FIX.4.4|9=")
	end := bytes.IndexByte(head[at:], wire.SOH)
	if end < 0 {
		return message{}, errors.New("no BodyLength(9)")
	}
	length, err := strconv.Atoi(string(head[at : at+end]))
	if err != nil {
		return message{}, err
	}
	begin := at + end + 1
	size := begin + length + len("10=000|")
	if cap(*room) < size {
		*room = make([]byte, 2*size)
	}
	raw := (*room)[:size]
	if _, err := io.ReadFull(in, raw); err != nil {
		return message{}, err
	}
	kind, _, _ := bytes.Cut(raw[begin+len("35="):], []byte{wire.SOH})
	return message{string(kind), raw}, nil
}

func (p *party) leave() { _ = p.conn.Close() }
