// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"testing"
)

func TestHeadingsOfLinksAreTold(t *testing.T) {
	for heading, want := range map[string]bool{
		"useful links": true, "links on the strike": true, "resources for further reading": true,
		"suggested links for voters": true, "further reading": true, "links": false,
		"links fail as storm cuts cable": false, "ministers say more reading is needed": false,
		"useful talks on the strike": false,
	} {
		if got := listsLinks(strings.Fields(heading)); got != want {
			t.Errorf("%q is a heading of links: %v, want %v", heading, got, want)
		}
	}
}
