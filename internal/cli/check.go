// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"stemma/internal/brief"
	"stemma/internal/check"
)

// A checkRun is the flags of "stemma check".
type checkRun struct {
	format, output, now string
	asIs                bool
}

func (s *session) checkCommand() *cobra.Command {
	var run checkRun
	cmd := &cobra.Command{
		Use:   "check CLAIM INPUT...",
		Short: "Is this sentence corroborated, single-origin, contested, contradicted or not found?",
		Long: `Check compares one sentence with what the inputs state, and prints a verdict with
the words that it rests on:

  corroborated   two or more independent origins state it
  single-origin  one origin states it, however many reports repeat it
  contested      some state it, and others state what cannot hold with it
  contradicted   none states it, and some state what cannot hold with it
  not-found      the inputs say nothing of it

A verdict tells who agrees with whom. It does not tell what is true.`,
		Example: `  stemma check "About 40 dockers were injured." reports/`,
		Args:    atLeast(2, "a CLAIM and an INPUT"),
		RunE:    func(cmd *cobra.Command, args []string) error { return s.check(cmd, run, args[0], args[1:]) },
	}
	f := cmd.Flags()
	f.StringVarP(&run.format, "format", "f", "text", "text or json")
	f.StringVarP(&run.output, "output", "o", "", "write to `FILE`, not to standard output")
	f.StringVar(&run.now, "now", "", "`TIME` to which relative days of undated reports refer, as 2006-01-02 or RFC 3339")
	f.BoolVar(&run.asIs, "as-is", false, "take texts as clean")
	return cmd
}

func (s *session) check(cmd *cobra.Command, run checkRun, claim string, inputs []string) error {
	if strings.TrimSpace(claim) == "" {
		return misuse(cmd, "the claim is empty")
	}
	if _, err := os.Stat(claim); err == nil {
		return misuse(cmd, "%s is a file: the claim comes first, as one argument", claim)
	}
	format, err := choice(run.format, "text", "json")
	if err != nil {
		return err
	}
	now, err := moment(run.now)
	if err != nil {
		return err
	}
	reports, err := s.reports(inputs, run.asIs)
	if err != nil {
		return err
	}
	b := brief.Assemble(reports, brief.AssembleOptions{Now: now})
	verdict := check.Claim(claim, b.Stories)
	return s.write(run.output, func(w io.Writer) error { return check.Render(w, verdict, format) })
}
