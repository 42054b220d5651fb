package directory_test

import (
	"context"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestOnlyUntakenKeysAreFolded(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		account := gid.New(gid.Account, gid.NewLocality())
		add := func(ctx context.Context, c *ent.Client, name, key string) error {
			return c.DirectoryRecord.Create().SetID(gid.New(gid.DirectoryRecord, account.Locality())).
				SetAccountID(account).SetUserName(name).
				SetUserNameKey(key).SetAdopted(true).SetActive(true).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
		}
		err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			c := tx.Client()
			err := c.Account.Create().SetID(account).SetName("Harbor").SetNameKey("harbor").
				SetKind(vocabulary.AccountKindCustomer).SetVisible(true).
				SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
			if err != nil {
				return err
			}
			for _, names := range [][2]string{{"bo", "bo"}, {"BO", "BO"}, {"CY", "CY"}} {
				if err := add(ctx, c, names[0], names[1]); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if n, err := directory.FoldKeys(t.Context(), db); n != 1 || err != nil {
			t.Errorf("%d folded, %v, want 1", n, err)
		}
		// Nothing is left to fold, so FoldKeys does not wait for the open write transaction.
		ctx, counter := store.WithCounter(t.Context())
		err = db.Write(database.Operator(t), func(context.Context, store.Tx) error {
			n, err := directory.FoldKeys(ctx, db)
			if n != 0 {
				t.Errorf("%d folded again", n)
			}
			return err
		})
		if err != nil || counter.Count() != 2 {
			t.Errorf("%v, %q, want 2", err, counter.Statements())
		}
	})
}
