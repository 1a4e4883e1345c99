// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"errors"
	"fmt"

	"stemma/internal/clean"
	"stemma/internal/fault"
	"stemma/internal/news"
	"stemma/internal/reading"
)

// reports reads and cleans the inputs, numbered in their order. What cannot be read is noted; only where nothing is left
// is that an error.
func (s *session) reports(inputs []string, asIs bool) ([]*news.Report, error) {
	out, err := s.pages(inputs, asIs)
	return s.numbered(out), err
}

// pages is reports without their numbers.
func (s *session) pages(inputs []string, asIs bool) ([]*news.Report, error) {
	var out []*news.Report
	for _, path := range s.expand(inputs, false) {
		data, err := s.read(path)
		if err != nil {
			s.fail(err)
			continue
		}
		out = append(out, s.cleaned(path, data, asIs)...)
	}
	if len(out) == 0 {
		return nil, noReport()
	}
	return out, nil
}

// numbered gives reports their ids and notes those that no rule can read.
func (s *session) numbered(reports []*news.Report) []*news.Report {
	for i, r := range reports {
		r.ID = fmt.Sprintf("r%d", i+1)
		s.language(r)
	}
	return reports
}

// cleaned is the reports of one input; what is wrong with it is noted.
func (s *session) cleaned(path string, data []byte, asIs bool) []*news.Report {
	reports, errs := clean.Reports(clean.Input{Name: path, Data: data}, clean.Options{AsIs: asIs, MaxBytes: limitOf(path)})
	for _, err := range errs {
		s.fail(about(path, err))
	}
	return reports
}

func noReport() error { return fault.New(fault.Invalid, "", "no report could be read") }

// language notes a report that no rule can read.
func (s *session) language(r *news.Report) {
	if reading.Reads(r.Language) {
		return
	}
	s.fail(fault.New(fault.Unsupported, r.Input, "language %s is not read; shown without findings", r.Language))
}

// about makes sure that an error names its input.
func about(path string, err error) error {
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Input != "" {
		return err
	}
	return fault.New(fault.KindOf(err), path, "%w", err)
}
