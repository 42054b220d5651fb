package app

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"

	"github.com/muniment/muniment/web"
)

// trustedDocuments returns the documents of the manifests by their hashes. check is httpd.CheckDocument or
// httpd.CheckPageDocument. It returns an error if a document of this release does not fit the contract of this server:
// then the two do not belong together. A document of an earlier release that no longer fits is left out, and logged.
// Its page may still be open somewhere: it is told to reload, and everybody else goes on. A server that did not start
// because of it would help nobody.
func trustedDocuments(manifests []web.Manifest, check func(text string) error, log *slog.Logger) (map[string]string,
	error) {
	documents := map[string]string{}
	for _, m := range manifests {
		for hash, text := range m.Texts {
			switch err := check(text); {
			case err == nil:
				documents[hash] = text
			case m.Current:
				return nil, fmt.Errorf("the trusted document %s of %s: %w\n%s", hash, m.Name, err, text)
			default:
				log.Warn("a document of an earlier release no longer fits; open pages of it must be reloaded",
					"manifest", m.Name, "hash", hash, "error", err)
			}
		}
	}
	return documents, nil
}

// hashesOf returns the hashes of the documents of manifests, in order.
func hashesOf(manifests []web.Manifest) []string {
	var hashes []string
	for _, m := range manifests {
		hashes = slices.AppendSeq(hashes, maps.Keys(m.Texts))
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// document returns the text of a trusted document: one of the portal or of the widgets, or one that is registered for
// widgets.
func (a *App) document(ctx context.Context, hash string) (string, bool, error) {
	if text, found := a.trusted[hash]; found {
		return text, true, nil
	}
	return a.Access.WidgetDocument(ctx, hash)
}
