package account

import (
	"context"
	"fmt"
	"unicode/utf8"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// longestReference limits the reference of an access request, in characters.
const longestReference = 200

// checkReference refuses a request that names no account, or names one in two ways.
func checkReference(in WantedAccess) error {
	switch {
	case (in.Account == 0) == (in.Reference == ""):
		return badInput("input.reference", "The request names no account, or names it in two ways.",
			"Give either account or reference.")
	case utf8.RuneCountInString(in.Reference) > longestReference:
		return fault.LongText("input.reference", longestReference, utf8.RuneCountInString(in.Reference))
	}
	return nil
}

// accountCalled returns the account that another system calls by a name, or that has the object with the name, such as
// a line item with an activation id. It returns 0 if there is none, or if the name stands for several accounts. The
// answer to the requester does not depend on it.
func accountCalled(ctx context.Context, tx store.Tx, name string) (gid.ID, error) {
	ctx = store.Unscoped(ctx)
	names, err := tx.Client().ExternalID.Query().Where(externalid.Value(name)).Limit(maxAccounts).All(ctx)
	if err != nil {
		return 0, fmt.Errorf("look for the name: %w", err)
	}
	found := map[gid.ID]bool{}
	for _, n := range names {
		switch {
		case n.EntityID.Type() == gid.Account:
			found[n.EntityID] = true
		case n.AccountID != nil && (n.EntityID.Type() == gid.LineItem || n.EntityID.Type() == gid.Entitlement):
			found[*n.AccountID] = true
		}
	}
	lines, err := tx.Client().LineItem.Query().Where(lineitem.ActivationID(name)).Limit(maxAccounts).All(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return 0, fmt.Errorf("look for the activation id: %w", err)
	}
	for _, line := range lines {
		found[line.AccountID] = true
	}
	if len(found) != 1 {
		return 0, nil
	}
	for account := range found {
		return account, nil
	}
	return 0, nil
}
