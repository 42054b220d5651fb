package apply

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/apply/bundletest"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/legacy/sample"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

var (
	today = day.Date(2026, 11, 22)
	now   = clock.At(today.Time())
)

// open opens a database with all migrations applied.
func open(t testing.TB, config store.Config) *store.Store {
	t.Helper()
	db, err := store.Open(database.Operator(t), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := db.Migrate(database.Operator(t)); err != nil {
		t.Fatal(err)
	}
	return db
}

// each runs a test on both engines, with an empty database each.
func each(t *testing.T, test func(t *testing.T, db *store.Store)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, open(t, store.Config{Directory: t.TempDir()})) })
	t.Run("postgres", func(t *testing.T) { test(t, open(t, store.Config{URL: database.Postgres(t)})) })
}

func optionsFor(t testing.TB, source legacy.Reader) Options {
	return Options{Source: source, StagePath: filepath.Join(t.TempDir(), "stage.db"), System: "legacy", Today: today,
		Now: clock.Freeze(now).Now}
}

func mustRun(t testing.TB, db *store.Store, options Options) Report {
	t.Helper()
	report, err := Run(asOperator(), db, options)
	if err != nil {
		t.Fatalf("%v\n%+v", err, report.Findings)
	}
	return report
}

func healthy(t testing.TB, db *store.Store) {
	t.Helper()
	report, err := doctor.Check(asOperator(), db)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		if f.Broken > 0 {
			t.Errorf("doctor: %s is broken %d times: %+v", f.Rule, f.Broken, f.Examples[:min(3, len(f.Examples))])
		}
	}
}

// onlyUnchanged expects a run that found no differences and wrote nothing.
func onlyUnchanged(t testing.TB, report Report) {
	t.Helper()
	if report.RowsWritten != 0 || report.Plan.Changes() {
		t.Errorf("%d rows were written", report.RowsWritten)
		for _, kind := range report.Plan.Kinds {
			if c := report.Plan.Counts[kind]; c.Unchanged != c.Total() {
				t.Errorf("%s: %+v", kind, *c)
			}
		}
	}
}

func TestTheSampleEqualsItsTruth(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		report := mustRun(t, db, optionsFor(t, csvbundle.New(sample.Bundle())))
		if !report.Applied || report.RowsWritten == 0 || report.Errors != 0 {
			t.Errorf("%+v, want Applied = true, RowsWritten != 0 and Errors = 0", report)
		}
		for _, kind := range report.Plan.Kinds {
			if c := report.Plan.Counts[kind]; c.Create != c.Total() || c.Create == 0 {
				t.Errorf("%s: %+v", kind, *c)
			}
		}
		healthy(t, db)
		compareTruth(t, db.Client(), gunzip(t, "../sample/truth.jsonl.gz"))

		before := dump(t, db)
		onlyUnchanged(t, mustRun(t, db, optionsFor(t, csvbundle.New(sample.Bundle()))))
		sameRows(t, dump(t, db), before)
	})
}

// recorder is a testing.TB that counts errors instead of failing.
type recorder struct {
	testing.TB
	failed int
}

func (r *recorder) Helper()               {}
func (r *recorder) Errorf(string, ...any) { r.failed++ }

func TestTheComparisonWithTheTruthSeesDifferences(t *testing.T) {
	db := open(t, store.Config{Directory: t.TempDir()})
	mustRun(t, db, optionsFor(t, csvbundle.New(sample.Bundle())))
	for _, statement := range []string{
		"UPDATE periods SET quantity = quantity + 1 WHERE id = (SELECT MIN(id) FROM periods WHERE quantity IS NOT " +
			"NULL)",
		"DELETE FROM account_links WHERE id = (SELECT MIN(id) FROM account_links)",
		"DELETE FROM lineage_steps WHERE id = (SELECT MIN(id) FROM lineage_steps WHERE direction = 'FROM')",
		"DELETE FROM coverage_items WHERE id = (SELECT MIN(id) FROM coverage_items)",
		"UPDATE usage_records SET used_numerator = used_numerator + 1 WHERE id = (SELECT MIN(id) FROM usage_records)",
		"UPDATE activations SET quantity = quantity + 1 WHERE id = (SELECT MIN(id) FROM activations WHERE " +
			"returned_on IS NULL)",
		"UPDATE devices SET license_server_id = NULL WHERE id = (SELECT MIN(id) FROM devices WHERE " +
			"license_server_id IS NOT NULL)",
	} {
		undo := fmt.Errorf("undo")
		err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			result, err := tx.Exec(ctx, statement)
			if err != nil {
				return err
			}
			if n, err := result.RowsAffected(); err != nil || n != 1 {
				t.Errorf("%s: %d rows, %v, want 1", statement, n, err)
			}
			r := &recorder{TB: t}
			compareTruth(r, tx.Client(), gunzip(t, "../sample/truth.jsonl.gz"))
			if r.failed == 0 {
				t.Errorf("the comparison does not detect: %s", statement)
			}
			return undo
		})
		if !errors.Is(err, undo) {
			t.Fatalf("%s: %v, want %v", statement, err, undo)
		}
	}
}

func TestADryRunSaysWhatWouldBeDoneAndChangesNothing(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		before := dump(t, db)
		options := optionsFor(t, csvbundle.New(bundletest.New(t).FS()))
		options.DryRun = true
		dry := mustRun(t, db, options)
		sameRows(t, dump(t, db), before)
		if dry.Applied || dry.RowsWritten != 0 {
			t.Errorf("%+v, want Applied = false and RowsWritten = 0", dry)
		}
		real := mustRun(t, db, optionsFor(t, csvbundle.New(bundletest.New(t).FS())))
		if dry.Plan.Hash != real.Plan.Hash {
			t.Errorf("the plan's hash is %s, what was done has %s", dry.Plan.Hash, real.Plan.Hash)
		}
		for _, kind := range real.Plan.Kinds {
			if d := dry.Plan.Counts[kind]; d == nil || *d != *real.Plan.Counts[kind] {
				t.Errorf("%s: the plan says %+v, done was %+v", kind, d, *real.Plan.Counts[kind])
			}
		}
	})
}

// prepare inserts what an import inserts first.
func prepare(t testing.TB, db *store.Store) {
	t.Helper()
	if err := setUp(database.Operator(t), db, &Options{System: "legacy"}); err != nil {
		t.Fatal(err)
	}
}

func TestHomesFollowTheOption(t *testing.T) {
	for _, home := range []plan.Home{plan.HomeSource, plan.HomeHere} {
		t.Run(string(home), func(t *testing.T) {
			db := open(t, store.Config{Directory: t.TempDir()})
			options := optionsFor(t, csvbundle.New(bundletest.New(t).FS()))
			options.Home = home
			mustRun(t, db, options)
			have := dump(t, db)["homes"]
			if home == plan.HomeHere {
				if len(have) != 0 {
					t.Errorf("%d homes elsewhere, want 0", len(have))
				}
				return
			}
			want := map[string]bool{}
			rowsOf(t, db, "accounts", []string{"id"}, func(v []any) { want[fmt.Sprint(v[0], 0)] = true })
			for _, table := range []string{"line_items", "coverages"} {
				rowsOf(t, db, table, []string{"account_id", "product_line_id"},
					func(v []any) { want[fmt.Sprint(v...)] = true })
			}
			rowsOf(t, db, "homes", []string{"account_id", "product_line_id"},
				func(v []any) { delete(want, fmt.Sprint(v...)) })
			if len(want) != 0 {
				t.Errorf("%d accounts or product lines have no home", len(want))
			}
		})
	}
}
