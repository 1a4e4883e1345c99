// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"stemma/internal/reading"
	"stemma/internal/score"
	"stemma/internal/train"
	"stemma/internal/treebank"
)

func (s *session) evalCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "eval INPUT...",
		Short: "Measure the reader against treebanks",
		Long: `Eval reads the sentences of treebanks, as they are cut there, and prints how many parts
of speech, governors, relations and names are those of the annotators. INPUT is as for
stemma train: .conllu files, .iob2 files with the names of their sentences, folders.`,
		Example: `  stemma eval ewt-dev.conllu ewt-dev.iob2`,
		Args:    atLeast(1, "an INPUT: a .conllu or .iob2 file, or a folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			corpus, err := s.corpus(args)
			if err != nil {
				return err
			}
			reader, err := reading.New(reading.Stages())
			if err != nil {
				return err
			}
			return printTrees(s.stdout, measure(reader, corpus))
		},
	}
}

// measure reads a corpus and counts what is right. Documents are cut as in trees.
func measure(reader *reading.Reader, corpus *train.Corpus) score.Trees {
	var out score.Trees
	for at, end := 0, 0; at < len(corpus.Trees); at = end {
		end = at + 1
		for end < min(at+chunk, len(corpus.Trees)) && !corpus.Trees[end].OpensDocument() {
			end++
		}
		gold := corpus.Trees[at:end]
		doc := treebank.Doc(gold)
		reader.Annotate(doc)
		got := treebank.Annotate(gold, doc)
		for i := range gold {
			out.Add(&gold[i], &got[i], corpus.Names[at+i])
		}
	}
	return out
}

func printTrees(w io.Writer, t score.Trees) error {
	_, err := fmt.Fprintf(w, "sentences %d\nwords %d\nUPOS %.2f\nXPOS %.2f\nUAS %.2f\nLAS %.2f\n",
		t.Sentences, t.Words, t.Percent(t.UPOS), t.Percent(t.XPOS), t.Percent(t.UAS), t.Percent(t.LAS))
	if err != nil || t.Names.Gold == 0 {
		return err
	}
	_, err = fmt.Fprintf(w, "names P %.3f R %.3f F %.3f (%d gold)\n", t.Names.Precision(), t.Names.Recall(), t.Names.F1(), t.Names.Gold)
	return err
}
