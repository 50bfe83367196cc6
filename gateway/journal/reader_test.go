package journal

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"testing"
)

// A reader that stands at the end goes on when more is durable, across segments.
func TestReaderFollowsTheLog(t *testing.T) {
	l := open(t, t.TempDir(), small)
	r := l.From(1)
	var want, got []Record
	for n := range 80 {
		if _, _, err := r.Next(); err != io.EOF {
			t.Fatalf("at the end: %v", err)
		}
		call := []Record{sample(n), sample(n + 1)}[:n%2+1]
		appendDurable(t, l, call...)
		want = append(want, call...)
		for range call {
			lsn, record, err := r.Next()
			if err != nil || lsn != uint64(len(got)+1) {
				t.Fatalf("lsn %d, %v", lsn, err)
			}
			got = append(got, record)
		}
	}
	if !slices.EqualFunc(got, want, same) {
		t.Error("payloads given out earlier have changed")
	}
	if n := l.Stats().Segments; n < 3 {
		t.Errorf("only %d segments", n)
	}
}

func TestReaderStartsAnywhere(t *testing.T) {
	l := open(t, t.TempDir(), small)
	for n := range 60 {
		appendDurable(t, l, sample(n))
	}
	for from := range uint64(63) {
		got := readAll(t, l.From(from))
		first := max(from, 1)
		if want := 61 - int(min(first, 61)); len(got) != want {
			t.Fatalf("from %d: %d records, want %d", from, len(got), want)
		}
		if len(got) > 0 && !same(got[0], sample(int(first)-1)) {
			t.Fatalf("from %d: first is %q", from, got[0].Payload)
		}
	}
	for _, lsn := range []uint64{0, 61, 1 << 63} {
		if _, err := l.ReadAt(lsn); !errors.Is(err, ErrNotDurable) {
			t.Errorf("lsn %d: %v", lsn, err)
		}
	}
}

// Records greater than a reader's block come whole.
func TestReaderTakesGreatRecords(t *testing.T) {
	l := open(t, t.TempDir(), Options{SegmentBytes: 1 << 20})
	var want []Record
	for i, size := range []int{0, 1, readBlock - frameBytes, readBlock, 3 * readBlock, 8} {
		want = append(want, Record{byte(i), bytes.Repeat([]byte{byte(i)}, size)})
		appendDurable(t, l, want[i])
	}
	mustHold(t, l, want)
}

func FuzzDecodeFrame(f *testing.F) {
	const seed = 7
	for n := range 4 {
		b := appendFrame(nil, sample(n*7), uint64(n+1), 3, uint32(n))
		newChain([32]byte{}).stamp(seed, b, uint64(n))
		f.Add(b)
		f.Add(b[:len(b)-8])
	}
	f.Add(make([]byte, 200))
	f.Add(bytes.Repeat([]byte{0xff}, 200))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := decodeFrame(seed, b)
		if err != nil {
			if !isDamage(err) {
				t.Fatalf("unnamed error %v", err)
			}
			return
		}
		if got.size < frameBytes+len(got.record.Payload) || got.size > len(b) || got.size%8 != 0 {
			t.Fatalf("size %d of %d with %d of payload", got.size, len(b), len(got.record.Payload))
		}
		// Whatever passes is a frame of ours: any change to it would not have passed.
		other := bytes.Clone(b)
		other[len(b)%got.size] ^= 1
		if _, err := decodeFrame(seed, other); err == nil {
			t.Fatalf("bit %d of the frame may change", len(b)%got.size*8)
		}
	})
}

// FuzzRecover puts any bytes where records stand: recovery ends, and gives out only what was there.
func FuzzRecover(f *testing.F) {
	im := record(f, callsOf(1, 2, 1), 2)
	whole := im.segments[0]
	end := trimZeros(whole)
	f.Add(uint16(headerBytes), whole[headerBytes:end])
	f.Add(uint16(headerBytes+frameBytes), []byte("list"))
	f.Add(uint16(end), whole[headerBytes:end])
	f.Add(uint16(40), []byte{2})
	f.Fuzz(func(t *testing.T, at uint16, spoil []byte) {
		b := bytes.Clone(whole)
		copy(b[min(int(at), len(b)):], spoil)
		if _, err := im.judge(0, b, &im.mark); err != nil {
			t.Fatal(err)
		}
	})
}
