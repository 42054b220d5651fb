package access_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// BenchmarkCredential measures what authentication adds to every request, for a user with two memberships among 2,000
// users, and for one who also reaches 100 accounts below.
func BenchmarkCredential(b *testing.B) {
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		b.Run(string(engine), func(b *testing.B) {
			config := store.Config{Directory: b.TempDir()}
			if engine == store.Postgres {
				config = store.Config{URL: database.Postgres(b)}
			}
			w := newWorld(b, database.Open(b, config))
			ada, wide := w.crowd(2000, 100)
			key, _ := w.key(w.as(ada), access.NewKey{})
			if _, err := w.Key(b.Context(), key); err != nil { // the first use writes last_used_at
				b.Fatal(err)
			}
			w.register(document)
			site, _ := w.minter(w.harbor)
			minted, err := w.mint(site, access.NewWidgetToken{User: ada})
			if err != nil {
				b.Fatal(err)
			}
			for _, credential := range []struct {
				name, token string
				prove       func(context.Context, string) (*viewer.Viewer, error)
			}{
				{"session", w.session(ada), w.Session}, {"session, 100 accounts", w.session(wide), w.Session},
				{"key", key, w.Bearer}, {"widget", minted.Token, w.Bearer}, {"mistyped key", swap(key, 9), w.Bearer},
			} {
				b.Run(credential.name, func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						if v, err := credential.prove(b.Context(), credential.token); v == nil &&
							credential.name != "mistyped key" {
							b.Fatal(err)
						}
					}
				})
			}
		})
	}
}

// crowd creates many users who have signed in. It returns one with two memberships, and one who reaches many accounts
// below.
func (w *world) crowd(users, accounts int) (ada, wide gid.ID) {
	root := w.account("Root")
	w.write(func(ctx context.Context, c *ent.Client) error {
		for n := range accounts {
			id := gid.New(gid.Account, gid.NewLocality())
			err := c.Account.Create().SetID(id).SetName(fmt.Sprint("Below ", n)).SetNameKey(fmt.Sprint("below ", n)).
				SetKind(vocabulary.AccountKindCustomer).SetVisible(true).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
			if err != nil {
				return err
			}
			for ancestor, depth := range map[gid.ID]int{id: 0, root: 1} {
				if err := c.AccountPath.Create().SetAncestorID(ancestor).SetDescendantID(id).SetDepth(depth).
					Exec(ctx); err != nil {
					return err
				}
			}
		}
		for n := range users {
			id := gid.New(gid.User, gid.NewLocality())
			err := c.User.Create().SetID(id).SetUserName(fmt.Sprint("user ", n)).SetActive(true).SetShared(false).
				SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
			if err != nil {
				return err
			}
			err = c.Membership.Create().SetID(gid.New(gid.Membership, w.meadow.Locality())).SetAccountID(w.meadow).
				SetUserID(id).
				SetRoles(roles(vocabulary.RoleReader)).SetServiceAccess(0).SetIncludeSubAccounts(false).
				SetCreatedAt(1).Exec(ctx)
			if err != nil {
				return err
			}
			err = c.Session.Create().SetID(gid.New(gid.Session, id.Locality())).SetUserID(id).
				SetTokenHash(fmt.Sprint("hash ", n)).
				SetMethod(vocabulary.SignInMethodDemo).SetCreatedAt(1).SetLastSeenAt(1).SetExpiresAt(1).Exec(ctx)
			if err != nil {
				return err
			}
		}
		return nil
	})
	ada, wide = w.user("ada"), w.user("wide")
	w.member(ada, w.harbor, below, administrator)
	w.member(ada, w.meadow)
	w.member(wide, root, below)
	if err := w.db.Analyze(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
	return ada, wide
}
