package apply

import (
	"context"
	"github.com/muniment/muniment/internal/testenv/database"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/ent/migrate"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/legacy/sample"
	"github.com/muniment/muniment/internal/store"
)

// benchSource returns the bundle MUNIMENT_BENCH_BUNDLE, or the sample.
func benchSource(b *testing.B) func() legacy.Reader {
	folder := os.Getenv("MUNIMENT_BENCH_BUNDLE")
	return func() legacy.Reader {
		if folder == "" {
			return csvbundle.New(sample.Bundle())
		}
		source, err := csvbundle.Open(folder)
		if err != nil {
			b.Fatal(err)
		}
		return source
	}
}

// BenchmarkImport imports a bundle into an empty SQLite database, and then writes the same rows into the same tables
// of another one with bare prepared inserts, table by table in the same order, 5,000 to a transaction. The ratio of
// the two rates is reported: 1 is as fast as the bare inserts. whole-ratio includes reading and checking the source;
// ratio is only about comparing and writing.
func BenchmarkImport(b *testing.B) {
	source := benchSource(b)
	var applying, whole, inserting time.Duration
	var all int64
	for range b.N {
		db := open(b, store.Config{Directory: b.TempDir()})
		options := optionsFor(b, source())
		var rows int64
		var order []string
		inserts, columns := map[string][][]any{}, map[string][]string{}
		options.written = func(changes *plan.Changes) {
			for _, in := range changes.Inserts {
				if columns[in.Table] == nil {
					order = append(order, in.Table)
				}
				columns[in.Table] = in.Columns
				inserts[in.Table] = append(inserts[in.Table], in.Rows...)
				rows += int64(len(in.Rows))
			}
		}
		report, err := Run(database.Operator(b), db, options)
		if err != nil {
			b.Fatal(err)
		}
		bare := open(b, store.Config{Directory: b.TempDir()})
		if err := setUp(database.Operator(b), bare, &options, dollars(b)); err != nil {
			b.Fatal(err)
		}
		began := time.Now()
		for _, table := range referredFirst(order) {
			bareInsert(b, bare, table, columns[table], inserts[table])
		}
		took := time.Since(began)
		applying += report.Phases[Applying]
		whole += report.Duration
		inserting += took
		all += rows
	}
	b.ReportMetric(float64(all)/applying.Seconds(), "rows/s")
	b.ReportMetric(float64(all)/inserting.Seconds(), "bare-rows/s")
	b.ReportMetric(inserting.Seconds()/applying.Seconds(), "ratio")
	b.ReportMetric(inserting.Seconds()/whole.Seconds(), "whole-ratio")
}

// referredFirst orders tables so that each comes after those that it refers to.
func referredFirst(names []string) []string {
	var out []string
	for len(out) < len(names) {
		for _, t := range migrate.Tables {
			ready := slices.Contains(names, t.Name) && !slices.Contains(out, t.Name)
			for _, key := range t.ForeignKeys {
				to := key.RefTable.Name
				ready = ready && (to == t.Name || slices.Contains(out, to) || !slices.Contains(names, to))
			}
			if ready {
				out = append(out, t.Name)
			}
		}
	}
	return out
}

func bareInsert(b *testing.B, db *store.Store, table string, columns []string, all [][]any) {
	const perTransaction = 5000
	statement := "INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES (?" +
		strings.Repeat(", ?", len(columns)-1) + ")"
	for len(all) > 0 {
		n := min(len(all), perTransaction)
		err := db.Write(asOperator(), func(ctx context.Context, tx store.Tx) error {
			prepared, err := tx.SQL().PrepareContext(ctx, statement)
			if err != nil {
				return err
			}
			defer prepared.Close()
			for _, row := range all[:n] {
				if _, err := prepared.ExecContext(ctx, row...); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(table, err)
		}
		all = all[n:]
	}
}

// dollars returns the unit of money that the simulated sources use.
func dollars(t testing.TB) catalog.Unit {
	t.Helper()
	unit, ok := catalog.UnitIn("REVENUE_MILLION", "USD")
	if !ok {
		t.Fatal("the catalog has no millions of revenue")
	}
	return unit
}
