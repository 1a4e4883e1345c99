// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"stemma/internal/brief"
	"stemma/internal/clean"
	"stemma/internal/news"
	stages "stemma/internal/reading"
)

// benchStory is what is measured: six short pages with their furniture.
const benchStory = "../examples/harbour-talks"

// benchTime fixes the reference time, so that each run does the same work.
var benchTime = time.Date(2024, 3, 20, 0, 0, 0, 0, time.UTC)

// BenchmarkRead measures the stages alone, over clean text, on one core.
func BenchmarkRead(b *testing.B) {
	reader, err := stages.New(stages.Stages())
	if err != nil {
		b.Fatal(err)
	}
	inputs := benchInputs(b)
	words, size := 0, 0
	for _, r := range benchReports(b, inputs) {
		reader.Read(r)
		words += len(r.Doc.Tokens)
		size += len(r.Doc.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		reports := benchReports(b, inputs)
		b.StartTimer()
		for _, r := range reports {
			reader.Read(r)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkBrief measures all that "stemma brief -f json" does once the files are in memory.
func BenchmarkBrief(b *testing.B) {
	inputs := benchInputs(b)
	size := 0
	for _, in := range inputs {
		size += len(in.Data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		story := brief.Assemble(benchReports(b, inputs), brief.AssembleOptions{Now: benchTime})
		if err := brief.Render(io.Discard, story, brief.JSON, brief.RenderOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchInputs(b *testing.B) []clean.Input {
	b.Helper()
	files, err := filepath.Glob(filepath.Join(benchStory, "*"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no reports in %s: %v", benchStory, err)
	}
	var inputs []clean.Input
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		inputs = append(inputs, clean.Input{Name: file, Data: data})
	}
	return inputs
}

func benchReports(b *testing.B, inputs []clean.Input) []*news.Report {
	b.Helper()
	var reports []*news.Report
	for _, in := range inputs {
		more, errs := clean.Reports(in, clean.Options{})
		if len(errs) > 0 {
			b.Fatal(errs[0])
		}
		reports = append(reports, more...)
	}
	return reports
}
