// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/align"
	"stemma/internal/entity"
	"stemma/internal/lexicon"
	stages "stemma/internal/reading"
	"stemma/internal/text"
)

// Bundles are joined where who takes part in them is so much alike, and is told by so many words.
const (
	oneDeed   = 0.7
	enoughWho = 2
)

// A deed is a mention as the program reads it: its concept, who takes part, when.
type deed struct {
	mention
	root      string // the concept, without the ending of its word
	who, whom align.Terms
	time      *text.Time
}

// A bundle is the deeds that are taken for one.
type bundle struct {
	deeds     []int
	who       map[string]float64   // terms of participants by role, and how often they are named
	sentences map[*text.Token]bool // by their first tokens
}

// link numbers the mentions of a sub-topic by the events that they tell of: those of one concept are one unless their
// days or, of what is said, the speakers differ; those of two are where the same people take part, unless one sentence
// tells both.
func link(s *subtopic) []int {
	deeds := read(s)
	var bundles []*bundle
	for i := range deeds {
		k := slices.IndexFunc(bundles, func(b *bundle) bool { return b.admits(deeds, i) })
		if k < 0 {
			k = len(bundles)
			bundles = append(bundles, &bundle{who: map[string]float64{}, sentences: map[*text.Token]bool{}})
		}
		bundles[k].add(&deeds[i], i)
	}
	bundles = join(bundles, deeds)
	out := make([]int, len(deeds))
	for k, b := range bundles {
		for _, i := range b.deeds {
			out[i] = k
		}
	}
	return out
}

// read is the deeds of a sub-topic, read as one story.
func read(s *subtopic) []deed {
	scene := align.NewScene(s.reports, entity.Merge(s.reports))
	var out []deed
	for _, m := range s.mentions {
		d := deed{mention: m, root: rootOf(lexicon.ConceptOf(m.token()))}
		doc := m.report.Doc
		i := slices.IndexFunc(doc.Events, func(e text.Event) bool { return e.Verb == m.head && e.Facet == text.NoFacet })
		if i < 0 {
			d.ofTree(scene)
		} else {
			e := &doc.Events[i]
			d.who, d.whom = scene.Participants(m.report, e.Actors), scene.Participants(m.report, e.Recipients)
			if e.Time >= 0 {
				d.time = &doc.Times[e.Time]
			}
		}
		out = append(out, d)
	}
	return out
}

// ofTree takes the participants of a word that the event stage read nothing of: those it governs.
func (d *deed) ofTree(scene *align.Scene) {
	doc := d.report.Doc
	var who, whom []text.Span
	for i := range doc.Tokens {
		if tok := &doc.Tokens[i]; tok.Head == d.head {
			switch rel, _, _ := strings.Cut(tok.Rel, ":"); {
			case tok.Rel == "nsubj:pass", rel == "obj", rel == "obl", rel == "nmod", rel == "compound":
				whom = append(whom, nameAt(doc, i))
			case rel == "nsubj":
				who = append(who, nameAt(doc, i))
			}
		}
	}
	d.who, d.whom = scene.Participants(d.report, who), scene.Participants(d.report, whom)
}

// nameAt is the name that a token is in, or the token.
func nameAt(doc *text.Doc, i int) text.Span {
	for _, n := range doc.Names {
		if n.Holds(i) {
			return doc.SpanOf(n.Range)
		}
	}
	return doc.Tokens[i].Span
}

var endings = strings.Fields("ations ation ings ing ments ment ions ion ed er es s e al y")

// rootOf is a word without its ending, so that "suspend" and "suspended" are one where the thesaurus has neither.
func rootOf(word string) string {
	for _, ending := range endings {
		if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) >= 4 {
			word = stem
			break
		}
	}
	if n := len(word); n > 3 && word[n-1] == word[n-2] {
		return word[:n-1]
	}
	return word
}

func TestRootsAreThoseOfOneWord(t *testing.T) {
	for _, words := range []string{"suspend suspended", "win winning", "connect connection", "score scoring scored", "playoff playoffs"} {
		for _, w := range strings.Fields(words)[1:] {
			if a, b := rootOf(strings.Fields(words)[0]), rootOf(w); a != b {
				t.Errorf("%s: %q and %q", words, a, b)
			}
		}
	}
}

// admits reports whether a deed can be that of a bundle.
func (b *bundle) admits(deeds []deed, i int) bool {
	return !slices.ContainsFunc(b.deeds, func(k int) bool { return !deeds[k].same(&deeds[i]) })
}

// same reports whether two mentions may tell of one deed: what is said needs one speaker.
func (d *deed) same(o *deed) bool {
	switch {
	case d.root != o.root, apart(d.time, o.time):
		return false
	case d.root != "say" || len(align.Shared(d.who, o.who)) > 0:
		return true
	}
	return d.report == o.report && (len(d.who) == 0 || len(o.who) == 0)
}

// apart reports whether two times have no day in common.
func apart(a, b *text.Time) bool {
	return a != nil && b != nil && a.From != "" && a.To != "" && b.From != "" && b.To != "" && (a.To < b.From || b.To < a.From)
}

func (b *bundle) add(d *deed, i int) {
	b.deeds = append(b.deeds, i)
	doc := d.report.Doc
	b.sentences[&doc.Tokens[doc.Sentences[doc.SentenceAt(d.head)].First]] = true
	for t := range d.who {
		b.who["who "+string(t)]++
	}
	for t := range d.whom {
		b.who["whom "+string(t)]++
	}
}

// join puts bundles together, the most alike first.
func join(bundles []*bundle, deeds []deed) []*bundle {
	for {
		best, at, other := oneDeed, -1, -1
		for i, a := range bundles {
			for j, b := range bundles[:i] {
				if likeness := a.likeness(b, deeds); likeness > best {
					best, at, other = likeness, i, j
				}
			}
		}
		if at < 0 {
			return bundles
		}
		bundles[other].take(bundles[at])
		bundles = slices.Delete(bundles, at, at+1)
	}
}

func (b *bundle) take(o *bundle) {
	b.deeds = append(b.deeds, o.deeds...)
	maps.Copy(b.sentences, o.sentences)
	for t, n := range o.who {
		b.who[t] += n
	}
}

// likeness is the cosine of the participants of two bundles, 0 where they cannot be one.
func (b *bundle) likeness(o *bundle, deeds []deed) float64 {
	x, y := &deeds[b.deeds[0]], &deeds[o.deeds[0]]
	if x.root == "say" || y.root == "say" || min(len(b.who), len(o.who)) < enoughWho {
		return 0
	}
	for s := range b.sentences {
		if o.sentences[s] {
			return 0
		}
	}
	return dot(b.who, o.who) / math.Sqrt(dot(b.who, b.who)*dot(o.who, o.who))
}

// dot is exact, and so the same in any order: the counts are whole.
func dot(a, b map[string]float64) float64 {
	sum := 0.0
	for t, n := range a {
		sum += n * b[t]
	}
	return sum
}

// The file has a page's address, three sentences of which annotators went through two, and mentions of all of them.
const ecbText = `<Document>
<token t_id="1" sentence="0" number="0">http</token>
<token t_id="2" sentence="1" number="0">Lund</token>
<token t_id="3" sentence="1" number="1">quit</token>
<token t_id="4" sentence="2" number="0">Her</token>
<token t_id="5" sentence="2" number="1">sudden</token>
<token t_id="6" sentence="2" number="2">resignation</token>
<token t_id="7" sentence="2" number="3">shocked</token>
<token t_id="8" sentence="2" number="4">Oslo</token>
<token t_id="9" sentence="3" number="0">Resigned</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="3"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="5"/><token_anchor t_id="6"/></ACTION_OCCURRENCE>
<NEG_ACTION_STATE m_id="3"><token_anchor t_id="7"/></NEG_ACTION_STATE>
<HUMAN_PART_PER m_id="4"><token_anchor t_id="2"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="5"><token_anchor t_id="9"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="6" TAG_DESCRIPTOR="t1_quit"/>
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="7" note="ACT1"><source m_id="1"/><source m_id="2"/><target m_id="6"/></CROSS_DOC_COREF>
</Relations>
</Document>`

func TestMentionsAreReadAndLinked(t *testing.T) {
	folder := t.TempDir()
	for name, data := range map[string]string{
		"ECBplus_coreference_sentences.csv": "Topic,File,Sentence Number\n1,2ecbplus,1\n1,2ecbplus,2\n",
		"dev/1/1_2ecbplus.xml":              ecbText,
	} {
		file := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	reader, err := stages.New(stages.Stages())
	if err != nil {
		t.Fatal(err)
	}
	topics := subtopics(t, reader, folder, "dev")
	if len(topics) != 1 || topics[0].name != "1_ecbplus" {
		t.Fatalf("got %d sub-topics", len(topics))
	}
	var got []string
	for i, n := range link(topics[0]) {
		m := topics[0].mentions[i]
		got = append(got, fmt.Sprintf("%s: %s is %d", m.event, m.token().Lower, n))
	}
	want := []string{"ACT1: quit is 0", "ACT1: resignation is 0", "1_2ecbplus 3: shocked is 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
