package store_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql/schema"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/migrate"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
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
			line := f.Line(account, f.Entitlement(account, "ENT-1"), f.Seat, "MIRRORED-1", 5)
			if err := f.Period(account, line, nil, nil, 5).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
			f.Coverage(account, 1, 2, line)
			f.Activation(account, line, device, 1)
			field := gid.New(gid.CustomField, 0)
			server := gid.New(gid.LicenseServer, account.Locality())
			for _, err := range []error{
				f.Client().LicenseServer.Create().SetID(server).SetAccountID(account).SetFingerprint("server").
					SetDeployment(vocabulary.DeploymentLocal).SetStatus(vocabulary.DeviceStatusActive).SetCreatedAt(1).
					SetUpdatedAt(1).Exec(f.Context()),
				f.Client().CustomField.Create().SetID(field).SetSubject(vocabulary.CustomFieldSubjectAccount).
					SetCode("note").SetType(vocabulary.CustomFieldTypeText).SetLabelEnglish("Note").
					SetLabelGerman("Notiz").SetForCustomers(true).SetCreatedAt(1).
					Exec(f.Context()),
				f.Client().CustomValue.Create().SetAccountID(account).SetSubjectID(account).SetCustomFieldID(field).
					SetValue("old").SetUpdatedAt(1).Exec(f.Context()),
				f.Client().Allocation.Create().SetID(gid.New(gid.Allocation, account.Locality())).
					SetAccountID(account).SetLineItemID(line).SetLicenseServerID(server).SetQuantity(1).
					SetRequested(1).SetCreatedAt(1).SetUpdatedAt(1).Exec(f.Context()),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		began := clock.System()
		err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			c := tx.Client()
			for _, update := range []interface{ Exec(context.Context) error }{
				c.Account.UpdateOneID(account).SetDescription("new"), c.Device.Update().SetMachine("new"),
				c.Membership.Update().SetIncludeSubAccounts(true), c.User.Update().SetPhone("1"),
				c.Entitlement.Update().SetNumber("ENT-2"), c.LineItem.Update().SetActivationID("MIRRORED-2"),
				c.Period.Update().SetOverdraft(1), c.Coverage.Update().SetOrderID("new"),
				c.LicenseServer.Update().SetMachine("new"), c.Activation.Update().SetReturnedOn(1),
				c.Allocation.Update().SetRequested(2), c.CustomValue.Update().SetValue("new"),
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
		at := map[string]clock.Instant{
			ent.TypeAccount:       c.Account.GetX(ctx, account).UpdatedAt,
			ent.TypeDevice:        c.Device.GetX(ctx, device).UpdatedAt,
			ent.TypeMembership:    c.Membership.Query().OnlyX(ctx).UpdatedAt,
			ent.TypeUser:          c.User.Query().OnlyX(ctx).UpdatedAt,
			ent.TypeEntitlement:   c.Entitlement.Query().OnlyX(ctx).UpdatedAt,
			ent.TypeLineItem:      c.LineItem.Query().OnlyX(ctx).UpdatedAt,
			ent.TypePeriod:        c.Period.Query().OnlyX(ctx).UpdatedAt,
			ent.TypeCoverage:      c.Coverage.Query().OnlyX(ctx).UpdatedAt,
			ent.TypeLicenseServer: c.LicenseServer.Query().OnlyX(ctx).UpdatedAt,
			ent.TypeActivation:    c.Activation.Query().OnlyX(ctx).UpdatedAt,
			ent.TypeAllocation:    c.Allocation.Query().OnlyX(ctx).UpdatedAt,
			ent.TypeCustomValue:   c.CustomValue.Query().OnlyX(ctx).UpdatedAt,
		}
		for name, moment := range at {
			if moment < began {
				t.Errorf("%s was changed at %s, before the change at %s", name, moment, began)
			}
		}
		if len(at) != store.TypesWithUpdatedAt() {
			t.Errorf("%d of %d types were changed", len(at), store.TypesWithUpdatedAt())
		}
		err = s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			return tx.Client().Account.UpdateOneID(account).SetDescription("said").SetUpdatedAt(7).Exec(ctx)
		})
		if err != nil || c.Account.GetX(ctx, account).UpdatedAt != 7 {
			t.Errorf("an explicit updated_at was overwritten: %v", err)
		}
	})
}

// versions are tables whose updated_at is the version that SCIM tells of a resource. Only a change of the resource
// sets it, by itself.
var versions = map[string]bool{"directory_groups": true, "directory_records": true}

// Every type whose table has updated_at is in hasUpdatedAt, and no other.
func TestEveryTypeWithUpdatedAtIsListed(t *testing.T) {
	found := 0
	for _, table := range migrate.Tables {
		has := !versions[table.Name] && slices.ContainsFunc(table.Columns,
			func(c *schema.Column) bool { return c.Name == store.UpdatedColumn })
		name := typeOf(table.Name)
		if has != store.HasUpdatedAt(name) {
			t.Errorf("%s: the table %s has updated_at: %t; hasUpdatedAt has the type: %t", name, table.Name, has, !has)
		}
		if has {
			found++
		}
	}
	if found != store.TypesWithUpdatedAt() {
		t.Errorf("%d tables have updated_at, and hasUpdatedAt has %d types", found, store.TypesWithUpdatedAt())
	}
}

// typeOf is the name of the type whose rows a table holds: LineItem for line_items.
func typeOf(table string) string {
	name := ""
	for _, word := range strings.Split(strings.TrimSuffix(table, "s"), "_") {
		name += strings.ToUpper(word[:1]) + word[1:]
	}
	return name
}
