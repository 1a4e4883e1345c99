// SPDX-License-Identifier: Apache-2.0

package treebank

import (
	"strconv"
	"strings"
)

// Names is a sentence with the IOB2 tag of each word: O, B-PER, I-PER, and so on for ORG and LOC.
type Names struct {
	ID          string // the sent_id
	Words, Tags []string
}

// ParseIOB2 reads the files of Universal NER: a word a line as number, word, tag, and columns that are passed over. Tags
// of other things (OTH) become O. The words are those of the file, which may differ from the treebank's.
func ParseIOB2(name string, data []byte) ([]Names, error) {
	l := newLines(name, data)
	var out []Names
	var cur Names
	for l.next() {
		cells := strings.Split(l.text, "\t")
		switch {
		case strings.TrimSpace(l.text) == "":
			out, cur = ended(out, cur), Names{}
			continue
		case len(cells) < 3 && l.text[0] == '#':
			if id, ok := (&Sentence{Comments: []string{l.text}}).Comment("sent_id"); ok {
				cur.ID = id
			}
			continue
		case len(cells) < 3:
			return nil, l.fail("%d columns, at least 3 needed", len(cells))
		}
		if _, err := strconv.Atoi(cells[0]); err != nil { // a range or an empty node
			continue
		}
		tag, ok := iob2(cells[2])
		if !ok {
			return nil, l.fail("tag %q is not O, B-PER, I-ORG, …", short(cells[2]))
		}
		if len(cur.Words) == maxWords {
			return nil, l.fail("a sentence of more than %d words", maxWords)
		}
		cur.Words, cur.Tags = append(cur.Words, cells[1]), append(cur.Tags, tag)
	}
	return ended(out, cur), l.err
}

// ended adds a sentence that has words to the list.
func ended(out []Names, cur Names) []Names {
	if len(cur.Words) > 0 {
		out = append(out, cur)
	}
	return out
}

// iob2 is a tag of a file as one of ours.
func iob2(tag string) (string, bool) {
	if tag == "O" || tag == "_" || tag == "-" {
		return "O", true
	}
	place, kind, _ := strings.Cut(tag, "-")
	if place != "B" && place != "I" {
		return "", false
	}
	switch kind {
	case "PER", "ORG", "LOC":
		return tag, true
	case "OTH", "O", "MISC":
		return "O", true
	}
	return "", false
}
