package apply

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/store"
)

// bases is the folder with two bases; its README.md describes them.
const bases = "../testdata"

func importBase(t *testing.T, db *store.Store, base string) Report {
	t.Helper()
	source, err := csvbundle.Open(filepath.Join(bases, base, "csv"))
	if err != nil {
		t.Fatal(err)
	}
	return mustRun(t, db, optionsFor(t, source))
}

func compareBase(t *testing.T, db *store.Store, base string) {
	t.Helper()
	f, err := os.Open(filepath.Join(bases, base, "truth.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	truth, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	compareTruth(t, db.Client(), truth)
}

// TestBasesEqualTheirTruth imports a base, and then the same base after changes.
func TestBasesEqualTheirTruth(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		importBase(t, db, "base")
		compareBase(t, db, "base")
		healthy(t, db)
		onlyUnchanged(t, importBase(t, db, "base"))

		report := importBase(t, db, "changed")
		for _, kind := range report.Plan.Kinds {
			if c := report.Plan.Counts[kind]; c.Conflict+c.Kept+c.Skipped > 0 {
				t.Errorf("%s: %+v, want no conflict and nothing kept or skipped", kind, *c)
			}
		}
		if n := report.Plan.Counts["lineItems"].Update; n < 50 {
			t.Errorf("%d line items are updated, want 50 or more", n)
		}
		compareBase(t, db, "changed")
		healthy(t, db)
		onlyUnchanged(t, importBase(t, db, "changed"))
	})
}

// TestChangedBaseEqualsItsTruth imports the changed base into an empty database.
func TestChangedBaseEqualsItsTruth(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		importBase(t, db, "changed")
		compareBase(t, db, "changed")
		healthy(t, db)
	})
}
