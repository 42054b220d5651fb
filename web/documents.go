package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

// currentManifest is the manifest of the portal that is embedded. Others are those of earlier releases.
const currentManifest = "portal.json"

// currentWidgetManifest is the manifest of the widgets that are embedded. Others are those of earlier releases.
const currentWidgetManifest = "widgets.json"

// Manifest has the trusted documents of a release of the portal, its queries and mutations, or of the widgets.
type Manifest struct {
	// Name is the name of its file.
	Name string
	// Current says that it is the manifest of what is embedded. Pages of earlier releases may still be open.
	Current bool
	// Texts are the documents by their SHA-256 in hexadecimal.
	Texts map[string]string
}

// Documents returns the manifests of trusted documents of this release and of earlier ones. It returns an error if the
// one of this release is missing, and for a manifest in which a hash is not that of its text.
func Documents() ([]Manifest, error) {
	folder, err := fs.Sub(dist, "dist/documents")
	if err != nil {
		return nil, err
	}
	return readManifests(folder, currentManifest)
}

// WidgetDocuments returns the manifests of the documents of the widgets, of this release and of all earlier ones:
// pages that other people build with the package of the widgets take a new release of it when it suits them.
func WidgetDocuments() ([]Manifest, error) {
	folder, err := fs.Sub(dist, "dist/documents/widgets")
	if err != nil {
		return nil, err
	}
	return readManifests(folder, currentWidgetManifest)
}

func readManifests(folder fs.FS, current string) ([]Manifest, error) {
	if _, err := fs.Stat(folder, current); err != nil {
		return nil, fmt.Errorf("web: no manifest of trusted documents is embedded: %w", err)
	}
	names, err := fs.Glob(folder, "*.json")
	if err != nil {
		return nil, err
	}
	var all []Manifest
	for _, name := range names {
		content, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		texts, err := readManifest(content)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, Manifest{name, name == current, texts})
	}
	return all, nil
}

// readManifest reads the documents of a manifest: an object with a text for each "sha256:" and hash.
func readManifest(content []byte) (map[string]string, error) {
	var entries map[string]string
	if err := json.Unmarshal(content, &entries); err != nil {
		return nil, err
	}
	texts := make(map[string]string, len(entries))
	for key, text := range entries {
		hash, named := strings.CutPrefix(key, "sha256:")
		sum := sha256.Sum256([]byte(text))
		if !named || hash != hex.EncodeToString(sum[:]) {
			return nil, fmt.Errorf("%s is not the SHA-256 of its document", key)
		}
		texts[hash] = text
	}
	return texts, nil
}
