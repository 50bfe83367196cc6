package wire

import "strings"

// texts are strings that share a few pieces of memory instead of having one each.
type texts struct {
	piece strings.Builder
	size  int // of a piece; 0: nothing is shared
}

// keep returns a copy of v.
func (t *texts) keep(v []byte) string {
	if t.size == 0 {
		return string(v)
	}
	if t.piece.Cap()-t.piece.Len() < len(v) {
		t.piece = strings.Builder{}
		t.piece.Grow(max(t.size, len(v)))
	}
	from := t.piece.Len()
	t.piece.Write(v)
	return t.piece.String()[from:]
}

// ShareText makes String return parts of a few pieces of memory instead of a copy each. That is one
// allocation a message, or some, and each such string keeps its piece alive, up to an eighth of the
// message: right for a list whose lines live as long as the list, wrong for one identifier of a
// long message.
func (d *Decoder) ShareText() {
	n := len(d.m.Raw)
	d.texts.size = max(n/8, min(n, 1<<10))
}

// String returns the value as a string that does not alias the message.
func (d *Decoder) String(tag int32) string {
	v := d.Bytes(tag)
	if v == nil {
		return ""
	}
	return d.texts.keep(v)
}
