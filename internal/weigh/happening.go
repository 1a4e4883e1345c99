// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"maps"
	"slices"
	"strings"

	"stemma/internal/align"
	"stemma/internal/news"
	"stemma/internal/text"
)

// How alike two statements must be to tell of one thing: the share of the smaller and of the larger one's content.
const (
	alikeSmaller = 0.62
	alikeLarger  = 0.36
	enoughShared = 1.6 // weight of shared content
)

// happenings compares whether one thing happened: the same deed by the same actors, told alike.
func (j judge) happenings(a, b *align.Proposition) (Relation, string) {
	if a.Report == b.Report && a.Sentence == b.Sentence {
		return Unrelated, ""
	}
	if claimed(a) != claimed(b) || !j.sameTargets(a, b) && !vehicles(a, b) || timesApart(a.Time, b.Time) || placesApart(a, b) {
		return Unrelated, ""
	}
	if !j.sameActors(a, b) {
		return j.doers(a, b)
	}
	if j.otherPort(a, b) {
		return Contradict, "from one place, or from another"
	}
	if !j.sameTargets(a, b) {
		return Unrelated, ""
	}
	if a.Negated != b.Negated {
		return j.denial(a, b)
	}
	if a.Concept != b.Concept && !a.Content[align.Term("c:"+b.Concept)] && !b.Content[align.Term("c:"+a.Concept)] {
		return Unrelated, ""
	}
	if !j.alike(a, b) && !j.oneMeeting(a, b) || figuresClash(a, b) || j.peopleApart(a, b) {
		return Unrelated, ""
	}
	return Agree, ""
}

// peopleApart reports whether two statements name people, and no one of them in common.
func (j judge) peopleApart(a, b *align.Proposition) bool {
	x, y := j.people(a.Content), j.people(b.Content)
	return len(x) > 0 && len(y) > 0 && !meet(x, y)
}

// oneMeeting reports whether two statements tell of talks at one place, between people of the same sides where both name them.
func (j judge) oneMeeting(a, b *align.Proposition) bool {
	if a.Concept != "talk" && a.Concept != "meet" || a.Concept != b.Concept || a.Report == b.Report || a.Event.Facet != text.NoFacet {
		return false
	}
	if !meet(j.scene.Widen(a.Places), j.scene.Widen(b.Places)) {
		return false
	}
	x, y := j.scene.Widen(named(participants(a))), j.scene.Widen(named(participants(b)))
	return len(x) == 0 || len(y) == 0 || len(align.Shared(x, y)) > 1
}

// participants is all who take part in a deed.
func participants(p *align.Proposition) align.Terms {
	out := maps.Clone(p.Actors)
	maps.Copy(out, p.Targets)
	return out
}

// figuresClash reports whether two deeds or sayings hold figures of one sort that cannot both be right: then they do not
// tell the same, however alike their words. The figures themselves are weighed apart.
func figuresClash(a, b *align.Proposition) bool {
	for _, x := range a.Figures {
		for _, y := range b.Figures {
			if x.Unit == y.Unit && (x.Class == y.Class || x.Unit != text.Count) && !intervalOf(x).meets(intervalOf(y)) && !agreeing(x, b) && !agreeing(y, a) {
				return true
			}
		}
	}
	return false
}

// agreeing reports whether another figure of a proposition is that of x.
func agreeing(x, p *align.Proposition) bool {
	for _, y := range p.Figures {
		if x.Unit == y.Unit && intervalOf(x).meets(intervalOf(y)) && x.Class == y.Class {
			return true
		}
	}
	return false
}

// vessel are the concepts of what carries people on one journey.
var vessel = []align.Term{"c:ship", "c:aircraft", "c:helicopter", "c:train", "c:bus", "c:truck", "c:convoy"}

// vehicles reports whether both statements tell where one vehicle left or arrived.
func vehicles(a, b *align.Proposition) bool {
	if a.Concept != b.Concept || a.Concept != "leave" && a.Concept != "arrive" || a.Report == b.Report {
		return false
	}
	for _, t := range vessel {
		if a.Actors[t] && b.Actors[t] {
			return true
		}
	}
	return false
}

// otherPort: the vehicle of a story left, or reached, one place or another.
func (j judge) otherPort(a, b *align.Proposition) bool {
	return vehicles(a, b) && a.Negated == b.Negated && len(j.places(a)) == 1 && len(j.places(b)) == 1 && !meet(j.places(a), j.places(b))
}

// places is the places among the targets of a deed.
func (j judge) places(p *align.Proposition) align.Terms {
	out := align.Terms{}
	for t := range named(p.Targets) {
		if e := j.scene.Entities.Named(string(t[2:])); e != nil && e.Kind != text.Person {
			out[t] = true
		}
	}
	return out
}

// rareDeed is the weight from which a concept is so seldom in a story that two statements with it speak of one thing.
const rareDeed = 0.85

// denial: the same deed said to have happened and not to have happened, by different voices: told alike with the same
// actors named, or a deed that the story hardly ever tells of.
func (j judge) denial(a, b *align.Proposition) (Relation, string) {
	if a.Concept != b.Concept || !claimed(a) || j.scene.Light(a.Concept) || speech[a.Concept] || a.Report == b.Report && sameVoice(a, b) {
		return Unrelated, ""
	}
	smaller, larger := likeness(j.content(a), j.content(b))
	told := smaller >= 0.8 && larger >= 0.5 && meetNamed(a.Actors, b.Actors)
	rare := a.Report != b.Report && (denied(a) || denied(b)) && smaller >= 0.4 && j.scene.Weight(align.Term("c:"+a.Concept)) >= rareDeed
	if !told && !rare {
		return Unrelated, ""
	}
	return Contradict, "it happened, or it did not"
}

// denied reports whether a statement stands in what somebody denies; "did not deny" denies nothing.
func denied(p *align.Proposition) bool { return p.Attribution != nil && denies(p.Attribution) }

// denies reports whether a source denies what it is reported to say.
func denies(a *news.Attribution) bool {
	cue := lower(a.Cue)
	return (strings.Contains(cue, "denied") || strings.Contains(cue, "denies") || strings.Contains(cue, "deny")) &&
		!strings.Contains(cue, "not ") && !strings.Contains(cue, "n't") && !strings.Contains(cue, "n’t")
}

// harmful are the concepts of deeds of which somebody is the culprit.
var harmful = map[string]bool{
	"abduct": true, "capture": true, "attack": true, "bomb": true, "airstrike": true, "shell": true, "shoot": true, "kill": true,
	"injure": true, "torture": true, "destroy": true, "fight": true, "war": true, "invade": true, "retaliate": true, "coup": true,
}

// speech are concepts of saying and being, whose denial is no denial of a deed.
var speech = map[string]bool{
	"say": true, "be": true, "comment": true, "announce": true, "deny": true, "confirm": true, "know": true, "think": true, "want": true,
	"hope": true, "fear": true, "claim": true, "show": true, "need": true, "accept": true, "refuse": true, "happen": true, "uncertain": true,
}

// doers: one deed to one target, told alike, but done by others.
func (j judge) doers(a, b *align.Proposition) (Relation, string) {
	if a.Concept != b.Concept || !byVerb(a) || !byVerb(b) || !harmful[a.Concept] && a.Concept != "operate" || a.Negated != b.Negated || a.Report == b.Report || !claimed(a) || !namesSome(a.Targets) || !meetNamed(a.Targets, b.Targets) {
		return Unrelated, ""
	}
	if meet(j.scene.Widen(a.Actors), j.scene.Widen(b.Actors)) {
		return Unrelated, ""
	}
	x, y := without(a.Content, a.Actors), without(b.Content, b.Actors)
	smaller, larger := j.scene.Likeness(x, y)
	if smaller < 0.75 || larger < 0.4 || j.scene.Weigh(align.Shared(x, y)) < 1.4 {
		return Unrelated, ""
	}
	return Contradict, "who did it"
}

// byVerb reports whether a deed is told by a verb and not by a noun.
func byVerb(p *align.Proposition) bool { return p.Report.Doc.Tokens[p.Event.Verb].Tag == text.VERB }

func without(terms, less align.Terms) align.Terms {
	out := align.Terms{}
	for t := range terms {
		if !less[t] {
			out[t] = true
		}
	}
	return out
}

func placesApart(a, b *align.Proposition) bool {
	return len(a.Places) > 0 && len(b.Places) > 0 && !meet(a.Places, b.Places) && !meet(a.Content, b.Places) && !meet(b.Content, a.Places)
}

// alike reports whether two contents tell of one thing.
func (j judge) alike(a, b *align.Proposition) bool {
	x, y := j.content(a), j.content(b)
	if common(x, y) < enoughShared {
		return false
	}
	smaller, larger := likeness(x, y)
	return smaller >= alikeSmaller && larger >= alikeLarger
}

// sayings compares what one source is reported to have said.
func (j judge) sayings(a, b *align.Proposition) (Relation, string) {
	if a.Thing || b.Thing {
		return Unrelated, ""
	}
	if j.note(a).denied != j.note(b).denied {
		return j.disowned(a, b)
	}
	if a.Report == b.Report || a.Negated != b.Negated || !j.sameActors(a, b) {
		return Unrelated, ""
	}
	if !j.alike(a, b) && !j.sameSource(a, b) || figuresClash(a, b) || j.peopleApart(a, b) {
		return Unrelated, ""
	}
	return Agree, ""
}

// disowned: what one source says, another denies in like words.
func (j judge) disowned(a, b *align.Proposition) (Relation, string) {
	if a.Report == b.Report && a.Evidence.Overlaps(b.Evidence) || long(a) || long(b) {
		return Unrelated, ""
	}
	if alikeVoices(voice(a), voice(b)) || meetNamed(a.Actors, b.Actors) || onlyDenied(a) || onlyDenied(b) {
		return Unrelated, ""
	}
	smaller, _ := likeness(j.content(a), j.content(b))
	if smaller < 0.45 || common(j.content(a), j.content(b)) < 1.1 {
		return Unrelated, ""
	}
	return Contradict, "one says it, the other denies it"
}

// alikeVoices reports whether two sources are one by their words: "the government", "the Velmaran government".
func alikeVoices(a, b string) bool {
	a, b = strings.TrimPrefix(lower(a), "the "), strings.TrimPrefix(lower(b), "the ")
	return a == b || a != "" && b != "" && (strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a))
}

// onlyDenied reports whether a statement is known only through what somebody denies: the clause inside "denied that it had agreed
// to" is no word against a denial.
func onlyDenied(p *align.Proposition) bool {
	return p.Attribution != nil && slices.ContainsFunc(p.Attribution.Via, denies)
}

// long reports whether a content is so long that likeness with it tells little.
func long(p *align.Proposition) bool {
	const most = 300
	return p.Evidence.End-p.Evidence.Start > most
}

// sameSource: of one named source less likeness is enough.
func (j judge) sameSource(a, b *align.Proposition) bool {
	if !meetNamed(a.Actors, b.Actors) || common(j.content(a), j.content(b)) < enoughShared {
		return false
	}
	said := common(j.content(a), j.content(b)) - j.scene.Weigh(align.Shared(align.Shared(a.Actors, b.Actors), a.Content))
	smaller, _ := likeness(j.content(a), j.content(b))
	return smaller >= 0.45 && said >= saidShared
}

// saidShared is the weight of content that two sayings of one source share besides the source.
const saidShared = 1.2

func contains(list, item string) bool {
	for _, x := range strings.Split(list, ",") {
		if x == item {
			return true
		}
	}
	return false
}
