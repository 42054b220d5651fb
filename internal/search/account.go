package search

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// KeepAccount replaces the stored words of an account that was added or whose name changed.
func KeepAccount(ctx context.Context, tx store.Tx, a *ent.Account) error {
	return replaceWords(store.Unscoped(ctx), tx, gid.Account, named{a.ID, a.ID, Words(a.Name)})
}
