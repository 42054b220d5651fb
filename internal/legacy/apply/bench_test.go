package apply

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/legacy/sample"
	"github.com/muniment/muniment/internal/store"
)

// benchSource is the bundle that MUNIMENT_BENCH_BUNDLE names, or the sample.
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
// of another one with bare prepared inserts, table by table in the same order, 5,000 to a transaction. The ratio of the two rates is reported: 1 is as fast as the bare inserts.
// whole-ratio counts reading and judging the source as well, ratio the comparison and the writing.
func BenchmarkImport(b *testing.B) {
	source := benchSource(b)
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
		report, err := Run(b.Context(), db, options)
		if err != nil {
			b.Fatal(err)
		}
		bare := open(b, store.Config{Directory: b.TempDir()})
		if err := setUp(b.Context(), bare, &options); err != nil {
			b.Fatal(err)
		}
		began := time.Now()
		for _, table := range order {
			bareInsert(b, bare, table, columns[table], inserts[table])
		}
		took := time.Since(began)
		apply := report.Phases[Applying]
		b.ReportMetric(float64(rows)/apply.Seconds(), "rows/s")
		b.ReportMetric(float64(rows)/took.Seconds(), "bare-rows/s")
		b.ReportMetric(took.Seconds()/apply.Seconds(), "ratio")
		b.ReportMetric(took.Seconds()/report.Duration.Seconds(), "whole-ratio")
		b.ReportMetric(float64(rows), "rows")
	}
}

func bareInsert(b *testing.B, db *store.Store, table string, columns []string, all [][]any) {
	const perTransaction = 5000
	statement := "INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(columns)-1) + ")"
	for len(all) > 0 {
		n := min(len(all), perTransaction)
		err := db.Write(context.Background(), func(ctx context.Context, tx store.Tx) error {
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
