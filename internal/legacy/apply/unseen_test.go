package apply

import (
	"testing"

	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/legacy/apply/bundletest"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/store"
)

// Customers do not see an entitlement without portal login, and so neither its line items and coverages, until the
// source says otherwise.
func TestWhatBelongsToAnUnseenEntitlementIsUnseen(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		used := map[string]bool{}
		b.Each("line_items", func(r bundletest.Row) { used[r.Get("entitlementId")] = true })
		header := b.Find("entitlements", func(r bundletest.Row) bool { return used[r.Get("entitlementId")] })
		number := header.Get("entitlementId")
		for _, seen := range []string{"false", "true"} {
			header.Set("allowPortalLogin", seen)
			importInto(t, b, db)
			id, ctx, c := entity(t, db, plan.KindEntitlement, number), asOperator(), db.Client()
			lines := c.LineItem.Query().Where(lineitem.EntitlementID(id)).AllX(ctx)
			if len(lines) == 0 || c.Entitlement.GetX(ctx, id).Visible != (seen == "true") {
				t.Fatalf("%d line items of %s", len(lines), number)
			}
			for _, l := range lines {
				if l.Visible != (seen == "true") {
					t.Errorf("seen %s: the line item %s is visible: %v", seen, l.ActivationID, l.Visible)
				}
			}
			wrong, err := c.Coverage.Query().Where(coverage.EntitlementID(id), coverage.Visible(seen != "true")).
				Count(ctx)
			if err != nil || wrong > 0 {
				t.Errorf("seen %s: %d coverages are not, %v", seen, wrong, err)
			}
			healthy(t, db)
		}
		onlyUnchanged(t, importInto(t, b, db))
	})
}
