package wire

import "time"

// Decoder reads values by tag from one level of a message at a time: the message itself, or
// inside a Group loop the current instance. Fields may come in any order; reading them in the
// order they came is fastest, because each search goes on from where the last one ended.
//
// An absent field gives the zero value and no error: requiredness is the message table's, and
// what only this situation requires is asked for with Need. The first error is kept, and after
// it every method returns zero values, so that a decoding function checks Err once, at its end.
//
// A Decoder is a small value; pass its pointer on. It is good until its message is parsed into
// again.
type Decoder struct {
	level
	m     *Message
	texts texts
	err   *Error
}

// NewDecoder reads a message that was arranged. Of one that was not, groups cannot be read and
// paths have no names.
func NewDecoder(m *Message) Decoder {
	return Decoder{m: m, level: level{end: len(m.Fields)}}
}

// Err returns the first error, an *Error, or nil.
func (d *Decoder) Err() error {
	if d.err == nil {
		return nil
	}
	return d.err
}

// Has tells whether the field stands on this level.
func (d *Decoder) Has(tag int32) bool { return d.find(tag) >= 0 }

// Need keeps a ConditionallyRequired error for the first of these fields that is absent here.
func (d *Decoder) Need(tags ...int32) {
	for _, tag := range tags {
		if d.err == nil && d.find(tag) < 0 {
			d.Fail(tag, ConditionallyRequired, "is required here")
			return
		}
	}
}

// Fail keeps an error of the caller's about a field of this level, unless there is one already.
// text completes the sentence that the field's path begins, such as "is not a known bond".
func (d *Decoder) Fail(tag int32, reason Reason, text string) {
	if d.err == nil {
		d.err = &Error{Path: d.m.pathFrom(d.start, tag), Tag: tag, Reason: reason, Text: text}
	}
}

// Count returns how many instances a group has here.
func (d *Decoder) Count(count int32) int { return d.Int(count) }

// Bytes returns the value as it stands in the message, aliasing it.
func (d *Decoder) Bytes(tag int32) []byte {
	at := d.find(tag)
	if at < 0 {
		return nil
	}
	if v := d.m.Value(at); len(v) > 0 {
		return v
	}
	d.Fail(tag, EmptyValue, "has no value")
	return nil
}

// Int returns a whole number.
func (d *Decoder) Int(tag int32) int {
	return int(d.Int64(tag))
}

// Int64 returns a whole number.
func (d *Decoder) Int64(tag int32) int64 {
	v := d.Bytes(tag)
	if v == nil {
		return 0
	}
	n, ok := ParseInt(v)
	if !ok {
		d.Fail(tag, BadFormat, "is not a whole number")
	}
	return n
}

// Char returns a value of one character, 0 when absent.
func (d *Decoder) Char(tag int32) byte {
	v := d.Bytes(tag)
	if v == nil {
		return 0
	}
	if len(v) != 1 {
		d.Fail(tag, BadFormat, "is not a single character")
		return 0
	}
	return v[0]
}

// Bool returns true for Y, false for N and when absent.
func (d *Decoder) Bool(tag int32) bool {
	switch d.Char(tag) {
	case 'Y':
		return true
	case 'N', 0:
		return false
	}
	d.Fail(tag, BadFormat, "is neither Y nor N")
	return false
}

// Time returns a UTCTimestamp with seconds or 1 to 9 decimals of a second; the zero time when
// absent.
func (d *Decoder) Time(tag int32) time.Time {
	v := d.Bytes(tag)
	if v == nil {
		return time.Time{}
	}
	t, ok := ParseTime(v)
	if !ok {
		d.Fail(tag, BadFormat, "is not a UTC time such as 20260105-10:20:00.000")
	}
	return t
}

// Value returns what parse makes of a field, and the zero value when the field is absent. parse
// may take a []byte, which aliases the message and must not be kept, or a string. Its error text
// becomes the reject's.
func Value[T any, S ~string | ~[]byte](d *Decoder, tag int32, parse func(S) (T, error)) T {
	var zero T
	v := d.Bytes(tag)
	if v == nil {
		return zero
	}
	got, err := parse(S(v))
	if err != nil {
		d.Fail(tag, BadFormat, "is not valid: "+err.Error())
		return zero
	}
	return got
}

// find returns the index of a field of this level, or -1, and remembers where it was.
func (d *Decoder) find(tag int32) int {
	if d.err != nil {
		return -1
	}
	if d.at < d.end {
		// Where a field was found, or right behind: what almost every search is.
		f := &d.m.Fields[d.at]
		if f.Tag == tag {
			return d.at
		}
		if next := after(f, d.at); next < d.end && d.m.Fields[next].Tag == tag {
			d.at = next
			return next
		}
	}
	return d.lookFor(tag)
}

func (d *Decoder) lookFor(tag int32) int {
	if d.lack(tag) {
		return -1
	}
	if i := d.search(tag, d.at, d.end); i >= 0 {
		return i
	}
	return d.search(tag, d.start, d.at)
}

func (d *Decoder) search(tag int32, from, to int) int {
	fields := d.m.Fields
	for i := from; i < to; {
		f := &fields[i]
		if f.Tag == tag {
			d.at = i
			return i
		}
		i = after(f, i)
	}
	return -1
}
