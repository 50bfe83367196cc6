package journal

import "time"

// lull waits for a moment at which to make durable what nobody asked for. It belongs to the log's
// lock.
type lull struct {
	timer *time.Timer
	step  time.Duration
	waits bool
	steps int    // at most, until it ends
	last  uint64 // LSN at the last step
	asks  uint64 // records up to it are to be durable, because nobody asked for them
	alone bool   // the sync under way is for such records only
}

// lullSteps is how many looks the log takes in the time of [Options.SyncWithin].
const lullSteps = 10

func newLull(within time.Duration, look func()) lull {
	step := within / lullSteps
	timer := time.AfterFunc(step, look)
	timer.Stop()
	return lull{timer: timer, step: step}
}

func (q *lull) begin(last uint64) {
	q.waits, q.steps, q.last = true, lullSteps, last
	q.timer.Reset(q.step)
}

func (q *lull) end() {
	q.waits = false
	q.timer.Stop()
}

// over tells that nothing was appended for a step, or that no more steps are allowed.
func (q *lull) over(last uint64) bool {
	if q.steps--; q.last == last || q.steps == 0 {
		return true
	}
	q.last = last
	q.timer.Reset(q.step)
	return false
}

// look has the committer settle what nobody asked for.
func (l *Log) look() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lull.waits && l.lull.over(l.last) {
		l.lull.asks = l.last
		l.work.Signal()
	}
}
