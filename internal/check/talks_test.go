// SPDX-License-Identifier: Apache-2.0

package check_test

import (
	"testing"

	"stemma/internal/check"
)

// parley is four reports of talks from four origins: on the last point of each they differ.
var parley = []string{
	"[2031-05-06|Miners and owners talk in Lorne] Negotiators for the Miners' Guild and the Ore Council held talks in Lorne on Monday, with Norway as " +
		"the mediator.\nThe two sides met face to face at the Harbour Hotel, an aide to the guild said. The strike began on April 2.\n" +
		"The guild would release nine seized trucks in the first phase. The last strike lasted 19 days.\nBombers attacked the ore depot on April 9.",
	"[2031-05-07|Norway brings guild and council together] Norwegian mediators brought the Miners' Guild and the Ore Council together for negotiations in Lorne, " +
		"a town on the Aster.\nThe strike, which started on April 2, has closed 14 pits. A strike of 19 days shut them last year, the guild said.\n" +
		"Nine trucks that the guild seized would go free first, under a plan for an exchange that Norway has drafted.",
	"[2031-05-08|Two floors, one paper] At no point did the two teams share a table, said a clerk at the Harbour Hotel in Lorne. Norway, which has mediated in the " +
		"talks, carried papers between the Miners' Guild and the Ore Council.\nThe depot still smokes. The attack came on April 19.",
	"[2031-05-09|Talks in Velden] The Miners' Guild and the Ore Council have met for talks in Velden, where the mood of the negotiators was grim.\n" +
		"No truck has been released. The strike began on April 12.",
}

func TestClaimsOfTalks(t *testing.T) {
	stories := assemble(t, parley...)
	for _, c := range []struct {
		claim string
		want  check.Finding
	}{
		{"Norway is a mediator.", check.Corroborated},
		{"Norway is the mediator in the talks.", check.Corroborated},
		{"Chile is a mediator in the talks.", check.NotFound},
		{"The talks took place in Lorne.", check.Contested},
		{"The talks took place in Oslo.", check.Contradicted},
		{"The two sides met face to face.", check.Contested},
		{"The last strike lasted 19 days.", check.Corroborated},
		{"The last strike lasted 40 days.", check.Contradicted},
		{"The strike began on April 2.", check.Contested},
		{"The strike began on March 2.", check.Contradicted},
		{"The depot was attacked on April 9.", check.Contested},
		{"Nine trucks were released.", check.NotFound},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := check.Claim(c.claim, stories); got.Finding != c.want {
				t.Errorf("%s by %d origins (%s), want %s: %q against %q", got.Finding, got.Origins, got.Why, c.want, exact(got.Support), exact(got.Against))
			}
		})
	}
}
