package wire

// alike tells whether the instance that begins at field i has all the fields of the one that ends
// there, in the same order, and groups of the same lengths. If so, nothing has to be looked at
// again: what was decided about those fields holds for these.
func (w *walk) alike(f *frame, i int) bool {
	m, size := w.m, i-f.first
	if f.seen == 0 || f.seen == f.declared || m.blank {
		return false
	}
	for w.stretch < len(m.stretches) && int(m.stretches[w.stretch].to) <= i {
		w.stretch++
	}
	if w.stretch == len(m.stretches) {
		return false
	}
	s := m.stretches[w.stretch]
	return int(s.back) == size && int(s.from) <= i && i+size <= int(s.to) &&
		(!f.nested || sameCounts(m.Fields[i:i+size], m.Fields[f.first:i]))
}

// sameCounts tells whether groups are announced in the same words as in the instance before.
func sameCounts(these, before []Field) bool {
	for k := range these {
		if before[k].skip > 0 && !these[k].again {
			return false
		}
	}
	return true
}

// repeat arranges the fields from i on as the instance that ends there, and leaves the level as it
// was. It returns up to where: more fields may follow.
func (w *walk) repeat(f *frame, i int) (end int, err error) {
	end = i + i - f.first
	if f.nested {
		copyGroups(w.m.Fields[i:end], w.m.Fields[f.first:i])
	}
	if err := w.endInstance(f, i); err != nil {
		return 0, err
	}
	f.first, f.likeTo = i, end
	f.seen++
	return end, nil
}

// copyGroups notes the groups of an instance where those of the one before it stand.
func copyGroups(these, before []Field) {
	for k := 1; k < len(these); k++ {
		if skip := before[k].skip; skip > 0 {
			these[k].skip = skip + int32(len(these))
		} else if skip < 0 {
			these[k].skip = skip - int32(len(these))
		}
	}
}
