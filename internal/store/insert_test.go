package store_test

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

var accountColumns = []string{"id", "name", "name_key", "kind", "visible", "created_at", "updated_at"}

// manyAccounts yields n accounts, reusing one slice, as a streaming source does.
func manyAccounts(n int) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		row := make([]any, len(accountColumns))
		for i := range n {
			name := strings.Repeat("é'\t\\\n", i%4) + string(rune('a'+i%26))
			row[0], row[1], row[2] = gid.Derive(gid.Account, gid.Locality(i), "test", name, i), name, &name
			row[3], row[4], row[5], row[6] = vocabulary.AccountKindCustomer, i%2 == 0, clock.Instant(i), int32(i)
			if !yield(row) {
				return
			}
		}
	}
}

func TestInsertRows(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		for _, n := range []int{0, 1, store.RowsPerStatement - 1, store.RowsPerStatement,
			3*store.RowsPerStatement + 7} {
			var got int64
			if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
				if _, err := tx.Client().Account.Delete().Exec(ctx); err != nil {
					return err
				}
				var err error
				got, err = tx.InsertRows(ctx, "accounts", accountColumns, manyAccounts(n))
				return err
			}); err != nil {
				t.Fatal(err)
			}
			if got != int64(n) {
				t.Errorf("%d rows, want %d", got, n)
			}
			found, err := s.Client().Account.Query().Order(ent.Asc(account.FieldCreatedAt)).All(database.Operator(t))
			if err != nil {
				t.Fatal(err)
			}
			if len(found) != n {
				t.Fatalf("%d accounts, want %d", len(found), n)
			}
			i := 0
			for row := range manyAccounts(n) {
				a := found[i]
				if a.ID != row[0] || a.Name != row[1] || a.NameKey != row[1] || a.Kind != row[3] ||
					a.Visible != row[4] ||
					a.CreatedAt != row[5] || int32(a.UpdatedAt) != row[6] || a.Description != "" {
					t.Errorf(
						`row %d: %v, want ID = %v, Name = %v, NameKey = %v, Kind = %v, Visible = %v, CreatedAt = `+
							`%v, int32 = %v and Description = ""`,
						i, a, row[0], row[1], row[1], row[3], row[4], row[5], row[6])
				}
				i++
			}
		}
	})
}

func TestInsertRowsRefuses(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		short := func(yield func([]any) bool) {
			for row := range manyAccounts(25) {
				if !yield(row) {
					return
				}
			}
			yield([]any{1, "x"})
		}
		null := func(yield func([]any) bool) { yield([]any{1, nil, "x", "CUSTOMER", true, 1, 1}) }
		for name, test := range map[string]struct {
			rows iter.Seq[[]any]
			want error
		}{"a short row": {short, store.ErrShape}, "null": {null, store.ErrNotNull}} {
			err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
				_, err := tx.InsertRows(ctx, "accounts", accountColumns, test.rows)
				return err
			})
			if !errors.Is(err, test.want) {
				t.Errorf("%s: got %v, want %v", name, err, test.want)
			}
		}
		ctx, cancel := context.WithCancel(database.Operator(t))
		defer cancel()
		endless := func(yield func([]any) bool) {
			cancel()
			for row := range manyAccounts(1 << 20) {
				if !yield(row) {
					return
				}
			}
			t.Error("all rows were inserted")
		}
		err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			_, err := tx.InsertRows(ctx, "accounts", accountColumns, endless)
			return err
		})
		if !errors.Is(err, store.ErrTimeout) {
			t.Errorf("canceled: %v, want %v", err, store.ErrTimeout)
		}
		if n, err := s.Client().Account.Query().Count(database.Operator(t)); n != 0 || err != nil {
			t.Errorf("%d accounts, %v, want 0", n, err)
		}
	})
}

// BenchmarkInsertRows compares InsertRows with a prepared statement of database/sql.
func BenchmarkInsertRows(b *testing.B) {
	const n = 50_000
	insert := map[string]func(context.Context, store.Tx) error{
		"rows": func(ctx context.Context, tx store.Tx) error {
			_, err := tx.InsertRows(ctx, "accounts", accountColumns, manyAccounts(n))
			return err
		},
		"bare": func(ctx context.Context, tx store.Tx) error {
			marks := "?, ?, ?, ?, ?, ?, ?"
			if tx.Engine() == store.Postgres {
				marks = "$1, $2, $3, $4, $5, $6, $7"
			}
			statement, err := tx.SQL().PrepareContext(ctx,
				"INSERT INTO accounts ("+strings.Join(accountColumns, ", ")+") VALUES ("+marks+")")
			if err != nil {
				return err
			}
			for row := range manyAccounts(n) {
				row[0], row[3], row[5] = int64(row[0].(gid.ID)), "CUSTOMER", int64(row[5].(clock.Instant))
				if _, err := statement.ExecContext(ctx, row...); err != nil {
					return err
				}
			}
			return nil
		},
	}
	undo := errors.New("undo")
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		for _, way := range []string{"bare", "rows"} {
			b.Run(string(engine)+"/"+way, func(b *testing.B) {
				config := store.Config{Directory: b.TempDir()}
				if engine == store.Postgres {
					config = store.Config{URL: database.Postgres(b)}
				}
				s := database.Open(b, config)
				for b.Loop() {
					err := s.Write(database.Operator(b), func(ctx context.Context, tx store.Tx) error {
						return errors.Join(insert[way](ctx, tx), undo)
					})
					if !errors.Is(err, undo) || strings.Contains(err.Error(), "\n") {
						b.Fatal(err)
					}
				}
				b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
			})
		}
	}
}
