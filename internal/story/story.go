// SPDX-License-Identifier: Apache-2.0

// Package story puts together the reports that belong to one story.
//
// Reports are compared by the cosine of their weighted words, names doubled, and joined by average linkage down to one
// fixed threshold. It compares all pairs: right for the heaps of one brief, not for an archive.
package story

import (
	"math"
	"slices"

	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// together is the mean cosine from which two groups are one story.
const together = 0.12

// Group partitions reports into stories, each in the order of the input, stories in the order of their first report.
func Group(reports []*news.Report) [][]*news.Report {
	vectors := vectors(reports)
	groups := make([][]int, len(reports))
	for i := range groups {
		groups[i] = []int{i}
	}
	like := likeness(vectors)
	for {
		a, b, best := closest(groups, like)
		if best < together {
			break
		}
		groups[a] = append(groups[a], groups[b]...)
		groups = slices.Delete(groups, b, b+1)
	}
	return collect(reports, groups)
}

func collect(reports []*news.Report, groups [][]int) [][]*news.Report {
	var out [][]*news.Report
	for _, g := range groups {
		slices.Sort(g)
	}
	slices.SortFunc(groups, func(a, b []int) int { return a[0] - b[0] })
	for _, g := range groups {
		var story []*news.Report
		for _, i := range g {
			story = append(story, reports[i])
		}
		out = append(out, story)
	}
	return out
}

// closest is the two groups with the highest mean likeness, the first ones on a tie.
func closest(groups [][]int, like [][]float64) (a, b int, best float64) {
	for i := range groups {
		for k := i + 1; k < len(groups); k++ {
			sum := 0.0
			for _, x := range groups[i] {
				for _, y := range groups[k] {
					sum += like[x][y]
				}
			}
			if mean := sum / float64(len(groups[i])*len(groups[k])); mean > best {
				a, b, best = i, k, mean
			}
		}
	}
	return a, b, best
}

func likeness(vectors []map[string]float64) [][]float64 {
	out := make([][]float64, len(vectors))
	for i := range out {
		out[i] = make([]float64, len(vectors))
		for k := range i {
			out[i][k] = cosine(vectors[i], vectors[k])
			out[k][i] = out[i][k]
		}
	}
	return out
}

var functionWords = lexicon.Load("function_words")

// vectors is the weighted words of each report: concepts of content words and names, by (1+log tf) × idf.
func vectors(reports []*news.Report) []map[string]float64 {
	counts := make([]map[string]float64, len(reports))
	df := map[string]float64{}
	for i, r := range reports {
		counts[i] = words(r.Doc)
		for w := range counts[i] {
			df[w]++
		}
	}
	n := float64(len(reports))
	for _, c := range counts {
		for w, tf := range c {
			c[w] = (1 + math.Log(tf)) * (1 + math.Log((n+1)/df[w]))
		}
	}
	return counts
}

func words(doc *text.Doc) map[string]float64 {
	out := map[string]float64{}
	for i := range doc.Tokens {
		tok := &doc.Tokens[i]
		if (tok.Tag == text.NOUN || tok.Tag == text.VERB || tok.Tag == text.ADJ) && !functionWords().Has(tok.Lower) {
			out[lexicon.ConceptOf(tok)]++
		}
	}
	for _, n := range doc.Names {
		out["="+n.Full] += 2
	}
	return out
}

func cosine(a, b map[string]float64) float64 {
	dot, na, nb := 0.0, 0.0, 0.0
	for _, w := range keys(a) {
		na += a[w] * a[w]
		dot += a[w] * b[w]
	}
	for _, w := range keys(b) {
		nb += b[w] * b[w]
	}
	if na == 0 || nb == 0 {
		return 0
	}
	return dot / math.Sqrt(na*nb)
}

// keys is the words in order, so that sums are the same on every run.
func keys(m map[string]float64) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
