package store

import (
	"context"
	"database/sql"
	"iter"
	"testing"
)

func benchRows(n int) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		row := make([]any, 6)
		for i := range n {
			row[0], row[1], row[2], row[3], row[4], row[5] = int64(i)*7919%1000003+int64(i)<<20, int64(i/5), "NAME of it", int64(i), true, nil
			if !yield(row) {
				return
			}
		}
	}
}

func BenchmarkInsertRows(b *testing.B) {
	for _, mode := range []string{"bare", "rows"} {
		b.Run(mode, func(b *testing.B) {
			for range b.N {
				s, err := Open(context.Background(), Config{Directory: b.TempDir()})
				if err != nil {
					b.Fatal(err)
				}
				_, err = s.writer.Exec("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER, d BOOL, e INTEGER)")
				if err != nil {
					b.Fatal(err)
				}
				const n = 200000
				err = s.Write(context.Background(), func(ctx context.Context, tx Tx) error {
					if mode == "rows" {
						_, err := tx.InsertRows(ctx, "t", []string{"id", "a", "b", "c", "d", "e"}, benchRows(n))
						return err
					}
					var stmt *sql.Stmt
					stmt, err := tx.SQL().Prepare("INSERT INTO t VALUES (?,?,?,?,?,?)")
					if err != nil {
						return err
					}
					for row := range benchRows(n) {
						if _, err := stmt.Exec(row...); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					b.Fatal(err)
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(200000*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
