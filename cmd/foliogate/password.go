package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"foliogate/session"
)

// longestPassword is what a password file may hold.
const longestPassword = 1024

func newPasswordCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "password < FILE",
		Short: "Make of a password what a password file may hold in its place",
		Long: "Read a password, one line, from standard input, and print the text to keep for a session\n" +
			"that we accept: an argon2id hash, which proves the password and does not tell it. Write it\n" +
			"into the session's password_file. A session that we dial needs the password itself.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			in := bufio.NewReader(io.LimitReader(c.InOrStdin(), longestPassword+2))
			line, err := in.ReadString('\n')
			word := strings.TrimRight(line, "\r\n")
			switch {
			case err != nil && err != io.EOF:
				return err
			case word == "":
				return inputError(fmt.Errorf("no password on standard input; write it there, as one line"))
			case len(word) > longestPassword:
				return inputError(fmt.Errorf("the password is longer than %d bytes; choose a shorter one",
					longestPassword))
			}
			_, err = fmt.Fprintln(c.OutOrStdout(), session.HashPassword(word))
			return err
		},
	}
}
