package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// goBack puts an old copy in the place of the journal (row 27). Who has the newer mark or the newer
// checkpoints refuses it; where everything is old, only the counterparties know better.
func (e *era) goBack() error {
	if _, err := os.Stat(e.at(oldData, "journal")); err != nil {
		return nil // the gateway died before it had written anything
	}
	switch e.floor.era % 3 {
	case 0:
		if err := copyFolder(e.at(oddData), e.at(oldData)); err != nil {
			return err
		}
		if err := copyFile(e.at(oddData, "journal", "mark"), filepath.Join(e.journal(), "mark")); err != nil {
			return err
		}
		return e.mustRefuse(oddData, "27 an old journal, its mark is newer", "an old journal with today's mark")
	case 1:
		if err := copyFolder(e.at(oddData), e.at(e.setup.data)); err != nil {
			return err
		}
		if err := copyFolder(e.at(oddData, "journal"), e.at(oldData, "journal")); err != nil {
			return err
		}
		return e.mustRefuse(oddData, "27 an old journal, its checkpoints are newer",
			"an old journal with today's checkpoints")
	}
	return e.mustHalt()
}

// mustHalt starts a gateway on old files only. Everybody comes back, none says anything about
// business, and each session must be out of service before long.
func (e *era) mustHalt() error {
	if err := copyFolder(e.at(oddData), e.at(oldData)); err != nil {
		return err
	}
	x := e.setup
	x.data, x.noResets = oddData, true
	config, err := x.write()
	if err != nil {
		return err
	}
	if able, err := e.summon(); err != nil || able == 0 {
		return err
	}
	g, err := launch(e.binary, config, "")
	if err != nil {
		return err
	}
	for deadline := time.Now().Add(settleWithin); !e.allHalted() && time.Now().Before(deadline); {
		select {
		case <-time.After(10 * time.Millisecond):
		case <-g.ended:
			deadline = time.Now()
		}
	}
	g.kill()
	<-g.ended
	e.mourn()
	e.Lock()
	defer e.Unlock()
	for _, s := range e.sessions() {
		if !s.halted {
			e.violation("%s: the journal went back in time, and the session goes on; last words:\n%s", s.us,
				g.lastWords())
		}
	}
	e.hit("27 an old journal, only counterparties know")
	return nil
}

func (e *era) allHalted() bool {
	e.Lock()
	defer e.Unlock()
	all := true
	for _, s := range e.sessions() {
		s.halted = s.halted || s.givenUp()
		all = all && s.halted
	}
	return all
}

// enough is by how many numbers more a counterparty must be ahead of the journal: a gateway that died
// may have lost the records of other messages that it sent, too.
const enough = 500

// summon has those come back who can know better, and returns how many they are. Who began again at
// number 1 since the copy, or has hardly heard anything since, cannot.
func (e *era) summon() (able int, err error) {
	l, err := readLedger(e.at(oddData, "journal"))
	if err != nil {
		return 0, err
	}
	e.Lock()
	defer e.Unlock()
	e.past = true
	for _, s := range e.sessions() {
		s.halted = s.renewed >= e.lives/3 || s.in < l.lost(s.us)+enough
		s.refused, s.tells = time.Time{}, e.chance.IntN(2) == 0
		if !s.halted {
			able++
		}
	}
	return able, nil
}

// givenUp tells whether a gateway that dials has heard that its number is too low, and dials no more.
func (s *line) givenUp() bool {
	return s.accept != nil && s.cable == nil && !s.refused.IsZero() && time.Since(s.refused) > 2*redial
}

// lost is the highest number that a counterparty may have seen while the journal was the whole truth:
// the last one that is recorded, and the reports that were still to be told.
func (l *ledger) lost(us string) int {
	last, told, all := 0, 0, 0
	for n, m := range l.sent[us] {
		last = max(last, n)
		if m.kind == "8" {
			told++
		}
	}
	for _, q := range l.book.Inquiries() {
		if q.Execution != nil && (string(q.Client) == us || string(q.Execution.Dealer) == us) {
			all += len(q.Lines)
		}
	}
	return last + max(0, all-told)
}

// witness hears a gateway whose journal went back in time: what a strict engine does with numbers
// that are too low, and with a gap.
func (s *line) witness(m message) {
	switch {
	case m.kind == "5":
		s.halted = s.halted || strings.Contains(m.get("58"), "out of service") ||
			strings.Contains(m.get("58"), "NextExpectedMsgSeqNum(789)")
		s.cable.cut()
	case m.number < s.in && !m.dup:
		s.write(s.out, "5", fmt.Sprintf("58=MsgSeqNum too low, expecting %d but received %d|", s.in,
			m.number), "")
		s.refused = time.Now()
		s.soonCut()
	case m.kind == "A" && s.accept != nil:
		s.logon()
	case m.kind == "A":
	case m.kind == "2":
		// It asks for what it has long had. To answer would have it all begin again.
	case message.admin(m):
	default:
		s.floor.violation("%s: a gateway of yesterday speaks of business: %s", s.us, m)
	}
	if m.number > s.in && s.asked != s.in {
		s.asked = s.in
		s.admin("2", fmt.Sprintf("7=%d|16=0|", s.in))
	}
}
