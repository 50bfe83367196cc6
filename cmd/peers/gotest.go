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

// begin opens a journal and all that stands on it, from a snapshot. It is done on a tenth of the
// entries of the goal, and told tenfold: a start reads every record.
func begin(p plan) ([]row, error) {
	entries, scale, times := 100_000, 10.0, "3x"
	if p.smoke {
		entries, times = 1000, "1x"
	}
	took, err := benchmarks("./cmd/foliogate", "^BenchmarkStart$/./^(first_snapshot|start_from_it)$", times,
		fmt.Sprintf("FOLIOGATE_START_ENTRIES=%d", entries))
	if err != nil {
		return nil, err
	}
	start, err := timed(took, "/start_from_it")
	if err != nil {
		return nil, err
	}
	n := fmt.Sprintf("start on %d entries with a snapshot", entries)
	return []row{fact(n, "s", start.Seconds()),
		most(n+", tenfold", "s", scale*start.Seconds(), 3).as(startTime)}, nil
}
