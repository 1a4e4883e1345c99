// SPDX-License-Identifier: Apache-2.0

package check_test

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/brief"
	"stemma/internal/check"
	"stemma/internal/clean"
	"stemma/internal/fault"
	"stemma/internal/news"
)

// heap is four reports of one accident from three origins: the last two are one text under two headlines.
var heap = []string{
	"[2031-05-06|Lorne bridge collapses] A road bridge over the Aster river collapsed in Lorne on Monday, killing 12 people and " +
		"injuring 30, the interior ministry said.\n" +
		"Transport minister Anna Berg said the bridge had been inspected in April. The Builders' Union disputed that.\n" +
		"The ministry declined to comment on the cause. Officers arrested the site manager, Paul Stone, on Tuesday.\n" +
		"Norway sent two teams of divers. Chile opposes the sale of the wreck.",
	"[2031-05-06|Twelve die as bridge falls] Twelve people died when the bridge at Lorne gave way on Monday and fell into the Aster. " +
		"Hospitals treated 30 injured.\n" +
		"Anna Berg, the transport minister, visited the site. Iris Vane condemned the builders.\n" +
		"The river was closed to ships. The toll of the old ferry was four dollars.",
	"[2031-05-07|Vigil in Lorne] Residents of Lorne held a vigil on Tuesday evening. The mayor, Iris Vane, said the crossing would be rebuilt.\n" +
		"The repair will cost 40 million dollars, according to the regional council. A second bridge in Lorne opened on May 2.",
	"[2031-05-07|Lorne mourns] Residents of Lorne held a vigil on Tuesday evening. The mayor, Iris Vane, said the crossing would be rebuilt.\n" +
		"The repair will cost 40 million dollars, according to the regional council. A second bridge in Lorne opened on May 2.",
}

// assemble makes a story of pages: words, or "[2031-05-06|Headline] words".
func assemble(t testing.TB, pages ...string) []*news.Story {
	t.Helper()
	var out []*news.Report
	for i, page := range pages {
		row := map[string]string{"id": strconv.Itoa(i + 1), "published": "2031-05-07", "text": page}
		if head, words, ok := strings.Cut(page, "] "); ok && strings.HasPrefix(page, "[") {
			row["text"] = words
			row["published"], row["title"], _ = strings.Cut(head[1:], "|")
		}
		data, err := json.Marshal(row)
		if err != nil {
			t.Fatal(err)
		}
		reports, errs := clean.Reports(clean.Input{Name: "a.jsonl", Data: data}, clean.Options{AsIs: true})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		out = append(out, reports...)
	}
	return brief.Assemble(out, brief.AssembleOptions{OneStory: true}).Stories
}

func TestTheFiveVerdicts(t *testing.T) {
	stories := assemble(t, heap...)
	for _, c := range []struct {
		claim   string
		want    check.Finding
		origins int
	}{
		{"Twelve people were killed when a bridge collapsed in Lorne.", check.Corroborated, 2},
		{"Thirty people were injured in Lorne.", check.Corroborated, 2},
		{"Anna Berg is the transport minister.", check.Corroborated, 2},

		{"Anna Berg visited the site.", check.SingleOrigin, 1},
		{"Norway sent two teams of divers.", check.SingleOrigin, 1},
		{"The ministry declined to comment on the cause.", check.SingleOrigin, 1},
		{"Chile opposes the sale of the wreck.", check.SingleOrigin, 1},

		{"The bridge had been inspected in April.", check.Contested, 1},

		{"Fourteen people were killed when a bridge collapsed in Lorne.", check.Contradicted, 0},
		{"Anna Berg is the former transport minister.", check.Contradicted, 0},
		{"Chile supports the sale of the wreck.", check.Contradicted, 0},
		{"The repair will cost 70 million dollars.", check.Contradicted, 0},

		{"Gregor Halm visited the site.", check.NotFound, 0},
		{"Peru sent two teams of divers.", check.NotFound, 0},
		{"Two trains met in Peru.", check.NotFound, 0},
		{"", check.NotFound, 0},
	} {
		t.Run(c.claim, func(t *testing.T) {
			got := check.Claim(c.claim, stories)
			if got.Finding != c.want || got.Origins != c.origins {
				t.Errorf("%s by %d origins (%s), want %s by %d", got.Finding, got.Origins, got.Why, c.want, c.origins)
			}
			if got.Claim != c.claim || got.Why == "" {
				t.Errorf("claim %q, why %q", got.Claim, got.Why)
			}
			if supported := len(got.Support) > 0; supported != (c.origins > 0) {
				t.Errorf("%d passages support it, of %d origins", len(got.Support), c.origins)
			}
			if against := len(got.Against) > 0; against != (c.want == check.Contested || c.want == check.Contradicted) {
				t.Errorf("%s, with %d passages against it", c.want, len(got.Against))
			}
		})
	}
}

func TestWhatTwoCopiesSayIsOfOneOrigin(t *testing.T) {
	stories := assemble(t, heap...)
	for _, claim := range []string{
		"The repair will cost 40 million dollars.",
		"Residents of Lorne held a vigil on Tuesday.",
		"Iris Vane is the mayor of Lorne.",
	} {
		got := check.Claim(claim, stories)
		reports := map[*news.Report]bool{}
		for _, e := range got.Support {
			reports[e.Report] = true
		}
		if got.Finding != check.SingleOrigin || got.Origins != 1 || len(reports) != 2 {
			t.Errorf("%q: %s by %d origins of %d reports", claim, got.Finding, got.Origins, len(reports))
		}
	}
}

// Two independent reports say one thing; claims that differ from it in one point have no support.
func TestAClaimThatIsOffInOnePointIsNotSupported(t *testing.T) {
	for _, c := range []struct{ claim, a, b string }{
		{"Nine ships left the port of Lorne.", "Twelve ships left the port of Lorne.", "Twelve ships left the port of Lorne on Monday, an official said."},
		{"The truce began on May 3.", "The truce began on May 5.", "The truce took effect on May 5, an official said."},
		{"Twelve people were injured in the fire.", "Twelve people died in the fire in Lorne.", "The fire in Lorne killed 12 people."},
		{"Ships left the port.", "No ship left the port.", "No ship left the port on Monday, an official said."},
		{"Norway did not attack Chile.", "On Monday Norway attacked Chile.", "Norway attacked Chile from the sea."},
		{"Norway attacked Chile.", "On Monday Chile attacked Norway from the sea. The king left.", "Chile attacked Norway on Monday, an official said."},
		{"Paul Stone arrested Anna Berg.", "Anna Berg arrested Paul Stone on Monday.", "Anna Berg arrested Paul Stone in Lorne."},
		{"Paul Stone killed Anna Berg.", "Paul Stone was killed by Anna Berg.", "Paul Stone was killed by Anna Berg in Lorne."},
		{"Norway supports the sale of the island.", "Norway opposes the sale of the island.", "Norway has rejected the sale of the island."},
		{"Norway held direct talks with the Northern Front.", "Norway ruled out direct talks with the Northern Front.", "Norway refused direct talks with the Northern Front."},
		{"The rebels released the hostages.", "The rebels refused to release the hostages.", "The rebels agreed to release the hostages on Monday."},
		{"The company paid the fine.", "The court ordered the company to pay the fine by May 9.", "The court ordered the company to pay the fine."},
		{"Anna Berg is the Norwegian envoy.", "Anna Berg, the nominee for Norwegian envoy, spoke.", "Anna Berg, the nominee for Norwegian envoy, left."},
		{"Anna Berg is the finance minister.", "Anna Berg, the transport minister, spoke.", "The transport minister, Anna Berg, left."},
		{"Paul Stone is alive.", "Paul Stone died on Sunday.", "Paul Stone was found dead."},
		{"The envoy met the minister in Oslo.", "The envoy met the minister in Lima.", "The envoy met the minister in Lima on Monday."},
		{"The ferry was built in 2011.", "The ferry was built in 1997, and was licensed for 90.", "The ferry, an old one, was built in 1997."},
		{"The ferry left Lorne at 9:30 a.m.", "The ferry left Lorne at 6:05 a.m. on Monday.", "The ferry had left Lorne at 6:05 a.m."},
		{"The assembly has confirmed Anna Berg.", "Anna Berg has not been confirmed by the assembly.", "The assembly has not confirmed Anna Berg."},
		{"Norway declined to comment on the murder.", "Norway declined to comment on the sale of the port.", "Norway would not comment on the sale, an official said."},
		{"The families were told.", "No one had told the families, a sailor said.", "Nobody told the families that the ship had sunk."},
		{"Twelve hostages were released.", "The rebels would release 12 hostages under the plan.", "Under the plan 12 hostages would be released."},
		{"Anna Berg met the king.", "Tom Hale met the king.", "Tom Hale met the king on Monday, an official said. Anna Berg left."},
	} {
		t.Run(c.claim, func(t *testing.T) {
			got := check.Claim(c.claim, assemble(t, c.a, c.b))
			if got.Finding == check.Corroborated || got.Finding == check.SingleOrigin {
				t.Errorf("%s by %d origins: %q", got.Finding, got.Origins, exact(got.Support))
			}
		})
	}
}

// The same reports do support what they say, so that the test above does not pass by finding nothing.
func TestAClaimInTheWordsOfTwoReportsIsCorroborated(t *testing.T) {
	for _, c := range []struct{ claim, a, b string }{
		{"Twelve ships left the port of Lorne.", "Twelve ships left the port of Lorne.", "On Monday 12 vessels left Lorne, and its port is empty, an official said."},
		{"The truce began on May 5.", "The truce began on May 5.", "The truce began on May 5, an official said."},
		{"Twelve people died in the fire.", "Twelve people died in the fire in Lorne.", "The fire in Lorne killed 12 people."},
		{"No ship left the port.", "No ship left the port.", "No ship left the port on Monday, an official said."},
		{"Norway attacked Chile.", "On Monday Norway attacked Chile.", "Norway attacked Chile from the sea."},
		{"Anna Berg arrested Paul Stone.", "Anna Berg arrested Paul Stone on Monday.", "Anna Berg arrested Paul Stone in Lorne."},
		{"Norway opposes the sale of the island.", "Norway opposes the sale of the island.", "Norway has rejected the sale of the island."},
		{"Tom Hale met the king.", "Tom Hale met the king.", "Tom Hale met the king on Monday, an official said. Anna Berg left."},
	} {
		t.Run(c.claim, func(t *testing.T) {
			got := check.Claim(c.claim, assemble(t, c.a, c.b))
			if got.Finding != check.Corroborated || got.Origins != 2 {
				t.Errorf("%s by %d origins (%s)", got.Finding, got.Origins, got.Why)
			}
		})
	}
}

func exact(evidence []news.Evidence) []string {
	var out []string
	for _, e := range evidence {
		out = append(out, e.Exact())
	}
	return out
}

func TestOfTwoStoriesTheOneThatTellsOfItDecides(t *testing.T) {
	stories := append(assemble(t, "The moon festival of Peru opened in Lima."), assemble(t, heap...)...)
	if got := check.Claim("Thirty people were injured in Lorne.", stories); got.Finding != check.Corroborated {
		t.Errorf("%s: %s", got.Finding, got.Why)
	}
	if got := check.Claim("Thirty people were injured in Lorne.", nil); got.Finding != check.NotFound {
		t.Errorf("of no story: %s", got.Finding)
	}
}

func TestAVerdictIsTheSameTwice(t *testing.T) {
	for _, claim := range []string{"Twelve people were killed when a bridge collapsed in Lorne.", "The bridge had been inspected in April."} {
		var first, second bytes.Buffer
		for _, out := range []*bytes.Buffer{&first, &second} {
			if err := check.Render(out, check.Claim(claim, assemble(t, heap...)), "json"); err != nil {
				t.Fatal(err)
			}
		}
		if first.String() != second.String() {
			t.Errorf("%s\n%s", &first, &second)
		}
	}
}

func TestOddClaimsAreNotFoundAndDoNoHarm(t *testing.T) {
	stories := assemble(t, heap...)
	for _, claim := range []string{" ", "?!", "“““", "\x00\xff", strings.Repeat("and ", 5000), "12", "日本"} {
		if got := check.Claim(claim, stories); got.Finding == check.Corroborated || got.Finding == check.Contested {
			t.Errorf("%.20q: %s", claim, got.Finding)
		}
	}
}

func TestRender(t *testing.T) {
	v := check.Claim("The bridge had been inspected in April.", assemble(t, heap...))
	var out bytes.Buffer
	if err := check.Render(&out, v, "json"); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Claim, Verdict, Why string
		Origins             int
		Support, Against    []struct {
			Report, Exact string
			Start, End    int
		}
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Verdict != "contested" || got.Claim != v.Claim || got.Origins != 1 || len(got.Support) == 0 || len(got.Against) == 0 {
		t.Errorf("%s", &out)
	}
	for _, e := range append(got.Support, got.Against...) {
		if e.Exact == "" || e.End-e.Start != len([]rune(e.Exact)) || e.Report == "" {
			t.Errorf("evidence %+v", e)
		}
	}
	out.Reset()
	if err := check.Render(&out, v, "text"); err != nil || !strings.HasPrefix(out.String(), "CONTESTED: ") || !strings.Contains(out.String(), "against") {
		t.Errorf("%v %s", err, &out)
	}
	if err := check.Render(&out, v, "xml"); fault.KindOf(err) != fault.Usage {
		t.Errorf("an unknown format: %v", err)
	}
	out.Reset()
	if err := check.Render(&out, check.Claim("Two trains met in Peru.", nil), "json"); err != nil || !strings.Contains(out.String(), `"support": []`) {
		t.Errorf("%v: no support is no empty list: %s", err, &out)
	}
}
