// SPDX-License-Identifier: Apache-2.0

package reading_test

import (
	"os"
	"testing"

	"stemma/internal/clean"
	"stemma/internal/news"
	"stemma/internal/reading"
	"stemma/internal/text"
)

// benchReport is a cleaned report of some hundred words, and how many of its tokens are no marks once it is read.
func benchReport(b *testing.B, reader *reading.Reader) (*news.Report, int) {
	data, err := os.ReadFile("../../examples/harbour-talks/01-meridian-wire.txt")
	if err != nil {
		b.Fatal(err)
	}
	reports, errs := clean.Reports(clean.Input{Name: "01-meridian-wire.txt", Data: data}, clean.Options{})
	if len(errs) > 0 {
		b.Fatal(errs)
	}
	if statements := reader.Read(reports[0]); len(statements) < 10 { // also loads the word lists
		b.Fatalf("%d statements", len(statements))
	}
	words := 0
	for _, tok := range reports[0].Doc.Tokens {
		if tok.Tag != text.PUNCT {
			words++
		}
	}
	return reports[0], words
}

// BenchmarkRead reads one report, from text to statements.
func BenchmarkRead(b *testing.B) {
	reader, err := reading.New(reading.Stages())
	if err != nil {
		b.Fatal(err)
	}
	report, words := benchReport(b, reader)
	b.SetBytes(int64(len(report.Doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		reader.Read(report)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkStage reads the same report with each stage by itself: "sentence" gives tokens, "tag" tags, trees and the
// network's names, "name" the names that are shown.
func BenchmarkStage(b *testing.B) {
	reader, err := reading.New(reading.Stages())
	if err != nil {
		b.Fatal(err)
	}
	for _, stage := range reading.Stages() {
		b.Run(stage.Name, func(b *testing.B) {
			report, words := benchReport(b, reader)
			b.ReportAllocs()
			for b.Loop() {
				stage.Read(report.Doc)
			}
			b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
