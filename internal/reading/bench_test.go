// SPDX-License-Identifier: Apache-2.0

package reading_test

import (
	"os"
	"testing"

	"stemma/internal/clean"
	"stemma/internal/reading"
	"stemma/internal/text"
)

// BenchmarkRead reads one report of some hundred words; words/s counts its tokens that are no marks.
func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("../../examples/harbour-talks/01-meridian-wire.txt")
	if err != nil {
		b.Fatal(err)
	}
	reports, errs := clean.Reports(clean.Input{Name: "01-meridian-wire.txt", Data: data}, clean.Options{})
	if len(errs) > 0 {
		b.Fatal(errs)
	}
	reader, err := reading.New(reading.Stages())
	if err != nil {
		b.Fatal(err)
	}
	report := reports[0]
	statements := reader.Read(report) // also loads the word lists
	if len(statements) < 10 {
		b.Fatalf("%d statements", len(statements))
	}
	words := 0
	for _, tok := range report.Doc.Tokens {
		if tok.Tag != text.PUNCT {
			words++
		}
	}
	b.SetBytes(int64(len(report.Doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		reader.Read(report)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
