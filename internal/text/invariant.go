// SPDX-License-Identifier: Apache-2.0

package text

import (
	"fmt"
	"unicode/utf8"
)

// Check reports the first broken invariant of d: every span lies inside the text on rune boundaries, tokens and
// sentences are sorted and do not overlap, and token ranges and indices point at what exists. A stage that
// breaks one is a bug; odd text never is.
func (d *Doc) Check() error {
	if err := d.checkTokens(); err != nil {
		return err
	}
	for _, c := range d.spans() {
		if c.span.Empty() {
			if c.optional {
				continue
			}
			return fmt.Errorf("%s: empty span at %d", c.layer, c.span.Start)
		}
		if err := d.checkSpan(c.layer, c.span); err != nil {
			return err
		}
	}
	for i, n := range d.Names {
		if n.First < 0 || n.Last > len(d.Tokens) || n.Empty() {
			return fmt.Errorf("names: %d has tokens %d to %d of %d", i, n.First, n.Last, len(d.Tokens))
		}
	}
	return nil
}

func (d *Doc) checkTokens() error {
	at := 0
	for i, tok := range d.Tokens {
		if tok.Start < at || tok.Empty() {
			return fmt.Errorf("tokens: %d spans %d to %d after %d", i, tok.Start, tok.End, at)
		}
		if err := d.checkSpan(Tokens, tok.Span); err != nil {
			return err
		}
		at = tok.End
	}
	last := 0
	for i, s := range d.Sentences {
		if s.First != last || s.Range.Empty() || s.Last > len(d.Tokens) {
			return fmt.Errorf("sentences: %d has tokens %d to %d after %d", i, s.First, s.Last, last)
		}
		last = s.Last
	}
	return nil
}

func (d *Doc) checkSpan(layer Layer, s Span) error {
	if s.Start < 0 || s.End > len(d.Text) {
		return fmt.Errorf("%s: span %d to %d outside %d bytes", layer, s.Start, s.End, len(d.Text))
	}
	if !utf8.RuneStart(d.Text[s.Start]) || (s.End < len(d.Text) && !utf8.RuneStart(d.Text[s.End])) {
		return fmt.Errorf("%s: span %d to %d splits a character", layer, s.Start, s.End)
	}
	return nil
}

type checked struct {
	layer    Layer
	span     Span
	optional bool
}

// spans lists every span of the layers above tokens.
func (d *Doc) spans() []checked {
	var out []checked
	add := func(layer Layer, optional bool, spans ...Span) {
		for _, s := range spans {
			out = append(out, checked{layer, s, optional})
		}
	}
	for _, s := range d.Sentences {
		add(Sentences, false, s.Span)
	}
	for _, t := range d.Times {
		add(Times, false, t.Span)
	}
	for _, q := range d.Quantities {
		add(Quantities, false, q.Span, q.Number)
		add(Quantities, true, q.Item, q.Per)
	}
	for _, r := range d.Roles {
		add(Roles, false, r.Span, r.Name)
		add(Roles, true, r.Office)
	}
	for _, q := range d.Quotes {
		add(Quotes, false, q.Span)
	}
	for _, a := range d.Attributions {
		add(Attributions, false, a.Content...)
		add(Attributions, true, a.Source, a.Cue, a.Conditions)
	}
	for _, e := range d.Events {
		add(Events, false, e.Span)
		add(Events, false, e.Actors...)
		add(Events, false, e.Recipients...)
		add(Events, true, e.Place)
	}
	return out
}
