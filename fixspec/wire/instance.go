package wire

import "iter"

// level is what a decoder reads: the message, or an instance of a group.
type level struct {
	start, end int
	at         int  // where something was found last
	next       int  // where Next goes on
	alike      bool // the instance is like the one before it
	here       tags // of the level; none until something was missing
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
		outer := d.level
		end := int(d.m.Fields[at].skip)
		for n, i := 1, at+1; i < end && d.err == nil; n++ {
			d.enter(i)
			i = d.end
			if !yield(n) {
				break
			}
		}
		d.level = outer
	}
}

// enter goes to the instance that begins at field i.
func (d *Decoder) enter(i int) {
	first := &d.m.Fields[i]
	d.level = level{start: i, end: int(-first.skip), at: i, next: i, alike: first.alike}
}

// Alike tells whether this instance of a group has the same fields in the same order as the one
// before it. Who starts from what the one before said has to read only what Next returns.
func (d *Decoder) Alike() bool { return d.alike }

// Next returns one tag of this level after the other, in the order received, and in the end 0. Of an
// instance that is Alike it leaves out those whose value is as it was, but for counts of groups.
func (d *Decoder) Next() int32 {
	fields, at := d.m.Fields[:d.end], d.next
	for d.alike && at < len(fields) && fields[at].again && fields[at].skip <= 0 {
		at++
	}
	if at >= len(fields) || d.err != nil {
		return 0
	}
	d.at, d.next = at, after(&fields[at], at)
	return fields[at].Tag
}

// lack tells of most tags that they are not on this level. A line of a list lacks as many fields as
// it has, and each would be looked for all through the line.
func (d *Decoder) lack(tag int32) bool {
	if d.here == (tags{}) {
		for i := d.start; i < d.end; i = after(&d.m.Fields[i], i) {
			d.here.add(d.m.Fields[i].Tag)
		}
	}
	return d.here.lack(tag)
}

// tags tells of 128 classes of tags which ones are on a level.
type tags [2]uint64

func (t *tags) add(tag int32) { t[tag>>6&1] |= 1 << (tag & 63) }

func (t *tags) lack(tag int32) bool { return t[tag>>6&1]&(1<<(tag&63)) == 0 }
