// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"io"

	"github.com/spf13/cobra"

	"stemma/internal/brief"
)

// A lineageRun is the flags of "stemma lineage".
type lineageRun struct {
	format, output, now string
	asIs                bool
}

func (s *session) lineageCommand() *cobra.Command {
	var run lineageRun
	cmd := &cobra.Command{
		Use:   "lineage INPUT...",
		Short: "Which report came from which",
		Long: `Lineage compares every two reports: same (most of the shorter one comes from the
other), partial (a passage does) or independent. It says how, in which direction
where that can be told, and shows the passages. Reports that go back to one text
share an origin.

  copies       runs of the same words
  rewrites     the same rare facts in nearly the same order, in other words
  same-agency  both carry one agency's text
  cites        one names the other as its source`,
		Example: `  stemma lineage reports/
  stemma lineage -f json a.txt b.html`,
		Args: atLeast(1, "an INPUT: a file, a folder, or -"),
		RunE: func(_ *cobra.Command, args []string) error { return s.lineage(run, args) },
	}
	f := cmd.Flags()
	f.StringVarP(&run.format, "format", "f", "text", "text or json")
	f.StringVarP(&run.output, "output", "o", "", "write to `FILE`, not to standard output")
	f.StringVar(&run.now, "now", "", "`TIME` to which relative days of undated reports refer, as 2006-01-02 or RFC 3339")
	f.BoolVar(&run.asIs, "as-is", false, "take texts as clean")
	return cmd
}

func (s *session) lineage(run lineageRun, inputs []string) error {
	name, err := choice(run.format, "text", "json")
	if err != nil {
		return err
	}
	format, err := brief.ParseFormat(name)
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
	found := brief.Lineage{Reports: reports}
	for _, story := range brief.Assemble(reports, brief.AssembleOptions{Now: now, OneStory: true}).Stories {
		found.Links, found.Origins = append(found.Links, story.Links...), append(found.Origins, story.Origins...)
	}
	return s.write(run.output, func(w io.Writer) error { return brief.WriteLineage(w, found, format, s.look(run.output)) })
}
