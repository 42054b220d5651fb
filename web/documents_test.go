package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"testing"
	"testing/fstest"
)

func TestDocumentsAreThoseOfTheirHashes(t *testing.T) {
	manifests, err := Documents()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range manifests {
		if m.Current && len(m.Texts) < 5 {
			t.Errorf("%d documents, want those of the portal", len(m.Texts))
		}
	}
}

// manifest is a file with the documents.
func manifest(t *testing.T, texts ...string) *fstest.MapFile {
	t.Helper()
	entries := map[string]string{}
	for _, text := range texts {
		sum := sha256.Sum256([]byte(text))
		entries["sha256:"+hex.EncodeToString(sum[:])] = text
	}
	content, err := json.Marshal(entries)
	if err != nil {
		t.Fatal(err)
	}
	return &fstest.MapFile{Data: content}
}

func TestManifestsOfEarlierReleasesAreRead(t *testing.T) {
	now, before := manifest(t, "{ viewer { name } }"), manifest(t, "{ viewer { id } }")
	got, err := readManifests(fstest.MapFS{"portal.json": now, "v1.2.0.json": before}, currentManifest)
	if err != nil || len(got) != 2 || !got[0].Current || got[1].Current || got[1].Name != "v1.2.0.json" {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := readManifests(fstest.MapFS{"v1.2.0.json": before}, currentManifest); err == nil {
		t.Error("the manifest of this release is missing, and nothing is said of it")
	}
}

func TestAChangedManifestIsRefused(t *testing.T) {
	const hash = "3b2e62aa41e4b6c3a1ea8c6b5d7ee8a7e2a4f5b8d5b0e3a3b3c7b3a5a9c1d2e3"
	for name, content := range map[string]string{
		"another text": `{"sha256:` + hash + `": "{ viewer { name } }"}`,
		"no algorithm": `{"` + hash + `": "{ viewer { name } }"}`,
		"no object":    `[]`,
	} {
		changed := &fstest.MapFile{Data: []byte(content)}
		for _, file := range []string{"portal.json", "v1.2.0.json"} {
			files := fstest.MapFS{"portal.json": manifest(t, "{ viewer { name } }")}
			files[file] = changed
			if _, err := readManifests(files, currentManifest); err == nil {
				t.Errorf("%s in %s is accepted", name, file)
			}
		}
	}
}
