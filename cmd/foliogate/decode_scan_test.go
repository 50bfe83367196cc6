package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

// scan finds all messages.
func scan(t *testing.T, s *messageScanner) (messages []string, at []int64) {
	t.Helper()
	for {
		found, err := s.next()
		if errors.Is(err, io.EOF) {
			return messages, at
		}
		if err != nil {
			t.Fatal(err)
		}
		messages, at = append(messages, string(found.raw)), append(at, found.at)
	}
}

// However the bytes come in, the messages and their places are the same.
func TestScannerDoesNotDependOnReads(t *testing.T) {
	var log strings.Builder
	for i, m := range dict.New(dict.Tier0).Messages() {
		raw := example(t, m.Type)
		fmt.Fprintf(&log, "%d junk 108=FIX 8=FIX? 8=", i)
		log.WriteString(printed(raw, delimiters[i%len(delimiters)]) + "\n")
	}
	whole, places := scan(t, newMessageScanner(strings.NewReader(log.String())))
	if len(whole) != 29 {
		t.Fatalf("%d messages", len(whole))
	}
	for i, m := range dict.New(dict.Tier0).Messages() {
		if whole[i] != example(t, m.Type) {
			t.Errorf("%s came out as %q", m.Name, whole[i])
		}
		if !strings.HasPrefix(log.String()[places[i]:], "8=FIX.4.4") {
			t.Errorf("%s does not stand at byte %d", m.Name, places[i])
		}
	}
	for name, r := range map[string]io.Reader{
		"bytes": iotest.OneByteReader(strings.NewReader(log.String())),
		"halfs": iotest.HalfReader(strings.NewReader(log.String())),
		"eof":   iotest.DataErrReader(strings.NewReader(log.String())),
	} {
		got, at := scan(t, newMessageScanner(r))
		if fmt.Sprint(got, at) != fmt.Sprint(whole, places) {
			t.Errorf("%s: other messages than read at once", name)
		}
	}
}

// A data field may hold line ends, SOH and what looks like the end, when BodyLength(9) is right.
func TestScannerBelievesARightLength(t *testing.T) {
	raw := string(wire.Finish(append(wire.Begin(nil, "5"), "49=A\x01354=9\x01355=a\n\x0110=00\x01b\x01"...), 0))
	got, _ := scan(t, newMessageScanner(strings.NewReader("x"+raw+raw)))
	if len(got) != 2 || got[0] != raw || got[1] != raw {
		t.Errorf("%q", got)
	}
}

func TestScannerPassesOverWhatIsTooLong(t *testing.T) {
	good := example(t, "0")
	s := newMessageScanner(strings.NewReader("8=FIX.4.4\x019=999\x0158=" + strings.Repeat("x", 5000) + good))
	s.limit = 1000
	s.base = make([]byte, readSize) // a small buffer, so that the message does not come in one read
	got, _ := scan(t, s)
	if s.long == 0 || len(got) > 1 {
		t.Errorf("%d too long, %d messages", s.long, len(got))
	}
}

func TestScannerTellsReadErrors(t *testing.T) {
	broken := errors.New("broken")
	r := io.MultiReader(strings.NewReader("8=FIX.4.4\x019=5"), iotest.ErrReader(broken))
	if _, err := newMessageScanner(r).next(); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

// endless is a log of the given length, of one block over and over. It notes the largest heap.
type endless struct {
	block   []byte
	left    int64
	at      int
	sampled int64
	peak    uint64
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := copy(p, e.block[e.at:])
	e.at = (e.at + n) % len(e.block)
	e.left -= int64(n)
	if e.sampled += int64(n); e.sampled > 4<<20 {
		e.sampled = 0
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		e.peak = max(e.peak, m.HeapAlloc)
	}
	return n, nil
}

// 200 MB piped through, and 8 MB shown field by field, do not take more memory than a few.
func TestDecodeIsFlatInMemory(t *testing.T) {
	var block bytes.Buffer
	for _, m := range dict.New(dict.Tier0).Messages() {
		block.WriteString("15:00:00 out " + printed(example(t, m.Type), "|") + "\n")
	}
	block.WriteString(strings.Repeat("no message here\n", 100))
	for _, c := range []struct {
		name   string
		size   int64
		filter messageFilter
	}{
		{"passed over", 200_000_000, messageFilter{types: []string{"none"}}},
		{"shown", 8_000_000, messageFilter{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			runtime.GC()
			var before runtime.MemStats
			runtime.ReadMemStats(&before)
			log := &endless{block: block.Bytes(), left: c.size}
			o := decodeOptions{filter: c.filter, tier: dict.Tier2}
			reader := newMessageReader(o.tier)
			var tally decodeTally
			if err := o.decode(reader, log, bufio.NewWriter(io.Discard), reader.text, &tally); err != nil {
				t.Fatal(err)
			}
			if want := int(c.size/int64(block.Len())) * 29; tally.found < want {
				t.Errorf("found %d messages of %d", tally.found, want)
			}
			if log.peak > before.HeapAlloc+32<<20 {
				t.Errorf("%d MB of log took %d MB of heap", c.size>>20, (log.peak-before.HeapAlloc)>>20)
			}
		})
	}
}

// A value of 16 MiB is one message like another, shown by its beginning.
func TestDecodeShortensLongValues(t *testing.T) {
	log := strings.Replace(printed(example(t, "5"), "|"), "58=end of day", "58="+strings.Repeat("x", 16<<20), 1)
	code, out, _ := told(t, "decode", logFile(t, log))
	if code != exitDone || len(out) > 4000 || !strings.Contains(out, "x... (16777216 bytes)") {
		t.Errorf("exit %d, %d bytes shown", code, len(out))
	}
}

// lines hands on what is written, line by line.
type lines struct{ to chan string }

func (l lines) Write(p []byte) (int, error) {
	l.to <- string(p)
	return len(p), nil
}

// -f shows what is added, and goes on when the file is cut and when another takes its name: what was
// still written to the old one comes first, and what it did not finish stays unfinished.
func TestDecodeFollows(t *testing.T) {
	name := logFile(t, example(t, "0"))
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	shown := lines{make(chan string, 16)}
	root := newRootCommand()
	root.SetArgs([]string{"decode", "-f", name})
	root.SetOut(shown)
	root.SetErr(io.Discard)
	ended := make(chan error, 1)
	go func() { ended <- root.ExecuteContext(ctx) }()
	expect := func(what string) {
		t.Helper()
		select {
		case text := <-shown.to:
			if !strings.Contains(text, what) {
				t.Fatalf("shown %s, want %s", text, what)
			}
		case err := <-ended:
			t.Fatalf("ended with %v, want %s", err, what)
		case <-ctx.Done():
			t.Fatalf("nothing shown, want %s", what)
		}
	}
	expect("Heartbeat(0)")
	appendTo(t, name, "junk "+printed(example(t, "L"), "|")[:40])
	appendTo(t, name, printed(example(t, "L"), "|")[40:])
	expect("ListExecute(L)")
	if err := os.WriteFile(name, []byte(example(t, "1")), 0o600); err != nil { // shorter: begun anew
		t.Fatal(err)
	}
	expect("TestRequest(1)")
	old := name + ".1"
	appendTo(t, name, printed(example(t, "8"), "|")[:99]) // and never the rest
	if err := os.Rename(name, old); err != nil {
		t.Fatal(err)
	}
	appendTo(t, old, "\n"+printed(example(t, "l"), "|")[:99])
	other := logFile(t, printed(example(t, "M"), "|")+"\n")
	if err := os.Rename(other, name); err != nil {
		t.Fatal(err)
	}
	expect("ExecutionReport(8)")
	expect("BidResponse(l)")
	expect("ListStatusRequest(M)")
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func appendTo(t *testing.T, name, text string) {
	t.Helper()
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteString(text)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}
