package dict

import (
	"strconv"
	"unicode/utf8"

	"foliogate/fixspec/wire"
)

// longest is how many bytes a value may have, unless it is data. FIX knows no limit; but what is
// kept and repeated on many messages must not be a way to fill memories and disks.
const longest = 8 << 10

// texts checks what holds for every value that is not data: it is not longer than all reason, and
// it is UTF-8, of which FIX's ASCII is a part. What is no text could not be journaled and told back
// as it came.
func (d *Dictionary) texts(m *wire.Message) error {
	if m.ASCII() && m.Longest() <= longest {
		return nil // as nearly all messages
	}
	for i := range m.Fields {
		f := &m.Fields[i]
		if known := d.byTag[f.Tag]; known != nil && known.Type == Data {
			continue
		}
		switch v := m.Raw[f.Start:f.End]; {
		case len(v) > longest:
			return &wire.Error{Path: m.Path(i), Tag: f.Tag, Reason: wire.ValueOutOfRange,
				Text: "has " + strconv.Itoa(len(v)) + " bytes, at most " + strconv.Itoa(longest) +
					" are taken"}
		case !utf8.Valid(v):
			return &wire.Error{Path: m.Path(i), Tag: f.Tag, Reason: wire.BadFormat,
				Text: "is not text in UTF-8"}
		}
	}
	return nil
}
