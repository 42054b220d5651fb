package access

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/store"
)

// Directories gives access to the records in customers' directories.
type Directories interface {
	// Expected returns an active directory record that has the address and is linked to no user, in an account that
	// has proven the address's domain, or nil. It looks at no other accounts.
	Expected(ctx context.Context, client *ent.Client, address string) (*ent.DirectoryRecord, error)
	// Link links the directory records that have the address to the user who has proven it, in the accounts that have
	// proven the address's domain. It is called in the transaction in which the address was proven.
	Link(ctx context.Context, tx store.Tx, done *change.Record, user *ent.User, address string) error
}

// noDirectories has no records.
type noDirectories struct{}

// Expected implements Directories.
func (noDirectories) Expected(context.Context, *ent.Client, string) (*ent.DirectoryRecord, error) {
	return nil, nil
}

// Link implements Directories.
func (noDirectories) Link(context.Context, store.Tx, *change.Record, *ent.User, string) error {
	return nil
}
