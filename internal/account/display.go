package account

import (
	"context"
	"fmt"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// displayWords converts values of an enum to plain words, such as "account administrator".
func displayWords[T ~string](list []T) []string {
	words := make([]string, len(list))
	for i, word := range list {
		words[i] = strings.ToLower(strings.ReplaceAll(string(word), "_", " "))
	}
	return words
}

// nameOf returns the display name of a user, or else the first and last name, or else the user name.
// openersStatement has the same rule in SQL, whose TRIM removes blanks only.
func nameOf(u *ent.User) string {
	if u.DisplayName != "" {
		return u.DisplayName
	}
	if name := strings.Trim(u.FirstName+" "+u.LastName, " "); name != "" {
		return name
	}
	return u.UserName
}

// viewerName returns the display name of the viewer.
func viewerName(ctx context.Context, tx store.Tx) (string, error) {
	who := viewer.From(ctx)
	if who.User == 0 {
		return who.Name, nil
	}
	u, err := tx.Client().User.Query().Where(user.ID(who.User)).Only(store.Unscoped(ctx)) // the viewer's own row
	if err != nil {
		return "", fmt.Errorf("read the viewer's name: %w", err)
	}
	return nameOf(u), nil
}

// accountName returns the name of an account without a check. The caller has decided that the recipient of the mail
// may know it.
func accountName(ctx context.Context, tx store.Tx, id gid.ID) (string, error) {
	row, err := tx.Client().Account.Query().Where(account.ID(id)).Select(account.FieldName).Only(store.Unscoped(ctx))
	if err != nil {
		return "", fmt.Errorf("read the name of the account: %w", err)
	}
	return row.Name, nil
}
