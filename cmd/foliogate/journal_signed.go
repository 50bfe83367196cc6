package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"foliogate/gateway/journal"
)

// verifyOptions are what a journal is verified with.
type verifyOptions struct {
	journal.Options
	checkpoints string // file
	publicKey   string // file
}

func (o *verifyOptions) flags(c *cobra.Command) {
	c.Flags().StringVar(&o.checkpoints, "checkpoints", "", "file of signed checkpoints, best a copy kept elsewhere")
	c.Flags().StringVar(&o.publicKey, "public-key", "", "file of the key that they are signed with, PEM")
}

// holdAgainst holds a journal against its checkpoints.
func (r *journalReport) holdAgainst(o verifyOptions, v *journal.View) error {
	key, err := publicKey(o.publicKey)
	if err != nil {
		return err
	}
	all, _, err := readCheckpoints(o.checkpoints)
	if err != nil {
		return inputError(err)
	}
	for i, c := range all {
		fault := c.holds(v, v.Last)
		switch {
		case !c.isSignedBy(key):
			fault = "the checkpoint is not signed by that key"
		case fault == "" && i > 0 && c.LSN < all[i-1].LSN:
			fault = fmt.Sprintf("the checkpoint runs back from lsn %d to lsn %d", all[i-1].LSN, c.LSN)
		}
		if fault == "" {
			r.Checkpoints++
		} else {
			r.fault(fmt.Sprintf("%s:%d: %s", o.checkpoints, i+1, fault))
		}
	}
	if len(all) == 0 {
		return inputError(fmt.Errorf("%s holds no checkpoint", o.checkpoints))
	}
	return nil
}
