package engine

// index knows where entries stand: every one since the start of this process, and of
// those before it what a Past remembers.
type index struct {
	base  uint64   // entries up to it are of the past
	marks []uint64 // where entries 1, 1+mileage... of the past stand
	lsns  []uint64 // lsns[i] is where entry base+i+1 stands
}

// last is the number of the last entry.
func (x *index) last() uint64 { return x.base + uint64(len(x.lsns)) }

// between returns where the entries after one up to another stand. None may be of the past.
func (x *index) between(after, end uint64) []uint64 {
	return append([]uint64(nil), x.lsns[after-x.base:end-x.base]...)
}

// near returns an lsn at which, or behind which, the entry after the given one
// stands. That one must be of the past.
func (x *index) near(after uint64) uint64 { return x.marks[after/mileage] }
