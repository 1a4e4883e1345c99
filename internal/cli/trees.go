// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"io"

	"stemma/internal/fault"
	"stemma/internal/reading"
	"stemma/internal/text"
	"stemma/internal/treebank"
)

// chunk is how many sentences of a treebank are read as one document: enough to know a name again, and little to hold.
const chunk = 200

// trees prints the inputs as CoNLL-U. Only the stages that trees and names need are run.
func (s *session) trees(run readRun, inputs []string) error {
	reader, err := reading.New(reading.Stages())
	if err != nil {
		return err
	}
	return s.write(run.output, func(w io.Writer) error {
		printed := false
		for _, path := range s.expand(inputs, true) {
			out, err := s.parsed(reader, path, run.asIs)
			if err != nil {
				s.fail(about(path, err))
				continue
			}
			printed = printed || len(out) > 0
			if _, err := w.Write(out); err != nil {
				return err
			}
		}
		if !printed {
			return noReport()
		}
		return nil
	})
}

// parsed is the trees of one input, all of them or none.
func (s *session) parsed(reader *reading.Reader, path string, asIs bool) ([]byte, error) {
	data, err := s.read(path)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if extension(path) == treebankExt {
		err = parseTreebank(&out, reader, path, data)
	} else {
		err = s.parseReports(&out, reader, path, data, asIs)
	}
	return out.Bytes(), err
}

// parseTreebank annotates the sentences of a treebank as they are cut there.
func parseTreebank(w io.Writer, reader *reading.Reader, path string, data []byte) error {
	first := true
	err := treebank.Chunks(path, data, chunk, func(sentences []treebank.Sentence) error {
		doc := treebank.Doc(sentences)
		reader.Annotate(doc)
		sentences = treebank.Annotate(sentences, doc)
		if first {
			treebank.Open(sentences, path)
		}
		first = false
		return treebank.Write(w, sentences)
	})
	if err == nil && first {
		err = fault.New(fault.Invalid, path, "holds no sentence")
	}
	return err
}

// parseReports annotates the reports of an input. One in a language that is not read has tokens only.
func (s *session) parseReports(w io.Writer, reader *reading.Reader, path string, data []byte, asIs bool) error {
	for _, report := range s.cleaned(path, data, asIs) {
		if report.Doc == nil {
			report.Doc = &text.Doc{}
		}
		reader.Split(report.Doc)
		if reading.Reads(report.Language) {
			reader.Annotate(report.Doc)
		}
		s.language(report)
		sentences := treebank.FromDoc(report.Doc)
		treebank.Open(sentences, report.Input)
		if err := treebank.Write(w, sentences); err != nil {
			return err
		}
	}
	return nil
}
