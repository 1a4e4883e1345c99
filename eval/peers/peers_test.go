// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestWordsAreFoundInTheirSentence(t *testing.T) {
	tests := []struct {
		name, text string
		words      []string
		want       []string // the text of each word's span; "" for none
	}{
		{"one after the other", "She said no.", []string{"She", "said", "no", "."}, []string{"She", "said", "no", "."}},
		{"a contraction split in two", "I don’t.", []string{"I", "do", "n't", "."}, []string{"I", "do", "n’t", "."}},
		{"quotes that a reader straightened", "“Go”", []string{`"`, "Go", `"`}, []string{"“", "Go", "”"}},
		{"a word that the text lacks", "a b", []string{"a", "x", "b"}, []string{"a", "", "b"}},
		{"text that a reader dropped", "a -- b", []string{"a", "b"}, []string{"a", "b"}},
		{"a word far ahead is not taken", "a " + strings.Repeat("x", 100) + " b", []string{"a", "b"}, []string{"a", ""}},
		{"an empty word", "a b", []string{"a", "", "b"}, []string{"a", "", "b"}},
		{"bytes that are no text", "a \xff b", []string{"a", "b"}, []string{"a", "b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range place(tt.text, tt.words) {
				got = append(got, tt.text[s.Start:s.End])
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTagsBecomeUniversal(t *testing.T) {
	tests := []struct{ name, tagged, want string }{
		{"plain tags", "The/DT dogs/NNS ran/VBD ./.", "DET NOUN VERB PUNCT"},
		{"to before a verb and before a noun", "to/TO go/VB to/TO Rome/NNP", "PART VERB ADP PROPN"},
		{"be", "is/VBZ tall/JJ", "AUX ADJ"},
		{"have and do before a verb, and alone", "has/VBZ never/RB gone/VBN ,/, did/VBD it/PRP ./.", "AUX ADV VERB PUNCT VERB PRON PUNCT"},
		{"do before a negation", "do/VBP n't/RB know/VB", "AUX PART VERB"},
		{"conjunctions among prepositions", "because/IN of/IN if/IN", "SCONJ ADP SCONJ"},
		{"pointing words alone and before a noun", "this/DT is/VBZ this/DT dog/NN", "PRON AUX DET NOUN"},
		{"a tag that nobody knows", "a/??", "X"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var words []Word
			for _, pair := range strings.Fields(tt.tagged) {
				word, tag, _ := strings.Cut(pair, "/")
				words = append(words, Word{Text: word, Tags: []string{tag}})
			}
			convert(words, fromPenn, true)
			var got []string
			for _, w := range words {
				got = append(got, w.UPOS)
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %v, want %s", got, tt.want)
			}
		})
	}
}

func TestTheTellingTagOfCompromiseIsTaken(t *testing.T) {
	for tags, want := range map[string]string{
		"Noun Singular Person ProperNoun": "PROPN", "Verb Auxiliary": "AUX", "Verb PastTense": "VERB", "Negative": "PART",
		"Noun Pronoun": "PRON", "Mark": "PUNCT", "Value Cardinal Money": "NUM", "Strange": "X",
	} {
		if got := fromCompromise(strings.Fields(tags)); got != want {
			t.Errorf("%s: got %s, want %s", tags, got, want)
		}
	}
}

// sample is "Ann saw Rome." with its gold.
func sample() []goldSentence {
	g := goldSentence{text: "Ann saw Rome.", words: []string{"Ann", "saw", "Rome", "."}, upos: []string{"PROPN", "VERB", "PROPN", "PUNCT"}}
	g.spans = place(g.text, g.words)
	g.names = map[goldName]bool{{span{Start: 0, End: 3}, "PER"}: true, {span{Start: 8, End: 12}, "LOC"}: true}
	return []goldSentence{g}
}

func TestScoresCountWhatAgrees(t *testing.T) {
	r := Reading{
		Words: []Word{{Text: "Ann", UPOS: "PROPN"}, {Text: "saw", UPOS: "NOUN"}, {Text: "Rome.", UPOS: "PROPN"}},
		Names: []Name{{0, 1, "PERSON"}, {2, 3, "GPE"}, {1, 2, "DATE"}},
	}
	if got, want := tagged(sample(), []Reading{r}), (accuracy{all: 4, agree: 2, right: 1}); got != want {
		t.Errorf("tags: got %+v, want %+v", got, want)
	}
	names := named(sample(), []Reading{r})
	for kind, want := range map[string]f1{"all": {1, 2, 2}, "PER": {1, 1, 1}, "LOC": {0, 1, 1}, "ORG": {}} {
		if names[kind] != want {
			t.Errorf("%s: got %+v, want %+v", kind, names[kind], want)
		}
	}
	if got := names[allKinds].value(); got != 0.5 {
		t.Errorf("F1 is %v, want 0.5", got)
	}
}

func TestIOB2TagsBecomeNames(t *testing.T) {
	var got []Name
	for i, tag := range strings.Fields("B-PER I-PER O I-LOC B-LOC I-ORG") {
		got = extend(got, i, tag)
	}
	if want := []Name{{0, 2, "PER"}, {3, 4, "LOC"}, {4, 5, "LOC"}, {5, 6, "ORG"}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWorkersOfGoAnswer(t *testing.T) {
	const text = "Ann Lee went to Rome."
	for _, name := range []string{"stemma", "prose"} {
		t.Run(name, func(t *testing.T) {
			requests := `{"do":"version"}{"do":"load","texts":["Ann went."]}{"do":"time","mode":"names"}
				{"do":"read","mode":"names","texts":["` + text + `"]}{"do":"sing"}`
			var out bytes.Buffer
			if err := serve(name, strings.NewReader(requests), &out); err != nil {
				t.Fatal(err)
			}
			var replies []Reply
			for dec := json.NewDecoder(&out); dec.More(); {
				var r Reply
				if err := dec.Decode(&r); err != nil {
					t.Fatal(err)
				}
				replies = append(replies, r)
			}
			if len(replies) != 5 || replies[4].Error == "" {
				t.Fatalf("replies: %+v", replies)
			}
			if got := strings.Join(forms(replies[3].Readings[0].Words), " "); got != "Ann Lee went to Rome ." {
				t.Errorf("words: %s", got)
			}
		})
	}
	if err := serve("nobody", strings.NewReader(""), &bytes.Buffer{}); err == nil {
		t.Error("an unknown reader is served")
	}
}

func TestOursTakesTheTokensItIsGiven(t *testing.T) {
	r, err := newOurs()
	if err != nil {
		t.Fatal(err)
	}
	words := []string{"Ann", "saw", "New York", "."}
	got, err := r.read(Tags, "Ann saw New York.", words)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(forms(got.Words), words) {
		t.Errorf("got %q", forms(got.Words))
	}
}

func TestNewsIsReadInWholeArticlesUpToALimit(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"b_1.txt": "one two three", "a_2.txt": "four five", "a_3.txt": "six", "x.md": "seven"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := readNews(dir, 4)
	if err != nil || !slices.Equal(got, []string{"one two three", "four five"}) {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := readNews(filepath.Join(dir, "none"), 4); err == nil {
		t.Error("news that is not there is read")
	}
	if _, err := readNews(t.TempDir(), 4); err == nil {
		t.Error("an empty folder is read")
	}
}

func TestNumbersAreWrittenForReaders(t *testing.T) {
	if got := grouped(1234567) + " " + grouped(999) + " " + share(1, 8) + " " + share(0, 0); got != "1,234,567 999 12.5 –" {
		t.Error(got)
	}
	if median([]float64{3, 1, 2}) != 2 || median([]float64{4, 1}) != 2.5 {
		t.Error("median")
	}
}
