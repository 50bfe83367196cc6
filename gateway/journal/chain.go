package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
)

// chain binds each record to all before it.
type chain struct {
	digest hash.Hash
	hash   [32]byte // of the last record
}

func newChain(last [32]byte) *chain { return &chain{digest: sha256.New(), hash: last} }

// extend moves the chain over a frame without its padding and returns the frame's chain hash.
func (c *chain) extend(f []byte) [32]byte {
	c.digest.Reset()
	c.digest.Write(c.hash[:])
	c.digest.Write(f[atLSN:atDurable])
	c.digest.Write(f[atKind:])
	c.digest.Sum(c.hash[:0])
	return c.hash
}

// follow is extend for who reads millions of frames and keeps none. It moves the last hash and the
// LSN over what is not hashed, to where all that is hashed stands in one piece: the frame is spoilt.
func (c *chain) follow(f []byte) [32]byte {
	const (
		lsn  = atKind - (atDurable - atLSN)
		last = lsn - sha256.Size
	)
	copy(f[lsn:atKind], f[atLSN:atDurable])
	copy(f[last:lsn], c.hash[:])
	c.hash = sha256.Sum256(f[last:])
	return c.hash
}

// stamp completes frames made by appendFrame, in order: what is durable now, hash and checksum.
// It returns the LSN of the last.
func (c *chain) stamp(seed uint32, batch []byte, durable uint64) (last uint64) {
	for len(batch) > 0 {
		f := batch[:frameSpan(batch)]
		binary.LittleEndian.PutUint64(f[atDurable:], durable)
		payload := int(binary.LittleEndian.Uint32(f[atLength:]))
		hash := c.extend(f[:frameBytes+payload])
		copy(f[atHash:], hash[:])
		binary.LittleEndian.PutUint32(f[atCRC:], checksum(seed, f))
		last = binary.LittleEndian.Uint64(f[atLSN:])
		batch = batch[len(f):]
	}
	return last
}
