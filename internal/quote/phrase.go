// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// phraseCue reads "according to X", "reportedly" and the like at token i; it returns where to go on.
func (r *reader) phraseCue(s, i int) int {
	in := r.stretch(s, i)
	row, n := phraseCues().Match(i, in.Last, r.doc.Lower)
	if n == 0 || r.inside[i] >= 0 {
		return i
	}
	e := newEntry(row)
	say := saying{cue: text.Range{First: i, Last: i + n}, verb: i, entry: e, quote: -1, sentence: s}
	if e.has("none") {
		return r.readHearsay(say, in)
	}
	say.source = r.nounRight(i+n, in.Last)
	if say.source.Empty() {
		return i
	}
	if first := r.beforeComma(say.source); first < say.source.Last && r.startsClause(first+1, in.Last) {
		say.source.Last = first // what follows is the content's subject, no apposition
	}
	if !r.beforePhrase(&say, in) && !r.afterPhrase(&say, say.source.Last, in) {
		return i
	}
	if e.has("given") && say.quote < 0 {
		say.content = append(say.content, r.nounsIn(say.cue)) // what the source gave: "information", "figures"
	}
	if j := say.source.Last; j < in.Last && r.doc.Lower(j) == ":" && !say.content[0].Holds(j) && r.hasVerb(j+1, in.Last) {
		if f, ok := r.span(j+1, in.Last, j); ok {
			say.content = append(say.content, f.content) // "according to Lund: it was dark"
		}
	}
	r.said = append(r.said, say)
	return say.source.Last
}

// beforeComma is the first comma in a noun phrase, or its end.
func (r *reader) beforeComma(np text.Range) int {
	for j := np.First; j < np.Last; j++ {
		if r.doc.Lower(j) == "," {
			return j
		}
	}
	return np.Last
}

// headlineCue reads "Minister: talks have failed" in a headline; it returns where to go on.
func (r *reader) headlineCue(s, i int) int {
	sent := r.doc.Sentences[s]
	if r.doc.Lower(i) != ":" || !sent.Headline && s > 0 || i == sent.First || i-sent.First > 8 || i+2 >= sent.Last {
		return i
	}
	np := text.Range{First: sent.First, Last: i}
	if r.nounEnd(sent.First, i) != i && r.nounLeft(i-1, sent.First).First != sent.First || !r.human(np) && r.doc.Tokens[i-1].Tag != text.PROPN {
		return i
	}
	say := saying{cue: text.Range{First: i, Last: i + 1}, verb: i, entry: unsaid, source: np, quote: -1, sentence: s}
	f, ok := finding{}, false
	if r.opensQuote(i+1) && r.quotes[r.mark[i+1]].end >= sent.Last-2 {
		f, ok = r.quoteFrom(i + 1)
	} else if r.hasVerb(i+1, sent.Last) {
		f, ok = r.span(i+1, sent.Last, i)
	}
	if !ok {
		return i
	}
	say.content, say.quote = []text.Range{f.content}, f.quote
	r.said = append(r.said, say)
	return i + 1
}

// beforePhrase takes the clause before ", according to X" as content.
func (r *reader) beforePhrase(say *saying, in text.Range) bool {
	i := say.cue.First
	if k := r.quoteBefore(i, in); k >= 0 && r.bareQuote(k, in) {
		say.quote, say.content = k, []text.Range{r.quotes[k].tokens}
		return true
	}
	if i-in.First < 3 {
		return false
	}
	start := r.contentStart(i, in.First)
	end := r.trimEnd(start, i)
	if !r.hasVerb(start, end) && r.hasVerb(say.source.Last, in.Last) {
		return false
	}
	if end <= start {
		return false
	}
	say.content = []text.Range{{First: start, Last: end}}
	return true
}

// nounsIn is the last noun of a cue.
func (r *reader) nounsIn(cue text.Range) text.Range {
	for j := cue.Last - 1; j > cue.First; j-- {
		if r.doc.Tokens[j].Tag == text.NOUN {
			return text.Range{First: j, Last: j + 1}
		}
	}
	return text.Range{First: cue.Last - 1, Last: cue.Last}
}

// afterPhrase takes the clause after "According to X", which ends before token j, as content.
func (r *reader) afterPhrase(say *saying, j int, in text.Range) bool {
	for j < in.Last && r.doc.Tokens[j].Tag == text.PUNCT && r.mark[j] < 0 {
		j++
	}
	if j >= in.Last {
		return false
	}
	if r.opensQuote(j) && r.quotes[r.mark[j]].end >= in.Last-2 {
		say.quote, say.content = r.mark[j], []text.Range{r.quotes[r.mark[j]].tokens}
		return true
	}
	f, ok := r.span(j, in.Last, j)
	if ok {
		say.content = []text.Range{f.content}
	}
	return ok
}

func (r *reader) hasVerb(i, j int) bool {
	for k := i; k < min(j, i+maxContent); k++ {
		if r.finite(k) {
			return true
		}
	}
	return false
}

// readHearsay reads an adverb that leaves the source open: the content is its clause.
func (r *reader) readHearsay(say saying, in text.Range) int {
	i := say.cue.First
	subject := r.subject(i, in.First, 0)
	if subject.Empty() && i > in.First && r.doc.Tokens[i-1].Tag == text.AUX {
		subject = r.subject(i-1, in.First, 0)
	}
	first := say.cue.Last
	for first < in.Last && r.doc.Lower(first) == "," {
		first++
	}
	content := r.clauseFrom(subject, text.Range{First: first, Last: r.contentEnd(first, in.Last)}, in)
	if content.Empty() {
		return i
	}
	say.content = []text.Range{content}
	say.entry = hearsay(say.entry)
	say.unnamed = say.entry.class != "seem"
	r.said = append(r.said, say)
	return say.cue.Last
}

// clauseFrom is a clause from its subject to the end of what follows its cue, as one piece; of "who" it takes what that
// stands for. A clause whose subject stands after what follows is that alone.
func (r *reader) clauseFrom(subject, rest, in text.Range) text.Range {
	if subject.Empty() {
		return rest
	}
	if r.relative(subject.First) {
		if np := r.antecedent(subject.First, in.First); !np.Empty() {
			subject = np
		}
	}
	if rest.Empty() {
		return subject
	}
	if subject.First > rest.First {
		return rest
	}
	return text.Range{First: subject.First, Last: rest.Last}
}

// nounCue reads a noun of saying with its content: "the claim that", "expressed concerns about", "his warning of".
func (r *reader) nounCue(s, i int) int {
	e := nouns()[r.doc.Lower(i)]
	if e == nil || r.inside[i] >= 0 || r.doc.Tokens[i].Tag != text.NOUN && r.doc.Tokens[i].Tag != text.ADJ {
		return i
	}
	in := r.stretch(s, i)
	light := r.lightBefore(i, in.First)
	say := saying{cue: text.Range{First: i, Last: i + 1}, verb: i, entry: e, quote: -1, sentence: s}
	j := i + 1
	if j < in.Last && r.doc.Lower(j) == "by" || light < 0 && j < in.Last && r.doc.Lower(j) == "from" {
		say.source = r.nounRight(j+1, in.Last)
		if !say.source.Empty() {
			j = say.source.Last
		}
	}
	content, ok := r.nounContent(e, j, in)
	if !ok {
		return i
	}
	if end := r.mainVerb(content, i, in); end > content.First {
		content.Last = end
	}
	switch {
	case light >= 0:
		f := r.doc.Lower(light)
		ending := lightEnding(f)
		g := r.group(light, in.First, ending)
		say.cue.First, say.form, say.negated = g.First, g.form, g.negated
		if say.form == passive {
			return i
		}
		say.source = r.sourceOf(say, in)
	case say.source.Empty():
		say.source = r.owner(i, in.First)
		if say.source.Empty() && (r.doc.Lower(j) != "that" || r.claimed(content)) {
			return i
		}
	}
	if r.doc.Lower(j) == "that" && r.givenThere(content) {
		return i
	}
	say.content = []text.Range{content}
	r.said = append(r.said, say)
	return i + 1
}

// claimed reports whether the cue before has the content already: "said in a statement that".
func (r *reader) claimed(content text.Range) bool {
	n := len(r.said)
	return n > 0 && len(r.said[n-1].content) > 0 && r.said[n-1].content[0] == content
}

// givenThere reports whether the clause after "that" only tells who gave what the noun before it names: "the
// explanation that its owner gave".
func (r *reader) givenThere(clause text.Range) bool {
	for k := clause.First; k < clause.Last; k++ {
		if r.finite(k) && r.doc.Tokens[k].Tag == text.VERB {
			return lightVerbs()[r.doc.Lower(k)] && (k+1 == clause.Last || !r.startsNoun(k+1) || r.timeWord(k+1))
		}
	}
	return false
}

func lightEnding(word string) string {
	switch {
	case len(word) > 4 && word[len(word)-3:] == "ing":
		return "ing"
	case len(word) > 3 && (word[len(word)-2:] == "ed" || word == "made" || word == "gave" || word == "given" || word == "had" || word == "cast"):
		return "past"
	}
	return ""
}

// nounContent is the content after a noun of saying.
func (r *reader) nounContent(e *entry, j int, in text.Range) (text.Range, bool) {
	if j+1 >= in.Last {
		return text.Range{}, false
	}
	lower := r.doc.Lower(j)
	if !e.has(lower) || lower == "to" && !r.baseVerb(j+1) {
		return text.Range{}, false
	}
	if lower == "to" || lower == "whether" {
		j--
	}
	f, ok := r.span(j+1, in.Last, j)
	return f.content, ok
}

// lightBefore is the verb that carries the noun at i ("expressed deep concern"), or -1.
func (r *reader) lightBefore(i, lo int) int {
	for k := i - 1; k >= max(lo, i-6); k-- {
		tok := &r.doc.Tokens[k]
		if lightVerbs()[tok.Lower] && (tok.Tag == text.VERB || tok.Tag == text.AUX) {
			return k
		}
		if tok.Tag != text.DET && tok.Tag != text.ADJ && tok.Tag != text.ADV && tok.Tag != text.CCONJ && tok.Tag != text.NUM && tok.Tag != text.NOUN {
			return -1
		}
	}
	return -1
}

// owner is the possessor of the noun at i: "Lund's claim", "their demand".
func (r *reader) owner(i, lo int) text.Range {
	for k := i - 1; k >= max(lo, i-6); k-- {
		tok := &r.doc.Tokens[k]
		switch {
		case tok.Lower == "his" || tok.Lower == "her" || tok.Lower == "their" || tok.Lower == "its" || tok.Lower == "our" || tok.Lower == "my":
			return text.Range{First: k, Last: k + 1}
		case (tok.Lower == "'s" && tok.Tag != text.AUX || tok.Lower == "’" || tok.Lower == "'") && k > lo && r.endsNoun(k-1):
			return text.Range{First: r.nounStart(k-1, lo), Last: k}
		case tok.Tag != text.ADJ && tok.Tag != text.NOUN && tok.Tag != text.ADV && tok.Tag != text.NUM && tok.Lower != "-":
			return text.Range{}
		}
	}
	return text.Range{}
}
