// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"io"
	"time"

	"github.com/spf13/cobra"

	"stemma/internal/brief"
)

// A briefRun is the flags of "stemma brief".
type briefRun struct {
	format, output, now string
	asOf, since         string
	oneStory, asIs      bool
}

func (s *session) briefCommand() *cobra.Command {
	var run briefRun
	cmd := &cobra.Command{
		Use:   "brief INPUT...",
		Short: "Read the inputs, group them into stories, and print a brief of each",
		Long: `Brief reads the inputs, groups them into stories, and prints a brief of each:
what is contested and by whom, what independent origins corroborate, what rests
on one origin, who says so, quotations by speaker, a timeline, and the view of
talks where there are any.

A report is a page of text: a .txt, .md or .html file, or a row of JSON lines
  {"id", "title", "text", "published", "url", "outlet"}
of which only text is needed.

With --as-of the brief is that of the reports published by TIME, as it stood then.
With --since it is what has changed since TIME, up to now or to --as-of: new reports,
facts that stand otherwise, new answers to old questions, new facts. The JSON form is
the whole brief, with "changes" in each story.

A day alone, of TIME or of a report, means the end of that day. With either flag,
reports without a date are left out, with a line on standard error: nobody can tell
when they came out.`,
		Example: `  stemma brief reports/
  stemma brief -f html -o brief.html a.txt b.html c.md
  stemma brief --since 2031-04-07 reports/
  curl -s https://example.org/reports.jsonl | stemma brief -f json -`,
		Args: atLeast(1, "an INPUT: a file, a folder, or -"),
		RunE: func(_ *cobra.Command, args []string) error { return s.brief(run, args) },
	}
	f := cmd.Flags()
	f.StringVarP(&run.format, "format", "f", "", "text, md, html or json (default: what FILE's name ends in, else text)")
	f.StringVarP(&run.output, "output", "o", "", "write to `FILE`, not to standard output")
	f.StringVar(&run.now, "now", "", "`TIME` to which relative days of undated reports refer, as 2006-01-02 or RFC 3339")
	f.StringVar(&run.asOf, "as-of", "", "the brief as it stood at `TIME`: only reports published by then count")
	f.StringVar(&run.since, "since", "", "what has changed since `TIME`: new reports, facts and answers, facts that stand otherwise")
	f.BoolVar(&run.oneStory, "one-story", false, "take all inputs for one story")
	f.BoolVar(&run.asIs, "as-is", false, "take texts as clean: nothing is dropped, positions are those of the input")
	return cmd
}

func (s *session) brief(run briefRun, inputs []string) error {
	format, err := formatOf(run.format, run.output)
	if err != nil {
		return err
	}
	then, err := run.times()
	if err != nil {
		return err
	}
	reports, err := s.pages(inputs, run.asIs)
	if err != nil {
		return err
	}
	reports = s.numbered(s.by(reports, then))
	b := brief.Assemble(reports, brief.AssembleOptions{Now: then.now, OneStory: run.oneStory, Since: then.since})
	b.Version = version()
	return s.write(run.output, func(w io.Writer) error { return brief.Render(w, b, format, s.look(run.output)) })
}

// look is how text is laid out: coloured only on a terminal.
func (s *session) look(output string) brief.RenderOptions {
	if output != "" {
		return brief.RenderOptions{}
	}
	width, color := s.terminal()
	return brief.RenderOptions{Width: width, Color: color}
}

// formatOf is the form that is asked for, or else the one that the output file's name ends in, or else text.
func formatOf(name, output string) (brief.Format, error) {
	if name != "" {
		return brief.ParseFormat(name)
	}
	switch extension(output) {
	case ".md", ".markdown":
		return brief.Markdown, nil
	case ".html", ".htm":
		return brief.HTML, nil
	case ".json":
		return brief.JSON, nil
	}
	return brief.Text, nil
}

// moment reads a reference time; none is the zero time.
func moment(now string) (time.Time, error) {
	m, err := optional(now)
	return m.At, err // never the clock, which would make two runs differ: undated reports keep their relative days open
}

// optional reads a moment that may not be given.
func optional(at string) (brief.Moment, error) {
	if at == "" {
		return brief.Moment{}, nil
	}
	return brief.ParseMoment(at)
}
