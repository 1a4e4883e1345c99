// SPDX-License-Identifier: Apache-2.0

package lineage

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"stemma/internal/news"
)

// cutLength is how short, against the other, a text is that is all contained in it: the copy is a cut of the fuller one.
const cutLength = .8

// agencies is the names of the news agencies that a report credits, plain, sorted.
func agencies(r *news.Report) []string {
	var out []string
	for _, c := range r.Credits {
		if c.Kind == news.Agency {
			out = append(out, plain(c.Name))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// commonAgency reports whether both reports credit one agency.
func commonAgency(a, b *news.Report) bool {
	theirs := agencies(b)
	return slices.ContainsFunc(agencies(a), func(name string) bool { return slices.Contains(theirs, name) })
}

// credits reports whether a report owes something, by its own words, to the outlet of another.
func credits(r, other *news.Report, kind news.CreditKind) bool {
	return slices.ContainsFunc(r.Credits, func(c news.Credit) bool { return c.Kind == kind && isOutlet(other, c.Name) })
}

// isOutlet reports whether name is the outlet of r, by its name or by the host of its address.
func isOutlet(r *news.Report, name string) bool {
	name = plain(name)
	if len(name) < 2 {
		return false
	}
	if outlet := plain(r.Outlet); outlet != "" {
		if outlet == name || strings.HasPrefix(outlet, name+" ") || strings.HasPrefix(name, outlet+" ") {
			return true
		}
	}
	u, err := url.Parse(r.URL)
	if err != nil || u.Host == "" {
		return false
	}
	host, _, _ := strings.Cut(strings.TrimPrefix(u.Hostname(), "www."), ".")
	return host == strings.ReplaceAll(name, " ", "")
}

// plain is a name in lower case, without its article and without marks.
func plain(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return ' '
	}, name)
	words := strings.Fields(name)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// source tells which of two dependent reports the other came from, or nil: by credit, else by time of publication, else
// because one is a cut of the other. Two reprints of one agency have a third source.
func (f *finding) source() *news.Report {
	a, b := f.a.report, f.b.report
	byCredit := func(x, y *news.Report) bool { return credits(x, y, news.Agency) || credits(x, y, news.Cites) }
	switch {
	case byCredit(a, b) && !byCredit(b, a):
		return b
	case byCredit(b, a) && !byCredit(a, b):
		return a
	case len(agencies(a)) > 0 || len(agencies(b)) > 0:
		return nil
	}
	if x, y := a.Reference(), b.Reference(); !x.IsZero() && !y.IsZero() && !x.Equal(y) {
		if x.Before(y) {
			return a
		}
		return b
	}
	if f.share > wholeText && float64(f.a.own) < cutLength*float64(f.b.own) {
		return b
	}
	return nil
}

// kind says how one came from the other.
func (f *finding) kind() news.LinkKind {
	switch {
	case commonAgency(f.a.report, f.b.report):
		return news.SameAgency
	case f.share > sameShare || f.whole > wholeText || f.label == news.Partial && f.anyClear():
		return news.Copies
	}
	return news.Rewrites
}

// A report that names the other's outlet as its source, and tells some of the same facts, owes it something.
const (
	citedScore = .25
	citedOrder = 10
	citedLinks = 2
)

// cited is the report that the other names as where it has its news from, or nil.
func (f *finding) cited() *news.Report {
	a, b := f.a.report, f.b.report
	switch {
	case f.chain.order() < citedOrder || len(f.chain.links) < citedLinks:
		return nil
	case credits(a, b, news.Cites):
		return b
	case credits(b, a, news.Cites):
		return a
	}
	return nil
}
