package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

// Documents returns the text of each trusted document by its SHA-256 in hexadecimal: the queries and mutations of the
// portal, of this release and of those whose pages may still be open. It returns an error for a manifest in which a
// hash is not that of its text.
func Documents() (map[string]string, error) {
	manifests, err := fs.Glob(dist, "dist/documents/*.json")
	if err != nil || len(manifests) == 0 {
		return nil, fmt.Errorf("web: no manifest of trusted documents is embedded: %w", err)
	}
	texts := map[string]string{}
	for _, name := range manifests {
		content, err := fs.ReadFile(dist, name)
		if err != nil {
			return nil, err
		}
		if err := readManifest(content, texts); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return texts, nil
}

// readManifest adds the documents of a manifest: an object with a text for each "sha256:" and hash.
func readManifest(content []byte, texts map[string]string) error {
	var entries map[string]string
	if err := json.Unmarshal(content, &entries); err != nil {
		return err
	}
	for key, text := range entries {
		hash, named := strings.CutPrefix(key, "sha256:")
		sum := sha256.Sum256([]byte(text))
		if !named || hash != hex.EncodeToString(sum[:]) {
			return fmt.Errorf("%s is not the SHA-256 of its document", key)
		}
		texts[hash] = text
	}
	return nil
}
