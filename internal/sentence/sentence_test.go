// SPDX-License-Identifier: Apache-2.0

package sentence_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/lexicon"
	"stemma/internal/sentence"
	"stemma/internal/text"
)

func read(s string) *text.Doc {
	doc := &text.Doc{Text: s}
	sentence.Read(doc)
	return doc
}

func TestSentencesEndWhereAReaderWouldEndThem(t *testing.T) {
	for _, want := range [][]string{
		{"The boat sank.", "Nobody was hurt."},
		{"Did it sink?", "It did!", "Nobody was hurt."},
		{"The U.S. envoy left on Friday."},
		{"He works for the U.S. Navy in Guam."},
		{"She moved to the U.S. in May.", "Her sister stayed."},
		{"They flew to the U.S.", "The ministry said nothing."},
		{"Mr. Olsen met Mrs. Berg.", "Dr. Lind was not there."},
		{"Sen. Paul Dorn (R-SC) objected.", "Nobody else did."},
		{"It was agreed by Sens. Olsen and Dorn."},
		{"Gen. J. R. Hale gave the order."},
		{"John F. Berg and Ann B. Lind resigned."},
		{"The siege ended.", "The next day it rained."},
		{"The train left at 6:30 a.m. on Monday."},
		{"It left at 6:30 a.m.", "It never arrived."},
		{"Work stopped at 5 p.m.", "The gates were shut."},
		{"Work stopped at 5 p.m.", "“They sent us home,” said one."},
		{"Work stopped at 5 p.m.", `"They sent us home," said one.`},
		{"He paused... and went on."},
		{"“We will strike,” she said.", "“We have no choice.”"},
		{"“Will you strike?” he asked.", "She nodded."},
		{"“We lost.”", "He wept."},
		{"She said: “It is over.”", "Then she left."},
		{"The strike (the third this year) goes on.", "Talks resume on Monday."},
		{"It failed (as it did in March.)", "Nobody was surprised."},
		{"Prices rose 3.5 percent.", "Wages did not."},
		{"The ship, No. 47 in the fleet, was old."},
		{"Visit www.example.org for more.", "Or call."},
		{"The firm, Berg & Co. of Oslo, paid."},
		{"It cost $1.2 billion.", "1,400 people worked on it."},
		{"He was born on Jan. 5 in Lorn."},
		{"The vote was 12-3.", "Two abstained."},
		{"St. Olaf Hospital took 40 people in.", "Five died."},
		{"Is it true?!", "No."},
		{"The talks, i.e. the second round, failed."},
		{"he came late.", "nobody had called him."},
		{"We met the approx. ten guests."},
		{"what happened?", "nobody knows!", "not even they."},
		{"“Will you strike?” Petra Lund asked.", "“Never!” I said."},
		{"“Is it over?”", "She said nothing."},
		{"It failed.[3]", "It failed again.[citation needed]", "Then it worked."},
		{"It failed.4", "The second try worked."},
		{"[The mayor is ill.]", "[She has a cold.]"},
		{"It works. :)", "We are glad."},
		{"1. Open the valve.", "2. Close the hatch."},
		{"Table 2. Wages by year"},
		{"Take vitamin C.", "The doctor says so."},
		{"Mayor Ann B. Lind resigned."},
		{"He wept. . . and left."},
		{"“It is over.", "We lost.", "We go home,” she said.", "“Good night.”"},
		{"\"It is over.\"", "\"No.\"", "They left."},
		{"'It is over.'", "They left."},
		{"• Ferry sinks off Lorn", "• Talks resume", "• Weather"},
		{"Lorn | Sport | Weather | Contact"},
		{"LORN, March 9 (ANP) -", "Two ships met.", "Neither sank."},
		{"Did they win?!", "Yes...", "They did."},
		{"The price (about $5.) rose."},
		{"See https://example.org/a", "The port is closed."},
		{"Write to ann@example.org for more."},
		{"Well done :-)", "We are glad."},
		{"Ann Lind", "10/12/2001 6:30 PM", "The port is closed."},
		{"It closed on 10/12/2001 at 6:30 PM Lorn time."},
	} {
		whole := strings.Join(want, " ")
		t.Run(whole, func(t *testing.T) {
			if diff := cmp.Diff(want, sentences(read(whole))); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
}

// TestListExamples runs the examples of the lists: the sentences of a text.
func TestListExamples(t *testing.T) {
	for _, list := range []string{"openers", "abbreviations"} {
		for _, example := range lexicon.Examples(list) {
			if diff := cmp.Diff([]string(example), sentences(read(strings.Join(example, " ")))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", list, diff)
			}
		}
	}
}

func sentences(doc *text.Doc) []string {
	out := []string{}
	for _, s := range doc.Sentences {
		out = append(out, doc.Exact(s.Span))
	}
	return out
}

func TestAMissingSpaceAndALineBreakEndASentence(t *testing.T) {
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"The siege ended.The next day it rained.", []string{"The siege ended.", "The next day it rained."}},
		{"A first line\nand a second line", []string{"A first line", "and a second line"}},
		{"One.\n\nTwo.\n", []string{"One.", "Two."}},
		{"   \n \n", []string{}},
		{"", []string{}},
		{"The siege ended.“The next day it rained,” he said.", []string{"The siege ended.", "“The next day it rained,” he said."}},
		{"“It ended.”The next day it rained.", []string{"“It ended.”", "The next day it rained."}},
		{"Is it so?yes it is", []string{"Is it so?", "yes it is"}},
		{"Version 2.Beta is out.", []string{"Version 2.", "Beta is out."}},
		{"See example.com today.", []string{"See example.com today."}},
	} {
		t.Run(c.words, func(t *testing.T) {
			if diff := cmp.Diff(c.want, sentences(read(c.words))); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTokensAreCutAsTheTreebanksCutThem(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"don't", "do|n't"},
		{"Don’t", "Do|n’t"},
		{"cannot", "can|not"},
		{"won't", "wo|n't"},
		{"it's", "it|'s"},
		{"they’re", "they|’re"},
		{"I'd", "I|'d"},
		{"we'll", "we|'ll"},
		{"you've", "you|'ve"},
		{"Norway's coast", "Norway|'s|coast"},
		{"the dockers' pay", "the|dockers|'|pay"},
		{"O'Brien", "O'Brien"},
		{"Sana’a fell", "Sana’a|fell"},
		{"DON'T", "DO|N'T"},
		{"Olsen'll", "Olsen|'ll"},
		{"week-long", "week|-|long"},
		{"15-month-old", "15|-|month|-|old"},
		{"state-run", "state|-|run"},
		{"1,400 people", "1,400|people"},
		{"3.5", "3.5"},
		{"6:30", "6:30"},
		{"12,34", "12|,|34"},
		{"1,400,000", "1,400,000"},
		{"$3.2m", "$|3.2m"},
		{"50%", "50|%"},
		{"U.S. envoy", "U.S.|envoy"},
		{"6 a.m. today", "6|a.m.|today"},
		{"Mr. Lind", "Mr.|Lind"},
		{"J. Lind", "J.|Lind"},
		{"(R-SC)", "(|R|-|SC|)"},
		{"wait...", "wait|..."},
		{"so … well", "so|…|well"},
		{"no--never", "no|--|never"},
		{"Why?!", "Why|?!"},
		{"https://example.org/a?b=1, then", "https://example.org/a?b=1|,|then"},
		{"mail ann@example.org.", "mail|ann@example.org|."},
		{"“Yes,” he", "“|Yes|,|”|he"},
		{"(two)", "(|two|)"},
		{"and/or", "and|/|or"},
		{"naïve café", "naïve|café"},
		{"e\u0301tude", "e\u0301tude"},
		{"a\u00a0b", "a|b"},
		{"a\u200bb", "a|b"},
		{"日本", "日本"},
		{"a non-profit group", "a|non-profit|group"},
		{"mid-May", "mid-May"},
		{"e-mailed", "e-mailed"},
		{"the re-elected mayor", "the|re-elected|mayor"},
		{"th- that f- for", "th-|that|f-|for"},
		{"an add-on", "an|add|-|on"},
		{"7:30PM or 9pm", "7:30|PM|or|9|pm"},
		{"9p.m. sharp", "9|p.m.|sharp"},
		{"40km", "40|km"},
		{"$5bn", "$|5bn"},
		{"the 3rd, the 1980s", "the|3rd|,|the|1980s"},
		{"the 90's", "the|90's"},
		{"in '94, the '60s", "in|'94|,|the|'60s"},
		{"they said '94'", "they|said|'|94|'"},
		{"get 'em", "get|'em"},
		{"five o'clock", "five|o'clock"},
		{"Comte d’Orbay", "Comte|d’Orbay"},
		{"10/12/2001, 1/2", "10/12/2001|,|1/2"},
		{"2001/2002", "2001|/|2002"},
		{"call 555-0142.", "call|555-0142|."},
		{"(713-555-0142)", "(|713-555-0142|)"},
		{"from 1990-1995", "from|1990|-|1995"},
		{"2-1", "2|-|1"},
		{"a p of .05.", "a|p|of|.05|."},
		{"+1", "+1"},
		{"4+1", "4|+|1"},
		{"R&D at H&Ms", "R&D|at|H|&|Ms"},
		{"and w/o him", "and|w/o|him"},
		{"see notes.pdf and lorn.com's", "see|notes.pdf|and|lorn.com|'s"},
		{"rec.sport.sailing", "rec.sport.sailing"},
		{"ended.then", "ended|.|then"},
		{"Dahl@PORT", "Dahl@PORT"},
		{"plan_07", "plan_07"},
		{"#truce by @lund, #1", "#truce|by|@lund|,|#|1"},
		{"Great :-) or :D", "Great|:-)|or|:D"},
		{"why :((", "why|:(("},
		{"(see: (a))", "(|see|:|(|a|)|)"},
		{"love <3", "love|<3"},
		{"so -> there", "so|->|there"},
		{"<< more >>", "<<|more|>>"},
		{"no ==---- line", "no|==----|line"},
		{"Really?!! Well...", "Really|?!!|Well|..."},
		{"I dont, im gonna", "I|do|nt|,|i|m|gon|na"},
		{"Its not its fault", "It|s|not|its|fault"},
		{"alot of $$$", "a|lot|of|$$$"},
		{"Drs. Lind and Dahl", "Drs.|Lind|and|Dahl"},
		{"Ph.D. student", "Ph.D.|student"},
		{"masts, etc. and masts, etc.", "masts|,|etc.|and|masts|,|etc|."},
		{"(c. 1580)", "(|c.|1580|)"},
		{"on Sat., Oct. 5 in the sun.", "on|Sat.|,|Oct.|5|in|the|sun|."},
	} {
		t.Run(c.words, func(t *testing.T) {
			doc := read(c.words)
			var got []string
			for i := range doc.Tokens {
				got = append(got, doc.Word(i))
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("tokens (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLowerFormsHaveStraightApostrophes(t *testing.T) {
	doc := read("Don’t")
	if got := doc.Lower(1); got != "n't" {
		t.Errorf("lower form %q, want %q", got, "n't")
	}
}

func TestPointsOverTheTextAreHeadlines(t *testing.T) {
	doc := &text.Doc{Text: "Port closed\n\n• The port has been closed since May 3.\n• Talks go on. Nobody knows how long.\n\nThe port was closed.\n\n• It may open."}
	doc.Title = text.Span{Start: 0, End: len("Port closed")}
	sentence.Read(doc)
	var got []bool
	for _, s := range doc.Sentences {
		got = append(got, s.Headline)
	}
	if want := []bool{true, true, true, true, false, false}; !slices.Equal(got, want) {
		t.Errorf("headlines %v, want %v", got, want)
	}
}

func TestShortLinesWithoutAFullStopAreHeadlines(t *testing.T) {
	doc := read("Ferry sinks off Lorn\nA ferry sank on Monday.\nWhat we know")
	got := []bool{}
	for _, s := range doc.Sentences {
		got = append(got, s.Headline)
	}
	if diff := cmp.Diff([]bool{true, false, true}, got); diff != "" {
		t.Errorf("headlines (-want +got):\n%s", diff)
	}
}

func TestHostileTextIsReadInLinearTime(t *testing.T) {
	for _, piece := range []string{
		"a", ".", "a.", "'", "“", "(", "\n", "https://", "Mr. ", "1,", "-", "a@", "é", "U.S.", "a-", "re-",
		"1/", "1-", "a_", "a.b.", ":", ":)", "<", "=-", "'", "' ", ".1", "...", "#a", "x/", "com.", "a&", "“é", "(1-",
	} {
		start := time.Now()
		doc := read(strings.Repeat(piece, 400_000/len(piece)))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("400 kB of %q took %v", piece, took)
		}
		if err := doc.Check(); err != nil {
			t.Errorf("%q: %v", piece, err)
		}
	}
}

func FuzzTokensCoverTheText(f *testing.F) {
	for _, s := range []string{"The U.S. envoy (Mr. Lind) can't say.\n“No.”", "don’t 1,400 6:30 a.m. …", "ended.The next", "https://x.y/é é\u0301", "\u200b\ufeff \x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 8000 || !utf8.ValidString(s) {
			return
		}
		doc := read(s)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		if len(doc.Sentences) > 0 && doc.Sentences[len(doc.Sentences)-1].Last != len(doc.Tokens) {
			t.Fatal("tokens after the last sentence")
		}
		again := read(s)
		if fmt.Sprint(doc.Tokens, doc.Sentences) != fmt.Sprint(again.Tokens, again.Sentences) {
			t.Fatal("two readings differ")
		}
	})
}
