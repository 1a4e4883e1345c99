// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"slices"
)

// A row is one reader in one mode, measured.
type row struct {
	tool    *tool
	mode    Mode
	seconds []float64
	own     accuracy      // with its own tokens
	given   accuracy      // with the treebank's
	names   map[string]f1 // nil where it finds none
}

func measure(tools []*tool, articles []string, gold []goldSentence, rounds int) ([]*row, error) {
	var rows []*row
	for _, mode := range []Mode{Tags, Names} {
		for _, t := range tools {
			if slices.Contains(t.modes, mode) {
				rows = append(rows, &row{tool: t, mode: mode})
			}
		}
	}
	for _, r := range rows {
		if err := r.score(gold); err != nil {
			return nil, fmt.Errorf("%s: %w", r.tool.name, err)
		}
	}
	return rows, clock(tools, rows, articles, rounds)
}

// score reads the treebank's sentences, one by one.
func (r *row) score(gold []goldSentence) error {
	readings, err := r.read(Request{Texts: texts(gold)})
	if err != nil {
		return err
	}
	r.own = tagged(gold, readings)
	if r.mode == Names {
		r.names = named(gold, readings)
	}
	if r.tool.given {
		if readings, err = r.read(Request{Texts: texts(gold), Words: words(gold)}); err != nil {
			return err
		}
		r.given = tagged(gold, readings)
	}
	return nil
}

func (r *row) read(req Request) ([]Reading, error) {
	req.Do, req.Mode = "read", r.mode
	reply, err := r.tool.worker.ask(req)
	if err != nil {
		return nil, err
	}
	if len(reply.Readings) != len(req.Texts) {
		return nil, fmt.Errorf("%d readings of %d texts", len(reply.Readings), len(req.Texts))
	}
	for _, reading := range reply.Readings {
		convert(reading.Words, r.tool.tags, r.tool.adapt)
	}
	return reply.Readings, nil
}

// warm is the rounds that are not counted: Node compiles what is used much.
const warm = 3

// clock lets the readers take turns on the articles.
func clock(tools []*tool, rows []*row, articles []string, rounds int) error {
	for _, t := range tools {
		if _, err := t.worker.ask(Request{Do: "load", Texts: articles}); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	for round := range warm + rounds {
		for _, r := range rows {
			reply, err := r.tool.worker.ask(Request{Do: "time", Mode: r.mode})
			if err != nil {
				return fmt.Errorf("%s: %w", r.tool.name, err)
			}
			if round >= warm {
				r.seconds = append(r.seconds, reply.Seconds)
			}
		}
	}
	return nil
}

// median is the middle one of some numbers, or the mean of the two.
func median(numbers []float64) float64 {
	s := slices.Sorted(slices.Values(numbers))
	n := len(s)
	return (s[(n-1)/2] + s[n/2]) / 2
}
