// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stemma/internal/align"
	"stemma/internal/news"
	"stemma/internal/text"
)

// mostTold is how many bytes of a statement stand in one line.
const mostTold = 160

// told is a version in one line: the plainest of its statements, as a sentence without what ties it to the words before.
func told(v version) string {
	best, rank := v.props[0], -1
	for _, p := range v.props {
		if r := plainness(p); r > rank || r == rank && closer(len(p.Text), len(best.Text)) {
			best, rank = p, r
		}
	}
	return capital(shorten(Bare(best.Text)))
}

// closer prefers the longer of two lengths that fit one line.
func closer(a, b int) bool {
	if b > mostTold {
		return a < b
	}
	return a > b && a <= mostTold
}

// plainness is how well a statement can stand alone: best a whole clause of the body, last a headline, an infinitive or a
// noun phrase.
func plainness(p *align.Proposition) int {
	first, _, _ := strings.Cut(lower(Bare(p.Text)), " ")
	out := 4
	switch {
	case p.Kind == align.Saying && p.Statement.Kind == news.Quotation:
		out = 5
	case p.Kind == align.Saying:
	case p.Event == nil || p.Event.Clause < 0:
		out = 1
	case first == "which" || first == "who" || first == "whose" || first == "where" || first == "to" || first == "if":
		out = 2
	case strings.HasSuffix(first, "ing"), p.Event != nil && len(p.Event.Actors)+len(p.Event.Recipients) == 0:
		out = 3
	}
	if p.Headline || !claimed(p) {
		out -= 2
	}
	return out
}

// opener is words that tie a clause to what stands before it.
var opener = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:that|and|but|while|though|although|as well as|with)\s+`)
})

// Bare is words for display without the conjunction and the marks with which they begin or end. Only
// what is shown is cut: evidence keeps its span.
func Bare(s string) string {
	s = line(s)
	s = strings.TrimLeft(s, " ,;:.–—-")
	if tie := opener().FindString(s); !dayPart(s[len(tie):]) {
		s = s[len(tie):]
	}
	return paired(unstopped(s))
}

// dayPart reports whether words begin with a part of time, of which "that" is no conjunction: "that night the council met".
func dayPart(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	switch first {
	case "night", "day", "morning", "evening", "afternoon", "week", "month", "year", "time":
		return true
	}
	return false
}

// unstopped is a line without the marks at its end, but the full stop of an abbreviation: "at 8 p.m.".
func unstopped(s string) string {
	s = strings.TrimRight(s, " ,;:–—")
	bare := strings.TrimRight(s, ".")
	if word := bare[strings.LastIndexByte(bare, ' ')+1:]; bare != s && strings.Contains(word, ".") {
		return s
	}
	return strings.TrimRight(bare, " ,;:–—")
}

// paired takes off a quotation mark at either end that has no partner.
func paired(s string) string {
	odd := strings.Count(s, `"`)%2 == 1
	if i := strings.Index(s, "”"); i >= 0 && i < len(s)-len("”") && !strings.Contains(s[:i], "“") {
		return strings.TrimRight(s[:i], " ,") // what stands behind the closing mark is no longer said
	}
	if strings.HasPrefix(s, "“") && !strings.Contains(s, "”") || strings.HasPrefix(s, `"`) && odd {
		_, size := utf8.DecodeRuneInString(s)
		return s[size:]
	}
	if strings.HasSuffix(s, "”") && !strings.Contains(s, "“") || strings.HasSuffix(s, `"`) && odd {
		_, size := utf8.DecodeLastRuneInString(s)
		return strings.TrimRight(s[:len(s)-size], " ,")
	}
	return s
}

func capital(s string) string {
	if s == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// shorten cuts a line at a word's end.
func shorten(s string) string {
	s = unstopped(line(s))
	if len(s) <= mostTold {
		return s
	}
	cut := strings.LastIndexByte(s[:mostTold], ' ')
	if cut < mostTold/2 {
		cut = mostTold
		for cut > 0 && s[cut]&0xC0 == 0x80 {
			cut--
		}
	}
	return strings.TrimRight(s[:cut], " ,;:") + " …"
}

func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// aroundGap is how many words are shown on either side of what is asked for.
const aroundGap = 8

// gap is the words around a span of a proposition's sentence with the span left out: "the council puts the cost at …".
func gap(p *align.Proposition, span text.Span) string {
	doc := p.Report.Doc
	if p.Sentence < 0 || p.Sentence >= len(doc.Sentences) {
		return ""
	}
	sent := doc.Sentences[p.Sentence]
	words := doc.RangeOf(span)
	first, last := words.First, words.Last
	for first > sent.First && words.First-first < aroundGap && !stops(doc, first-1, words.First-first) {
		first--
	}
	for last < sent.Last && last-words.Last < aroundGap && !stops(doc, last, last-words.Last) {
		last++
	}
	for last > words.Last && dangling(doc.Tokens[last-1].Tag) {
		last--
	}
	before := Bare(doc.Exact(doc.SpanOf(text.Range{First: first, Last: words.First})))
	after := line(doc.Exact(doc.SpanOf(text.Range{First: words.Last, Last: last})))
	if strings.HasPrefix(after, ",") {
		return strings.TrimRight(before+" …"+after, " ,;:.")
	}
	return strings.TrimRight(strings.TrimSpace(before+" … "+after), " ,;:.")
}

// dangling tells tags of words that cannot end a line.
func dangling(tag text.Tag) bool {
	switch tag {
	case text.ADP, text.DET, text.CCONJ, text.SCONJ, text.PART, text.AUX, text.PUNCT:
		return true
	}
	return false
}

// stops reports whether the words around a gap end at token i: at a mark that closes a clause, unless hardly a word stands
// between it and the gap.
func stops(doc *text.Doc, i, gathered int) bool {
	switch doc.Lower(i) {
	case ",", "(", ")":
		return gathered > 2
	case ";", ":", ".", "“", "”", `"`, "–", "—", "--":
		return true
	}
	return false
}

// timeless is a statement with the words of a time, and the preposition before them, left out.
func timeless(p *align.Proposition, when text.Span) string {
	doc := p.Report.Doc
	whole := p.Evidence
	if !whole.Contains(when) {
		return Bare(p.Text)
	}
	words := doc.RangeOf(when)
	first := words.First
	if first > 0 && doc.Tokens[first-1].Tag == text.ADP && doc.Tokens[first-1].Start >= whole.Start {
		first--
	}
	before := line(doc.Exact(text.Span{Start: whole.Start, End: max(whole.Start, doc.Tokens[first].Start)}))
	after := line(doc.Exact(text.Span{Start: when.End, End: whole.End}))
	return Bare(strings.TrimRight(before, " ,") + " " + strings.TrimLeft(after, " "))
}

// Unframed is words for display without the commas, dashes and single quotation marks with which they begin or end. Only what is shown is cut: evidence keeps its span.
func Unframed(s string) string {
	return paired(strings.TrimRight(strings.TrimLeft(s, " ,;:–—-)"), " ,;:–—-("))
}
