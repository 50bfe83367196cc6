package wire

import "encoding/binary"

// CheckSum returns the sum of all bytes modulo 256, the value of CheckSum(10) in FIX volume 2.
// It adds eight bytes at a time: even and odd bytes of each word go to 16-bit lanes, which are
// folded before they can overflow.
func CheckSum(b []byte) byte {
	const even = 0x00ff00ff00ff00ff
	var sum byte
	for len(b) >= 8 {
		block := b[:min(len(b)&^7, 128*8)] // 128 words add at most 128*2*255 < 65536 to a lane
		b = b[len(block):]
		var lanes uint64
		for ; len(block) >= 8; block = block[8:] {
			w := binary.LittleEndian.Uint64(block)
			lanes += w&even + w>>8&even
		}
		sum += byte(lanes + lanes>>16 + lanes>>32 + lanes>>48)
	}
	for _, c := range b {
		sum += c
	}
	return sum
}
