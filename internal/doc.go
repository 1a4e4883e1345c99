// SPDX-License-Identifier: Apache-2.0

// Package internal holds no code; this is a tour of the packages below it, from the bottom up.
//
// A package imports lower levels only, never its own level or a higher one. A test beside this file keeps it so, and
// keeps levels 0 to 7 pure: bytes and a reference time go in, findings come out; no files, no network, no clock.
//
// # Level 0: what everything stands on
//
//   - text: the annotated document. Tokens, sentences and every later layer are spans over one string.
//   - fault: errors with a kind, which the command line turns into exit codes.
//   - each: spreads independent pieces of work over the processors.
//
// # Level 1: the nouns of the field
//
//   - news: reports, origins, statements, facts, stories. Data without rules.
//   - lexicon: word lists as text files, embedded, and their loader.
//   - treebank: annotated sentences, read from and written to CoNLL-U.
//   - model: the trained network of the reader; words go in, tags, trees and names come out.
//
// # Level 2: from bytes to annotated reports
//
//   - clean: decodes an input and tells the report from the page around it; lists what it dropped and why.
//   - sentence, tag, parse: tokens and sentences; parts of speech and trees, by the network; phrases and clauses.
//   - name, when, quantity, role, quote, event: one kind of finding each. These stages never import each other; they
//     meet in text.Doc.
//
// # Level 3: what a read report holds
//
//   - reading: the ordered list of stages. What each needs and gives is checked when the list is built.
//   - entity: who is who, within a report and across reports.
//   - train: learns the weights of model from treebanks.
//
// # Level 4: several reports side by side
//
//   - lineage: which report came from which, and so how many independent origins there are.
//   - story: which reports belong together.
//   - align: which statements answer the same question.
//
// # Level 5: what follows from it
//
//   - weigh: facts with their versions, and how versions relate: agree, refine, contradict, update.
//   - talks, timeline: two views on the facts.
//   - score: findings measured against gold annotations.
//
// # Level 6 and 7: what the user gets
//
//   - brief: puts a story together and renders it as text, Markdown, HTML or JSON.
//   - check: the verdict on a claim.
//
// # On top
//
// The root package stemma is the library face for other Go programs. Package cli holds the commands, a file each; it is
// the only place that opens files. cmd/stemma calls it.
package internal
