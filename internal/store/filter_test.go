package store_test

import (
	"testing"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/activation"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

// neighbors are two customers whose rows refer to each other. The scope of one shows its own rows, and must not reveal
// what the other owns.
type neighbors struct {
	own, foreign               gid.ID
	ownHeader, ownLine, member gid.ID
	ownDevice, ownCoverage     gid.ID
	otherProduct               gid.ID
}

func fillNeighbors(t *testing.T, s *store.Store) neighbors {
	t.Helper()
	var n neighbors
	fixture.Fill(t, s, func(f *fixture.Fixture) {
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		ctx, c := f.Context(), f.Client()
		n.own, n.foreign = f.Account("own"), f.Account("foreign")
		f.Below(n.foreign, n.own)
		n.ownHeader = f.Entitlement(n.own, "own")
		must(c.Entitlement.UpdateOneID(n.ownHeader).SetChannelPartnerID(n.foreign).Exec(ctx))
		n.ownLine = f.Line(n.own, n.ownHeader, f.Seat, "own", 10)
		first, last := fixture.Today-10, fixture.Today+10
		must(f.Period(n.own, n.ownLine, &first, &last, 10).Exec(ctx))
		n.ownDevice = f.Device(n.own, "own")
		n.ownCoverage = f.Coverage(n.own, first, last)

		n.member = f.Member(n.own, "both")
		roles, err := vocabulary.Roles(vocabulary.RoleReader)
		must(err)
		must(c.Membership.Create().SetID(gid.New(gid.Membership, 1)).SetAccountID(n.foreign).SetUserID(n.member).
			SetRoles(roles).SetServiceAccess(0).SetIncludeSubAccounts(false).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx))

		covers := f.Coverage(n.foreign, first, last)
		must(c.CoverageItem.Create().SetID(gid.New(gid.CoverageItem, 1)).SetAccountID(n.foreign).SetCoverageID(covers).
			SetLineItemID(n.ownLine).Exec(ctx))

		n.otherProduct = gid.New(gid.Product, 1)
		must(c.Product.Create().SetID(n.otherProduct).SetProductLineID(f.ProductLine).
			SetLicenseModelID(f.LicenseModel).
			SetName("Other").SetVersion("1").SetKind(vocabulary.ProductKindProduct).
			SetState(vocabulary.CatalogStateAvailable).
			SetCreatedAt(1).Exec(ctx))
		within := f.Line(n.foreign, n.ownHeader, f.Seat, "foreign", 10)
		must(c.LineItem.UpdateOneID(within).SetProductID(n.otherProduct).Exec(ctx))
		must(f.Period(n.foreign, within, &first, &last, 10).Exec(ctx))
		must(c.LineageStep.Create().SetAccountID(n.own).SetLineItemID(n.ownLine).SetCounterpartID(within).
			SetDirection(vocabulary.LineageDirectionTo).SetReason(vocabulary.LineageReasonUpgrade).Exec(ctx))

		must(c.SearchWord.MapCreateBulk([]gid.ID{n.own, n.foreign}, func(w *ent.SearchWordCreate, i int) {
			w.SetEntityType(int16(gid.Account)).SetWord("word").SetEntityID([]gid.ID{n.own, n.foreign}[i])
		}).Exec(ctx))
	})
	return n
}

// TestFiltersTellNothingOfOthers tests every filter that reads a second table, on a row of the customer for which
// a row of another customer in the second table would change the result.
func TestFiltersTellNothingOfOthers(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		n := fillNeighbors(t, s)
		state := func(is vocabulary.Status) page.Where {
			return entitlement.LineFilter{Statuses: []vocabulary.Status{is}, On: fixture.Today}.Condition
		}
		soon := entitlement.LineFilter{CoverageEnds: &entitlement.Interval{First: dayOf(0), Last: dayOf(30)}}
		lines := entitlement.LineFilter{Account: n.foreign, IncludeSubAccounts: true}
		coverages := coverage.Filter{Account: n.foreign, IncludeSubAccounts: true}
		devices := activation.DeviceFilter{Account: n.foreign, IncludeSubAccounts: true}
		ownDevices := activation.DeviceFilter{Account: n.own, IncludeSubAccounts: true}
		words, accountsBelow := account.Filter{Text: "word"}, account.Filter{Below: n.foreign}
		product := where(t, entitlement.Filter{Account: n.own, Product: n.otherProduct})
		partner := where(t, entitlement.Filter{ChannelPartner: n.foreign})
		for _, test := range []struct {
			name, table        string
			where              page.Where
			row                gid.ID
			customer, operator bool // whether each of them must find the row
		}{
			{"accounts below", "accounts", where(t, accountsBelow), n.own, false, true},
			{"accounts by words", "accounts", where(t, words), n.own, true, true},
			{"foreign accounts by words", "accounts", where(t, words), n.foreign, false, true},
			{"users of an account", "users", where(t, account.UserFilter{Account: n.foreign}), n.member, false, true},
			{"users of their own account", "users", where(t, account.UserFilter{Account: n.own}), n.member, true,
				true},
			{"entitlements below", "entitlements", account.Within("account_id", n.foreign, true), n.ownHeader, false,
				true},
			{"lines below", "line_items", lines.Condition, n.ownLine, false, true},
			{"coverages below", "coverages", coverages.Condition, n.ownCoverage, false, true},
			{"devices below", "devices", devices.Condition, n.ownDevice, false, true},
			{"devices of their own", "devices", ownDevices.Condition, n.ownDevice, true, true},
			{"entitlements with a product", "entitlements", product, n.ownHeader, false, true},
			{"entitlements of a partner", "entitlements", partner, n.ownHeader, false, true},
			{"lines with a coverage", "line_items", soon.Condition, n.ownLine, false, true},
			{"lines with a successor", "line_items", state(vocabulary.StatusSuperseded), n.ownLine, true, true},
			{"lines without a successor", "line_items", state(vocabulary.StatusActive), n.ownLine, false, false},
		} {
			of := func(q *page.Query) {
				test.where(q)
				q.Where(sql.EQ(q.C("id"), int64(test.row)))
			}
			if found := database.IDs(t, s, store.Accounts([]gid.ID{n.own}), test.table,
				of); len(found) == 1 != test.customer {
				t.Errorf("%s: the customer finds the row: %t", test.name, !test.customer)
			}
			if found := database.IDs(t, s, store.Everything(), test.table, of); len(found) == 1 != test.operator {
				t.Errorf("%s: the operator finds the row: %t", test.name, !test.operator)
			}
		}
	})
}

func dayOf(offset int) *day.Day {
	d := fixture.Today + day.Day(offset)
	return &d
}

func where(t *testing.T, f interface {
	Where(page.Order) (page.Where, error)
}) page.Where {
	t.Helper()
	where, err := f.Where(page.Order{Name: "CREATED"})
	if err != nil {
		t.Fatal(err)
	}
	return where
}
