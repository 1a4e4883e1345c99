// SPDX-License-Identifier: Apache-2.0

package entity_test

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"stemma/internal/clean"
	"stemma/internal/entity"
	"stemma/internal/news"
	"stemma/internal/reading"
	"stemma/internal/text"
)

func read(t testing.TB, pages ...string) []*news.Report {
	t.Helper()
	reader, err := reading.New(reading.Stages())
	if err != nil {
		t.Fatal(err)
	}
	var out []*news.Report
	for i, page := range pages {
		reports, errs := clean.Reports(clean.Input{Name: strconv.Itoa(i) + ".txt", Data: []byte(page)}, clean.Options{AsIs: true})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		reader.Read(reports[0])
		out = append(out, reports[0])
	}
	return out
}

// line writes an entity as the tables do: "Anna Berg = Berg". Aliases are sorted.
func line(e *news.Entity) string {
	if len(e.Aliases) == 0 {
		return e.Name
	}
	return e.Name + " = " + strings.Join(slices.Sorted(slices.Values(e.Aliases)), ", ")
}

func lines(index *entity.Index) []string {
	var out []string
	for _, e := range index.Entities {
		out = append(out, line(e))
	}
	slices.Sort(out)
	return out
}

func TestWhoIsWho(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages []string
		want  []string
	}{
		{"a company by the first word of its name", []string{"Pilots of Altair Airlines struck. Altair declined to comment.", "Altair's offer was refused."}, []string{"Altair Airlines = Altair"}},
		{
			"a person by surname, honorific and full name",
			[]string{"Mr. Stone left. Paul Stone met Stone's critics. “We will go,” Stone said."},
			[]string{"Paul Stone = Stone"},
		},
		{
			"a person across reports",
			[]string{"Anna Berg arrived.", "Ms. Berg left.", "Berg said no."},
			[]string{"Anna Berg = Berg"},
		},
		{
			"a person with an office before the name",
			[]string{"President Anna Berg spoke. Senator Tom Hale spoke. Hale left."},
			[]string{"Anna Berg", "Tom Hale = Hale"},
		},
		{
			"two people of one surname stay two, and a third report's surname is neither",
			[]string{"Anna Berg arrived.", "Tom Berg arrived.", "Berg said no."},
			[]string{"Anna Berg", "Berg", "Tom Berg"},
		},
		{
			"a country by its short forms and its capital as an actor",
			[]string{"The United States sent ships. U.S. officials met. Washington said the talks failed. The US left."},
			[]string{"United States = U.S., US, Washington"},
		},
		{
			"a capital as a place is no government",
			[]string{"Britain agreed. The UK left. A fire broke out in London."},
			[]string{"London", "United Kingdom = Britain, UK"},
		},
		{
			"a country and its people",
			[]string{"Norway left. Norwegian officials met. Norwegians voted."},
			[]string{"Norway = Norwegian, Norwegians"},
		},
		{
			"a body by its abbreviation",
			[]string{"The International Transport Union (ITU) met. ITU leaders spoke."},
			[]string{"International Transport Union = ITU"},
		},
		{
			"a body by the last word of its name",
			[]string{"The Northern Reef Front met the king. The Front denied it."},
			[]string{"Northern Reef Front = Front"},
		},
		{
			"the short form in one report, the full name in another",
			[]string{"The Northern Reef Front met the king.", "Fighters of the Front left on Monday."},
			[]string{"Northern Reef Front = Front"},
		},
		{
			"a nationality of a place that no list has",
			[]string{"Ruritania agreed. The Ruritanian navy left."},
			[]string{"Ruritania = Ruritanian"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := gocmp.Diff(c.want, lines(entity.Merge(read(t, c.pages...)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestKindsAndCountries(t *testing.T) {
	index := entity.Merge(read(t, "Anna Berg, the Norwegian envoy, met Chile's president in Geneva. The Northern Front and the International Transport Union were there."))
	for name, want := range map[string]struct {
		kind    text.NameKind
		country string
	}{
		"Anna Berg":                     {text.Person, "Norway"},
		"Norway":                        {text.Place, "Norway"},
		"Chile":                         {text.Place, "Chile"},
		"Northern Front":                {text.Group, ""},
		"International Transport Union": {text.Organisation, ""},
	} {
		e := index.Named(name)
		if e == nil {
			t.Errorf("%s is nobody", name)
			continue
		}
		if e.Kind != want.kind || e.Country != want.country {
			t.Errorf("%s is a %s of %q, want %s of %q", name, e.Kind, e.Country, want.kind, want.country)
		}
	}
}

func TestNamesAreFoundInAnyForm(t *testing.T) {
	reports := read(t, "The United States sent ships. U.S. officials met Anna Berg.", "Ms. Berg left.")
	index := entity.Merge(reports)
	for _, pair := range [][2]string{{"U.S.", "United States"}, {"berg", "Anna Berg"}, {"ANNA BERG", "Anna Berg"}} {
		if a, b := index.Named(pair[0]), index.Named(pair[1]); a == nil || a != b {
			t.Errorf("%q is %v, %q is %v", pair[0], a, pair[1], b)
		}
	}
	if e := index.Named("Tom Hale"); e != nil {
		t.Errorf("somebody who is not there is %v", e)
	}
	doc := reports[0].Doc
	at := strings.Index(doc.Text, "U.S. officials")
	found := index.At(reports[0], text.Span{Start: at, End: at + len("U.S. officials")})
	if len(found) != 1 || found[0].Name != "United States" {
		t.Errorf("U.S. officials name %v", found)
	}
}

func TestEveryNameHasAnEntityThatCountsIt(t *testing.T) {
	reports := read(t, "Anna Berg met Tom Hale in Oslo. Hale and Berg left for Chile.", "The Chilean navy met Ms. Berg. The ITU did not.")
	index := entity.Merge(reports)
	count := map[*news.Entity]int{}
	for _, r := range reports {
		for i := range r.Doc.Names {
			e := index.Of(r, i)
			if e == nil {
				t.Fatalf("name %d of report %s is nobody", i, r.Input)
			}
			count[e]++
		}
		if e := index.Of(r, len(r.Doc.Names)); e != nil {
			t.Errorf("a name that is not there is %v", e)
		}
	}
	for _, e := range index.Entities {
		if count[e] != e.Mentions {
			t.Errorf("%s is said to have %d mentions and has %d", e.Name, e.Mentions, count[e])
		}
	}
}

// partition is which names stand for one, in an order that does not depend on that of the reports.
func partition(t *testing.T, pages []string) [][]string {
	reports := read(t, pages...)
	index := entity.Merge(reports)
	groups := map[*news.Entity][]string{}
	for _, r := range reports {
		for i, n := range r.Doc.Names {
			e := index.Of(r, i)
			groups[e] = append(groups[e], r.Doc.Text+"@"+strconv.Itoa(n.First))
		}
	}
	var out [][]string
	for _, e := range index.Entities {
		slices.Sort(groups[e])
		out = append(out, append(groups[e], line(e)))
	}
	slices.SortFunc(out, func(a, b []string) int { return cmp.Compare(a[0], b[0]) })
	return out
}

func TestTheOrderOfReportsDoesNotChangeWhoIsWho(t *testing.T) {
	pages := []string{
		"Anna Berg met the Northern Reef Front in Ruritania.",
		"Berg said the Front had left. The Ruritanian navy agreed.",
		"Tom Hale and Mr. Stone arrived. Washington said the U.S. would stay.",
		"Paul Stone, the envoy, met Hale. The United States agreed.",
	}
	want := partition(t, pages)
	for range len(pages) - 1 {
		pages = append(pages[1:], pages[0])
		if diff := gocmp.Diff(want, partition(t, pages)); diff != "" {
			t.Errorf("in the order %q: %s", pages, diff)
		}
	}
	slices.Reverse(pages)
	if diff := gocmp.Diff(want, partition(t, pages)); diff != "" {
		t.Errorf("in the order %q: %s", pages, diff)
	}
}

func TestNoReportsHaveNoEntities(t *testing.T) {
	index := entity.Merge(nil)
	if len(index.Entities) != 0 || index.Named("x") != nil {
		t.Errorf("%v", index.Entities)
	}
}
