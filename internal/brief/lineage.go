// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"io"
	"strings"

	"stemma/internal/fault"
	"stemma/internal/news"
)

// A Lineage is what is known about which of some reports came from which.
type Lineage struct {
	Reports []*news.Report
	Links   []news.Link // pairs that are not in it are independent
	Origins []*news.Origin
}

type jsonLineage struct {
	Reports []jsonInput  `json:"reports"` // what the ids in evidence stand for
	Pairs   []jsonPair   `json:"pairs"`
	Origins []jsonFamily `json:"origins"`
}

type jsonInput struct {
	ID    string `json:"id"`
	Input string `json:"input"`
}

type jsonPair struct {
	A        string         `json:"a"`
	B        string         `json:"b"`
	Label    news.Label     `json:"label"`
	Kind     *news.LinkKind `json:"kind"`
	From     *string        `json:"from"` // the input that came from To
	To       *string        `json:"to"`
	Directed bool           `json:"directed"` // false: From is only the later one in the order of input
	Score    float64        `json:"score"`
	Evidence [][2]Evidence  `json:"evidence"`
}

type jsonFamily struct {
	ID      string   `json:"id"`
	Label   string   `json:"label"`
	Reports []string `json:"reports"`
}

// WriteLineage writes, for every two reports, whether and how one came from the other, as Text or JSON; other
// forms are a fault.Usage. Reports are named by their inputs; in a pair, a stands before b in the order of input.
func WriteLineage(w io.Writer, l Lineage, f Format, opts RenderOptions) error {
	switch f {
	case Text:
		return lineageText(w, l, opts)
	case JSON:
		return lineageJSON(w, l)
	}
	return fault.New(fault.Usage, "", "no format %q for lineage: text or json", f)
}

// linkOf finds the stronger link of two reports, whichever way it points.
func (l Lineage) linkOf() map[[2]*news.Report]*news.Link {
	out := map[[2]*news.Report]*news.Link{}
	for i := range l.Links {
		link := &l.Links[i]
		for _, key := range [][2]*news.Report{{link.From, link.To}, {link.To, link.From}} {
			if old := out[key]; old == nil || link.Score > old.Score {
				out[key] = link
			}
		}
	}
	return out
}

func lineageJSON(w io.Writer, l Lineage) error {
	f := newForm(nil)
	links := l.linkOf()
	out := jsonLineage{[]jsonInput{}, []jsonPair{}, []jsonFamily{}}
	for i, a := range l.Reports {
		out.Reports = append(out.Reports, jsonInput{a.ID, a.Input})
		for _, b := range l.Reports[i+1:] {
			out.Pairs = append(out.Pairs, f.pair(a, b, links[[2]*news.Report{a, b}]))
		}
	}
	for _, o := range l.Origins {
		family := jsonFamily{o.ID, o.Label, []string{}}
		for _, r := range o.Reports {
			family.Reports = append(family.Reports, r.Input)
		}
		out.Origins = append(out.Origins, family)
	}
	return encode(w, out, " ")
}

func (f *form) pair(a, b *news.Report, link *news.Link) jsonPair {
	out := jsonPair{A: a.Input, B: b.Input, Label: news.Independent, Evidence: [][2]Evidence{}}
	if link == nil {
		return out
	}
	out.Label, out.Score, out.Evidence = link.Label, link.Score, f.passages(link.Evidence)
	if link.Label != news.Independent {
		out.Kind, out.Directed = &link.Kind, link.Directed
		out.From, out.To = &link.From.Input, &link.To.Input
	}
	return out
}

func lineageText(w io.Writer, l Lineage, opts RenderOptions) error {
	var out strings.Builder
	p := newPrinter(&out, opts)
	v := newViewer(&news.Story{Reports: l.Reports, Links: l.Links, Origins: l.Origins}, "", textLimits())
	p.para(0, 0, run{plural(len(l.Reports), "report") + " from " + plural(len(l.Origins), "origin"), bold})
	for _, o := range l.Origins {
		p.para(2, 4, run{ident(o.ID), bold}, run{" " + reportList(o.Reports), normal})
	}
	out.WriteByte('\n')
	dependent := map[[2]*news.Report]bool{}
	for _, link := range l.Links {
		if link.Label == news.Independent {
			continue
		}
		if key := [2]*news.Report{link.From, link.To}; link.From != link.To && !dependent[key] {
			dependent[key], dependent[[2]*news.Report{link.To, link.From}] = true, true
		}
		lines, _ := v.linkLines([]news.Link{link}, nil)
		for _, line := range lines {
			p.line(line, false)
		}
	}
	n := len(l.Reports)*(len(l.Reports)-1)/2 - len(dependent)/2
	p.para(0, 0, run{plural(n, "pair") + " independent.", normal})
	out.WriteByte('\n')
	for _, r := range l.Reports {
		p.para(0, 4, run{ident(r.ID), bold}, run{" " + joined(", ", short(r.Title, 120), short(r.Input, 200)), normal})
	}
	_, err := io.WriteString(w, out.String())
	return err
}
