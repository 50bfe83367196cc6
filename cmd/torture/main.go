package main

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// options are the command line's.
type options struct {
	seed     uint64
	first    int // era
	eras     int
	lives    int // of an era
	busy     int
	within   time.Duration
	large    int
	powercut string
	only     string // deaths whose name has it
	folder   string
	plain    string // the binary
	cutting  string // the binary with the powercut disk
	former   string // a commit whose binary lives the first lives of an era
	least    int    // times that each row must be hit
	keep     bool   // the folders of the eras

	formerBinary string
}

func main() {
	var o options
	flag.Uint64Var(&o.seed, "seed", 1, "of all choices")
	flag.IntVar(&o.first, "era", 0, "the first era to run")
	flag.IntVar(&o.eras, "eras", 2, "how many eras")
	flag.IntVar(&o.lives, "lives", 12, "deaths in each era")
	flag.IntVar(&o.busy, "busy", 4, "inquiries at a time")
	flag.IntVar(&o.large, "large", 1000, "lines of the largest list")
	flag.DurationVar(&o.within, "within", time.Hour, "no era begins after so long")
	flag.StringVar(&o.powercut, "powercut", "some", "never, some, always: which eras lose what was not synced")
	flag.StringVar(&o.only, "only", "", "only deaths, or abuses, whose name has these words in it")
	flag.StringVar(&o.plain, "binary", "", "the gateway; built when not given")
	flag.StringVar(&o.cutting, "cutting", "", "the gateway built with -tags powercut; built when not given")
	flag.StringVar(&o.former, "former", "", "a commit: its binary lives the first half of an era without cuts")
	flag.BoolVar(&o.keep, "keep", false, "leave the folders of the eras, and say where they are")
	flag.IntVar(&o.least, "least", 0, "fail unless each row of the table was hit so often")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := error(nil)
	switch flag.Arg(0) {
	case "abuse":
		err = runAbuse(o)
	case "deed":
		err = runDeed(flag.Arg(1), flag.Arg(2))
	case "":
		err = run(ctx, o)
	default:
		err = fmt.Errorf("%q: what follows the flags is nothing, or abuse", flag.Arg(0))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "torture:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (err error) {
	if o.folder, err = os.MkdirTemp("", "torture-"); err != nil {
		return err
	}
	if o.plain, err = build(o.folder, "foliogate", o.plain); err != nil {
		return err
	}
	if o.cutting, err = build(o.folder, "foliogate-powercut", o.cutting, "-tags", "powercut"); err != nil {
		return err
	}
	if o.formerBinary, err = buildFormer(o.folder, o.former); err != nil {
		return err
	}
	m, err := openMarket([]int{3, 4, 5, 8, 12, 20, 30, 50, 3, 6, 10, o.large})
	if err != nil {
		return err
	}
	c := newCounts()
	begun := time.Now()
	for n := o.first; n < o.first+o.eras && ctx.Err() == nil && time.Since(begun) < o.within; n++ {
		found, err := play(o, n, m, c)
		if err != nil {
			return err
		}
		c.eras++
		fmt.Printf("era %d: %d kills, %d cuts, %d inquiries, %d traded so far\n", n, c.kills, c.cuts,
			c.inquiries, c.traded)
		if len(found) > 0 {
			return fmt.Errorf("%d violations in era %d; to run it again: --seed %d --era %d --eras 1"+
				" --lives %d --busy %d --large %d --powercut %s --only %q; its folder is in %s\n%s", len(found),
				n, o.seed, n, o.lives, o.busy, o.large, o.powercut, o.only, o.folder, strings.Join(found, "\n"))
		}
	}
	c.print(time.Since(begun))
	if rows := tooFew(c.rows, o.least); len(rows) > 0 {
		return fmt.Errorf("rows %v were hit less than %d times", rows, o.least)
	}
	if o.keep {
		fmt.Println("\nthe eras are in", o.folder)
		return nil
	}
	return os.RemoveAll(o.folder)
}

// buildFormer builds the binary of an earlier commit.
func buildFormer(folder, commit string) (string, error) {
	if commit == "" {
		return "", nil
	}
	tree, path := filepath.Join(folder, "former"), filepath.Join(folder, "foliogate-former")
	if out, err := exec.Command("git", "worktree", "add", "--detach", tree, commit).CombinedOutput(); err != nil {
		return "", fmt.Errorf("git worktree: %w\n%s", err, out)
	}
	defer func() { _ = exec.Command("git", "worktree", "remove", "--force", tree).Run() }()
	command := exec.Command("go", "build", "-o", path, "./cmd/foliogate")
	command.Dir = tree
	if out, err := command.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build of %s: %w\n%s", commit, err, out)
	}
	return path, nil
}

func build(folder, name, given string, flags ...string) (string, error) {
	if given != "" {
		return given, nil
	}
	path := filepath.Join(folder, name)
	command := exec.Command("go", slices.Concat([]string{"build", "-o", path}, flags,
		[]string{"foliogate/cmd/foliogate"})...)
	if out, err := command.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
}

// print shows what was survived.
func (c *counts) print(took time.Duration) {
	fmt.Printf("\n%d kills, %d power cuts, %d failing disks in %d eras, %v; 0 violations\n", c.kills,
		c.cuts, c.faults, c.eras, took.Round(time.Second))
	fmt.Printf("%d inquiries, %d traded with %d lines, %d settled; %d messages, %d gaps, %d numbers came"+
		" again, %d of ours went again, %d facts were told again\n", c.inquiries, c.traded, c.lines,
		c.settled, c.messages, c.gaps, c.repeats, c.repeated, c.retold)
	for _, pair := range slices.Sorted(maps.Keys(c.pairs)) {
		fmt.Printf("%8d traded, %s\n", c.pairs[pair], pair)
	}
	slices.Sort(c.restarts)
	if n := len(c.restarts); n > 0 {
		fmt.Printf("launch to first logon: p50 %v, p99 %v, of %d\n", c.restarts[n/2].Round(time.Millisecond),
			c.restarts[n*99/100].Round(time.Millisecond), n)
	}
	printRows(c.rows)
	fmt.Println("\n  deaths  when")
	for _, name := range slices.Sorted(maps.Keys(c.deaths)) {
		fmt.Printf("%8d  %s\n", c.deaths[name], name)
	}
}
