// SPDX-License-Identifier: Apache-2.0

package when_test

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/score"
	"stemma/internal/text"
)

// misses are times that were not read as people have marked them: by TIMEX3 type, by the form of their values, by file.
// The texts are their publishers' and stay out.
type misses struct {
	missed, extent, value, invented score.Counts // by type
	forms, files                    score.Counts
}

func newMisses() misses {
	return misses{score.Counts{}, score.Counts{}, score.Counts{}, score.Counts{}, score.Counts{}, score.Counts{}}
}

// add compares the times of one file.
func (m misses) add(file string, got []text.Time, want []gold) {
	for _, y := range want {
		m.addGold(file, y, overlapping(got, y.Span))
	}
	for _, x := range got {
		if !marked(want, x.Span) {
			m.invented[x.Type]++
			m.files[file]++
		}
	}
}

// addGold compares a marked time with those that overlap it.
func (m misses) addGold(file string, y gold, got []text.Time) {
	if len(got) == 0 {
		m.missed[y.kind]++
		m.files[file]++
		return
	}
	extent, value := false, false
	for _, x := range got {
		extent = extent || x.Span == y.Span
		value = value || x.Value == y.value
	}
	if !extent {
		m.extent[y.kind]++
	}
	if !value {
		m.value[y.kind]++
		m.forms[form(y.value)+" as "+form(got[0].Value)]++
	}
	if !extent || !value {
		m.files[file]++
	}
}

func overlapping(all []text.Time, s text.Span) []text.Time {
	var out []text.Time
	for _, x := range all {
		if x.Overlaps(s) {
			out = append(out, x)
		}
	}
	return out
}

func marked(want []gold, s text.Span) bool {
	for _, y := range want {
		if y.Overlaps(s) {
			return true
		}
	}
	return false
}

var figure = regexp.MustCompile(`\d`)

// form is a value with 9 for every figure.
func form(value string) string {
	if value == "" {
		return "none"
	}
	return figure.ReplaceAllString(value, "9")
}

func (m misses) String() string {
	return m.missed.Row("  missed", 4) +
		m.extent.Row("  other extent", 4) +
		m.value.Row("  other value", 4) +
		m.invented.Row("  invented", 4) +
		m.forms.Row("  forms of other values", 10) +
		m.files.Row("  files with most misses, of all", 10)
}

func TestMissesAreSorted(t *testing.T) {
	at := func(start, end int, value string) gold { return gold{text.Span{Start: start, End: end}, "DATE", value} }
	m := newMisses()
	m.add("a", []text.Time{
		{Span: text.Span{Start: 0, End: 4}, Type: "DATE", Value: "2020"},
		{Span: text.Span{Start: 10, End: 12}, Type: "DATE", Value: "2020-02"},
		{Span: text.Span{Start: 30, End: 34}, Type: "SET", Value: "P1D"},
	}, []gold{at(0, 4, "2020"), at(10, 14, "2020-W02"), at(20, 24, "2021")})
	want := misses{
		missed: score.Counts{"DATE": 1}, extent: score.Counts{"DATE": 1}, value: score.Counts{"DATE": 1},
		invented: score.Counts{"SET": 1}, forms: score.Counts{"9999-W99 as 9999-99": 1}, files: score.Counts{"a": 3},
	}
	if diff := cmp.Diff(want, m, cmp.AllowUnexported(misses{})); diff != "" {
		t.Error(diff)
	}
}
