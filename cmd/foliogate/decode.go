package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"foliogate/fixspec/dict"
)

func newDecodeCommand() *cobra.Command {
	var o decodeOptions
	c := &cobra.Command{
		Use:   "decode [FILE...]",
		Short: "Read FIX logs",
		Long: "Finds FIX messages in files, or in what is piped or pasted in, whatever stands around them and\n" +
			"however SOH is written (|, ^A, <SOH>, ...), and shows their fields with names, codes in words\n" +
			"and groups. Of a message that breaks FIX or the rules of engagement it says what is wrong and\n" +
			"where. Passwords are never shown.\n\n" +
			"  foliogate decode --list PT-20260105-0001 fix.log\n" +
			"  tail -f fix.log | foliogate decode --type 8,N --session EMS\n" +
			"  foliogate decode --diff yesterday.fix today.fix\n\n" +
			"Exit codes: 0 good; 1 the machine failed; 2 a file or a flag is wrong, or holds no message; 3 the\n" +
			"two messages of --diff differ.",
		RunE: func(c *cobra.Command, args []string) error { return o.run(c, args) },
	}
	to := c.Flags()
	to.BoolVar(&o.json, "json", false, "one JSON document a message")
	to.BoolVarP(&o.follow, "follow", "f", false, "go on as the file grows, is cut, or another takes its name")
	to.BoolVar(&o.diff, "diff", false, "compare the first message of one file with that of another")
	to.StringVar(&o.filter.session, "session", "", "only messages of a CompID, or from one to another: A>B")
	to.StringSliceVar(&o.filter.types, "type", nil, "only messages of these MsgType(35)s or names")
	to.StringVar(&o.filter.list, "list", "", "only messages about this ListID(66), also where it is called 48, 302 or 379")
	to.StringVar(&o.filter.order, "order", "", "only messages with this ClOrdID(11), also where it is called 299")
	to.IntVar(&o.tier, "tier", dict.Tier2, "judge by the table of tier 0, 1 or 2")
	return c
}

// decodeOptions are the flags.
type decodeOptions struct {
	filter             messageFilter
	json, follow, diff bool
	tier               int
}

// pollEvery is how often a followed file is looked at.
const pollEvery = 200 * time.Millisecond

func (o *decodeOptions) run(c *cobra.Command, files []string) error {
	if err := o.check(files); err != nil {
		return inputError(err)
	}
	out := bufio.NewWriterSize(c.OutOrStdout(), readSize)
	reader := newMessageReader(o.tier)
	if o.diff {
		return errors.Join(o.compare(reader, out, files), out.Flush())
	}
	if len(files) == 0 {
		files = []string{"-"}
	}
	show := reader.text
	if o.json {
		show = reader.json
	}
	var tally decodeTally
	for _, file := range files {
		source, err := o.open(c, file)
		if err == nil {
			tally.start(file, len(files) > 1)
			err = errors.Join(o.decode(reader, source, out, show, &tally), source.Close())
		}
		if err != nil {
			return errors.Join(err, out.Flush())
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(c.ErrOrStderr(), tally.String())
	if tally.found == 0 {
		return exit{exitInput, errors.New("")}
	}
	return nil
}

func (o *decodeOptions) check(files []string) error {
	switch {
	case o.tier < dict.Tier0 || o.tier > dict.Tier2:
		return fmt.Errorf("--tier %d: there are tiers 0, 1 and 2", o.tier)
	case o.diff && len(files) != 2:
		return errors.New("--diff wants two files, or messages, to compare")
	case o.follow && (len(files) != 1 || o.diff):
		return errors.New("--follow wants one file")
	}
	return o.filter.check()
}

// open opens a file, and standard input by the name of -.
func (o *decodeOptions) open(c *cobra.Command, file string) (io.ReadCloser, error) {
	if file == "-" {
		return io.NopCloser(c.InOrStdin()), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, inputError(err)
	}
	if o.follow {
		return &followed{ctx: c.Context(), name: file, file: f, every: pollEvery}, nil
	}
	return f, nil
}

// decode shows the messages of a source. What was shown is flushed before waiting for more.
func (o *decodeOptions) decode(reader *messageReader, source io.Reader, out *bufio.Writer,
	show func(io.Writer, string) error, tally *decodeTally) error {
	scanner := newMessageScanner(flushing{source, out})
	for {
		found, err := scanner.next()
		tally.long += scanner.long
		scanner.long = 0
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		tally.found++
		if !o.filter.admits(reader.table, found.raw) {
			continue
		}
		reader.read(found.raw)
		tally.shown++
		if reader.wrong() {
			tally.invalid++
		}
		if err := show(out, tally.where(found.at)); err != nil {
			return err
		}
	}
}

// flushing is a reader that first sends what there is to show.
type flushing struct {
	source io.Reader
	out    *bufio.Writer
}

func (f flushing) Read(p []byte) (int, error) {
	if err := f.out.Flush(); err != nil {
		return 0, err
	}
	return f.source.Read(p)
}

// decodeTally counts, and says where a message stood.
type decodeTally struct {
	found, shown, invalid, long int
	file                        string
}

func (t *decodeTally) start(file string, named bool) {
	t.file = ""
	if named {
		t.file = visible(file) + " "
	}
}

func (t *decodeTally) where(at int64) string { return fmt.Sprintf("%sbyte %d", t.file, at) }

func (t *decodeTally) String() string {
	if t.found == 0 {
		return "no FIX message there: none begins with 8=FIX"
	}
	text := fmt.Sprintf("messages: %d, shown: %d, invalid: %d", t.found, t.shown, t.invalid)
	if t.long > 0 {
		text += fmt.Sprintf(", passed over because longer than %d MiB: %d", messageLimit>>20, t.long)
	}
	return text
}
