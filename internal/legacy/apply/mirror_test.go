package apply

import (
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/event"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/legacy/apply/bundletest"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// The rows of each chunk have a later updated_at than those of all chunks before. So a system that copies changes by
// updatedSince, and has read one chunk, does not miss rows of the next one.
func TestEachChunkOfAnImportHasItsOwnMoment(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		frozen := clock.Freeze(now)
		latest, chunks := now, 0
		importInto(t, bundletest.New(t), db, func(o *Options) {
			o.Now = func() clock.Instant { return frozen.Advance(1000) }
			o.written = func(changes *plan.Changes) {
				seen := latest
				for _, in := range changes.Inserts {
					at := slices.Index(in.Columns, store.UpdatedColumn)
					if at < 0 {
						continue
					}
					for _, row := range in.Rows {
						moment := clock.Instant(row[at].(int64)) //nolint:errcheck,forcetypeassert // the column holds nothing else
						if moment <= latest {
							t.Errorf("a row of %s has updated_at %s, which is not after %s", in.Table, moment, latest)
							return
						}
						seen = max(seen, moment)
					}
				}
				if seen > latest {
					latest = seen
					chunks++
				}
			}
		})
		if chunks < 5 {
			t.Errorf("only %d chunks were compared", chunks)
		}
	})
}

// updated_at of a row never gets earlier, even if the clock was set back.
func TestAnImportWithAClockThatWasSetBack(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		customer := b.Find("accounts", func(r bundletest.Row) bool { return r.Get("accountType") == "CUSTOMER" })
		customer.Set("name", "Renamed")
		importInto(t, b, db, func(o *Options) { o.Now = clock.Freeze(now - 3_600_000_000).Now })
		row, err := db.Client().Account.Query().Where(account.Name("Renamed")).Only(database.Operator(t))
		if err != nil || row.UpdatedAt <= now {
			t.Errorf("%+v, %v, want UpdatedAt > %v", row, err, now)
		}
	})
}

// For each row that an import removes there are an audit entry and an event, and the row of which it was a part has a
// new updated_at.
func TestAnImportRecordsWhatItRemoved(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		ctx, c := database.Operator(t), db.Client()
		before := c.CoverageItem.Query().Order(coverageitem.ByID()).AllX(ctx)
		links := map[string]int{}
		b.Each("maintenance_links", func(r bundletest.Row) { links[r.Get("maintenanceActivationId")]++ })
		b.Find("maintenance_links",
			func(r bundletest.Row) bool { return links[r.Get("maintenanceActivationId")] > 1 }).Drop()
		later := now + 7
		importInto(t, b, db, func(o *Options) { o.Now = clock.Freeze(later).Now })
		gone := 0
		for _, item := range before {
			if c.CoverageItem.Query().Where(coverageitem.ID(item.ID)).ExistX(ctx) {
				continue
			}
			gone++
			entry, err := c.AuditEntry.Query().Where(auditentry.SubjectID(item.ID)).Only(ctx)
			if err != nil || entry.Action != "import" || entry.AccountID == nil || *entry.AccountID != item.AccountID {
				t.Errorf("the audit entry is %+v, %v", entry, err)
			}
			removal, err := c.Event.Query().Where(event.SubjectID(item.ID)).Only(ctx)
			if err != nil || removal.Type != "CoverageItemRemoved" || removal.RecordedAt != later {
				t.Errorf("the event is %+v, %v", removal, err)
			}
			if of := c.Coverage.GetX(ctx, item.CoverageID); of.UpdatedAt != later {
				t.Errorf("the coverage has updated_at %s", of.UpdatedAt)
			}
		}
		if gone != 1 {
			t.Errorf("%d items were removed, want 1", gone)
		}
	})
}

func TestEventsOfRemovedRows(t *testing.T) {
	for table, want := range map[string]string{"coverage_items": "CoverageItemRemoved", "coverages": "CoverageRemoved",
		"license_model_versions": "LicenseModelVersionRemoved"} {
		if got := removedEvent(table); got != want {
			t.Errorf("%s: %s, want %v", strings.ToUpper(table), got, want)
		}
	}
}
