// SPDX-License-Identifier: Apache-2.0

package main

// An accuracy counts the treebank's tokens, those whose span the reader agrees on, and those that it tags rightly too.
type accuracy struct{ all, agree, right int }

// tagged scores readings whose words have their UPOS against the treebank.
func tagged(gold []goldSentence, readings []Reading) accuracy {
	var a accuracy
	for i, g := range gold {
		upos := map[span]string{}
		for j, s := range place(g.text, forms(readings[i].Words)) {
			upos[s] = readings[i].Words[j].UPOS
		}
		delete(upos, span{})
		for j, s := range g.spans {
			got, ok := upos[s]
			a.all++
			if ok {
				a.agree++
			}
			if ok && got == g.upos[j] {
				a.right++
			}
		}
	}
	return a
}

func forms(words []Word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Text
	}
	return out
}

// An f1 counts names that are found at the right bytes with the right kind.
type f1 struct{ right, found, gold int }

func (f f1) value() float64 {
	if f.found+f.gold == 0 {
		return 0
	}
	return 2 * float64(f.right) / float64(f.found+f.gold)
}

// allKinds is the key of the count over all kinds of name.
const allKinds = "all"

// named scores the names of readings, by kind and over all.
func named(gold []goldSentence, readings []Reading) map[string]f1 {
	out := map[string]f1{}
	for i, g := range gold {
		found := foundNames(g.text, readings[i])
		for n := range found {
			add(out, n.kind, func(f *f1) { f.found++ })
			if g.names[n] {
				add(out, n.kind, func(f *f1) { f.right++ })
			}
		}
		for n := range g.names {
			add(out, n.kind, func(f *f1) { f.gold++ })
		}
	}
	return out
}

func add(counts map[string]f1, kind string, count func(*f1)) {
	for _, key := range []string{kind, allKinds} {
		f := counts[key]
		count(&f)
		counts[key] = f
	}
}

func foundNames(text string, r Reading) map[goldName]bool {
	spans := place(text, forms(r.Words))
	out := map[goldName]bool{}
	for _, n := range r.Names {
		if kind, ok := kinds[n.Kind]; ok {
			out[goldName{span{Start: spans[n.First].Start, End: spans[n.Last-1].End}, kind}] = true
		}
	}
	return out
}
