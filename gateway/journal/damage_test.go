package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// image is a journal's segments in memory, so that hundreds of thousands of damaged ones can be
// judged by the very rule that Open applies.
type image struct {
	segments [][]byte
	mark     mark
	calls    [][]Record // as appended
	acked    int        // how many of the calls the mark covers
}

// memory is a segment's bytes as a file that nothing but reading is asked of.
type memory struct {
	file
	bytes *bytes.Reader
}

func (m memory) ReadAt(b []byte, off int64) (int, error) { return m.bytes.ReadAt(b, off) }

// record makes an image: the first calls are acknowledged, the others are one batch that was
// written, and that nobody was told about.
func record(t testing.TB, calls [][]Record, acked int) image {
	t.Helper()
	dir := t.TempDir()
	o := small
	o.open = unsynced().open
	l := open(t, dir, o)
	for _, call := range calls[:acked] {
		appendDurable(t, l, call...)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	im := image{mark: l.marker.marks.last, calls: calls, acked: acked}
	for n := range l.Stats().Segments {
		b, err := os.ReadFile(filepath.Join(dir, segmentName(uint64(n+1))))
		if err != nil {
			t.Fatal(err)
		}
		im.segments = append(im.segments, b)
	}
	im.write(t, l.writer.at, calls[acked:])
	return im
}

// write puts one more batch into the last segment.
func (im image) write(t testing.TB, at int64, calls [][]Record) {
	var batch []byte
	lsn := im.mark.lsn
	for _, call := range calls {
		for i, r := range call {
			lsn++
			batch = appendFrame(batch, r, lsn, im.mark.epoch, uint32(len(call)-1-i))
		}
	}
	newChain(im.mark.hash).stamp(im.mark.id.seed(), batch, im.mark.lsn)
	last := im.segments[len(im.segments)-1]
	if n := copy(last[at:], batch); n < len(batch) {
		t.Fatalf("the last segment has no room for %d bytes", len(batch)-n)
	}
}

// reopen applies the recovery rule to the image with one segment replaced.
func (im image) reopen(n int, b []byte, m *mark) (*history, error) {
	var segments []*segment
	for i, whole := range im.segments {
		if i == n {
			whole = b
		}
		segments = append(segments, &segment{name: segmentName(uint64(i + 1)),
			file: memory{bytes: bytes.NewReader(whole)}})
	}
	st, err := examine(segments, m, archived{}, false)
	return &history{segments: st.segments}, err
}

// judge demands that a damaged image is refused with the place named, or holds the acknowledged
// calls and perhaps more, whole and unchanged. It returns the verdict.
func (im image) judge(n int, b []byte, m *mark) (refused bool, err error) {
	h, err := im.reopen(n, b, m)
	var damage *DamageError
	if errors.As(err, &damage) {
		if damage.Segment == "" || damage.Remedy == "" || damage.Cause == "" {
			return true, fmt.Errorf("the refusal names too little: %v", damage)
		}
		return true, nil
	}
	if err != nil {
		return true, err
	}
	r := Reader{history: h, next: 1}
	for i, call := range im.calls {
		for k, want := range call {
			_, got, err := r.Next()
			if err == io.EOF && k == 0 && i >= im.acked {
				return false, nil
			}
			if err == io.EOF {
				return false, fmt.Errorf("silent loss: call %d ends before record %d", i, k)
			}
			if err != nil || !same(got, want) {
				return false, fmt.Errorf("wrong data: call %d record %d is %q (%v)", i, k, got.Payload, err)
			}
		}
	}
	if _, got, err := r.Next(); err != io.EOF {
		return false, fmt.Errorf("wrong data: %q (%v) was never appended", got.Payload, err)
	}
	return false, nil
}

func callsOf(sizes ...int) [][]Record {
	var calls [][]Record
	n := 1
	for _, size := range sizes {
		var call []Record
		for range size {
			call = append(call, sample(n))
			n++
		}
		calls = append(calls, call)
	}
	return calls
}

// damages are ways to spoil a segment; each yields every image of its kind.
var damages = map[string]func(whole []byte, used int, yield func(b []byte) bool){
	"bit flips": func(whole []byte, used int, yield func([]byte) bool) {
		b := slices.Clone(whole)
		for i := range used * 8 {
			if unusedHeader(i / 8) {
				continue
			}
			b[i/8] ^= 1 << (i % 8)
			if !yield(b) {
				return
			}
			b[i/8] ^= 1 << (i % 8)
		}
	},
	"truncations": func(whole []byte, used int, yield func([]byte) bool) {
		for n := range whole {
			if !yield(whole[:n]) {
				return
			}
		}
	},
	"zeroed runs": func(whole []byte, used int, yield func([]byte) bool) {
		overwrite(whole, used, func(b []byte) { clear(b) }, yield)
	},
	"garbage runs": func(whole []byte, used int, yield func([]byte) bool) {
		dice := rand.NewChaCha8([32]byte{1})
		overwrite(whole, used, func(b []byte) { dice.Read(b) }, yield)
	},
	"duplicated sectors": func(whole []byte, used int, yield func([]byte) bool) {
		for from := 0; from < used; from += 512 {
			for to := 0; to < used; to += 512 {
				b := slices.Clone(whole)
				copy(b[to:to+512], whole[from:from+512])
				if !yield(b) {
					return
				}
			}
		}
	},
}

func overwrite(whole []byte, used int, spoil func([]byte), yield func([]byte) bool) {
	for _, size := range []int{8, 64, 512, 4096} {
		for off := 0; off < used; off += 8 {
			if unusedHeader(off) {
				continue
			}
			b := slices.Clone(whole)
			spoil(b[off:min(off+size, len(b))])
			if !yield(b) {
				return
			}
		}
	}
}

func unusedHeader(off int) bool { return off >= headerUsed && off < headerBytes }

// used is where a segment's bytes end, and a little more.
func used(b []byte) int { return min(len(b), trimZeros(b)+64) }

func TestDamageIsRefusedOrHarmless(t *testing.T) {
	for name, im := range map[string]image{
		"one segment, all acknowledged":   record(t, callsOf(1, 1, 3, 2, 1, 4, 1), 7),
		"one segment, last two calls not": record(t, callsOf(1, 1, 3, 2, 1, 4, 1), 5),
		"two segments":                    record(t, callsOf(9, 9, 9, 2, 1), 5),
	} {
		for n, whole := range im.segments {
			for _, kind := range slices.Sorted(maps.Keys(damages)) {
				t.Run(fmt.Sprintf("%s/%s of %d", name, kind, n+1), func(t *testing.T) {
					images, refusals := 0, 0
					damages[kind](whole, used(whole), func(b []byte) bool {
						refused, err := im.judge(n, b, &im.mark)
						if err != nil {
							t.Errorf("image %d: %v", images, err)
						}
						images++
						if refused {
							refusals++
						}
						return err == nil
					})
					t.Logf("%d images, %d refused", images, refusals)
					if refusals == 0 || images == 0 {
						t.Errorf("%d images, %d refused: the test has no teeth", images, refusals)
					}
				})
			}
		}
	}
}

// Without the mark a damaged tail cannot be told from a torn one: the mark is not optional.
func TestOnlyTheMarkSeesALostTail(t *testing.T) {
	im := record(t, callsOf(1, 1, 1), 3)
	b := slices.Clone(im.segments[0])
	b[trimZeros(b)-1] ^= 1
	if refused, err := im.judge(0, b, &im.mark); !refused || err != nil {
		t.Errorf("with the mark: refused %t, %v", refused, err)
	}
	if _, err := im.judge(0, b, nil); err == nil || !strings.Contains(err.Error(), "silent loss") {
		t.Errorf("without the mark: %v, want the silent loss", err)
	}
	// Before the last record, the log's own witness is enough.
	b = slices.Clone(im.segments[0])
	b[headerBytes+frameBytes] ^= 1
	if refused, err := im.judge(0, b, nil); !refused || err != nil {
		t.Errorf("history, without the mark: refused %t, %v", refused, err)
	}
}

// A batch that was being written when the power went is any subset of its sectors.
func TestTornBatchKeepsWhatWasAcknowledged(t *testing.T) {
	im := record(t, callsOf(1, 1, 6, 5, 4, 3), 2)
	whole := im.segments[0]
	start := tornStart(t, im)
	first, last := start/512, (trimZeros(whole)-1)/512
	sectors := last - first + 1
	if sectors < 6 {
		t.Fatalf("the torn batch has %d sectors, which is too easy", sectors)
	}
	old := slices.Clone(whole)
	clear(old[start:])
	recovered := map[uint64]bool{}
	for subset := range 1 << sectors {
		b := slices.Clone(old)
		for s := range sectors {
			if subset>>s&1 == 1 {
				at := (first + s) * 512
				copy(b[at:at+512], whole[at:at+512])
			}
		}
		h, err := im.reopen(0, b, &im.mark)
		if err != nil {
			t.Fatalf("sectors %b: %v", subset, err)
		}
		recovered[h.segments[0].last()] = true
		if _, err := im.judge(0, b, &im.mark); err != nil {
			t.Fatalf("sectors %b: %v", subset, err)
		}
	}
	for lsn := range recovered {
		if !slices.Contains([]uint64{2, 8, 13, 17, 20}, lsn) {
			t.Errorf("recovered up to %d, which is inside an Append call", lsn)
		}
	}
	if len(recovered) < 3 {
		t.Errorf("only %d different ends: the test has no teeth", len(recovered))
	}
}

// A record of another past of the same journal has the right LSN and a good checksum; only the chain
// tells that it does not belong here.
func TestRecordOfAnotherPast(t *testing.T) {
	im := record(t, callsOf(1, 1, 1), 2)
	start := tornStart(t, im)
	stray := appendFrame(nil, Record{1, []byte("another")}, 3, im.mark.epoch, 0)
	newChain([32]byte{1}).stamp(im.mark.id.seed(), stray, 2)
	b := slices.Clone(im.segments[0])
	clear(b[start:])
	copy(b[start:], stray)
	if refused, err := im.judge(0, b, &im.mark); refused || err != nil {
		t.Errorf("refused %t, %v", refused, err)
	}
}

// A counterparty that puts what looks like a record into a payload cannot keep us from starting:
// the checksum of a record is seeded with an identity that nobody outside knows.
func TestForgedRecordInATornPayload(t *testing.T) {
	forged := appendFrame(nil, Record{1, []byte("forged")}, 3, 1, 0)
	newChain([32]byte{}).stamp(0, forged, 2)
	im := record(t, [][]Record{{sample(1)}, {{1, forged}}}, 1)
	torn := slices.Clone(im.segments[0])
	torn[tornStart(t, im)+atHash] ^= 1
	if refused, err := im.judge(0, torn, &im.mark); refused || err != nil {
		t.Errorf("refused %t, %v", refused, err)
	}
	// The same bytes under the journal's identity would be a witness.
	newChain([32]byte{}).stamp(im.mark.id.seed(), forged, 2)
	copy(torn[tornStart(t, im)+frameBytes:], forged)
	if refused, err := im.judge(0, torn, &im.mark); !refused || err != nil {
		t.Errorf("witness: refused %t, %v", refused, err)
	}
}

// tornStart is where the first call above the mark begins.
func tornStart(t *testing.T, im image) int {
	h, err := im.reopen(0, im.segments[0], &im.mark)
	if err != nil {
		t.Fatal(err)
	}
	return int(h.segments[0].offsets[im.mark.lsn])
}
