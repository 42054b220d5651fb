package apply

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/legacy/apply/bundletest"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
)

// A line whose activation id, or that of a renewal, a line item of Muniment has in another letter case is not imported,
// and neither is a renewal that comes later.
func TestActivationIDsInUseAreNotImported(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		renewed := map[string]string{} // the last renewal of a line
		b.Each("line_items", func(r bundletest.Row) {
			if r.Get("lineItemType") == "RENEWAL" {
				renewed[r.Get("parentLineItem")] = r.Get("activationId")
			}
		})
		alone := b.Find("line_items", func(r bundletest.Row) bool {
			return r.Get("parentLineItem") == "" && renewed[r.Get("activationId")] == ""
		}).Get("activationId")
		root := b.Find("line_items", func(r bundletest.Row) bool {
			return r.Get("parentLineItem") == "" && renewed[r.Get("activationId")] != ""
		}).Get("activationId")
		later := b.Find("line_items", func(r bundletest.Row) bool {
			return r.Get("parentLineItem") == "" && renewed[r.Get("activationId")] == "" &&
				r.Get("activationId") != alone && r.Get("expirationDate") > "2026-11-22" && r.Get("state") == "DEPLOYED"
		})
		fixture.Fill(t, db, func(f *fixture.Fixture) {
			account := f.Account("Here before")
			for _, id := range []string{strings.ToLower(alone), strings.ToLower(renewed[root]), "Wanted"} {
				f.Line(account, f.Entitlement(account, id), f.Seat, id, 0)
			}
		})
		here := importedLines(t, db)
		options := optionsFor(t, csvbundle.New(b.FS()))
		options.DryRun = true
		dry := mustRun(t, db, options)
		report := importInto(t, b, db)
		if dry.Plan.Hash != report.Plan.Hash {
			t.Error("a dry run has another plan than the import")
		}
		for _, id := range []string{alone, root} {
			e := exception(report, "lineItems", id)
			if e == nil || e.Action != plan.Skipped || e.Reason != plan.ActivationIDTaken {
				t.Errorf("%s: %+v, want it skipped", id, e)
			}
		}
		if c := report.Plan.Counts["lineItems"]; c.Skipped != 2 || importedLines(t, db) != here+c.Create {
			t.Errorf("%+v line items, of which %d are here", c, importedLines(t, db)-here)
		}
		healthy(t, db)
		onlyUnchanged(t, importInto(t, b, db))

		b.Add(later, "activationId", "WANTED", "lineItemType", "RENEWAL", "parentLineItem", later.Get("activationId"),
			"startDate", "2036-01-01", "expirationDate", "2036-12-31", "isPermanent", "0", "fulfilledAmount", "0")
		report = importInto(t, b, db)
		e := exception(report, "lineItems", later.Get("activationId"))
		if e == nil || e.Action != plan.Skipped || e.Reason != plan.ActivationIDTaken {
			t.Errorf("a later renewal: %+v, want the line skipped", e)
		}
		healthy(t, db)
	})
}

func importedLines(t *testing.T, db *store.Store) int64 {
	t.Helper()
	n, err := db.Client().LineItem.Query().Count(database.Operator(t))
	if err != nil {
		t.Fatal(err)
	}
	return int64(n)
}
