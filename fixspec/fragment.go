package fixspec

// Limit bounds one fragment of a list: NewOrderList(E), ListStatus(N) or MassQuote(i).
type Limit struct {
	Lines int // lines of one fragment
	Bytes int // bytes of its body; a single line may exceed it, for a line cannot be cut
}

// StandardLimit returns what the rules of engagement promise: at most 250 lines and 64 KiB.
func StandardLimit() Limit { return Limit{Lines: 250, Bytes: 64 << 10} }

// reserve is kept free in each fragment for the standard header, the trailer and a count of lines
// longer than the one that was measured.
const reserve = 512

// cuts returns where each fragment of n lines ends. The sizes are found by writing: head is the
// body without lines, and line appends one line.
func (l Limit) cuts(n int, head []byte, line func(b []byte, i int) []byte) []int {
	room := l.Bytes - reserve - len(head)
	var ends []int
	scratch := head[:0]
	lines, size := 0, 0
	for i := range n {
		scratch = line(scratch[:0], i)
		if lines > 0 && (lines == l.Lines || size+len(scratch) > room) {
			ends = append(ends, i)
			lines, size = 0, 0
		}
		lines, size = lines+1, size+len(scratch)
	}
	return append(ends, n)
}

// Fragments splits the list. Fragments share the lines of the list, and repeat all its other
// fields; the last is marked. A list without lines is one fragment.
func (x *NewOrderList) Fragments(limit Limit) []*NewOrderList {
	head := *x
	head.Orders = nil
	ends := limit.cuts(len(x.Orders), head.AppendBody(nil), func(b []byte, i int) []byte {
		return x.Orders[i].append(b)
	})
	fragments := make([]*NewOrderList, len(ends))
	from := 0
	for i, end := range ends {
		part := head
		part.Orders = x.Orders[from:end:end]
		part.LastFragment = i == len(ends)-1
		fragments[i], from = &part, end
	}
	return fragments
}

// Fragments splits the status as NewOrderList.Fragments does, and numbers the parts.
func (x *ListStatus) Fragments(limit Limit) []*ListStatus {
	head := *x
	head.Orders = nil
	ends := limit.cuts(len(x.Orders), head.AppendBody(nil), func(b []byte, i int) []byte {
		return x.Orders[i].append(b)
	})
	fragments := make([]*ListStatus, len(ends))
	from := 0
	for i, end := range ends {
		part := head
		part.Orders = x.Orders[from:end:end]
		part.NoRpts, part.RptSeq = len(ends), i+1
		part.LastFragment = i == len(ends)-1
		fragments[i], from = &part, end
	}
	return fragments
}

// Fragments splits the line prices as NewOrderList.Fragments does.
func (x *MassQuote) Fragments(limit Limit) []*MassQuote {
	head := *x
	head.Entries = nil
	ends := limit.cuts(len(x.Entries), head.AppendBody(nil), func(b []byte, i int) []byte {
		return x.Entries[i].append(b)
	})
	fragments := make([]*MassQuote, len(ends))
	from := 0
	for i, end := range ends {
		part := head
		part.Entries = x.Entries[from:end:end]
		part.LastFragment = i == len(ends)-1
		fragments[i], from = &part, end
	}
	return fragments
}
