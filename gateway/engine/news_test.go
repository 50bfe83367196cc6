package engine

import (
	"context"
	"fmt"
	"testing"
	"time"

	"foliogate/gateway"
)

// A firm is given what it may be told of, and the cursor goes over the rest.
func TestNewsIsForWhomItConcerns(t *testing.T) {
	r := run(t, New(options(t, openLog(t, t.TempDir()))))
	r.submit(submission("L1"))
	enquire := func(who gateway.Firm) {
		r.submit(gateway.Enquire{Origin: gateway.Origin{Firm: who, Ref: 1}, ListID: "NONE"})
	}
	enquire("STRANGER")
	all := r.await(4)
	enquire(client)
	all = append(all, r.await(5)[4])
	for _, c := range []struct {
		firm gateway.Firm
		want []string
	}{
		{client, []string{"Opened", "CommandRefused"}},
		{firm, []string{"Opened"}},
		{"STRANGER", []string{"CommandRefused"}},
		{"NOBODY", nil},
	} {
		news, seen, err := r.News(c.firm, 0, 100)
		if err != nil || seen != all[len(all)-1].Seq {
			t.Fatalf("%s has looked at %d entries of %d, %v", c.firm, seen, len(all), err)
		}
		var got []string
		for _, e := range news {
			got = append(got, fmt.Sprintf("%T", e.Event)[len("gateway."):])
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s has %v, not %v", c.firm, got, c.want)
		}
	}
	one, seen, err := r.News(client, 0, 1)
	if err != nil || len(one) != 1 || seen != one[0].Seq {
		t.Errorf("one entry for %s: %d, up to %d, %v", client, len(one), seen, err)
	}
}

// Who waits is woken by what concerns it; by anything only after a long while.
func TestSleepersAreWokenForTheirOwn(t *testing.T) {
	r := run(t, New(options(t, openLog(t, t.TempDir()))))
	enquire := func(who gateway.Firm) {
		r.submit(gateway.Enquire{Origin: gateway.Origin{Firm: who, Ref: 1}, ListID: "NONE"})
	}
	enquire(firm)
	r.await(1)
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if err := r.AwaitNews(done, client, 0); err == nil {
		t.Errorf("%s is woken by what is for %s", client, firm)
	}
	if err := r.AwaitNews(done, firm, 0); err != nil {
		t.Errorf("%s is not told that there is news: %v", firm, err)
	}
	soon, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	woken := make(chan error, 2)
	go func() { woken <- r.AwaitNews(soon, client, 1) }()
	enquire(client)
	if err := <-woken; err != nil {
		t.Fatal(err)
	}
	go func() { woken <- r.AwaitNews(soon, "NOBODY", 2) }()
	for range stroll {
		enquire(firm)
	}
	if err := <-woken; err != nil {
		t.Fatalf("after %d entries a firm without news is not woken: %v", stroll, err)
	}
}
