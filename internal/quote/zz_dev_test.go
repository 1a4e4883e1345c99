package quote_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestZZDump(t *testing.T) {
	if os.Getenv("ZZ") == "" {
		t.Skip()
	}
	var rows []any
	files, _ := filepath.Glob(os.Getenv("ZZ"))
	for _, f := range files {
		data, _ := os.ReadFile(f)
		doc := read(string(data))
		var out []map[string]any
		sts := statements(doc)
		for i, a := range doc.Attributions {
			out = append(out, map[string]any{"st": sts[i], "lemma": a.CueLemma, "class": a.CueClass, "name": a.SourceName, "anon": a.Anonymous, "direct": a.Direct, "cond": doc.Exact(a.Conditions), "via": a.Via})
		}
		var qs []map[string]any
		for _, q := range doc.Quotes {
			qs = append(qs, map[string]any{"text": doc.Exact(q.Span), "scare": q.Scare, "speech": q.Speech})
		}
		rows = append(rows, map[string]any{"file": filepath.Base(f), "text": string(data), "rows": out, "quotes": qs})
	}
	b, _ := json.Marshal(rows)
	os.WriteFile(os.Getenv("ZZOUT"), b, 0o644)
}
