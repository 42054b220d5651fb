package access

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/store"
)

// Directories are the people that directories of customers know.
type Directories interface {
	// Expected returns the record by which a directory expects somebody with an address, or nil: an active one that is linked to
	// nobody, in an account for which the domain is proven. It looks at no other accounts.
	Expected(ctx context.Context, client *ent.Client, address string) (*ent.DirectoryRecord, error)
	// Link links the records of an address to the user who has proven it, where the domain is proven for the account. It is
	// called in the transaction in which the address was proven.
	Link(ctx context.Context, tx store.Tx, done *change.Record, user *ent.User, address string) error
}

// noDirectories knows nobody.
type noDirectories struct{}

// Expected implements Directories.
func (noDirectories) Expected(context.Context, *ent.Client, string) (*ent.DirectoryRecord, error) {
	return nil, nil
}

// Link implements Directories.
func (noDirectories) Link(context.Context, store.Tx, *change.Record, *ent.User, string) error {
	return nil
}
