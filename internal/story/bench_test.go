// SPDX-License-Identifier: Apache-2.0

package story

import (
	"flag"
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"
)

var most = flag.Int("kept", 100_000, "the most reports kept in BenchmarkAdd; 1000000 takes some minutes and gigabytes")

// BenchmarkAdd adds generated reports to an index that keeps so many.
func BenchmarkAdd(b *testing.B) {
	press := newPress()
	x := NewIndex()
	for _, kept := range []int{1_000, 10_000, 100_000, 1_000_000} {
		if kept > *most {
			break
		}
		for len(x.reports) < kept {
			g, _ := press.report()
			x.Add(g)
		}
		heap := bytesHeld()
		b.Run(fmt.Sprintf("kept=%d", kept), func(b *testing.B) {
			var took []time.Duration
			for b.Loop() { // reports are made up in between, as they are read in between: caches are not warm
				g, _ := press.report()
				before := time.Now()
				x.Add(g)
				took = append(took, time.Since(before))
			}
			slices.Sort(took)
			var sum time.Duration
			for _, d := range took {
				sum += d
			}
			b.ReportMetric(float64(sum.Nanoseconds())/float64(len(took)), "ns/op") // without the making up
			b.ReportMetric(took[len(took)/2].Seconds()*1e3, "ms-median")
			b.ReportMetric(took[len(took)*99/100].Seconds()*1e3, "ms-99th")
			b.ReportMetric(heap/1e6, "MB-held")
			b.ReportMetric(float64(len(x.Stories())), "stories")
		})
	}
}

func bytesHeld() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}
