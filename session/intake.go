package session

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"

	"foliogate/fixspec/wire"
)

// intake reads an accepted connection and lets only whole messages through whose BodyLength(9)
// and CheckSum(10) are right: the engine believes any length, and never looks at the sum. Those for
// the application are sealed. Before the first message there is a deadline and a small limit, and it
// must be a Logon; after it, a message that is garbled is dropped, as FIX says, and its number will
// be asked for again.
type intake struct {
	socket  net.Conn
	limits  Limits
	known   bool   // a first message came
	room    []byte // what held is a part of
	held    []byte // received and not given on
	sound   int    // so much of it may be given on
	sealed  []byte // goes before it: what is left of a sealed message
	spare   []byte // has room for the next one
	garbled int
	first   string // the types that the first message may have
	watch   *watch // nil: nobody counts
}

var (
	errNoLogon = errors.New("the first message is not a Logon")
	errLeft    = errors.New("a peer that was logged out did not go")
	errSilent  = errors.New("no Logon in time")
	errShort   = errors.New("more bytes are needed")
	errTooLong = errors.New("a message is longer than the limit")
	errGarbled = errors.New("a message does not begin or end as FIX does")
)

const (
	trailer = 7 // bytes of "10=000|"
	// keptSpare bounds the room for sealed messages that a connection keeps when it has none.
	keptSpare = 1 << 20
	// mostGarbled bounds what a peer can make us add up in vain.
	mostGarbled = 100
)

func newIntake(socket net.Conn, l Limits) *intake {
	// A deadline that cannot be set, here or below, is that of a socket whose reads fail too.
	_ = socket.SetReadDeadline(time.Now().Add(l.LogonWithin))
	return &intake{socket: socket, limits: l, first: "A"}
}

// begin waits for the first message and returns it. Read gives it on all the same.
func (in *intake) begin() ([]byte, error) {
	for in.sound == 0 {
		if err := in.next(); err != nil {
			return nil, err
		}
	}
	return in.held[:in.sound], nil
}

// Read gives on what is sound.
func (in *intake) Read(p []byte) (int, error) {
	for in.sound == 0 && len(in.sealed) == 0 {
		if err := in.next(); err != nil {
			return 0, err
		}
	}
	if len(in.sealed) > 0 {
		n := copy(p, in.sealed)
		if in.sealed = in.sealed[n:]; len(in.sealed) == 0 && cap(in.spare) > keptSpare {
			in.spare = nil
		}
		return n, nil
	}
	n := copy(p, in.held[:in.sound])
	in.held = in.held[n:]
	in.sound -= n
	return n, nil
}

// next makes the first message in held sound, or drops it, or receives more.
func (in *intake) next() error {
	size, err := in.frame()
	switch {
	case err == nil && size > len(in.held), errors.Is(err, errShort):
		return in.receive(max(size-len(in.held), 1))
	case err == nil:
		return in.admit(size)
	case !in.known, errors.Is(err, errTooLong) && in.watch == nil:
		return err
	case errors.Is(err, errTooLong):
		in.dismissed(func() { in.watch.refuse(fmt.Sprintf("a message is longer than %d bytes", in.limit())) })
	}
	in.drop()
	return nil
}

// admit looks at a message that is complete.
func (in *intake) admit(size int) error {
	raw := in.held[:size]
	right := ends(raw)
	switch {
	case !in.known && (!right || !in.mayBegin(msgTypeOf(raw))):
		return errNoLogon
	case !right && in.garbled == mostGarbled:
		return errGarbled
	case !right:
		in.garbled++
		in.drop()
		return nil
	case !in.known:
		in.known = true
		_ = in.socket.SetReadDeadline(time.Time{})
	}
	if in.watch != nil && !in.passes(raw) {
		in.held = in.held[size:]
		return nil
	}
	if isAdmin(msgTypeOf(raw)) {
		in.sound = size
		return nil
	}
	in.spare = seal(in.spare[:0], raw)
	in.sealed, in.held = in.spare, in.held[size:]
	return nil
}

func (in *intake) mayBegin(msgType []byte) bool {
	return len(msgType) == 1 && strings.Contains(in.first, string(msgType))
}

// passes asks the watch.
func (in *intake) passes(raw []byte) (passes bool) {
	in.dismissed(func() { passes = in.watch.passes(raw, time.Now()) })
	return passes
}

// dismissed bounds how long the peer may stay that the watch then tells to go.
func (in *intake) dismissed(watch func()) {
	was := in.watch.over
	if watch(); in.watch.over && !was {
		_ = in.socket.SetReadDeadline(time.Now().Add(in.limits.WriteWithin))
	}
}

// ends tells whether a message ends with its CheckSum(10).
func ends(raw []byte) bool {
	tail := raw[len(raw)-trailer:]
	if raw[len(raw)-trailer-1] != wire.SOH || !bytes.HasPrefix(tail, []byte("10=")) {
		return false
	}
	sum := wire.CheckSum(raw[:len(raw)-trailer])
	return bytes.Equal(tail[3:], []byte{'0' + sum/100, '0' + sum/10%10, '0' + sum%10, wire.SOH})
}

// frame returns how long the message at the beginning of held is by its own word. Any version of
// FIX passes: the engine has an answer to the wrong one.
func (in *intake) frame() (int, error) {
	const begin, longest, digits = "8=FIX", len("8=FIXT.1.1"), 9
	b := in.held
	at := bytes.IndexByte(b[:min(len(b), longest+1)], wire.SOH)
	switch {
	case !bytes.HasPrefix(b, []byte(begin[:min(len(b), len(begin))])), at < 0 && len(b) > longest:
		return 0, errGarbled
	case at < 0 || len(b) < at+3:
		return 0, errShort
	case string(b[at+1:at+3]) != "9=":
		return 0, errGarbled
	}
	at += 3
	length, end := 0, min(len(b), at+digits)
	for ; at < end && b[at]-'0' <= 9; at++ {
		length = 10*length + int(b[at]-'0')
	}
	switch {
	case length > in.limit():
		return 0, errTooLong
	case at == len(b):
		return 0, errShort
	case b[at] != wire.SOH || length == 0:
		return 0, errGarbled
	}
	return at + 1 + length + trailer, nil
}

func (in *intake) limit() int {
	if in.known {
		return in.limits.MessageBytes
	}
	return in.limits.LogonBytes
}

// drop leaves out everything up to what may be the beginning of another message.
func (in *intake) drop() {
	if at := bytes.Index(in.held[1:], []byte("8=FIX")); at >= 0 {
		in.held = in.held[1+at:]
		return
	}
	in.held = in.held[max(0, len(in.held)-len("8=FI")):]
	for len(in.held) > 0 && !bytes.HasPrefix([]byte("8=FIX"), in.held) {
		in.held = in.held[1:]
	}
}

// receive waits for bytes. Memory grows with what came, not with what was announced.
func (in *intake) receive(want int) error {
	if in.watch != nil {
		time.Sleep(in.watch.pause())
	}
	in.makeRoom(want)
	n, err := in.socket.Read(in.held[len(in.held):cap(in.held)])
	in.held = in.held[:len(in.held)+n]
	if in.watch != nil && n > 0 {
		in.dismissed(func() { in.watch.received(n, time.Now()) })
	}
	var late net.Error
	switch {
	case n > 0:
		return nil
	case errors.As(err, &late) && late.Timeout() && !in.known:
		return errSilent
	case errors.As(err, &late) && late.Timeout() && in.watch != nil && in.watch.over:
		return errLeft
	case err == nil:
		return io.ErrNoProgress
	}
	return err
}

// makeRoom moves what is held to the front, into more room if there is too little.
func (in *intake) makeRoom(want int) {
	const least, most = 4 << 10, 64 << 10
	if want = min(max(want, least), most); cap(in.held)-len(in.held) >= want {
		return
	}
	if len(in.held)+want > len(in.room) {
		in.room = make([]byte, 2*len(in.held)+want)
	}
	in.held = in.room[:copy(in.room, in.held)]
}
