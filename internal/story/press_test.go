// SPDX-License-Identifier: Apache-2.0

package story

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
)

// A press makes up reports: a third open a story, the others go to one of those told of lately. Words are as rare as in
// news (Zipf); each story has its names, words and days, of which its reports take a part.
type press struct {
	rng     *rand.Rand
	words   *rand.Zipf
	running []*running
	made    int
	opened  int
}

// running is a story that is told of.
type running struct {
	number       int
	names, words []string
}

const atOnce = 400 // stories that run at the same time

func newPress() *press {
	rng := rand.New(rand.NewPCG(1, 2))
	return &press{rng: rng, words: rand.NewZipf(rng, 1.1, 8, 60_000)}
}

// report makes up the next report, of a story by its number; 500 are of one day.
func (p *press) report() (*Gist, int) {
	if len(p.running) < 3 || p.rng.IntN(3) == 0 {
		p.running = append(p.running, p.open())
	}
	if len(p.running) > atOnce {
		p.running = slices.Delete(p.running, 0, 1)
	}
	s := p.running[p.rng.IntN(len(p.running))]
	today := p.made / 500
	p.made++
	c := map[string]float64{}
	for range 140 {
		c[written(word, strconv.FormatUint(p.words.Uint64(), 10))]++
	}
	for _, w := range s.words {
		if p.rng.IntN(3) > 0 {
			c[written(word, w)] += 1 + p.rng.ExpFloat64()
		}
	}
	n := map[string]float64{}
	for _, name := range s.names {
		if p.rng.IntN(4) > 0 {
			n[written(full, name)], n[written(part, name)] = 1+p.rng.ExpFloat64(), 1
		}
	}
	for range 6 {
		n[written(full, p.name())]++
	}
	f := map[string]float64{written(day, strconv.Itoa(today)): 1}
	for range 5 {
		f[written(figure, strconv.Itoa(int(math.Exp(8*p.rng.Float64()))))]++
	}
	return &Gist{day: today, terms: [sorts][]term{words: counted(c), names: counted(n), figures: counted(f)}}, s.number
}

// open begins a story.
func (p *press) open() *running {
	s := &running{number: p.opened}
	p.opened++
	for range 4 {
		s.names = append(s.names, p.name())
	}
	for range 30 {
		s.words = append(s.words, strconv.FormatUint(10*p.words.Uint64(), 10))
	}
	return s
}

// name is somebody or some place, a few of them in the news every day.
func (p *press) name() string { return "N" + strconv.Itoa(int(math.Exp(12*p.rng.Float64()))) }
