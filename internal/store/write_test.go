package store_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/muniment/muniment/ent/accountlink"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// addLine inserts a product line, which has the fewest columns.
func addLine(ctx context.Context, tx store.Tx, name string) (gid.ID, error) {
	line, err := tx.Client().ProductLine.Create().SetID(gid.New(gid.ProductLine, 0)).SetName(name).SetCreatedAt(1).
		Save(ctx)
	if err != nil {
		return 0, err
	}
	return line.ID, nil
}

func addAccount(ctx context.Context, tx store.Tx, name string) (gid.ID, error) {
	account, err := tx.Client().Account.Create().SetID(gid.New(gid.Account, gid.NewLocality())).SetName(name).
		SetNameKey(strings.ToLower(name)).SetKind(vocabulary.AccountKindCustomer).SetVisible(true).SetCreatedAt(1).
		SetUpdatedAt(1).Save(ctx)
	if err != nil {
		return 0, err
	}
	return account.ID, nil
}

func countLines(t *testing.T, s *store.Store) int {
	t.Helper()
	n, err := s.Client().ProductLine.Query().Count(database.Operator(t))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestWriteKeepsAllOrNothing(t *testing.T) {
	refusal := errors.New("refused")
	database.Each(t, func(t *testing.T, s *store.Store) {
		ctx := database.Operator(t)
		if err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			_, err := addLine(ctx, tx, "kept")
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if n := countLines(t, s); n != 1 {
			t.Fatalf("%d lines after a write, want 1", n)
		}
		for name, change := range map[string]func(context.Context, store.Tx) error{
			"error": func(context.Context, store.Tx) error { return refusal },
			"own commit": func(ctx context.Context, tx store.Tx) error {
				own, err := tx.Client().Tx(ctx)
				if err != nil {
					return err
				}
				return errors.Join(own.Commit(), refusal)
			},
		} {
			err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				if _, err := addLine(ctx, tx, "lost"); err != nil {
					return err
				}
				return change(ctx, tx)
			})
			if !errors.Is(err, refusal) {
				t.Errorf("%s: %v, want %v", name, err, refusal)
			}
		}
		func() {
			defer func() {
				if r := recover(); r != "on purpose" {
					t.Errorf("the panic became %v, want %q", r, "on purpose")
				}
			}()
			_ = s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				_, _ = addLine(ctx, tx, "lost")
				panic("on purpose")
			})
		}()
		canceled, cancel := context.WithCancel(ctx)
		err := s.Write(canceled, func(ctx context.Context, tx store.Tx) error {
			_, err := addLine(ctx, tx, "lost")
			cancel()
			return err
		})
		if !errors.Is(err, store.ErrTimeout) {
			t.Errorf("canceled before the commit: %v, want %v", err, store.ErrTimeout)
		}
		if n := countLines(t, s); n != 1 {
			t.Errorf("%d lines after refused writes, want 1", n)
		}
	})
}

func TestWriteStopsBetweenStatements(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		ctx, cancel := context.WithCancel(database.Operator(t))
		err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			if _, err := addLine(ctx, tx, "before"); err != nil {
				t.Error(err)
			}
			cancel()
			_, err := addLine(ctx, tx, "after")
			if !errors.Is(err, store.ErrTimeout) {
				t.Errorf("a statement after the deadline: %v", err)
			}
			// A change that ignores the error cannot run further statements.
			return nil
		})
		if !errors.Is(err, store.ErrTimeout) {
			t.Errorf("got %v, want %v", err, store.ErrTimeout)
		}
		if n := countLines(t, s); n != 0 {
			t.Errorf("%d lines, want 0", n)
		}
	})
}

func TestWriteWaitsForTheWriterNoLongerThanItsDeadline(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		if err := s.Write(ctx, func(context.Context, store.Tx) error { return nil }); !errors.Is(err,
			store.ErrNested) {
			t.Errorf("a write inside a write: %v", err)
		}
		// The context of another caller, whose deadline passes while the writer is in use.
		waiting, cancel := context.WithCancel(database.Operator(t))
		cancel()
		err := s.Write(waiting, func(context.Context, store.Tx) error { return nil })
		if !errors.Is(err, store.ErrTimeout) {
			t.Errorf("waiting: %v, want %v", err, store.ErrTimeout)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestConcurrentWritesAllSucceed(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		const writers, rounds = 8, 25
		ctx := database.Operator(t)
		var id gid.ID
		if err := s.Write(ctx, func(ctx context.Context, tx store.Tx) (err error) {
			id, err = addAccount(ctx, tx, "counted")
			return err
		}); err != nil {
			t.Fatal(err)
		}
		var group sync.WaitGroup
		for range writers {
			group.Go(func() {
				for range rounds {
					if err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
						_, err := tx.Exec(ctx, "UPDATE accounts SET updated_at = updated_at + ? WHERE id = ?", 1, id)
						return err
					}); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		group.Wait()
		account, err := s.Client().Account.Get(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if got := int(account.UpdatedAt) - 1; got != writers*rounds {
			t.Errorf("%d of %d increments are there", got, writers*rounds)
		}
	})
}

func TestWriteIsRetriedAfterADeadlock(t *testing.T) {
	s := database.Open(t, store.Config{URL: database.Postgres(t)})
	ctx := database.Operator(t)
	var ids [2]gid.ID
	if err := s.Write(ctx, func(ctx context.Context, tx store.Tx) (err error) {
		for i := range ids {
			if ids[i], err = addAccount(ctx, tx, "row"); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	var runs atomic.Int32
	var first, both sync.WaitGroup
	first.Add(2)
	for i := range ids {
		both.Go(func() {
			var once sync.Once
			err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				runs.Add(1)
				const touch = "UPDATE accounts SET updated_at = updated_at + 1 WHERE id = ?"
				if _, err := tx.Exec(ctx, touch, ids[i]); err != nil {
					return err
				}
				// Both transactions lock their first row before either locks the second.
				once.Do(func() { first.Done(); first.Wait() })
				_, err := tx.Exec(ctx, touch, ids[1-i])
				return err
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	if n := runs.Load(); n < 3 {
		t.Errorf("%d runs: the deadlock did not happen", n)
	}
	for _, id := range ids {
		if account, err := s.Client().Account.Get(ctx, id); err != nil || account.UpdatedAt != 3 {
			t.Errorf("%v, %v: want both updates", account, err)
		}
	}
}

func TestErrorsHaveKindsAndNoSQL(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		for name, test := range map[string]struct {
			change func(context.Context, store.Tx) error
			want   error
		}{
			"unique": {func(ctx context.Context, tx store.Tx) error {
				_, err := addLine(ctx, tx, "twice")
				if err != nil {
					return err
				}
				_, err = addLine(ctx, tx, "twice")
				return err
			}, store.ErrUnique},
			"unique among many rows": {func(ctx context.Context, tx store.Tx) error {
				_, err := tx.InsertRows(ctx, "product_lines", []string{"id", "name", "created_at"},
					func(yield func([]any) bool) {
						_ = yield([]any{1, "x", 1}) && yield([]any{2, "x", 1})
					})
				return err
			}, store.ErrUnique},
			"parent missing": {func(ctx context.Context, tx store.Tx) error {
				return tx.Client().AccountLink.Create().SetParentID(1).SetChildID(2).Exec(ctx)
			}, store.ErrForeignKey},
			"still referred to": {func(ctx context.Context, tx store.Tx) error {
				parent, err := addAccount(ctx, tx, "parent")
				if err != nil {
					return err
				}
				child, err := addAccount(ctx, tx, "child")
				if err != nil {
					return err
				}
				if err := tx.Client().AccountLink.Create().SetParentID(parent).SetChildID(child).
					Exec(ctx); err != nil {
					return err
				}
				return tx.Client().Account.DeleteOneID(child).Exec(ctx)
			}, store.ErrForeignKey},
			"check": {func(ctx context.Context, tx store.Tx) error {
				id, err := addAccount(ctx, tx, "own parent")
				if err != nil {
					return err
				}
				return tx.Client().AccountLink.Create().SetParentID(id).SetChildID(id).Exec(ctx)
			}, store.ErrCheck},
			"null": {func(ctx context.Context, tx store.Tx) error {
				_, err := tx.Exec(ctx, "INSERT INTO product_lines (id, name, created_at) VALUES (1, NULL, 1)")
				return err
			}, store.ErrNotNull},
			"nonsense": {func(ctx context.Context, tx store.Tx) error {
				_, err := tx.Query(ctx, "SELECT secret FROM nowhere")
				return err
			}, store.ErrStatement},
		} {
			t.Run(name, func(t *testing.T) {
				err := s.Write(database.Operator(t), test.change)
				if !errors.Is(err, test.want) {
					t.Fatalf("got %v (%T), want %v", err, err, test.want)
				}
				var known *store.Error
				if !errors.As(err, &known) || known.Code == "" {
					t.Errorf("no code in %#v", err)
				}
				for _, leak := range []string{"INSERT", "SELECT", "nowhere", "constraint failed", "SQLSTATE",
					"twice"} {
					if strings.Contains(err.Error(), leak) {
						t.Errorf("%q contains %q", err, leak)
					}
				}
			})
		}
		if n, err := s.Client().AccountLink.Query().Where(accountlink.ParentIDEQ(1)).
			Count(database.Operator(t)); n != 0 || err != nil {
			t.Errorf("%d links, %v, want 0", n, err)
		}
	})
}
