// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// allCredits is whom the report credits: for pictures, as its agency, and as another outlet's report that it has
// something from. Each once a name.
func (s *sheet) allCredits(doc *text.Doc) []news.Credit {
	credits := s.credits
	if place, span, ok := dateline(doc); ok && place != "" {
		credits = append(credits, agencyCredit(doc.Exact(span), span))
	}
	credits = append(credits, s.photoCredits()...)
	credits = append(credits, s.agencyLines(doc)...)
	credits = append(credits, citesIn(doc)...)
	return s.once(credits)
}

// once drops credits of the same kind and name, and of the outlet itself.
func (s *sheet) once(credits []news.Credit) []news.Credit {
	var out []news.Credit
	at := map[string]int{}
	for _, c := range credits {
		key := string(c.Kind) + "\x00" + strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(c.Name, "The "), "the "))
		if c.Name == "" || c.Kind == news.Cites && strings.EqualFold(c.Name, s.outlet) {
			continue
		}
		if i, ok := at[key]; ok {
			if out[i].Evidence.Empty() && !c.Evidence.Empty() {
				out[i] = c
			}
			continue
		}
		at[key] = len(out)
		out = append(out, c)
	}
	return out
}

// photoCredits is the credits in dropped lines, other stories' teasers left out.
func (s *sheet) photoCredits() []news.Credit {
	var out []news.Credit
	for _, b := range s.blocks {
		if b.why != whyImage {
			continue
		}
		if c, ok := photoCredit(b); ok {
			out = append(out, c)
		}
	}
	return out
}

func agencyCredit(words string, span text.Span) news.Credit {
	name := words
	if row, ok := agencies()[strings.ToLower(words)]; ok {
		name = row.Field(1)
	}
	return news.Credit{Kind: news.Agency, Name: name, Evidence: span, Words: words}
}

// dateline finds "MUSCAT, March 14 (Reuters) —" at the start of the text: the words before the agency, and the agency's
// span.
func dateline(doc *text.Doc) (place string, agency text.Span, ok bool) {
	for _, p := range doc.Paragraphs[:min(len(doc.Paragraphs), 4)] {
		if p == doc.Title {
			continue
		}
		if place, from, to := datelineIn(doc.Exact(p)); to > from {
			return place, text.Span{Start: p.Start + from, End: p.Start + to}, true
		}
	}
	return "", text.Span{}, false
}

// datelineIn is the words before the agency of the dateline that opens a paragraph, and where the agency stands.
func datelineIn(line string) (place string, from, to int) {
	line = head(line, 140)
	from = strings.IndexByte(line, '(')
	if from < 1 || from > 90 {
		return "", 0, 0
	}
	n := strings.IndexByte(line[from:], ')')
	if n < 3 || n > 40 || !isDash(line[from+n+1:]) || !isPlace(line[:from]) {
		return "", 0, 0
	}
	return strings.TrimSpace(line[:from]), from + 1, from + n
}

// isDash reports that a dash comes next, or a colon.
func isDash(s string) bool {
	s = strings.TrimLeftFunc(s, isBlank)
	for _, dash := range []string{"—", "–", "-", ":", "―"} {
		if strings.HasPrefix(s, dash) {
			return true
		}
	}
	return false
}

// isPlace reports that a text is empty or opens with a place in capitals, as datelines do.
func isPlace(s string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(s), ",")
	letters, capitals := 0, 0
	for _, r := range first {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	return letters == 0 || letters > 2 && capitals*10 >= letters*7 || len(strings.Fields(first)) <= 3 && startsUpper(first)
}

// datelineDay is the day in a dateline that names its year, with an agency or without one.
func datelineDay(doc *text.Doc) string {
	if place, _, ok := dateline(doc); ok {
		return dateIn(place).day
	}
	for _, p := range doc.Paragraphs[:min(len(doc.Paragraphs), 4)] {
		place, _, ok := strings.Cut(head(strings.ReplaceAll(doc.Exact(p), "–", "—"), 90), " — ") // "TARVIK, 3 May 2023 — "
		if name, day, comma := strings.Cut(place, ","); ok && comma && p != doc.Title && isPlace(name) && len(strings.Fields(day)) <= 5 {
			return dateIn(day).day
		}
	}
	return ""
}

// agencyLines finds an agency's name at the end of the text ("— AP"), in copyright lines, and in "Source: Reuters".
func (s *sheet) agencyLines(doc *text.Doc) []news.Credit {
	var out []news.Credit
	for _, b := range s.blocks {
		switch {
		case b.why == whyCopyright:
			if row := agencyIn(b); row != nil {
				out = append(out, news.Credit{Kind: news.Agency, Name: row.Field(1), Words: b.text})
			}
		case b.why != "" && b.n >= 2 && b.n <= 5 && b.words[0] == "source":
			if row, ok := agencies()[strings.Join(b.words[1:], " ")]; ok {
				out = append(out, news.Credit{Kind: news.Agency, Name: row.Field(1), Words: b.text})
			}
		case b.why != "" && b.n <= 4 && (b.why == whyOther || b.why == whyByline):
			if row, ok := agencies()[b.norm]; ok {
				out = append(out, news.Credit{Kind: news.Agency, Name: row.Field(1), Words: b.text})
			}
		}
	}
	return append(out, agencyTail(doc)...)
}

// agencyIn is the agency of which a short line holds the name.
func agencyIn(b *block) lexicon.Row {
	for i := range b.words {
		for n := min(3, len(b.words)-i); n > 0; n-- {
			if row, ok := agencies()[strings.Join(b.words[i:i+n], " ")]; ok && (n > 1 || len(b.words[i]) > 3) {
				return row
			}
		}
	}
	return nil
}

// agencyTail reads "… on Monday. — AP" and "… on Monday. (AFP)" at the end of the last two paragraphs.
func agencyTail(doc *text.Doc) []news.Credit {
	var out []news.Credit
	for _, p := range doc.Paragraphs[max(0, len(doc.Paragraphs)-2):] {
		line := strings.TrimRight(doc.Exact(p), " .)]\u00a0")
		at := strings.LastIndexAny(line, "(—–-[") // first byte of a dash will do: what follows is trimmed
		if at < 0 || len(line)-at > 40 {
			continue
		}
		for at > 0 && !utf8.RuneStart(line[at]) {
			at--
		}
		_, size := utf8.DecodeRuneInString(line[at:])
		from := at + size
		for from < len(line) && line[from] == ' ' {
			from++
		}
		if row, ok := agencies()[strings.ToLower(line[from:])]; ok {
			span := text.Span{Start: p.Start + from, End: p.Start + len(line)}
			out = append(out, news.Credit{Kind: news.Agency, Name: row.Field(1), Evidence: span, Words: doc.Exact(span)})
		}
	}
	return out
}

// media are names and words of names of outlets.
var media = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, row := range lexicon.Rows("clean_outlets") {
		all[row[0]] = true
	}
	return all
})

var mediaWords = lexicon.Load("clean_media")

// A citing is a way of saying that something comes from another outlet.
type citing struct {
	words  string
	before bool // the outlet's name follows
	any    bool // any name will do
}

var citings = sync.OnceValue(func() []citing {
	var all []citing
	for _, row := range lexicon.Rows("clean_cites") {
		all = append(all, citing{row[0], row.Field(1) == "before", row.Field(2) == "any"})
	}
	return all
})
