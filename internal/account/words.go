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

// forPeople writes words of the vocabulary as people read them: "account administrator".
func forPeople[T ~string](list []T) []string {
	words := make([]string, len(list))
	for i, word := range list {
		words[i] = strings.ToLower(strings.ReplaceAll(string(word), "_", " "))
	}
	return words
}

// nameOf is how people call a user.
func nameOf(u *ent.User) string {
	if u.DisplayName != "" {
		return u.DisplayName
	}
	if name := strings.TrimSpace(u.FirstName + " " + u.LastName); name != "" {
		return name
	}
	return u.UserName
}

// viewerName is how people call the viewer.
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

// accountName is called by rules that have decided that the account may be named to whoever gets the mail.
func accountName(ctx context.Context, tx store.Tx, id gid.ID) (string, error) {
	row, err := tx.Client().Account.Query().Where(account.ID(id)).Select(account.FieldName).Only(store.Unscoped(ctx))
	if err != nil {
		return "", fmt.Errorf("read the name of the account: %w", err)
	}
	return row.Name, nil
}
