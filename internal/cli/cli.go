// SPDX-License-Identifier: Apache-2.0

// Package cli holds the commands of the stemma program, a file each with its help. It is the only package that opens
// files: what it reads it hands down as bytes, and what comes back it writes out.
//
// Results go to standard output; everything about them goes to standard error, a line each.
package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"stemma/internal/fault"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
	exitPartly = 3 // some inputs could not be read; the rest is printed
)

// Run runs one command line, without the program's name, and returns the exit code.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := &session{stdin: stdin, stdout: stdout, stderr: stderr}
	root := s.root()
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would take the process's own
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return s.exit(root.Execute())
}

// A session is one run of a command.
type session struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	failures       int // inputs that could not be read
}

func (s *session) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "stemma",
		Short: "Shows what several reports of one story corroborate, what they contest, and who said so",
		Long: `Stemma reads every report of a story, works out which report came from which, and
shows what is independently corroborated, what is contested, and who said so, each
line down to the exact words. It never says what is true.

INPUT is a file (.txt .md .html .json .jsonl), a folder of them, or - for standard
input. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some inputs could not be read
(the rest is printed; each failure is a line on standard error).`,
		SuggestionsMinimumDistance: 2,

		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return fault.New(fault.Usage, "", "no command given; run stemma --help")
		},
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return misuse(cmd, "%w", err)
	})
	root.AddCommand(s.commands()...)
	return root
}

// commands are those of the program, in the order of help.
func (s *session) commands() []*cobra.Command {
	return []*cobra.Command{
		s.briefCommand(), s.checkCommand(), s.lineageCommand(), s.readCommand(),
		s.trainCommand(), s.evalCommand(), s.doctorCommand(), s.versionCommand(),
	}
}

// noCommand refuses what is left over where a command's name should stand.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return misuse(cmd, "no command %q; did you mean %s?", args[0], strings.Join(near, " or "))
	}
	return misuse(cmd, "no command %q", args[0])
}

// none wants no argument.
func none(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse(cmd, "takes no argument, got %q", args[0])
	}
	return nil
}

// atLeast wants n arguments or more, which what names.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return misuse(cmd, "needs %s", what)
		}
		return nil
	}
}

// misuse is a usage error that says where help is.
func misuse(cmd *cobra.Command, format string, args ...any) error {
	return fault.New(fault.Usage, "", format+"; run %s --help", append(args, cmd.CommandPath())...)
}

// exit reports err and gives the exit code.
func (s *session) exit(err error) int {
	switch {
	case err == nil && s.failures > 0:
		return exitPartly
	case err == nil:
		return exitDone
	}
	s.note(err.Error())
	if fault.KindOf(err) == fault.Usage {
		return exitUsage
	}
	return exitFailed
}

// fail notes an input that could not be read; the run goes on with the others.
func (s *session) fail(err error) {
	s.failures++
	s.note(err.Error())
}

// note writes a line on standard error.
func (s *session) note(line string) { fmt.Fprintf(s.stderr, "stemma: %s\n", visible(line)) }

// visible is a line from outside that cannot move a terminal's cursor or turn its text around: what could is shown as a
// question mark, and runs of space as one.
func visible(line string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return '?'
		}
		return r
	}, strings.Join(strings.Fields(line), " "))
}
