// SPDX-License-Identifier: Apache-2.0

package when

import "slices"

// A match is a rule that fits lexemes first to last, with what they say.
type match struct {
	rule        int
	first, last int // lexemes
	says        []feature
}

// A matcher finds what the rules match in the lexemes of a sentence.
type matcher struct {
	g     *grammar
	words []lexeme
	says  []feature // of the path being walked
	found []match
	rule  int
	first int
	steps int
}

// maxSteps bounds the walk from one word; no pattern needs a tenth of it.
const maxSteps = 20000

// at lists the matches that start at lexeme i, longest first and in the order of the rules.
func (m *matcher) at(i int) []match {
	m.found, m.first, m.steps = m.found[:0], i, 0
	rules := m.g.starts
	if i+1 == len(m.words) || len(m.words[i+1].readings) == 0 {
		rules = m.g.alone
	}
	for _, r := range m.words[i].readings {
		for _, rule := range rules[r.sym] {
			m.rule = int(rule)
			m.walk(m.g.roots[rule], i, r.sym)
		}
	}
	slices.SortStableFunc(m.found, func(a, b match) int {
		if a.last != b.last {
			return b.last - a.last
		}
		return a.rule - b.rule
	})
	return m.found
}

// walk follows the automaton from a state with the words from i on. The first word is taken as only, where it is
// not 0, so that a word of two classes does not match a rule twice.
func (m *matcher) walk(at int32, i int, only symbol) {
	if m.steps++; m.steps > maxSteps {
		return
	}
	s := &m.g.states[at]
	mark := len(m.says)
	switch s.op {
	case accept:
		m.found = append(m.found, match{m.rule, m.first, i, slices.Clone(m.says)})
	case fork:
		for _, next := range s.next {
			m.walk(next, i, only)
		}
	case say:
		m.says = append(m.says, s.say...)
		m.walk(s.next[0], i, only)
	case eat:
		m.eat(s, i, only)
	}
	m.says = m.says[:mark]
}

func (m *matcher) eat(s *state, i int, only symbol) {
	if i >= len(m.words) {
		return
	}
	mark := len(m.says)
	for _, r := range m.words[i].readings {
		if (only != 0 && r.sym != only) || !slices.Contains(s.syms, r.sym) {
			continue
		}
		if r.key != "" {
			m.says = append(m.says, r.feature)
		}
		m.walk(s.next[0], i+1, 0)
		m.says = m.says[:mark]
	}
}
