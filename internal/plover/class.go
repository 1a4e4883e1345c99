// SPDX-License-Identifier: Apache-2.0

package plover

import (
	"slices"
	"strings"
	"sync"

	"stemma/internal/lexicon"
)

// The classes of PLOVER, an ontology of political events (Open Event Data Alliance, 2016).
const (
	Agree       = "AGREE"
	Consult     = "CONSULT"
	Support     = "SUPPORT"
	Cooperate   = "COOPERATE"
	Aid         = "AID"
	Concede     = "CONCEDE"
	Retreat     = "RETREAT"
	Demand      = "DEMAND"
	Disapprove  = "DISAPPROVE"
	Reject      = "REJECT"
	Threaten    = "THREATEN"
	Protest     = "PROTEST"
	Sanction    = "SANCTION"
	Mobilize    = "MOBILIZE"
	Coerce      = "COERCE"
	Assault     = "ASSAULT"
	Fight       = "FIGHT"
	Investigate = "INVESTIGATE"
)

// friendly reports whether a class is one of cooperation.
func friendly(class string) bool {
	return slices.Contains([]string{Agree, Consult, Support, Cooperate, Aid, Concede, Retreat}, class)
}

// hostile reports whether a class is a deed against somebody, of which the announcement is a threat.
func hostile(class string) bool {
	return slices.Contains([]string{Protest, Sanction, Mobilize, Coerce, Assault, Fight, Threaten}, class)
}

// mutual reports whether those who take part in a class of deed are actors and recipients alike.
func mutual(class string) bool {
	return slices.Contains([]string{Agree, Consult, Cooperate, Fight, Support}, class)
}

// A noun is what the list says of one: its class, and that of ending what it tells of.
type noun struct{ class, ending string }

type words struct {
	verbs map[string]string // class or operator, by verb and by verb+particle or verb+object
	nouns map[string]noun
}

var vocabulary = sync.OnceValue(func() *words {
	w := &words{map[string]string{}, map[string]noun{}}
	for _, row := range lexicon.Rows("plover_verbs") {
		for _, verb := range strings.Fields(row.Field(1)) {
			w.verbs[verb] = row[0]
		}
	}
	for _, row := range lexicon.Rows("plover_nouns") {
		for _, n := range strings.Fields(row.Field(2)) {
			w.nouns[n] = noun{row[0], row.Field(1)}
		}
	}
	return w
})
