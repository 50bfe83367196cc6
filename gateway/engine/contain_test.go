package engine

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"foliogate/gateway"
)

// bug panics over the commands of one list that a test names, as a fault of gateway.Decide would.
func bug(over func(gateway.Inquiry, gateway.Command) bool) Decide {
	return func(env gateway.Env, q gateway.Inquiry, c gateway.Command) []gateway.Event {
		if _, quarantine := c.(gateway.Quarantine); !quarantine && over(q, c) {
			panic("a bug")
		}
		return gateway.Decide(env, q, c)
	}
}

// story trades L1 with the dealer that has a last look, step by step; each step says what it is.
func story(r *running, see func(step string)) {
	steps := []struct {
		name string
		c    func(q gateway.Inquiry) gateway.Command
	}{
		{"submit", func(gateway.Inquiry) gateway.Command { return submission("L1") }},
		{"bid", func(q gateway.Inquiry) gateway.Command { return bid(q, looker, "B1") }},
		{"accept", func(q gateway.Inquiry) gateway.Command {
			c := gateway.Accept{Origin: gateway.Origin{Firm: client}, ListID: "L1"}
			if ranked := q.Ranked(); len(ranked) > 0 {
				c.Quote = ranked[0].ID
			}
			return c
		}},
		{"confirm", func(q gateway.Inquiry) gateway.Command {
			route, _ := q.Route(looker)
			return gateway.Confirm{Origin: gateway.Origin{Firm: looker}, List: route.ListID}
		}},
		{"affirm", func(q gateway.Inquiry) gateway.Command {
			c := gateway.Affirm{Origin: gateway.Origin{Firm: client}}
			if q.Execution != nil {
				c.Ticket = q.Tickets[0].ID
			}
			return c
		}},
		{"reconnect", func(gateway.Inquiry) gateway.Command {
			return gateway.Connect{Origin: gateway.Origin{Firm: looker}, Reset: true}
		}},
		{"leave", func(gateway.Inquiry) gateway.Command {
			return gateway.Disconnect{Origin: gateway.Origin{Firm: looker}}
		}},
	}
	for _, step := range steps {
		synctest.Wait()
		q, _ := r.Inquiry("I00000001")
		r.submit(step.c(q))
		synctest.Wait()
		see(step.name)
	}
}

// Whatever command the domain panics over: the process goes on, the list ends without a trade or
// keeps the one it has, every other list trades, and a restart, with the bug or without, finds
// the same.
func TestAPanicIsContained(t *testing.T) {
	for _, row := range []struct {
		over   string // the step that panics
		leaves gateway.Phase
	}{
		{"submit", gateway.Refused}, {"bid", gateway.Withdrawn}, {"accept", gateway.Withdrawn},
		{"confirm", gateway.Withdrawn}, {"affirm", gateway.Executed}, {"reconnect", gateway.Executed},
		{"leave", gateway.Executed},
	} {
		t.Run(row.over, func(t *testing.T) { panicOver(t, row.over, row.leaves) })
	}
}

func panicOver(t *testing.T, over string, leaves gateway.Phase) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		log := openLog(t, dir)
		o := options(t, log)
		var alarms []*Panic
		o.Alarm = func(p *Panic) { alarms = append(alarms, p) }
		now := "submit"
		o.Decide = bug(func(q gateway.Inquiry, c gateway.Command) bool {
			s, submits := c.(gateway.Submit)
			return now == over && (q.ListID == "L1" || submits && s.ListID == "L1")
		})
		r := run(t, New(o))
		next := []string{"submit", "bid", "accept", "confirm", "affirm", "reconnect", "leave", ""}
		story(r, func(step string) { now = next[slices.Index(next, step)+1] })
		if len(alarms) != 1 || alarms[0].Cause != "a bug" || len(alarms[0].Stack) == 0 {
			t.Fatalf("alarms: %v", alarms)
		}
		q, _ := r.Inquiry("I00000001")
		if q.Phase != leaves || q.Outcome.Code != gateway.InQuarantine {
			t.Errorf("it left %s: %+v", q.Phase, q.Outcome)
		}
		another(t, r)
		if err := r.stop(); err != nil {
			t.Fatal(err)
		}
		if wrong := Sound(q); len(wrong) > 0 {
			t.Error(wrong)
		}
		again := recovered(t, log, func(uint64, gateway.Entry) {})
		if is, _ := again.Inquiry("I00000001"); !reflect.DeepEqual(is, q) {
			t.Errorf("it was\n%+v\nand after a restart it is\n%+v", q, is)
		}
	})
}

// another trades L2 from its beginning to its end.
func another(t *testing.T, r *running) {
	t.Helper()
	from := r.Last()
	r.submit(submission("L2"))
	id := gateway.InquiryIDAt(from + 1)
	synctest.Wait()
	q, _ := r.Inquiry(id)
	r.submit(bid(q, firm, "B2"))
	synctest.Wait()
	q, _ = r.Inquiry(id)
	r.submit(gateway.Accept{Origin: gateway.Origin{Firm: client}, ListID: "L2", Quote: q.Ranked()[0].ID})
	synctest.Wait()
	if q, _ = r.Inquiry(id); q.Phase != gateway.Executed {
		t.Errorf("another list is %s", q.Phase)
	}
}

// A Tick that panics over one inquiry ends that one, and does for the others what is due; it is not
// tried for ever.
func TestATickThatPanicsOverOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := options(t, openLog(t, t.TempDir()))
		alarms := 0
		o.Alarm = func(*Panic) { alarms++ }
		o.Decide = bug(func(q gateway.Inquiry, c gateway.Command) bool {
			_, tick := c.(gateway.Tick)
			return tick && q.ListID == "L2"
		})
		r := run(t, New(o))
		for _, list := range []string{"L1", "L2", "L3"} {
			r.submit(submission(list))
		}
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		var ended []gateway.Phase
		for _, id := range []gateway.InquiryID{"I00000001", "I00000004", "I00000007"} {
			q, _ := r.Inquiry(id)
			ended = append(ended, q.Phase)
		}
		want := []gateway.Phase{gateway.Expired, gateway.Withdrawn, gateway.Expired}
		if !slices.Equal(ended, want) || alarms != 1 || r.Live() != 0 {
			t.Errorf("%v, %d alarms, %d live", ended, alarms, r.Live())
		}
	})
}

// inapplicable is an event that no inquiry can bear: a quote is lost of a dealer without one.
var inapplicable = gateway.QuoteLost{Dealer: firm, Quote: "Q", State: gateway.Pulled}

// What cannot be applied, or cannot be written, does not reach the journal.
func TestWhatCannotBeAppliedIsNotJournaled(t *testing.T) {
	for name, wrong := range map[string]gateway.Event{
		"applied": inapplicable,
		"written": gateway.StatusTold{To: client, Phase: 99},
	} {
		t.Run(name, func(t *testing.T) {
			disk := newGate()
			o := options(t, disk)
			o.Decide = func(env gateway.Env, q gateway.Inquiry, c gateway.Command) []gateway.Event {
				if _, enquiry := c.(gateway.Enquire); enquiry {
					return []gateway.Event{wrong}
				}
				return gateway.Decide(env, q, c)
			}
			w := NewWriter(o)
			for _, c := range []gateway.Command{submission("L1"), gateway.Enquire{
				Origin: gateway.Origin{Firm: client}, ListID: "L1"}} {
				if err := w.Decide(c); err != nil {
					t.Fatal(err)
				}
			}
			w.Settle(uint64(len(disk.records)))
			q, _ := w.Inquiry("I00000001")
			if len(disk.records) != 4 || q.Phase != gateway.Withdrawn {
				t.Errorf("%d records, the inquiry is %s", len(disk.records), q.Phase)
			}
		})
	}
}

// Where even the quarantine fails, the engine stops and says over what.
func TestAQuarantineThatPanics(t *testing.T) {
	o := options(t, openLog(t, t.TempDir()))
	o.Decide = func(gateway.Env, gateway.Inquiry, gateway.Command) []gateway.Event { panic("a bug") }
	r := run(t, New(o))
	err := r.Submit(submission("L1"))
	if met := new(Panic); !errors.As(err, &met) || !strings.Contains(err.Error(), "a bug") {
		t.Errorf("Submit says %v", err)
	}
	if err := <-r.ended; err == nil {
		t.Error("it goes on")
	} else {
		r.ended <- err
	}
}

// A journal with an entry that this version cannot apply stops the start, which says where and what
// to do.
func TestAnOldJournalThatPanics(t *testing.T) {
	disk := newGate()
	w := NewWriter(options(t, disk))
	if err := w.Decide(submission("L1")); err != nil {
		t.Fatal(err)
	}
	entry := gateway.Entry{Seq: 4, At: time.Now(), Inquiry: "I00000001", Event: inapplicable}
	recovers := map[string]func(lsn uint64, payload []byte) error{
		"a start":    NewWriter(options(t, disk)).Recover,
		"a snapshot": NewPast().Recover,
	}
	for name, recover := range recovers {
		t.Run(name, func(t *testing.T) {
			for i, r := range disk.records {
				if err := recover(uint64(i+1), r.Payload); err != nil {
					t.Fatal(err)
				}
			}
			err := recover(17, entry.AppendJSON(nil))
			for _, words := range []string{"journal record 17", "entry 4", "QuoteLost", "I00000001",
				"start the version that wrote it"} {
				if err == nil || !strings.Contains(err.Error(), words) {
					t.Errorf("%v does not say %q", err, words)
				}
			}
		})
	}
	awarded := gateway.Inquiry{ID: "I00000001", Phase: gateway.Awarded}
	if _, err := RestorePast(PastState{}, []gateway.Kept{{Whole: awarded}}); err == nil ||
		!strings.Contains(err.Error(), "I00000001") {
		t.Errorf("an awarded inquiry without an award: %v", err)
	}
}
