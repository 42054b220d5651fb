package app

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/web"
)

// trustedDocuments returns the documents of the portal by their hashes. It returns an error if one of them does not fit
// the contract of this server.
func trustedDocuments() (map[string]string, error) {
	documents, err := web.Documents()
	if err != nil {
		return nil, err
	}
	for hash, text := range documents {
		if err := httpd.CheckDocument(text); err != nil {
			return nil, fmt.Errorf("the trusted document %s: %w\n%s", hash, err, text)
		}
	}
	return documents, nil
}

// document returns the text of a trusted document, or of one that is registered for widgets.
func (a *App) document(ctx context.Context, hash string) (string, bool, error) {
	if text, found := a.trusted[hash]; found {
		return text, true, nil
	}
	return a.Access.WidgetDocument(ctx, hash)
}
