package wire

import "strconv"

// openGroup begins the group that field i counts; its delimiter must be the next field.
func (w *walk) openGroup(g *Shape, i int) error {
	n, ok := ParseInt(w.m.Value(i))
	if !ok {
		return w.fail(i, BadFormat, "is not a number of instances")
	}
	left := int64(len(w.m.Fields) - i - 1)
	if n < 0 || n > left {
		return w.fail(i, IncorrectNumGroup, "announces "+strconv.FormatInt(n, 10)+
			" instances, which this message cannot hold")
	}
	if n == 0 {
		w.m.Fields[i].skip = int32(i + 1)
		return nil
	}
	if next := w.m.Fields[i+1].Tag; next != g.members[1].Tag {
		reason := IncorrectNumGroup
		if g.slot(next) != 0 {
			reason = GroupOutOfOrder
		}
		return w.fail(i, reason, "must be followed by "+label(g.members[1].Name, g.members[1].Tag)+
			", not by "+w.name(next, g))
	}
	if w.depth++; w.depth == len(w.frames) {
		return w.fail(i, IncorrectNumGroup, "is nested too deep")
	}
	f := &w.frames[w.depth]
	f.shape, f.count, f.declared, f.seen, f.last = g, i, int(n), 0, 1
	return nil
}

func (w *walk) nextInstance(f *frame, i int) error {
	if f.seen > 0 {
		if err := w.endInstance(f, i); err != nil {
			return err
		}
	}
	f.seen++
	f.first, f.likeTo, f.last, f.got, f.nested = i, 0, 1, f.shape.places[1].need, false
	if w.policy.AnyGroupOrder {
		clear(f.slots[:])
	}
	return nil
}

func (w *walk) endInstance(f *frame, end int) error {
	first := &w.m.Fields[f.first]
	first.skip, first.alike = int32(-end), end == f.likeTo
	return w.complete(f)
}

func (w *walk) closeGroup(end int) error {
	f := &w.frames[w.depth]
	w.m.Fields[f.count].skip = int32(end)
	if err := w.endInstance(f, end); err != nil {
		return err
	}
	if f.seen != f.declared {
		return w.fail(f.count, IncorrectNumGroup, "announces "+strconv.Itoa(f.declared)+
			" instances, "+strconv.Itoa(f.seen)+" follow")
	}
	return nil
}
