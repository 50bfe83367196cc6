package journal

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
)

const (
	headerBytes   = 4096
	headerUsed    = 96
	headerMagic   = "foliojnl"
	headerVersion = 1
)

// identity tells this journal from every other.
type identity [16]byte

// seed starts the checksum of every frame of the journal.
func (id identity) seed() uint32 { return crc32.Checksum(id[:], castagnoli()) }

// header opens a segment and says how it continues the one before.
type header struct {
	number uint64
	size   int64
	first  uint64 // LSN of its first record
	epoch  uint64
	hash   [32]byte // chain hash of record first-1
	id     identity
}

func (h header) encode() []byte {
	b := make([]byte, headerBytes)
	copy(b, headerMagic)
	binary.LittleEndian.PutUint32(b[8:], headerVersion)
	binary.LittleEndian.PutUint64(b[16:], h.number)
	binary.LittleEndian.PutUint64(b[24:], uint64(h.size))
	binary.LittleEndian.PutUint64(b[32:], h.first)
	binary.LittleEndian.PutUint64(b[40:], h.epoch)
	copy(b[48:], h.hash[:])
	copy(b[80:], h.id[:])
	binary.LittleEndian.PutUint32(b[12:], headerSum(b))
	return b
}

func headerSum(b []byte) uint32 {
	return crc32.Update(crc32.Checksum(b[:12], castagnoli()), castagnoli(), b[16:headerUsed])
}

func decodeHeader(b []byte) (header, error) {
	if len(b) < headerUsed || string(b[:8]) != headerMagic {
		return header{}, fmt.Errorf("the header is not that of a journal segment")
	}
	if headerSum(b) != binary.LittleEndian.Uint32(b[12:]) {
		return header{}, fmt.Errorf("the header fails its checksum")
	}
	if v := binary.LittleEndian.Uint32(b[8:]); v != headerVersion {
		return header{}, fmt.Errorf("format version %d, this program reads %d", v, headerVersion)
	}
	h := header{
		number: binary.LittleEndian.Uint64(b[16:]),
		size:   int64(binary.LittleEndian.Uint64(b[24:])),
		first:  binary.LittleEndian.Uint64(b[32:]),
		epoch:  binary.LittleEndian.Uint64(b[40:]),
		hash:   [32]byte(b[48:]),
		id:     identity(b[80:]),
	}
	if h.size < 2*headerBytes || h.size > maxSegmentBytes || h.first == 0 {
		return header{}, fmt.Errorf("the header has size %d and first lsn %d", h.size, h.first)
	}
	return h, nil
}
