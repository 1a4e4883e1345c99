// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// introduced is the descriptor of an unnamed person who opens a sentence shortly before "the man" or "the guard" at np,
// or "": "One of the guards disagrees. “It was open,” said the man."
func (c *cast) introduced(np text.Range, p party) string {
	r := c.r
	pronoun := ""
	switch p.head {
	case "man", "boy":
		pronoun = "he"
	case "woman", "girl":
		pronoun = "she"
	}
	at := r.doc.SentenceAt(np.First)
	if lower := r.doc.Lower(np.First); at < 0 || p.plural || lower != "the" && lower != "that" || r.nounEnd(np.First, np.Last)-np.First > 2 {
		return ""
	}
	for s := at - 1; s >= max(0, at-2); s-- {
		sent := r.doc.Sentences[s]
		if sent.Headline || r.doc.Sentences[at].Paragraph-sent.Paragraph > 1 {
			return ""
		}
		first := r.nounRight(sent.First, sent.Last)
		if !r.presents(first, sent.Last) {
			continue
		}
		head := r.doc.Tokens[r.head(first)].Lemma
		if head == p.head || (pronoun != "" || p.head == "person") && c.agrees(party{head: head}, pronoun) {
			return r.descriptor(first)
		}
	}
	return ""
}

// presents reports whether a noun phrase brings up one unnamed person as the subject of a verb: "a guard", "one of the
// guards".
func (r *reader) presents(np text.Range, hi int) bool {
	if np.Empty() || np.Last >= hi || !r.finite(np.Last) || r.list(np) || !r.anonymHead(np) {
		return false
	}
	switch r.doc.Lower(np.First) {
	case "a", "an", "one", "another":
		return true
	}
	return false
}
