// SPDX-License-Identifier: Apache-2.0

package story

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStoriesAreFoundAmongThousands(t *testing.T) {
	press, x := newPress(), NewIndex()
	var told []int
	for range 6_000 {
		g, story := press.report()
		x.Add(g)
		told = append(told, story)
	}
	together := map[[2]int]float64{} // reports of one story told that stand in one found
	found, of := map[int]float64{}, map[int]float64{}
	for r, story := range told {
		together[[2]int{story, x.Story(r)}]++
		found[x.Story(r)]++
		of[story]++
	}
	precision, recall := 0.0, 0.0
	for r, story := range told {
		n := together[[2]int{story, x.Story(r)}]
		precision += n / found[x.Story(r)] / float64(len(told))
		recall += n / of[story] / float64(len(told))
	}
	if precision < .92 || recall < .95 {
		t.Errorf("B³ precision %.3f, recall %.3f", precision, recall)
	}
	check(t, x)
}

// check holds an index against what it promises.
func check(t *testing.T, x *Index) {
	t.Helper()
	seen := make([]bool, len(x.reports))
	for id, c := range x.stories {
		if c == nil {
			continue
		}
		sum, square := vector(nil), 0.0
		for _, r := range c.reports {
			if seen[r] || x.Story(r) != id {
				t.Fatalf("report %d is in story %d, and in %d too", r, id, x.Story(r))
			}
			seen[r] = true
			sum = sum.plus(x.reports[r].vector)
			square += x.reports[r].vector.dot(x.reports[r].vector)
		}
		if math.Abs(sum.dot(sum)-c.square) > 1e-3*c.square || math.Abs(square-c.own) > 1e-3*c.own {
			t.Fatalf("story %d has sums %g and %g, its reports %g and %g", id, c.square, c.own, sum.dot(sum), square)
		}
	}
	if i := slices.Index(seen, false); i >= 0 {
		t.Fatalf("report %d is in no story", i)
	}
	for term, holders := range x.finder.holders {
		if len(holders) > recent {
			t.Fatalf("%d stories are remembered for term %d", len(holders), term)
		}
	}
}

func TestTheSameReportsInTheSameOrderGiveTheSameStories(t *testing.T) {
	run := func() [][]int {
		press, x := newPress(), NewIndex()
		for range 1_500 {
			g, _ := press.report()
			x.Add(g)
		}
		return x.Stories()
	}
	if diff := cmp.Diff(run(), run()); diff != "" {
		t.Error(diff)
	}
}

func TestALongStoryStaysOne(t *testing.T) {
	press, x := newPress(), NewIndex()
	press.running = []*running{press.open(), press.open(), press.open()}
	long := press.running[0]
	for range 4 * local {
		press.running = []*running{long, press.open(), press.open()}
		for g, story := press.report(); ; g, story = press.report() {
			x.Add(g)
			if story == long.number {
				break
			}
			press.running = []*running{long, press.open(), press.open()}
		}
	}
	most := 0
	for _, numbers := range x.Stories() {
		most = max(most, len(numbers))
	}
	if most < 4*local*9/10 {
		t.Errorf("of %d reports of one story at most %d stand together", 4*local, most)
	}
	check(t, x)
}

// FuzzIndex adds reports of a few terms each, in any mixture.
func FuzzIndex(f *testing.F) {
	f.Add([]byte("abcabcabdabx\x00xyzxyzabc"))
	f.Add([]byte{0, 0, 0, 255, 1, 2, 3})
	f.Fuzz(func(t *testing.T, data []byte) {
		x := NewIndex()
		for i := 0; i < len(data) && i < 400; i += 4 {
			found := [sorts]map[string]float64{{}, {}, {}}
			g := &Gist{day: undated}
			for k, b := range data[i:min(i+4, len(data))] {
				s := k % int(sorts)
				found[s][written([]byte{word, full, figure}[s], string(rune('a'+b%7)))]++
				if b%5 == 0 {
					g.day = int(b) * 10
				}
			}
			for s := range found {
				g.terms[s] = counted(found[s])
			}
			x.Add(g)
			x.Tie(len(x.reports) - 1)
			x.Related(x.Story(len(x.reports) - 1))
		}
		check(t, x)
	})
}

func TestVectors(t *testing.T) {
	v := vector{{1, 2}, {3, 1}, {7, 4}}
	w := vector{{0, 1}, {3, 5}, {7, .5}, {9, 9}}
	if got := v.dot(w); got != 7 || w.dot(v) != got || v.dotLong(w) != got {
		t.Errorf("dot %g, %g, %g", got, w.dot(v), v.dotLong(w))
	}
	if diff := cmp.Diff(vector{{0, 1}, {1, 2}, {3, 6}, {7, 4.5}, {9, 9}}, v.plus(w), cmp.AllowUnexported(entry{})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(vector{{3, 5}, {9, 9}}, w.heaviest(2), cmp.AllowUnexported(entry{})); diff != "" {
		t.Error(diff)
	}
	if got := v.scaled(3); math.Abs(got.dot(got)-9) > 1e-5 || len(vector(nil).scaled(1)) != 0 {
		t.Errorf("scaled to %g", got.dot(got))
	}
}

func TestAReportGoesToTheOnlyStoryNear(t *testing.T) {
	for _, c := range []struct {
		name    string
		reports int
		among   []candidate
		want    int
	}{
		{"nothing is near", 1, nil, -1},
		{"one is", 1, []candidate{{5, .1, .3}}, 0},
		{"one of little likeness is not", 1, []candidate{{5, .05, .1}}, -1},
		{"a story whose reports are far liker each other is not", 1, []candidate{{5, .1, .5}}, -1},
		{"a story of two is no place to go", 1, []candidate{{2, .1, .2}}, -1},
		{"two are as near", 1, []candidate{{5, .1, .2}, {4, .09, .2}}, -1},
		{"the nearer one of two", 2, []candidate{{5, .04, .2}, {4, .09, .2}}, 1},
		{"three reports stand for themselves", 3, []candidate{{5, .1, .2}}, -1},
	} {
		if got := nearest(c.reports, c.among); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestTimeApart(t *testing.T) {
	for _, c := range []struct {
		from1, to1, from2, to2 int
		least, most            float64
	}{
		{0, 5, 3, 9, 1, 1},
		{0, 5, 35, 40, 1, 1},
		{0, 5, 36, 40, .99, .9999},
		{4000, 4000, 0, 5, apart, .81},
		{undated, undated, 0, 5, 1, 1},
	} {
		if got := sameTime(c.from1, c.to1, c.from2, c.to2); got < c.least || got > c.most {
			t.Errorf("%v: %g", c, got)
		}
	}
}
