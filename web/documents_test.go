package web

import (
	"strings"
	"testing"
)

func TestDocumentsAreThoseOfTheirHashes(t *testing.T) {
	documents, err := Documents()
	if err != nil {
		t.Fatal(err)
	}
	if len(documents) < 5 {
		t.Errorf("%d documents, want those of the portal", len(documents))
	}
}

func TestAChangedManifestIsRefused(t *testing.T) {
	const hash = "3b2e62aa41e4b6c3a1ea8c6b5d7ee8a7e2a4f5b8d5b0e3a3b3c7b3a5a9c1d2e3"
	for name, content := range map[string]string{
		"another text": `{"sha256:` + hash + `": "{ viewer { name } }"}`,
		"no algorithm": `{"` + hash + `": "{ viewer { name } }"}`,
		"no object":    `[]`,
	} {
		if err := readManifest([]byte(content), map[string]string{}); err == nil {
			t.Errorf("%s: %s is accepted", name, strings.TrimSpace(content))
		}
	}
}
