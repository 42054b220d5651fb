package store_test

import (
	"context"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/migrate"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
)

// Every update of a row of a type with updated_at sets updated_at. An update that sets it itself
// keeps its own value.
func TestEveryUpdateSetsUpdatedAt(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var account, device gid.ID
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			account = f.Account("mirrored")
			device = f.Device(account, "machine")
			f.Member(account, "ada")
		})
		began := clock.System()
		err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			c := tx.Client()
			for _, update := range []interface{ Exec(context.Context) error }{
				c.Account.UpdateOneID(account).SetDescription("new"), c.Device.Update().SetMachine("new"),
				c.Membership.Update().SetIncludeSubAccounts(true), c.User.Update().SetPhone("1"),
			} {
				if err := update.Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		ctx, c := database.Operator(t), s.Client()
		a, d, m, u := c.Account.GetX(ctx, account), c.Device.GetX(ctx, device), c.Membership.Query().OnlyX(ctx),
			c.User.Query().OnlyX(ctx)
		for name, at := range map[string]clock.Instant{"account": a.UpdatedAt, "device": d.UpdatedAt,
			"membership": m.UpdatedAt, "user": u.UpdatedAt} {
			if at < began {
				t.Errorf("the %s was changed at %s, before the change at %s", name, at, began)
			}
		}
		err = s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			return tx.Client().Account.UpdateOneID(account).SetDescription("said").SetUpdatedAt(7).Exec(ctx)
		})
		if err != nil || c.Account.GetX(ctx, account).UpdatedAt != 7 {
			t.Errorf("an explicit updated_at was overwritten: %v", err)
		}
	})
}

// Every type with an index on updated_at is in hasUpdatedAt. The test repeats the list.
func TestEveryTypeWithAnIndexOnUpdatedAtIsListed(t *testing.T) {
	named := map[string]bool{}
	for _, table := range []string{"accounts", "users", "memberships", "entitlements", "line_items", "coverages",
		"devices",
		"license_servers", "activations"} {
		named[table] = true
	}
	for _, table := range migrate.Tables {
		for _, index := range table.Indexes {
			if index.Columns[0].Name == "updated_at" && !named[table.Name] {
				t.Errorf("%s has an index on updated_at and is not tested", table.Name)
			}
		}
	}
	for _, name := range []string{ent.TypeAccount, ent.TypeUser, ent.TypeMembership, ent.TypeEntitlement,
		ent.TypeLineItem,
		ent.TypeCoverage, ent.TypeDevice, ent.TypeLicenseServer, ent.TypeActivation} {
		if !store.HasUpdatedAt(name) {
			t.Errorf("%s has an index on updated_at and is not in hasUpdatedAt", name)
		}
	}
}
