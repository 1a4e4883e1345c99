// SPDX-License-Identifier: Apache-2.0

package lineage

import (
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	furnitureWords = lexicon.LoadPhrases("lineage_furniture")
	functionWords  = lexicon.Load("function_words")
	commonNouns    = lexicon.Load("common_nouns")
	commonVerbs    = lexicon.Load("verbs")
	calendarWords  = lexicon.Load("calendar_words")
	numberWords    = lexicon.Load("lineage_numbers")
)

// How often a sentence of news has a key, before anything is known about the heap at hand.
const (
	oftenConcept = .03
	oftenCommon  = .02
	oftenDigit   = .05 // one to ten
	oftenNumber  = .004
	oftenFigure  = .001 // a number of three figures or more, or with a decimal point
	oftenYear    = .01
	oftenDay     = .01
	oftenName    = .004
	oftenWord    = .004
)

// The kinds of key: the first letter of its name.
const (
	numberKey  = 'n'
	dayKey     = 'd'
	nameKey    = 'p'
	conceptKey = 'c'
	wordKey    = 'w'
)

// A keyring numbers the fact keys of a heap of reports. A key is a number, a day, a name's word, a concept of the
// thesaurus, or the stem of a word that is in neither.
type keyring struct {
	number  map[string]int32
	prior   []float64 // by key
	voices  []int32   // by key, how many voices have it
	texts   int       // voices in the heap
	weights []float64 // by key, once all are counted
	kind    []byte    // by key: number, day, proper name, concept or word
	stem    *snowballstem.Env
	stems   map[string]string
}

func newKeyring() *keyring {
	return &keyring{number: map[string]int32{}, stem: snowballstem.NewEnv(""), stems: map[string]string{}}
}

// concepts is the thesaurus by word, by word without its hyphen, and by stem.
var concepts = sync.OnceValue(func() map[string]string {
	byWord, byStem := map[string]string{}, map[string]string{}
	env := snowballstem.NewEnv("")
	for _, row := range lexicon.Rows("concepts") {
		for _, w := range strings.Fields(row.Field(1)) {
			w = strings.ReplaceAll(w, "-", "")
			byWord[w] = row[0]
			env.SetCurrent(w)
			english.Stem(env)
			byStem[env.Current()] = row[0]
		}
	}
	for stem, concept := range byStem {
		if _, ok := byWord[stem]; !ok {
			byWord[stem] = concept
		}
	}
	return byWord
})

// figure reports whether a key is a number or a day, plain whether it is no name either.
func (k *keyring) figure(key int32) bool { return k.kind[key] == numberKey || k.kind[key] == dayKey }

func (k *keyring) plain(key int32) bool { return k.kind[key] == conceptKey || k.kind[key] == wordKey }

// backoff is how many texts the prior is worth against those at hand.
const backoff = 12

// maxWeight is about what a key that two of a handful of texts share weighs: unrelated texts in the heap prove nothing
// more about these two.
const maxWeight = 3

// weigh settles what it tells that two texts share a key: the less likely by chance, the more.
func (k *keyring) weigh() {
	k.weights = make([]float64, len(k.prior))
	for key, prior := range k.prior {
		others := float64(max(k.voices[key]-1, 0))
		p := (backoff*prior + others) / (backoff + float64(max(k.texts-1, 0)))
		k.weights[key] = min(maxWeight, -math.Log(min(1, p)))
	}
}

// weight is what it tells that two texts share the key.
func (k *keyring) weight(key int32) float64 { return k.weights[key] }

// keysOf is the fact keys of a sentence's own words, each once, in order.
func (k *keyring) keysOf(doc *text.Doc, words []word) []int32 {
	var out []int32
	seen := map[int32]bool{}
	for i := 0; i < len(words); i++ {
		name, prior, used := k.name(doc, words, i)
		i += used - 1
		if name == "" {
			continue
		}
		if key := k.intern(name, prior); !seen[key] {
			seen[key] = true
			out = append(out, key)
		}
	}
	return out
}

func (k *keyring) intern(name string, prior float64) int32 {
	key, ok := k.number[name]
	if !ok {
		key = int32(len(k.prior))
		k.number[name] = key
		k.prior = append(k.prior, prior)
		k.voices = append(k.voices, 0)
		k.kind = append(k.kind, name[0])
	}
	return key
}

// name is the key at word i, how often it is met, and how many words it takes; "" for a word that states nothing.
func (k *keyring) name(doc *text.Doc, words []word, i int) (string, float64, int) {
	tok := doc.Tokens[words[i].token]
	if day, used := dayAt(doc, words, i); used > 0 {
		return "d " + day, oftenDay, used
	}
	if n, prior := figureOf(tok.Lower); n != "" {
		return "n " + n, prior, 1
	}
	if len(tok.Lower) < 2 || functionWords().Has(tok.Lower) || calendarWords().Has(tok.Lower) {
		return "", 0, 1
	}
	name, prior := k.lexeme(tok, capital(doc, words[i].token))
	return name, prior, 1
}

// lexeme is the key of a content word.
func (k *keyring) lexeme(tok text.Token, upper bool) (string, float64) {
	lemma := tok.Lemma
	if lemma == "" {
		lemma = tok.Lower
	}
	stem := k.stemOf(lemma)
	if !upper || tok.Tag != text.PROPN {
		for _, form := range []string{lemma, tok.Lower, stem} {
			if c, ok := concepts()[form]; ok {
				return "c " + c, oftenConcept
			}
		}
	}
	switch {
	case commonNouns().Has(lemma) || commonVerbs().Has(lemma):
		return "w " + stem, oftenCommon
	case upper && tok.Tag == text.PROPN:
		return "p " + stem, oftenName
	}
	return "w " + stem, oftenWord
}

func (k *keyring) stemOf(lemma string) string {
	stem, ok := k.stems[lemma]
	if !ok {
		k.stem.SetCurrent(lemma)
		english.Stem(k.stem)
		stem = k.stem.Current()
		k.stems[lemma] = stem
	}
	return stem
}

func capital(doc *text.Doc, token int) bool {
	for _, r := range doc.Word(token) {
		return unicode.IsUpper(r)
	}
	return false
}

// figureOf is the value of a number word or of figures, and how often such a number is met.
func figureOf(lower string) (string, float64) {
	if row, ok := numberWords()[lower]; ok && row.Field(1) == "number" {
		lower = row.Field(2)
	}
	n := strings.ReplaceAll(lower, ",", "")
	v, err := strconv.ParseFloat(n, 64)
	if err != nil || n[0] < '0' || n[0] > '9' {
		if lower != "" && lower[0] >= '0' && lower[0] <= '9' {
			return lower, oftenNumber // 6:05, 40-year, 3m
		}
		return "", 0
	}
	switch {
	case v <= 10 && v == math.Trunc(v):
		return n, oftenDigit
	case len(n) == 4 && v >= 1900 && v < 2100:
		return n, oftenYear
	case v >= 100 || v != math.Trunc(v):
		return n, oftenFigure
	}
	return n, oftenNumber
}

// dayAt is the day of a month that stands at word i, as "month day", and how many words it takes.
func dayAt(doc *text.Doc, words []word, i int) (string, int) {
	if i+1 >= len(words) {
		return "", 0
	}
	x, y := doc.Lower(words[i].token), doc.Lower(words[i+1].token)
	if m := month(x); m != "" && isDay(y) {
		return m + " " + y, 2
	}
	if m := month(y); m != "" && isDay(x) {
		return m + " " + x, 2
	}
	return "", 0
}

func isDay(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n >= 1 && n <= 31
}

// month is the first three letters of a month's name or abbreviation, or "".
func month(lower string) string {
	if row := numberWords()[lower]; row.Field(1) == "month" {
		return row.Field(2)
	}
	return ""
}
