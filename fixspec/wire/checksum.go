package wire

import "encoding/binary"

// CheckSum returns the sum of all bytes modulo 256, the value of CheckSum(10) in FIX volume 2.
func CheckSum(b []byte) byte {
	sum, _ := sumUp(b)
	return sum
}

// sumUp returns the sum of all bytes modulo 256, and whether all of them are ASCII.
func sumUp(b []byte) (sum byte, ascii bool) {
	const highs = 0x8080808080808080
	var all uint64
	for len(b) >= 32 {
		block := b[:min(len(b)&^31, 32*32)]
		b = b[len(block):]
		lanes, bits := sumWords(block)
		sum += byte(lanes + lanes>>16 + lanes>>32 + lanes>>48)
		all |= bits
	}
	for _, c := range b {
		sum += c
		all |= uint64(c)
	}
	return sum, all&highs == 0
}

// sumWords adds even and odd bytes of each word into 16-bit lanes, which 1,024 bytes cannot
// overflow, and tells which bits are set in any word.
func sumWords(b []byte) (lanes, bits uint64) {
	const even = 0x00ff00ff00ff00ff
	for ; len(b) >= 32; b = b[32:] {
		v, w := binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])
		x, y := binary.LittleEndian.Uint64(b[16:]), binary.LittleEndian.Uint64(b[24:])
		bits |= v | w | x | y
		lanes += v&even + v>>8&even + w&even + w>>8&even
		lanes += x&even + x>>8&even + y&even + y>>8&even
	}
	return lanes, bits
}
