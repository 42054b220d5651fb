package search

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// KeepProduct replaces the stored words of a product that was added or changed.
func KeepProduct(ctx context.Context, tx store.Tx, p *ent.Product) error {
	// Search words have no account; only this package reads them.
	return replaceWords(store.Unscoped(ctx), tx, gid.Product, named{p.ID, 0, Words(p.Name)})
}
