package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// benchmarks runs those of a package that can be reached only from inside it, and returns how long
// each took, by its name.
func benchmarks(pkg, pattern, times string, environment ...string) (map[string]time.Duration, error) {
	command := exec.Command("go", "test", pkg, "-run", "^$", "-bench", pattern, "-benchtime", times)
	command.Env = append(os.Environ(), environment...)
	out, err := command.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", pkg, err, out)
	}
	took := map[string]time.Duration{}
	line := regexp.MustCompile(`(?m)^(Benchmark\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`)
	for _, found := range line.FindAllSubmatch(out, -1) {
		each, err := strconv.ParseFloat(string(found[2]), 64)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", pkg, err)
		}
		took[string(found[1])] = time.Duration(each)
	}
	return took, nil
}

// timed finds the one benchmark whose name ends so.
func timed(took map[string]time.Duration, end string) (time.Duration, error) {
	for name, t := range took {
		if strings.HasSuffix(name, end) {
			return t, nil
		}
	}
	return 0, fmt.Errorf("no benchmark ends with %q among %d", end, len(took))
}

// resend reads the last 1,000 of 100,000 stored messages, as for a ResendRequest(2).
func resend(p plan) ([]row, error) {
	times := "1s"
	if p.smoke {
		times = "1x"
	}
	took, err := benchmarks("./session", "^BenchmarkResend$", times)
	if err != nil {
		return nil, err
	}
	ours, err := timed(took, "/ours")
	if err != nil {
		return nil, err
	}
	peer, err := timed(took, "/quickfixgo")
	if err != nil {
		return nil, err
	}
	return []row{faster("the last 1,000 of 100,000 messages; peer quickfixgo's file store", "ms",
		milliseconds(ours), milliseconds(peer), 50).as(resendStore)}, nil
}

// startEntries are enough for the snapshot to hold all that a snapshot ever does: ten trading days.
const startEntries = 200_000

// begin opens a journal and all that stands on it, from a snapshot. What a snapshot holds does not
// grow, but proving the journal does: so a start on more entries is told from one on fewer.
func begin(p plan) ([]row, error) {
	const goal = 1_000_000
	entries, times := p.entries, "3x"
	if p.smoke {
		entries, times = 1000, "1x"
	}
	took, err := benchmarks("./cmd/foliogate",
		"^BenchmarkStart$/./^(first_snapshot|start_from_it|proving_the_journal)$", times,
		fmt.Sprintf("FOLIOGATE_START_ENTRIES=%d", entries))
	if err != nil {
		return nil, err
	}
	start, err := timed(took, "/start_from_it")
	if err != nil {
		return nil, err
	}
	proof, err := timed(took, "/proving_the_journal")
	if err != nil {
		return nil, err
	}
	whole := start + time.Duration(float64(proof)*(float64(goal)/float64(entries)-1))
	n := fmt.Sprintf("%d entries: ", entries)
	return []row{fact(n+"start from a snapshot", "s", start.Seconds()),
		fact(n+"proving the journal", "s", proof.Seconds()),
		most(fmt.Sprintf("%d entries: start, if the proof grows so", goal), "s", whole.Seconds(), 3).as(startTime),
	}, nil
}
