package session

import "bytes"

// redact masks the values of Password(554), NewPassword(925) and EncryptedPassword(1402) wherever
// they stand in a text that may hold messages, whole or quoted. It returns its argument when there
// is nothing to mask.
func redact(text []byte) []byte {
	for _, tag := range []string{"554=", "925=", "1402="} {
		for at := 0; ; {
			i := bytes.Index(text[at:], []byte(tag))
			if i < 0 {
				break
			}
			at += i + len(tag)
			if begins(text, at-len(tag)) {
				text = maskAt(text, at)
			}
		}
	}
	return text
}

// begins tells whether a tag begins at i: it is not the end of a longer one.
func begins(text []byte, i int) bool { return i == 0 || text[i-1]-'0' > 9 || quotedSOH(text[:i]) }

// quotedSOH knows SOH as %q writes it; its last digit is none of a tag's.
func quotedSOH(text []byte) bool { return bytes.HasSuffix(text, []byte(`\x01`)) }

// maskAt masks the value that begins at i, up to SOH in any of its spellings or the end.
func maskAt(text []byte, i int) []byte {
	end := len(text)
	if n := bytes.IndexAny(text[i:], "\x01\\|\""); n >= 0 {
		end = i + n
	}
	masked := append(make([]byte, 0, len(text)+len(mask)), text[:i]...)
	return append(append(masked, mask...), text[end:]...)
}
