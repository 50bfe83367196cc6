package wire

import (
	"bytes"
	"iter"
	"time"
)

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
	m              *Message
	start, end, at int
	share          bool
	here           tags
	err            *Error
	timed          Field // the last time that was read, and what it is
	time           time.Time
}

// tags tells of most tags that they are not on a level: of 128 classes, which ones are. A line of a
// list lacks as many fields as it has, and each would be looked for all through the line.
type tags [2]uint64

func (t *tags) add(tag int32) { t[tag>>6&1] |= 1 << (tag & 63) }

func (t *tags) lack(tag int32) bool { return t[tag>>6&1]&(1<<(tag&63)) == 0 }

// anyTag lacks none.
func anyTag() tags { return tags{^uint64(0), ^uint64(0)} }

// NewDecoder reads a message that was arranged. Of one that was not, groups cannot be read and
// paths have no names.
func NewDecoder(m *Message) Decoder {
	return Decoder{m: m, end: len(m.Fields), here: anyTag()}
}

// ShareText makes String return parts of one copy of the whole message instead of a copy each.
// That is one allocation a message, and every such string keeps all of that copy alive: right for
// a list whose lines all live as long as the list, wrong for one identifier of a long message.
func (d *Decoder) ShareText() { d.share = true }

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

// Group loops over the instances of a repeating group, counted from one. Inside the loop the
// decoder reads the instance; afterwards, however the loop was left, the level it was on before.
// It loops over nothing when the group is absent, empty, or there has been an error.
func (d *Decoder) Group(count int32) iter.Seq[int] {
	return func(yield func(int) bool) {
		at := d.find(count)
		if at < 0 || d.m.shape == nil {
			return
		}
		start, end, cursor, here := d.start, d.end, d.at, d.here
		next, last := at+1, int(d.m.Fields[at].skip)
		for n := 1; next < last && d.err == nil; n++ {
			d.start, d.at = next, next
			next = int(-d.m.Fields[next].skip)
			d.end = next
			d.here = tags{}
			for i := d.start; i < d.end; i++ {
				d.here.add(d.m.Fields[i].Tag)
			}
			if !yield(n) {
				break
			}
		}
		d.start, d.end, d.at, d.here = start, end, cursor, here
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

// String returns the value as a string that does not alias the message.
func (d *Decoder) String(tag int32) string {
	if !d.share {
		return string(d.Bytes(tag))
	}
	at := d.find(tag)
	if at < 0 {
		return ""
	}
	if d.m.text == "" {
		d.m.text = string(d.m.Raw)
	}
	f := &d.m.Fields[at]
	if f.Start == f.End {
		d.Fail(tag, EmptyValue, "has no value")
	}
	return d.m.text[f.Start:f.End]
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
	if bytes.Equal(v, d.m.Raw[d.timed.Start:d.timed.End]) {
		return d.time // the lines of a list have one deadline
	}
	t, ok := ParseTime(v)
	if !ok {
		d.Fail(tag, BadFormat, "is not a UTC time such as 20260105-10:20:00.000")
		return t
	}
	d.timed, d.time = d.m.Fields[d.at], t
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
	if d.err != nil || d.here.lack(tag) {
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
