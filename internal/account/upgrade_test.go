package account_test

import (
	"context"
	"slices"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// Keys that a migration made are folded, and then several users of an older database can have one name.
func TestUserNamesAreFolded(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			for _, u := range [][2]string{{"Bo", "bo"}, {"\u00c9lan", "\u00c9lan"}, {"\u00e9LAN", "\u00e9lan"},
				{"Ed@B\u00fccher.example", "ed@b\u00fccher.example"}} {
				if err := tx.Client().User.Create().SetID(gid.New(gid.User, gid.NewLocality())).SetUserName(u[0]).
					SetUserNameKey(u[1]).SetActive(true).SetShared(false).SetCreatedAt(1).SetUpdatedAt(1).
					Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if n, err := account.FoldUserNames(t.Context(), db); n != 2 || err != nil {
			t.Errorf("%d folded, %v, want 2", n, err)
		}
		if n, err := account.FoldUserNames(t.Context(), db); n != 0 || err != nil {
			t.Errorf("%d folded again, %v", n, err)
		}
		got := db.Client().User.Query().Order(ent.Asc(user.FieldUserNameKey)).Select(user.FieldUserNameKey).
			StringsX(database.Operator(t))
		if want := []string{"bo", "ed@xn--bcher-kva.example", "\u00e9lan", "\u00e9lan"}; !slices.Equal(got, want) {
			t.Errorf("the keys are %q, want %q", got, want)
		}
		for name, want := range map[string]int{"BO": 1, "ED@xn--bcher-kva.example": 1, "E\u0301lan": 2, "elan": 0} {
			found, err := account.UsersNamed(database.Operator(t), db.Client(), name)
			if err != nil || len(found) != want {
				t.Errorf("%d users are named %q, %v, want %d", len(found), name, err, want)
			}
		}
	})
}
