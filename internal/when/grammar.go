// SPDX-License-Identifier: Apache-2.0

package when

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"stemma/internal/lexicon"
)

// A grammar is the patterns of when_rules, compiled to one automaton without loops, so that a match never takes
// longer than its longest pattern.
type grammar struct {
	voc    *vocabulary
	states []state
	starts [][]int32 // by symbol: the rules that may open with it
	alone  [][]int32 // by symbol: the rules that it may match by itself
	kinds  []string  // by rule
	roots  []int32   // by rule: first state
}

// A state reads one lexeme, goes several ways, or says something about the time.
type state struct {
	op   op
	syms []symbol // eat: any of these
	next []int32
	say  []feature // say
}

type op uint8

const (
	eat op = iota
	fork
	say
	accept
)

// newGrammar compiles the rules. It panics on a broken rule file: that is a broken build.
func newGrammar(words, rules []lexicon.Row) *grammar {
	c := &compiler{g: &grammar{voc: newVocabulary(words)}, named: map[string][]lexicon.Row{}}
	for _, class := range []string{"NUM", "DAY", "YEAR", "YY", "FULL", "CLOCK", "DECADE", "ORD"} {
		c.g.voc.symbol(class)
	}
	for _, row := range rules {
		if strings.HasPrefix(row[0], "$") {
			c.named[row[0]] = append(c.named[row[0]], row)
		}
	}
	for _, row := range rules {
		if strings.HasPrefix(row[0], "$") {
			continue
		}
		end := c.add(state{op: accept})
		root := c.row(row, end, 0)
		c.g.kinds = append(c.g.kinds, row[0])
		c.g.roots = append(c.g.roots, root)
	}
	c.index()
	return c.g
}

// A compiler builds patterns from their ends backwards: each piece is given the state that follows it.
type compiler struct {
	g     *grammar
	named map[string][]lexicon.Row
}

func (c *compiler) add(s state) int32 {
	c.g.states = append(c.g.states, s)
	return int32(len(c.g.states) - 1)
}

// row compiles one pattern with what it says.
func (c *compiler) row(row lexicon.Row, end int32, depth int) int32 {
	if depth > 8 {
		panic(fmt.Sprintf("when: pattern %q names itself", row.Field(1)))
	}
	var says []feature
	for _, kv := range strings.Split(row.Field(2), " ") {
		if key, value, ok := strings.Cut(kv, "="); ok {
			says = append(says, newFeature(key, value))
		} else if kv != "" && len(says) > 0 { // "ago=ref -1": the number of the key before
			says[len(says)-1].n = newFeature("", kv).n
		}
	}
	if len(says) > 0 {
		end = c.add(state{op: say, say: says, next: []int32{end}})
	}
	return c.sequence(strings.Fields(row.Field(1)), end, depth)
}

// sequence compiles pieces from the last to the first.
func (c *compiler) sequence(pieces []string, end int32, depth int) int32 {
	for len(pieces) > 0 {
		n := len(pieces) - 1
		last := pieces[n]
		if !strings.HasSuffix(last, "]") || last == "]" {
			end, pieces = c.piece(last, end, depth), pieces[:n]
			continue
		}
		open := opening(pieces)
		inner := append([]string(nil), pieces[open:]...)
		inner[0] = strings.TrimPrefix(inner[0], "[")
		inner[len(inner)-1] = strings.TrimSuffix(inner[len(inner)-1], "]")
		end = c.add(state{op: fork, next: []int32{c.sequence(inner, end, depth), end}})
		pieces = pieces[:open]
	}
	return end
}

// opening is the piece that opens the bracket which the last piece closes.
func opening(pieces []string) int {
	depth := 0
	for i := len(pieces) - 1; i >= 0; i-- {
		depth += trailing(pieces[i]) - (len(pieces[i]) - len(strings.TrimLeft(pieces[i], "[")))
		if depth <= 0 {
			return i
		}
	}
	panic(fmt.Sprintf("when: unbalanced pattern %q", pieces))
}

func trailing(s string) int { return len(s) - len(strings.TrimRight(s, "]")) }

// piece compiles a named pattern, or a choice of words and classes.
func (c *compiler) piece(name string, end int32, depth int) int32 {
	if strings.HasPrefix(name, "$") {
		var next []int32
		for _, row := range c.named[name] {
			next = append(next, c.row(row, end, depth+1))
		}
		if next == nil {
			panic(fmt.Sprintf("when: no pattern is named %q", name))
		}
		return c.add(state{op: fork, next: next})
	}
	var syms []symbol
	for _, word := range strings.Split(name, "|") {
		if strings.IndexFunc(word, unicode.IsUpper) == 0 {
			syms = append(syms, c.g.voc.symbol(word))
		} else {
			syms = append(syms, c.g.voc.word(word))
		}
	}
	return c.add(state{op: eat, syms: syms, next: []int32{end}})
}

// index notes which rules may open with each symbol, and which of them it may match alone: most words that open
// patterns ("the") are followed by no word of any rule.
func (c *compiler) index() {
	n := len(c.g.voc.symbols) + 1
	c.g.starts, c.g.alone = make([][]int32, n), make([][]int32, n)
	for rule, root := range c.g.roots {
		c.first(root, func(s symbol, next int32) {
			c.g.starts[s] = appendNew(c.g.starts[s], int32(rule))
			if c.ends(next) {
				c.g.alone[s] = appendNew(c.g.alone[s], int32(rule))
			}
		})
	}
}

// appendNew appends a rule unless it was the last one appended.
func appendNew(rules []int32, rule int32) []int32 {
	if n := len(rules); n > 0 && rules[n-1] == rule {
		return rules
	}
	return append(rules, rule)
}

// first calls found for each symbol that may be read next from a state, with the state behind it.
func (c *compiler) first(at int32, found func(symbol, int32)) {
	s := &c.g.states[at]
	if s.op == eat {
		for _, sym := range s.syms {
			found(sym, s.next[0])
		}
		return
	}
	for _, next := range s.next {
		c.first(next, found)
	}
}

// ends reports whether a pattern may end at a state.
func (c *compiler) ends(at int32) bool {
	s := &c.g.states[at]
	return s.op == accept || s.op != eat && slices.ContainsFunc(s.next, c.ends)
}
