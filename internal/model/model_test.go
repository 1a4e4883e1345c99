// SPDX-License-Identifier: Apache-2.0

package model

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// small is a network with weights by chance.
func small() *Model {
	src := rand.New(rand.NewPCG(7, 8))
	draw := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = src.Float32() - 0.5
		}
		return out
	}
	w := Weights{Shape: Shape{
		Embed: 16, Hidden: 16, Layers: 2, NameHidden: 16, Arc: 16, Label: 16,
		UPOS: []string{"NOUN", "VERB"}, XPOS: []string{"NN", "VB", "VBD"}, Rels: []string{"nsubj", "root"},
	}}
	w.Hashes = append(w.Hashes, 0)
	for _, word := range strings.Fields("the ferry sank off a small island") {
		for _, f := range Features(nil, word, 0, 0) {
			if !slices.Contains(w.Hashes, f) {
				w.Hashes = append(w.Hashes, f)
			}
		}
	}
	slices.Sort(w.Hashes)
	w.Embed = draw(len(w.Hashes) * 16)
	for l := range 2 {
		in := 16 + 16*l
		var layer [2]LayerWeights
		for dir := range layer {
			layer[dir] = LayerWeights{draw(in * 64), draw(16 * 64), draw(64)}
		}
		w.Layers = append(w.Layers, layer)
	}
	w.TagW, w.TagB, w.Root = draw(32*32), draw(32), draw(32)
	w.MLPW, w.MLPB, w.ArcU, w.ArcB, w.ArcD = draw(32*64), draw(64), draw(16*16), draw(16), draw(Distances)
	w.LabelW, w.LabelB, w.NameW, w.NameB = draw(16*16), draw(16), draw(32*16), draw(16)
	w.NameLayer = [2]LayerWeights{{draw(32 * 64), draw(16 * 64), draw(64)}, {draw(32 * 64), draw(16 * 64), draw(64)}}
	return w.Quantise()
}

var sentences = []Sentence{
	plain("The ferry sank off a small island ."),
	{},
	plain("Mayday"), plain("NOBODY WAS HURT"),
	{[]string{"", "\xff", "12,000"}, []uint8{255, 1, 0}},
}

// plain is a sentence whose words no list holds.
func plain(words string) Sentence {
	list := strings.Fields(words)
	return Sentence{list, make([]uint8, len(list))}
}

func TestWhatIsReadDoesNotDependOnNeighbours(t *testing.T) {
	m := small()
	together := m.NewReader().Read(sentences, nil)
	var alone []Word
	r := m.NewReader()
	for _, s := range sentences {
		alone = r.Read([]Sentence{s}, alone)
	}
	if diff := cmp.Diff(together, alone); diff != "" {
		t.Errorf("together and alone (-together +alone):\n%s", diff)
	}
	if len(together) != 15 {
		t.Errorf("%d words come back of 15", len(together))
	}
}

func TestAFileGivesBackItsModel(t *testing.T) {
	m := small()
	data := m.Encode()
	back, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(back.Encode(), data) {
		t.Error("written again, the bytes differ")
	}
	if diff := cmp.Diff(m.NewReader().Read(sentences, nil), back.NewReader().Read(sentences, nil)); diff != "" {
		t.Errorf("it reads otherwise:\n%s", diff)
	}
}

func TestBrokenFilesAreRefused(t *testing.T) {
	data := small().Encode()
	for _, n := range []int{0, 5, len(magic), len(magic) + 3, 60, len(data) / 2, len(data) - 1} {
		if _, err := Decode(data[:n]); !errors.Is(err, errFile) {
			t.Errorf("cut after %d bytes: %v", n, err)
		}
	}
	if _, err := Decode(append(slices.Clone(data), 0)); !errors.Is(err, errFile) {
		t.Errorf("a byte too many: %v", err)
	}
	odd := slices.Clone(data)
	odd[len(magic)] = 17 // the width of embeddings
	if _, err := Decode(odd); !errors.Is(err, errFile) {
		t.Errorf("a width that kernels cannot work with: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	data := small().Encode()
	f.Add(data)
	f.Add(data[:100])
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Decode(data); err == nil && !bytes.Equal(m.Encode(), data) {
			t.Error("read, but not written back")
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("The ferry sank .")
	f.Add("“ÉTÉ” \x00 a\u0301 \xf0\x9f")
	m := English()
	f.Fuzz(func(t *testing.T, s string) {
		words := strings.Fields(s)
		if len(words) > 400 {
			return
		}
		got := m.NewReader().Read([]Sentence{{words, make([]uint8, len(words))}}, nil)
		if len(got) != len(words) {
			t.Fatalf("%d words of %d", len(got), len(words))
		}
		roots := 0
		for i, w := range got {
			if int(w.Head) > len(words) || int(w.Head) == i+1 || int(w.UPOS) >= len(m.UPOS) || int(w.Rel) >= len(m.Rels) || int(w.Name) >= len(NameTags) {
				t.Fatalf("word %d: %+v", i, w)
			}
			if w.Head == 0 {
				roots++
			}
			if i == 0 && NameTags[w.Name] != "" && NameTags[w.Name][0] == 'I' {
				t.Fatal("a name begins inside")
			}
		}
		if len(words) > 0 && roots != 1 {
			t.Fatalf("%d roots", roots)
		}
		if diff := cmp.Diff(got, m.NewReader().Read([]Sentence{{words, make([]uint8, len(words))}}, nil)); diff != "" {
			t.Fatal("two readings differ")
		}
	})
}

func TestFeaturesTellWordsApartAndMarksAlike(t *testing.T) {
	one := func(word string, context int) []Feature { return Features(nil, word, context, 0) }
	for _, pair := range [][2]string{{"it’s", "it's"}, {"“", `"`}, {"1999", "2024"}, {"a–b", "a-b"}} {
		if diff := cmp.Diff(one(pair[0], 0), one(pair[1], 0)); diff != "" {
			t.Errorf("%q and %q have other features", pair[0], pair[1])
		}
	}
	a, b := one("Ferry", 0), one("ferry", 0)
	if a[0] != b[0] || a[1] == b[1] || a[2] == b[2] {
		t.Error("a capital changes the word as written and its shape, and nothing else")
	}
	if one("ferry", 0)[len(b)-1] == one("ferry", 1)[len(b)-1] {
		t.Error("the sentence's capitals change nothing")
	}
	all := Features(nil, strings.Repeat("long", 100), 0, 0xff)
	if len(all) > MaxFeatures {
		t.Errorf("%d features", len(all))
	}
	if slices.Equal(Features(nil, "Lorn", 0, 1), Features(nil, "Lorn", 0, 2)) || slices.Equal(Features(nil, "Lorn", 0, 1), Features(nil, "Lorn", 0, 4)) {
		t.Error("what the lists say is not told apart")
	}
}

func TestContextTellsShoutingFromProse(t *testing.T) {
	for words, want := range map[string]int{
		"The ferry sank off Lorn .":                  0,
		"FERRY SINKS OFF LORN":                       1,
		"Ferry Sinks Off Lorn Coast After Collision": 2,
		"12 . 5":                    0,
		"Ann Berg met Tom Lind":     0,
		"A man saw it from afar .":  0,
		"":                          0,
		"U.S. Navy Ships Leave for": 2,
	} {
		if got := Context(strings.Fields(words)); got != want {
			t.Errorf("%q: %d, want %d", words, got, want)
		}
	}
}
