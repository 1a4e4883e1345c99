// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bufio"
	"io"
	"time"

	"github.com/spf13/cobra"

	"stemma/internal/brief"
	"stemma/internal/news"
)

// A readRun is the flags of "stemma read".
type readRun struct {
	format, output, now string
	asIs                bool
}

func (s *session) readCommand() *cobra.Command {
	var run readRun
	cmd := &cobra.Command{
		Use:   "read INPUT...",
		Short: "Print what is found in each report, one JSON line a report, or its trees",
		Long: `Read takes each report alone and prints it as one line of JSON, in the form of a
brief's report, with its statements, times, sentences and tokens. Nothing is
compared across reports.

With --format conllu it prints trees: parts of speech, heads and relations, and
names as NER=B-PER in the last column. An INPUT that is a .conllu file keeps its own
tokens and sentences; all other annotation in it is made anew.`,
		Example: `  stemma read a.txt
  stemma read --format conllu a.txt treebank.conllu > trees.conllu
  stemma read --as-is rows.jsonl > findings.jsonl`,
		Args: atLeast(1, "an INPUT: a file, a folder, or -"),
		RunE: func(_ *cobra.Command, args []string) error { return s.readCommandRun(run, args) },
	}
	f := cmd.Flags()
	f.StringVarP(&run.format, "format", "f", "json", "json or conllu")
	f.StringVarP(&run.output, "output", "o", "", "write to `FILE`, not to standard output")
	f.StringVar(&run.now, "now", "", "`TIME` to which relative days of undated reports refer, as 2006-01-02 or RFC 3339")
	f.BoolVar(&run.asIs, "as-is", false, "take texts as clean: positions are those of the input")
	return cmd
}

func (s *session) readCommandRun(run readRun, inputs []string) error {
	format, err := choice(run.format, "json", "conllu")
	if err != nil {
		return err
	}
	now, err := moment(run.now)
	if err != nil {
		return err
	}
	if format == "conllu" {
		return s.trees(run, inputs)
	}
	reports, err := s.reports(inputs, run.asIs)
	if err != nil {
		return err
	}
	return s.write(run.output, func(w io.Writer) error {
		out := bufio.NewWriter(w)
		if err := brief.WriteReads(out, alone(reports, now)); err != nil {
			return err
		}
		return out.Flush()
	})
}

// alone reads every report as a story of its own.
func alone(reports []*news.Report, now time.Time) []brief.Reading {
	out := make([]brief.Reading, 0, len(reports))
	for _, r := range reports {
		id := r.ID
		b := brief.Assemble([]*news.Report{r}, brief.AssembleOptions{Now: now, OneStory: true})
		r.ID = id
		reading := brief.Reading{Report: r}
		for _, story := range b.Stories {
			reading.Statements, reading.Entities = story.Statements, story.Entities
		}
		out = append(out, reading)
	}
	return out
}
