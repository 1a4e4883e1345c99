// SPDX-License-Identifier: Apache-2.0

package brief

import "stemma/internal/news"

// jsonChanges are ids of what is new in the story that holds them. A fact of old may stand under statuses and versions.
type jsonChanges struct {
	Reports  []string      `json:"reports"`
	Facts    []string      `json:"facts"` // those that are new
	Statuses []jsonMove    `json:"statuses"`
	Versions []jsonAnswers `json:"versions"`
}

type jsonMove struct {
	Fact string          `json:"fact"`
	From news.FactStatus `json:"from"`
	To   news.FactStatus `json:"to"`
}

type jsonAnswers struct {
	Fact     string `json:"fact"`
	Versions []int  `json:"versions"` // numbers of the fact's versions that are new, from 0
}

func formChanges(c StoryChanges) *jsonChanges {
	out := &jsonChanges{reportIDs(c.Reports), []string{}, []jsonMove{}, []jsonAnswers{}}
	for _, change := range c.Facts {
		f := change.Fact
		if change.New() {
			out.Facts = append(out.Facts, f.ID)
			continue
		}
		if change.Moved() {
			out.Statuses = append(out.Statuses, jsonMove{f.ID, change.Before, f.Status})
		}
		if len(change.Versions) > 0 {
			out.Versions = append(out.Versions, jsonAnswers{f.ID, change.Versions})
		}
	}
	return out
}
