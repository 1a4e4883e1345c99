// SPDX-License-Identifier: Apache-2.0

package clean

import "strings"

// foot drops what is left after the last running text and says nothing: lone names and labels, link lists, the lines
// about an author.
func (s *sheet) foot() {
	live := s.live()
	last := -1
	for i, b := range live {
		if b.prose() || b.sentence() || (b.bullet || b.hint == item) && b.ended {
			last = i
		}
	}
	if last < 0 {
		return
	}
	s.bio(live, last)
	tail := live[last+1:]
	if len(tail) == 0 || s.title != nil && last == 0 {
		return
	}
	if live[last].final == ':' {
		return
	}
	links := 0
	for _, b := range tail {
		if b.titleLike() && b.n >= 4 && !strings.ContainsAny(b.text, ",;") || isLink(b) && b.n >= 3 {
			links++
		}
	}
	for i, b := range tail {
		switch {
		case b == s.title || b.final == ':' || i > 0 && tail[i-1].final == ':':
			return
		case b.when.alone:
			b.why = whyDate
		case b.hint == heading || !b.bullet && b.n <= 3 && !strings.ContainsAny(b.text, "0123456789"):
			b.why = whyOther
		case links >= 3 && (b.titleLike() || isLink(b)):
			b.why = whyLinks
		}
	}
}

// bio drops a last paragraph about the author: a name, "is", and a post of a writer, in short.
func (s *sheet) bio(live []*block, last int) {
	b := live[last]
	prose := 0
	for _, o := range live[:last] {
		if o.prose() {
			prose++
		}
	}
	if prose < 3 || b.n > 70 || b.quoted || !isBio(b) {
		return
	}
	b.why = whyAuthor
}

func isBio(b *block) bool {
	words := b.words[:min(len(b.words), 24)]
	is := -1
	for i, w := range words {
		if w == "is" || w == "covers" || w == "reports" || w == "writes" {
			is = i
			break
		}
	}
	if is < 1 || is > 5 || b.words[0] == "the" || b.words[0] == "it" || b.words[0] == "he" || b.words[0] == "she" || b.words[0] == "this" {
		return false
	}
	if words[is] != "is" {
		return is == 2 && strings.Contains(b.norm, " for the ")
	}
	post, more := false, false
	for _, w := range b.words[is+1:] {
		switch w {
		case "reporter", "correspondent", "journalist", "columnist", "freelance", "freelancer", "contributor", "editor", "writer",
			"blogger", "intern":
			post = true
		case "covers", "covering", "based", "writes", "reports", "twitter", "follow", "author", "contributes", "tweets", "reporting",
			"specialises", "specializes":
			more = true
		}
	}
	return post && (more || b.n <= 20)
}

// repeats drops paragraphs that stand there again word for word, whole or as a pull quote.
func (s *sheet) repeats() {
	seen := map[string]bool{}
	live := s.live()
	for _, b := range live {
		if b.n < 8 || b == s.title {
			continue
		}
		key := b.norm
		if b.n > shortLine {
			key = b.text
		}
		if seen[key] {
			b.why = whyRepeated
		}
		seen[key] = true
	}
	s.pullQuotes(live)
}

// maxPulls bounds the texts in which pull quotes are looked for, as every short line is compared with every paragraph.
const maxPulls = 400

// pullQuotes drops short quoted lines that a paragraph holds word for word.
func (s *sheet) pullQuotes(live []*block) {
	if len(live) > maxPulls {
		return
	}
	for _, b := range live {
		if b.n < 5 || b.n > 40 || !b.quoted || b == s.title || b.why != "" {
			continue
		}
		core := strings.Trim(b.text, " \"“”„«».,")
		if strings.ContainsAny(core, `"“”`) {
			continue
		}
		for _, o := range live {
			if o != b && o.n > b.n && o.why == "" && strings.Contains(o.text, core) {
				b.why = "pull quote"
				break
			}
		}
	}
}
