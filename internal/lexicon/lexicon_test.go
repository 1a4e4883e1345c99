// SPDX-License-Identifier: Apache-2.0

package lexicon_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/lexicon"
)

// lists is the names of the embedded lists.
func lists(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("en/*.txt")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d lists: %v", len(files), err)
	}
	var out []string
	for _, file := range files {
		out = append(out, strings.TrimSuffix(filepath.Base(file), ".txt"))
	}
	return out
}

var loading = regexp.MustCompile(`lexicon\.(?:Load|LoadPhrases)\("(\w+)"\)`)

// sources is the text of the Go files of the packages: of the tests alone, or of all but the tests.
func sources(t *testing.T, tests bool) string {
	t.Helper()
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") != tests || file == "../lexicon/lexicon_test.go" {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(src)
	}
	return out.String()
}

// keyed is the lists that the program loads by their first field.
func keyed(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, m := range loading.FindAllStringSubmatch(sources(t, false), -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestEveryListIsLoadedAndEveryLoadedListExists(t *testing.T) {
	names, src := lists(t), sources(t, false)
	for _, name := range names {
		if !strings.Contains(src, `"`+name+`"`) {
			t.Errorf("nothing loads en/%s.txt", name)
		}
	}
	for _, name := range keyed(t) {
		if !slices.Contains(names, name) {
			t.Errorf("there is no en/%s.txt", name)
		}
	}
}

func TestRowsAreEntriesOnly(t *testing.T) {
	for _, name := range lists(t) {
		rows := lexicon.Rows(name)
		if len(rows) == 0 {
			t.Errorf("%s is empty", name)
		}
		for _, row := range rows {
			first := row[0]
			if strings.HasPrefix(first, "#") || strings.HasPrefix(first, "= ") {
				t.Errorf("%s: %q is a comment or an example, not an entry", name, first)
			}
			if first == "" || strings.TrimSpace(first) != first {
				t.Errorf("%s: entry %q has stray space", name, row)
			}
			for _, field := range row[1:] {
				if strings.TrimSpace(field) != field {
					t.Errorf("%s: field %q of %q has stray space", name, field, first)
				}
			}
		}
	}
}

// facts are the lists of names and of plain words, and those for pages: no rule about what a sentence tells.
var facts = regexp.MustCompile(
	`^(clean_.*|gazette_.*|lineage_.*|common_nouns|concepts|countries|function_words|institutions|verbs)$`,
)

func TestEachListOfRulesCarriesExamplesThatATestRuns(t *testing.T) {
	tests := sources(t, true)
	for _, name := range lists(t) {
		if facts.MatchString(name) {
			continue
		}
		if len(lexicon.Examples(name)) == 0 {
			t.Errorf("en/%s.txt has no example", name)
		}
		if !strings.Contains(tests, `"`+name+`"`) {
			t.Errorf("no test runs the examples of en/%s.txt", name)
		}
	}
}

func TestExamplesAreTextsAndWhatTheyTell(t *testing.T) {
	got := lexicon.Examples("titles")
	if len(got) == 0 || got[0][0] != "Dr. Ivo Brandt voted against the bill." || got[0].Field(1) != "" {
		t.Errorf("%q", got)
	}
}

// An entry that stands twice with different fields is read once, and nobody sees which.
func TestKeyedListsHaveOneRowForAnEntry(t *testing.T) {
	lists := keyed(t)
	if len(lists) < 20 {
		t.Fatalf("only %d lists: the search for them saw too little", len(lists))
	}
	for _, name := range lists {
		seen := map[string]lexicon.Row{}
		for _, row := range lexicon.Rows(name) {
			if before, ok := seen[row[0]]; ok && !slices.Equal(before, row) {
				t.Errorf("%s has %q twice: %q and %q", name, row[0], before, row)
			}
			seen[row[0]] = row
		}
	}
}

func TestEachWordStandsInOneConcept(t *testing.T) {
	concept := map[string]string{}
	for _, row := range lexicon.Rows("concepts") {
		for _, word := range strings.Fields(row.Field(1)) {
			if before, ok := concept[word]; ok {
				t.Errorf("%q is of %s and of %s", word, before, row[0])
			}
			concept[word] = row[0]
		}
	}
}

func TestConceptsFoldWordsOfOneThing(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"ceasefire", "cease-fire"}, {"ceasefire", "truce"}, {"talk", "negotiation"}, {"raid", "attack"}, {"reject", "refusal"},
	} {
		if lexicon.Concept(c.a) != lexicon.Concept(c.b) {
			t.Errorf("%q is %q, %q is %q", c.a, lexicon.Concept(c.a), c.b, lexicon.Concept(c.b))
		}
	}
	for _, c := range []struct{ a, b string }{{"accept", "reject"}, {"kill", "injure"}, {"release", "arrest"}, {"dead", "alive"}} {
		if lexicon.Concept(c.a) == lexicon.Concept(c.b) {
			t.Errorf("%q and %q are one", c.a, c.b)
		}
	}
	if got := lexicon.Concept("xylophone"); got != "xylophone" {
		t.Errorf("a word of no concept is %q", got)
	}
}

func TestARowWithoutTheFieldHasAnEmptyOne(t *testing.T) {
	row := lexicon.Row{"a", "b"}
	if row.Field(1) != "b" || row.Field(2) != "" {
		t.Errorf("%q, %q", row.Field(1), row.Field(2))
	}
}

func TestASetKeepsTheWholeRow(t *testing.T) {
	stances := lexicon.Load("stances")()
	if !stances.Has("oppose") || stances.Has("swim") || stances["oppose"].Field(1) != "against" {
		t.Errorf("%v", stances["oppose"])
	}
}

func TestALostListIsABrokenBuild(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	lexicon.Rows("no_such_list")
}

func TestTheLongestPhraseWins(t *testing.T) {
	p := lexicon.NewPhrases([]lexicon.Row{
		{"in", "1"}, {"in person", "2"}, {"in the same room", "3"}, {"in the end", "4"}, {"in person", "again"}, {"", "nothing"},
	})
	for _, c := range []struct {
		words string
		at    int
		row   string
		n     int
	}{
		{"they met in the same room", 2, "3", 4},
		{"they met in the same hall", 2, "1", 1},
		{"they met in person today", 2, "2", 2},
		{"they met in the end", 2, "4", 3},
		{"they met in", 2, "1", 1},
		{"they met in the same", 2, "1", 1},
		{"they met in the same room", 1, "", 0},
		{"the end", 0, "", 0},
	} {
		words := strings.Fields(c.words)
		row, n := p.Match(c.at, len(words), func(i int) string { return words[i] })
		if n != c.n || row.Field(1) != c.row {
			t.Errorf("%q from %d: %q of %d words, want %q of %d", c.words, c.at, row, n, c.row, c.n)
		}
	}
	if row, ok := p.Row("in person"); !ok || cmp.Diff(lexicon.Row{"in person", "2"}, row) != "" {
		t.Errorf("%q %v", row, ok)
	}
}
