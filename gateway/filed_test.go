package gateway

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

// A book decides the same, and holds the same, whatever of it is filed.
func TestFiledIsDecidedOnAsWhole(t *testing.T) {
	filed, fetched, told := 0, 0, 0
	for seed := range uint64(60) {
		c := newChance(t, 5000+seed)
		r := rand.New(rand.NewPCG(seed, 2))
		twin, seen := NewBook(), 0
		for range steps {
			command := c.any()
			switch r.IntN(4) {
			case 0:
				if err := twin.File(); err != nil {
					t.Fatal(err)
				}
				filed += len(twin.filed)
			case 1:
				for _, id := range twin.Concerns(c.env(), command) {
					if k, _ := twin.Find(id); k.Filed != nil {
						fetched++
					}
					twin.Fetch(id)
				}
			}
			today := c.env()
			later := today
			later.Today = later.Today.AddDays(1)
			firm := Origin{Firm: pick(c, firms...)}
			for _, env := range []Env{today, later} {
				for _, asked := range []Command{command, Connect{firm, true}, Connect{firm, false}, Disconnect{firm},
					Replay{firm, "R"}, Tick{}} {
					want, got := c.book.Decide(env, asked), twin.Decide(env, asked)
					if !reflect.DeepEqual(got, want) {
						t.Fatalf("seed %d: %T: %+v\nis not\n%+v", seed, asked, got, want)
					}
					told += len(got)
				}
			}
			for _, entry := range c.do(command) {
				c.learn(entry)
			}
			if r.IntN(8) == 0 {
				c.step()
			}
			for ; seen < len(c.entries); seen++ {
				twin.Apply(c.entries[seen])
			}
		}
		if want, got := c.book.Inquiries(), twin.Inquiries(); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: %+v\nis not\n%+v", seed, got, want)
		}
		kept := NewBook()
		for _, k := range twin.Kept() {
			kept.RestoreKept(k)
		}
		day := c.env().Today.AddDays(1)
		for _, b := range []*Book{c.book, twin, kept} {
			b.Forget(day)
		}
		twin.filed, kept.filed = c.book.filed, c.book.filed // empty maps
		if !reflect.DeepEqual(twin, c.book) || !reflect.DeepEqual(kept, c.book) {
			t.Fatalf("seed %d: what is forgotten leaves\n%+v\nor\n%+v\nnot\n%+v", seed, twin, kept, c.book)
		}
	}
	if filed == 0 || fetched == 0 || told == 0 {
		t.Errorf("%d filed, %d fetched, %d entries: the test does not reach far enough", filed, fetched, told)
	}
}

// A file that does not hold what it says is a fault, never another inquiry.
func TestSpoiltFile(t *testing.T) {
	p, err := newPacker()
	if err != nil {
		t.Fatal(err)
	}
	f, err := p.file(Inquiry{ID: "I00000001", Phase: Refused})
	if err != nil {
		t.Fatal(err)
	}
	if q := (Kept{Filed: f}).Inquiry(); q.ID != f.ID || q.Phase != Refused {
		t.Fatalf("%+v", q)
	}
	for name, spoilt := range map[string]Filed{
		"empty":   {ID: f.ID},
		"cut":     {ID: f.ID, Packed: f.Packed[:len(f.Packed)/2]},
		"another": {ID: "I00000002", Packed: f.Packed},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it was unpacked")
				}
			}()
			Kept{Filed: &spoilt}.Inquiry()
		})
	}
}
