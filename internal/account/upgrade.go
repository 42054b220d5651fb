package account

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/namekey"
	"github.com/muniment/muniment/internal/store"
)

// FoldUserNames recomputes the keys of user names that are not those of email.UserNameKey: names beyond ASCII, which a
// migration set to the names in small letters, because SQL folds other letters differently, and empty ones, which an
// older version writes if it still runs after the migration. It returns how many keys it changed; after the first
// complete run it only reads.
func FoldUserNames(ctx context.Context, db *store.Store) (int, error) {
	return UserNameKeys().Fold(ctx, db)
}

// UserNameKeys are the keys of users.
func UserNameKeys() namekey.Keys {
	return namekey.Keys{
		Next: func(ctx context.Context, c *ent.Client, after gid.ID, limit int, all bool) ([]namekey.Row, error) {
			q := c.User.Query().Where(user.IDGT(after))
			if !all {
				q.Where(user.Or(user.UserNameKey(""), store.BeyondASCII(user.FieldUserName),
					store.BeyondASCII(user.FieldUserNameKey)))
			}
			rows, err := q.Select(user.FieldID, user.FieldUserName, user.FieldUserNameKey).Order(user.ByID()).
				Limit(limit).All(ctx)
			return namekey.Rows(rows, err, func(u *ent.User) namekey.Row {
				return namekey.Row{ID: u.ID, Name: u.UserName, Key: u.UserNameKey,
					Wanted: email.UserNameKey(u.UserName)}
			})
		},
		Set: func(ctx context.Context, c *ent.Client, row namekey.Row, key string) (int, error) {
			return c.User.Update().Where(user.ID(row.ID), user.UserName(row.Name)).SetUserNameKey(key).Save(ctx)
		},
	}
}
