package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"time"
)

// gatewayKinds are measured in turn.
var gatewayKinds = []string{"ours", "raw", "naive"}

// figures are what auctions through one gateway took, each in milliseconds.
type figures struct{ shown, wall, spent []float64 }

// relay is how many raw loops a relay on QuickFIX C++ 1.15 took, with its store unsynced and without
// business rules: 50 ms where the raw loop took 12, once, on one machine. It does not run here.
const relay = 50.0 / 12

// auctions measures one list from the first byte of the client to the last report and ticket on
// both sides.
func auctions(p plan) ([]row, error) {
	lines, large := 1000, 5000
	if p.smoke {
		lines, large = 100, 500
	}
	thousand, err := through(p, lines, p.often(7), gatewayKinds)
	if err != nil {
		return nil, err
	}
	largest, err := through(p, large, p.often(5), gatewayKinds[:2])
	if err != nil {
		return nil, err
	}
	syncs, err := syncsOf(p)
	if err != nil {
		return nil, err
	}
	ours, raw, naive := thousand["ours"], thousand["raw"], thousand["naive"]
	return []row{
		faster(fmt.Sprintf("%d lines, list to last report; peer naive", lines), "ms", median(ours.wall), median(naive.wall), 15).as(wallNaive),
		faster("gateway's processor time; peer naive", "ms", median(ours.spent), median(naive.spent), 8).as(spentNaive),
		within("list to last report; limit raw loop", "ms", median(ours.wall), median(raw.wall), 5).as(wallRaw),
		within("list to last report; limit QuickFIX C++ relay, which took 4.17 raw loops", "ms",
			median(ours.wall), relay*median(raw.wall), 1).as(wallRelay),
		faster("list to dealers; peer naive", "ms", median(ours.shown), median(naive.shown), 1),
		within("list to dealers; limit raw loop", "ms", median(ours.shown), median(raw.shown), 5),
		within(fmt.Sprintf("%d lines; limit %d lines", large, lines), "ms", median(largest["ours"].wall),
			median(ours.wall), 5.2).as(growth),
		within(fmt.Sprintf("%d lines; limit raw loop", large), "ms", median(largest["ours"].wall),
			median(largest["raw"].wall), 5),
		most("syncs of an executed list of 1,000 lines", "syncs", syncs, 12).as(listSyncs),
	}, nil
}

// through plays lists through gateways in turn.
func through(p plan, lines, times int, kinds []string) (map[string]*figures, error) {
	list, err := newPortfolio(lines)
	if err != nil {
		return nil, err
	}
	t := newTeam(1, 3)
	found := map[string]*figures{}
	gateways, desks := map[string]*process{}, map[string]*desk{}
	for _, kind := range kinds {
		g, address, err := launch(p.dir, kind, []team{t})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", kind, err)
		}
		defer g.stop()
		d, err := openDesk(address, t, list)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", kind, err)
		}
		defer d.leave()
		found[kind], gateways[kind], desks[kind] = &figures{}, g, d
	}
	for n := range times + 1 {
		for _, kind := range kinds {
			before := gateways[kind].spent()
			a, err := desks[kind].play()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", kind, err)
			}
			if n > 0 || p.smoke { // the first one warms up
				found[kind].add(a, gateways[kind].spent()-before)
			}
		}
	}
	return found, nil
}

func (f *figures) add(a *played, spent time.Duration) {
	f.shown = append(f.shown, milliseconds(a.shown.Sub(a.began)))
	f.wall = append(f.wall, milliseconds(a.ended.Sub(a.began)))
	f.spent = append(f.spent, milliseconds(spent))
}

func milliseconds(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e6 }

// syncsOf asks the demo, which counts those of its journal.
func syncsOf(p plan) (float64, error) {
	binary, err := build(p.dir)
	if err != nil {
		return 0, err
	}
	var counts []float64
	for range p.often(5) {
		out, err := exec.Command(binary, "demo", "--pace", "0", "--lines", "1000", "--json").Output()
		if err != nil {
			return 0, fmt.Errorf("demo: %w", err)
		}
		var report struct {
			Syncs float64 `json:"journal_syncs"`
		}
		if err := json.Unmarshal(out, &report); err != nil {
			return 0, fmt.Errorf("demo: %w", err)
		}
		counts = append(counts, report.Syncs)
	}
	return median(counts), nil
}
