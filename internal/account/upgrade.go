package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// foldBatch is how many users FoldUserNames reads at once.
const foldBatch = 1000

// FoldUserNames recomputes the keys of user names beyond ASCII, which a migration set to the names in small letters,
// because SQL folds other letters differently. It returns how many keys it changed; after the first complete run it
// only reads.
func FoldUserNames(ctx context.Context, db *store.Store) (int, error) {
	ctx = store.Unscoped(ctx) // users belong to no customer
	changed := 0
	for last := gid.ID(0); ; {
		rows, err := db.Client().User.Query().Where(user.IDGT(last), store.BeyondASCII(user.FieldUserNameKey)).
			Select(user.FieldID, user.FieldUserName, user.FieldUserNameKey).Order(user.ByID()).Limit(foldBatch).All(ctx)
		if err != nil {
			return changed, fmt.Errorf("read the keys of user names: %w", err)
		}
		var wrong []*ent.User
		for _, u := range rows {
			last = u.ID
			if u.UserNameKey != email.UserNameKey(u.UserName) {
				wrong = append(wrong, u)
			}
		}
		if len(wrong) > 0 {
			err = db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				for _, u := range wrong {
					// an erasure could have changed the name meanwhile
					if err := tx.Client().User.Update().Where(user.ID(u.ID), user.UserName(u.UserName)).
						SetUserNameKey(email.UserNameKey(u.UserName)).Exec(ctx); err != nil {
						return fmt.Errorf("fold a user name: %w", err)
					}
				}
				return nil
			})
			if err != nil {
				return changed, err
			}
			changed += len(wrong)
		}
		if len(rows) < foldBatch {
			return changed, nil
		}
	}
}
