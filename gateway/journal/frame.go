package journal

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// Record is one appended payload with the caller's one-byte kind.
type Record struct {
	Kind    byte
	Payload []byte
}

// The layout of a record; the package comment is its specification.
const (
	frameBytes = 72 // what stands before the payload

	atLength  = 0
	atCRC     = 4
	atLSN     = 8
	atEpoch   = 16
	atDurable = 24
	atHash    = 32
	atKind    = 64
	atFollow  = 68
)

var (
	errNoFrame    = errors.New("no record stands here")
	errShortFrame = errors.New("the record is cut short")
	errBadFrame   = errors.New("the record fails its checksum")
)

// frame is a record as it stands in a segment. Its payload aliases the bytes it was decoded from.
type frame struct {
	lsn     uint64
	epoch   uint64
	durable uint64
	follow  uint32
	hash    [32]byte
	record  Record
	size    int // with padding
}

// frameSize is the room that a payload of n bytes takes in a segment.
func frameSize(n int) int { return (frameBytes + n + 7) &^ 7 }

// frameSpan is the size that the frame at the start of b claims, which needs only its first four
// bytes; a caller holds it against what can be true before believing it.
func frameSpan(b []byte) int64 {
	return (frameBytes + int64(binary.LittleEndian.Uint32(b[atLength:])) + 7) &^ 7
}

// appendFrame adds a frame to b with all that is known when it is appended. What the committer
// knows (durable, hash, checksum) is left zero for [chain.stamp].
func appendFrame(b []byte, r Record, lsn, epoch uint64, follow uint32) []byte {
	var head [frameBytes]byte
	binary.LittleEndian.PutUint32(head[atLength:], uint32(len(r.Payload)))
	binary.LittleEndian.PutUint64(head[atLSN:], lsn)
	binary.LittleEndian.PutUint64(head[atEpoch:], epoch)
	head[atKind] = r.Kind
	binary.LittleEndian.PutUint32(head[atFollow:], follow)
	b = append(b, head[:]...)
	b = append(b, r.Payload...)
	var zeros [8]byte
	return append(b, zeros[:frameSize(len(r.Payload))-frameBytes-len(r.Payload)]...)
}

// checksum is seeded with the journal's identity, so it fits only frames of this journal.
func checksum(seed uint32, frame []byte) uint32 {
	sum := crc32.Update(seed, castagnoli(), frame[:atCRC])
	return crc32.Update(sum, castagnoli(), frame[atLSN:])
}

func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

// decodeFrame reads the frame at the start of b. It proves the checksum, not the place in the chain.
func decodeFrame(seed uint32, b []byte) (frame, error) {
	if len(b) < frameBytes {
		return frame{}, errShortFrame
	}
	lsn := binary.LittleEndian.Uint64(b[atLSN:])
	if lsn == 0 {
		return frame{}, errNoFrame
	}
	size := frameSpan(b)
	if size > int64(len(b)) {
		return frame{}, errShortFrame
	}
	payload := int(binary.LittleEndian.Uint32(b[atLength:]))
	f := b[:size]
	if binary.LittleEndian.Uint32(f[atCRC:]) != checksum(seed, f) {
		return frame{}, errBadFrame
	}
	end := frameBytes + payload
	return frame{
		lsn:     lsn,
		epoch:   binary.LittleEndian.Uint64(f[atEpoch:]),
		durable: binary.LittleEndian.Uint64(f[atDurable:]),
		follow:  binary.LittleEndian.Uint32(f[atFollow:]),
		hash:    [32]byte(f[atHash:]),
		record:  Record{Kind: f[atKind], Payload: f[frameBytes:end:end]},
		size:    int(size),
	}, nil
}

// isLastOfCall tells whether a frame ends its Append call.
func isLastOfCall(f []byte) bool { return binary.LittleEndian.Uint32(f[atFollow:]) == 0 }
