// SPDX-License-Identifier: Apache-2.0

package role

import "stemma/internal/text"

// subject is the person who is the subject of clause c: the name before ", who" or a participle, the name that heads
// the subject, or the person a pronoun stands for.
func (r *reader) subject(c *text.Clause) (text.Name, bool) {
	verb := r.doc.Phrases[c.Verb]
	at := r.beforeVerb(verb.First)
	switch r.lower(at) {
	case "who":
		return r.nameEnding(at)
	case "that", "this", "which", "what", "it", "there":
		return text.Name{}, false
	case ",":
		head := &r.doc.Tokens[verb.Head]
		if verb.Last-verb.First == 1 && (head.Form == text.Participle || head.Form == text.Gerund || head.Form == text.Past) {
			return r.nameEnding(at)
		}
	}
	return r.holder(c.Subject)
}

// beforeVerb is the token before a verb group, past adverbs that no verb group took in.
func (r *reader) beforeVerb(first int) int {
	at := first - 1
	for at > 0 && r.doc.Tokens[at].Tag == text.ADV {
		at--
	}
	return at
}

// nameEnding is the person named right before token at, past commas, an age and an apposition read already.
func (r *reader) nameEnding(at int) (text.Name, bool) {
	for at > 0 && (separates(r.lower(at)) || r.lower(at) == "who" || r.lower(at) == ")") {
		at--
	}
	if at > 1 && r.doc.Tokens[at].Tag == text.NUM && r.lower(at-1) == "," {
		at -= 2 // "X, 43, who"
	}
	if k := r.nameAt[max(at, 0)]; k >= 0 && r.person(k) && r.doc.Names[k].Last == at+1 {
		return r.doc.Names[k], true
	}
	for j := len(r.out) - 1; j >= 0 && j >= len(r.out)-maxLookBack; j-- {
		if at >= 0 && r.out[j].End == r.doc.Tokens[at].End {
			if k := r.nameAt[r.doc.TokenAt(r.out[j].Name.Start)]; k >= 0 {
				return r.doc.Names[k], true
			}
		}
	}
	return text.Name{}, false
}

// maxLookBack bounds the roles looked through for the apposition before "who".
const maxLookBack = 64

// holder is the person named by noun phrase p, through a pronoun too.
func (r *reader) holder(p int) (text.Name, bool) {
	if p < 0 {
		return text.Name{}, false
	}
	phrase := r.doc.Phrases[p]
	if k := r.nameAt[phrase.Head]; k >= 0 && r.person(k) && phrase.Contains(r.doc.Names[k].Range) {
		return r.doc.Names[k], true
	}
	switch r.lower(phrase.Head) {
	case "he", "she":
		return r.pronoun(phrase)
	}
	return text.Name{}, false
}

// pronoun is the one person whom "he" or "she" can stand for: named alone since the start of the sentence before, or
// alone as the subject of that sentence. The range is the pronoun's.
func (r *reader) pronoun(p text.Phrase) (text.Name, bool) {
	sent := r.doc.SentenceAt(p.First)
	if sent < 0 {
		return text.Name{}, false
	}
	for s := sent; s >= max(0, sent-1); s-- {
		from := r.doc.Sentences[s].First
		found, many := r.onlyPerson(from, min(p.First, r.doc.Sentences[s].Last), r.lower(p.Head))
		if many {
			return text.Name{}, false
		}
		if found.Full != "" {
			found.Range = p.Range
			return found, true
		}
	}
	return text.Name{}, false
}

// onlyPerson is the one person named between two tokens whose title allows the pronoun; many where there are several.
func (r *reader) onlyPerson(from, to int, pronoun string) (found text.Name, many bool) {
	for j := from; j < to; j++ {
		k := r.nameAt[j]
		if k < 0 || r.doc.Names[k].First != j {
			continue
		}
		n := r.doc.Names[k]
		if n.Kind != text.Person || n.Embedded || !r.agrees(n, pronoun) || n.Last < len(r.doc.Tokens) && clitic(r.lower(n.Last)) {
			continue
		}
		if found.Full != "" && found.Full != n.Full {
			return found, true
		}
		found = n
	}
	return found, false
}

// agrees reports whether the honorific before a name allows "he" or "she".
func (r *reader) agrees(n text.Name, pronoun string) bool {
	if n.Title.Empty() {
		return true
	}
	switch r.lower(n.Title.Last - 1) {
	case "mr.", "mr", "sir", "lord", "father", "king", "prince":
		return pronoun == "he"
	case "mrs.", "ms.", "mrs", "ms", "dame", "lady", "queen", "princess":
		return pronoun == "she"
	}
	return true
}

// waiting is the person that a pronoun stands for where the clause speaks of somebody not yet in office: of several
// people named, the one last named as a nominee or as the object of a nomination.
func (r *reader) waiting(c *text.Clause) (text.Name, bool) {
	if c.Subject < 0 {
		return text.Name{}, false
	}
	p := r.doc.Phrases[c.Subject]
	if lower := r.lower(p.Head); lower != "he" && lower != "she" {
		return text.Name{}, false
	}
	from := p.First
	if sent := r.doc.SentenceAt(p.First); sent >= 0 {
		from = r.doc.Sentences[max(0, sent-1)].First
	}
	for j := p.First - 1; j >= from; j-- {
		if k := r.nameAt[j]; k >= 0 && r.doc.Names[k].First == j && r.doc.Names[k].Kind == text.Person && r.nominated(k) {
			n := r.doc.Names[k]
			n.Range = p.Range
			return n, true
		}
	}
	return text.Name{}, false
}

// nominated reports whether name k is a nominee's: told so elsewhere, or right after a verb of nomination.
func (r *reader) nominated(k int) bool {
	n := &r.doc.Names[k]
	if at := r.opening(k) - 1; at >= 0 {
		if row, ok := roleVerbs().Row(r.doc.Tokens[at].Lemma); ok && row.Field(1) == "appoint" {
			return true
		}
	}
	for _, role := range r.out {
		if role.FullName == n.Full && role.Status == text.Nominee {
			return true
		}
	}
	return false
}
