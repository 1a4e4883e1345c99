// SPDX-License-Identifier: Apache-2.0

package check

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"stemma/internal/brief"
	"stemma/internal/fault"
	"stemma/internal/news"
)

func lower(s string) string { return strings.ToLower(s) }

// Render writes a verdict as "text" or "json".
func Render(w io.Writer, v Verdict, format string) error {
	switch format {
	case "json":
		return renderJSON(w, v)
	case "text":
		return renderText(w, v)
	}
	return fault.New(fault.Usage, "", "no format %q: text or json", format)
}

func renderJSON(w io.Writer, v Verdict) error {
	out := struct {
		Claim   string           `json:"claim"`
		Verdict Finding          `json:"verdict"`
		Origins int              `json:"origins"`
		Why     string           `json:"why"`
		Support []brief.Evidence `json:"support"`
		Against []brief.Evidence `json:"against"`
	}{v.Claim, v.Finding, v.Origins, v.Why, list(v.Support), list(v.Against)}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

func list(evidence []news.Evidence) []brief.Evidence {
	out := []brief.Evidence{}
	for _, e := range evidence {
		out = append(out, brief.EvidenceJSON(e))
	}
	return out
}

func renderText(w io.Writer, v Verdict) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", strings.ToUpper(string(v.Finding)), v.Why)
	quoteAll(&b, "for", v.Support)
	quoteAll(&b, "against", v.Against)
	_, err := io.WriteString(w, b.String())
	return err
}

func quoteAll(b *strings.Builder, side string, evidence []news.Evidence) {
	for _, e := range evidence {
		words := brief.EvidenceJSON(e)
		fmt.Fprintf(b, "  %-7s [%s:%d] %s\n          “%s”\n", side, words.Report, words.Start, brief.Safe(e.Report.Input), brief.Safe(words.Exact))
	}
}
