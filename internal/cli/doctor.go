// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"fmt"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"stemma/internal/fault"
	"stemma/internal/news"
	"stemma/internal/text"
)

func (s *session) doctorCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor [INPUT...]",
		Short: "Tell what this program is, and verify every finding in the inputs",
		Long: `Doctor prints the version and what it was built with. Given inputs, it reads them
and verifies that the words of every finding stand inside the report's text. A broken one is a fault of the program: please report it.`,
		RunE: func(_ *cobra.Command, args []string) error { return s.doctor(args) },
	}
}

func (s *session) doctor(inputs []string) error {
	fmt.Fprintf(s.stdout, "version   %s\n", version())
	fmt.Fprintf(s.stdout, "built     %s %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Fprintf(s.stdout, "language  en\n")
	fmt.Fprintf(s.stdout, "store     none yet\n")
	if len(inputs) == 0 {
		return nil
	}
	reports, err := s.reports(inputs, false)
	if err != nil {
		return err
	}
	statements, broken := 0, 0
	for _, r := range alone(reports, time.Time{}) {
		statements += len(r.Statements)
		for _, err := range verify(r.Report, r.Statements) {
			broken++
			s.note(fmt.Sprintf("%s: %v", r.Report.Input, err))
		}
	}
	fmt.Fprintf(s.stdout, "verified  %s, %s, %d broken\n", count(len(reports), "report"), count(statements, "statement"), broken)
	if broken > 0 {
		return fault.New(fault.Unknown, "", "%s: this is a fault of the program", count(broken, "broken finding"))
	}
	return nil
}

// verify lists what in a report's findings does not stand in its text.
func verify(r *news.Report, statements []*news.Statement) []error {
	var out []error
	if err := r.Doc.Check(); err != nil {
		out = append(out, err)
	}
	for _, st := range statements {
		for _, span := range append([]text.Span{st.Evidence}, st.More...) {
			if span.Start < 0 || span.End > len(r.Doc.Text) || span.Empty() {
				out = append(out, fmt.Errorf("statement %s: words %d to %d of %d", st.ID, span.Start, span.End, len(r.Doc.Text)))
			}
		}
	}
	return out
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
