// SPDX-License-Identifier: Apache-2.0

package lineage_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"stemma/internal/lineage"
	"stemma/internal/news"
)

// heap is n invented reports in groups of one text and its copies, about 20 sentences each.
func heap(n, group int) []*news.Report {
	m := maker{rand.New(rand.NewSource(1))}
	var reports []*news.Report
	var body []string
	for i := range n {
		if i%group == 0 {
			body = m.body(20)
		}
		reports = append(reports, report(fmt.Sprintf("r%d", i), strings.Join(m.copied(body), "\n\n")))
	}
	return reports
}

func BenchmarkCompare(b *testing.B) {
	for _, size := range []struct{ reports, group int }{{10, 2}, {200, 4}, {2000, 4}, {2000, 200}} {
		b.Run(fmt.Sprintf("%d reports, groups of %d", size.reports, size.group), func(b *testing.B) {
			reports := heap(size.reports, size.group)
			bytes := 0
			for _, r := range reports {
				bytes += len(r.Doc.Text)
			}
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				lineage.Compare(reports)
			}
		})
	}
}

// One report as long as a book, and another of one word a million times, must not stall the rest.
func TestLongTextsAreBounded(t *testing.T) {
	m := maker{rand.New(rand.NewSource(2))}
	book := strings.Join(m.body(20000), "\n\n")
	reports := []*news.Report{
		report("a", book), report("b", strings.ToUpper(book[:len(book)/2])), report("c", strings.Repeat("bridge ", 300000)),
		report("d", strings.Repeat("the bridge opens on July 1, ", 60000)), report("e", wire),
	}
	if _, origins := lineage.Compare(reports); len(origins) < 3 {
		t.Errorf("got %d origins", len(origins))
	}
}

func TestHundredsOfCopiesAreOneOrigin(t *testing.T) {
	if _, origins := lineage.Compare(heap(600, 600)); len(origins) != 1 {
		t.Errorf("got %d origins, want 1", len(origins))
	}
}
