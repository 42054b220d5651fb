package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

var all = store.Everything()

// lineNames reads the names of the product lines in a snapshot.
func lineNames(ctx context.Context, v *page.View) ([]string, error) {
	var found []string
	err := v.Scan(ctx, "product_lines", func(q *page.Query) { q.Select(q.C("name")) }, &found)
	slices.Sort(found)
	return found, err
}

func addLines(t testing.TB, s *store.Store, names ...string) {
	t.Helper()
	if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		for _, name := range names {
			if _, err := addLine(ctx, tx, name); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// maxStatements returns the argument maxStatements of Snapshot: 1 for a single statement, otherwise 0 (unknown).
func maxStatements(single bool) int {
	if single {
		return 1
	}
	return 0
}

// broken runs a statement that the engine refuses.
func broken(ctx context.Context, v *page.View) error {
	var found []int64
	return v.Scan(ctx, "product_lines", func(q *page.Query) { q.Select("no_such_column") }, &found)
}

// usable fails the test unless snapshots on all connections work and see the latest commit.
func usable(t *testing.T, s *store.Store) {
	t.Helper()
	want := countLines(t, s) + 1
	addLines(t, s, fmt.Sprint("another ", want))
	for _, single := range []bool{true, false, true} {
		if err := s.Snapshot(t.Context(), &all, maxStatements(single), func(v *page.View) error {
			found, err := lineNames(t.Context(), v)
			if err == nil && len(found) != want {
				t.Errorf("single %v: %d lines, want %d: the snapshot is old", single, len(found), want)
			}
			return err
		}); err != nil {
			t.Errorf("single %v: %v", single, err)
		}
	}
	if err := s.Ping(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestStatementsOfASnapshotSeeOneState(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		addLines(t, s, "first")
		for round := range 3 {
			err := s.Snapshot(t.Context(), &all, 0, func(v *page.View) error {
				before, err := lineNames(t.Context(), v)
				if err != nil {
					return err
				}
				for n := range 2 {
					addLines(t, s, fmt.Sprint("meanwhile ", round, n))
					after, err := lineNames(t.Context(), v)
					if err != nil {
						return err
					}
					if !slices.Equal(before, after) {
						t.Errorf("round %d: %q, then %q, want %v", round, before, after, after)
					}
				}
				// The unscoped view reads the same snapshot; a read outside does not.
				unscoped, err := v.Unscoped().Count(t.Context(), page.TableNamed("product_lines"), nil)
				if int(unscoped) != len(before) || countLines(t, s) != len(before)+2 {
					t.Errorf("%d lines in the snapshot, %d outside", unscoped, countLines(t, s))
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		usable(t, s)
	})
}

func TestASingleStatementSeesTheLatest(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		for n := range 5 {
			err := s.Snapshot(t.Context(), &all, 1, func(v *page.View) error {
				addLines(t, s, fmt.Sprint(n))
				found, err := lineNames(t.Context(), v)
				if len(found) != n+1 {
					t.Errorf("%d lines, want %d", len(found), n+1)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestASnapshotRefusesToWrite(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		addLines(t, s, "kept")
		for _, single := range []bool{true, false} {
			_ = s.Snapshot(t.Context(), &all, maxStatements(single), func(v *page.View) error {
				var found []int64
				err := v.Scan(t.Context(), "product_lines", func(q *page.Query) {
					q.Prefix(sql.Raw("WITH gone AS (DELETE FROM product_lines RETURNING id)"))
					q.Select(q.C("id"))
				}, &found)
				if err == nil {
					t.Errorf("single %v: a change was taken", single)
				}
				return err
			})
		}
		if countLines(t, s) != 1 {
			t.Error("the line is gone")
		}
		usable(t, s)
	})
}

func TestSnapshotsWithoutAScopeAreRefused(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		err := s.Snapshot(t.Context(), nil, 0, func(*page.View) error {
			t.Error("it is read")
			return nil
		})
		if !errors.Is(err, store.ErrNoScope) {
			t.Errorf("%v, want %v", err, store.ErrNoScope)
		}
		threeAccounts(t, s)
		if err := s.Snapshot(t.Context(), new(store.Scope), 0, func(v *page.View) error {
			n, err := v.Count(t.Context(), page.TableNamed("accounts"), nil)
			if n > 0 {
				t.Errorf("the zero scope shows %d accounts", n)
			}
			return err
		}); err != nil {
			t.Error(err)
		}
	})
}

// Many concurrent snapshots, each of which also reads through the ent client while it is open, do not deadlock.
func TestManySnapshotsThatAlsoReadThroughTheClient(t *testing.T) {
	for _, readers := range []int{1, 2, 0} {
		t.Run(fmt.Sprint(readers), func(t *testing.T) {
			database.EachConfig(t, func(t *testing.T, config store.Config) {
				config.Readers = readers
				s := database.Open(t, config)
				addLines(t, s, "a", "b")
				ctx, cancel := context.WithTimeout(database.Operator(t), 2*time.Minute)
				defer cancel()
				var group sync.WaitGroup
				for n := range 64 {
					group.Go(func() {
						for round := range 4 {
							single := (n+round)%2 == 0
							err := s.Snapshot(ctx, &all, maxStatements(single), func(v *page.View) error {
								found, err := lineNames(ctx, v)
								if err != nil || len(found) != 2 {
									return fmt.Errorf("%q: %w", found, err)
								}
								lines, err := s.Client().ProductLine.Query().Order(productline.ByName()).All(ctx)
								if err != nil || len(lines) != 2 || lines[0].Name != "a" {
									return fmt.Errorf("%v: %w", lines, err)
								}
								if single {
									return nil
								}
								_, err = v.Count(ctx, page.TableNamed("product_lines"), nil)
								return err
							})
							if err != nil {
								t.Errorf("reader %d: %v", n, err)
								return
							}
						}
					})
				}
				group.Wait()
				usable(t, s)
			})
		})
	}
}

// Long snapshots take no connection from others, nor from code that reads while it has a snapshot. A further one waits.
func TestLongSnapshotsLeaveTheConnectionsOfOthers(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		config.Readers = store.LongSnapshots
		s := database.Open(t, config)
		addLines(t, s, "a")
		began, release := make(chan struct{}), make(chan struct{})
		results := make(chan error, store.LongSnapshots)
		for range store.LongSnapshots {
			go func() {
				results <- s.LongSnapshot(t.Context(), &all, func(v *page.View) error {
					before, err := lineNames(t.Context(), v)
					began <- struct{}{}
					<-release
					if err != nil {
						return err
					}
					after, err := lineNames(t.Context(), v)
					if len(before) != 1 || len(after) != 1 {
						return errors.Join(err, fmt.Errorf("%q before, %q after a write", before, after))
					}
					return err
				})
			}()
		}
		for range store.LongSnapshots {
			<-began
		}
		addLines(t, s, "b")
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		err := s.Snapshot(ctx, &all, 0, func(v *page.View) error {
			found, err := lineNames(ctx, v)
			if err == nil && (len(found) != 2 || countLines(t, s) != 2) {
				err = fmt.Errorf("found %q", found)
			}
			return err
		})
		if err != nil {
			t.Errorf("while long snapshots are read: %v", err)
		}
		over, cancel := context.WithCancel(t.Context())
		cancel()
		err = s.LongSnapshot(over, &all, func(*page.View) error {
			t.Error("more long snapshots are read than may be")
			return nil
		})
		if !errors.Is(err, store.ErrTimeout) {
			t.Errorf("a further long snapshot: %v, want %v", err, store.ErrTimeout)
		}
		close(release)
		for range store.LongSnapshots {
			if err := <-results; err != nil {
				t.Error(err)
			}
		}
		if err := s.LongSnapshot(t.Context(), nil, nil); !errors.Is(err, store.ErrNoScope) {
			t.Errorf("without a scope: %v", err)
		}
	})
}

// A snapshot that waits for a connection ends with an error when its context is done.
func TestAWaitingSnapshotGivesUp(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		config.Readers = 1
		s := database.Open(t, config)
		err := s.Snapshot(t.Context(), &all, 0, func(v *page.View) error {
			ctx, cancel := context.WithCancel(t.Context())
			done := make(chan error)
			go func() {
				done <- s.Snapshot(ctx, &all, 0, func(*page.View) error {
					t.Error("both are read, with one reader")
					return nil
				})
			}()
			cancel()
			if err := <-done; !errors.Is(err, store.ErrTimeout) {
				t.Errorf("%v, want %v", err, store.ErrTimeout)
			}
			_, err := lineNames(t.Context(), v)
			return err
		})
		if err != nil {
			t.Error(err)
		}
		usable(t, s)
	})
}

func TestCancelledSnapshots(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		config.Readers = 1
		s := database.Open(t, config)
		addLines(t, s, "a")
		for _, single := range []bool{true, false} {
			over, cancel := context.WithCancel(t.Context())
			cancel()
			err := s.Snapshot(over, &all, maxStatements(single), func(v *page.View) error {
				_, err := lineNames(over, v)
				return err
			})
			if !errors.Is(err, store.ErrTimeout) {
				t.Errorf("before: %v, want %v", err, store.ErrTimeout)
			}
			usable(t, s)

			ctx, cancel := context.WithCancel(t.Context())
			err = s.Snapshot(ctx, &all, maxStatements(single), func(v *page.View) error {
				if !single {
					if _, err := lineNames(ctx, v); err != nil {
						return err
					}
				}
				cancel()
				_, err := lineNames(ctx, v)
				return err
			})
			if !errors.Is(err, store.ErrTimeout) {
				t.Errorf("between two statements: %v, want %v", err, store.ErrTimeout)
			}
			usable(t, s)

			for _, late := range []bool{false, true} { // in the first statement, and in the second
				ctx, cancel = context.WithTimeout(t.Context(), 50*time.Millisecond)
				err = s.Snapshot(ctx, &all, maxStatements(single), func(v *page.View) error {
					if late && !single {
						if _, err := lineNames(context.WithoutCancel(ctx), v); err != nil {
							return err
						}
					}
					var found []int64
					return v.Scan(ctx, "product_lines", func(q *page.Query) {
						q.Prefix(
							sql.Raw(
								"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)"))
						q.Select(q.C("id")).Where(sql.ExprP("(SELECT count(*) FROM n) > 0"))
					}, &found)
				})
				cancel()
				if !errors.Is(err, store.ErrTimeout) {
					t.Errorf("in a statement: %v, want %v", err, store.ErrTimeout)
				}
				usable(t, s)
			}
		}
	})
}

func TestAnErrorInASnapshotDoesNotAffectLaterOnes(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		config.Readers = 1
		s := database.Open(t, config)
		addLines(t, s, "a", "b", "c")
		refused := errors.New("refused")
		for _, single := range []bool{true, false} {
			if err := s.Snapshot(t.Context(), &all, maxStatements(single),
				func(*page.View) error { return refused }); !errors.Is(err, refused) {
				t.Errorf("without a statement: %v", err)
			}
			usable(t, s)
			if err := s.Snapshot(t.Context(), &all, maxStatements(single),
				func(v *page.View) error { return broken(t.Context(), v) }); err == nil {
				t.Error("a broken statement returns no error")
			}
			usable(t, s)
			if err := s.Snapshot(t.Context(), &all, maxStatements(single), func(v *page.View) error {
				_, err := lineNames(t.Context(), v)
				return errors.Join(err, refused)
			}); !errors.Is(err, refused) {
				t.Errorf("after a statement: %v, want %v", err, refused)
			}
			usable(t, s)
		}
		if err := s.Snapshot(t.Context(), &all, 0, func(v *page.View) error {
			if _, err := lineNames(t.Context(), v); err != nil {
				t.Error(err)
			}
			return broken(t.Context(), v)
		}); err == nil {
			t.Error("a broken second statement returns no error")
		}
		usable(t, s)
	})
}

// If rows are not read to their end, the connection can still run the next statement of the snapshot.
func TestRowsThatAreLeftBehind(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		config.Readers = 1
		s := database.Open(t, config)
		for n := range 200 {
			addLines(t, s, fmt.Sprint("line ", n))
		}
		for _, single := range []bool{true, false} {
			if err := s.Snapshot(t.Context(), &all, maxStatements(single), func(v *page.View) error {
				for range 3 {
					var wrong []bool // a text cannot be stored in a bool
					if err := v.Scan(t.Context(), "product_lines", func(q *page.Query) { q.Select(q.C("name")) },
						&wrong); err == nil {
						t.Error("a text was stored in a bool")
					}
					found, err := lineNames(t.Context(), v)
					if err != nil || len(found) < 200 {
						return fmt.Errorf("%d lines: %w", len(found), err)
					}
				}
				return nil
			}); err != nil {
				t.Errorf("single %v: %v", single, err)
			}
			usable(t, s)
		}
	})
}

func TestAPanicInASnapshot(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		config.Readers = 1
		s := database.Open(t, config)
		addLines(t, s, "a")
		for n, read := range []func(v *page.View){
			func(*page.View) {},
			func(v *page.View) { _, _ = lineNames(t.Context(), v) },
			func(v *page.View) { _ = broken(t.Context(), v) },
			func(v *page.View) { // while a statement is being built
				_ = v.Scan(t.Context(), "product_lines", func(*page.Query) { panic("boom") }, nil)
			},
		} {
			for _, single := range []bool{true, false} {
				func() {
					defer func() {
						if r := recover(); r != "boom" {
							t.Errorf("%d: the panic became %v", n, r)
						}
					}()
					_ = s.Snapshot(t.Context(), &all, maxStatements(single), func(v *page.View) error {
						read(v)
						panic("boom")
					})
				}()
				usable(t, s)
			}
		}
	})
}

func TestStatementsOfSnapshotsAreCounted(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		addLines(t, s, "a")
		for _, single := range []bool{true, false} {
			ctx, counter := store.WithCounter(t.Context())
			want := 1
			if err := s.Snapshot(ctx, &all, maxStatements(single), func(v *page.View) error {
				_, err := lineNames(ctx, v)
				if single {
					return err
				}
				want = 4
				n, countErr := v.Count(ctx, page.TableNamed("product_lines"), nil)
				_, byIDErr := v.ByID(ctx, page.NewSource(page.TableNamed("product_lines")), []int64{1, 2})
				if n != 1 {
					t.Errorf("%d lines, want 1", n)
				}
				return errors.Join(err, countErr, byIDErr, func() error { _, err := lineNames(ctx, v); return err }())
			}); err != nil {
				t.Fatal(err)
			}
			if counter.Count() != want {
				t.Errorf("single %v: %d statements, want %d: %q", single, counter.Count(), want, counter.Statements())
			}
			for _, text := range counter.Statements() {
				if !strings.HasPrefix(text, "SELECT") {
					t.Errorf(`counted: %s, want "SELECT" at its beginning`, text)
				}
			}
		}
		ctx, counter := store.WithCounter(t.Context())
		if err := s.Snapshot(ctx, &all, 0, func(*page.View) error { return nil }); err != nil || counter.Count() != 0 {
			t.Errorf("%v, %q, want 0", err, counter.Statements())
		}
		_ = s.Snapshot(ctx, &all, 0, func(v *page.View) error { return broken(ctx, v) })
		if counter.Count() != 1 {
			t.Errorf("a statement that fails is counted %d times", counter.Count())
		}
	})
}

// Values of named types are accepted as arguments, and every type of column can be read, in the first statement of a
// snapshot and in later ones.
func TestValuesOfEveryKind(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var member gid.ID
		var account gid.ID
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			account = f.Account("account")
			member = f.Member(account, "member")
		})
		products := func(ctx context.Context, v *page.View) error {
			var found []struct {
				Kind  vocabulary.ProductKind `sql:"kind"`
				From  *int32                 `sql:"available_from"`
				Line  gid.ID                 `sql:"product_line_id"`
				Since int64                  `sql:"created_at"`
			}
			err := v.Scan(ctx, "products", func(q *page.Query) {
				q.Where(sql.And(sql.EQ(q.C(product.FieldKind), vocabulary.ProductKindProduct),
					sql.In(q.C("state"), vocabulary.CatalogStateAvailable, "x"),
					sql.NEQ(q.C("id"), gid.ID(7)), sql.Not(sql.LT(q.C("created_at"), int32(7)))))
				q.Select(q.C("kind"), q.C("available_from"), q.C("product_line_id"), q.C("created_at"))
			}, &found)
			if err == nil && (len(found) != 1 || found[0].Kind != vocabulary.ProductKindProduct ||
				found[0].From != nil || found[0].Line == 0) {
				return fmt.Errorf("%+v", found)
			}
			return err
		}
		members := func(ctx context.Context, v *page.View) error {
			var found []struct {
				Roles   vocabulary.RoleSet `sql:"roles"`
				Include bool               `sql:"include_sub_accounts"`
				Ends    *int64             `sql:"ends_on"`
			}
			err := v.Scan(ctx, "memberships", func(q *page.Query) {
				q.Where(sql.And(sql.EQ(q.C("user_id"), member), sql.EQ(q.C("include_sub_accounts"), false),
					q.In(q.C("account_id"), []int64{int64(account), 5})))
				q.Select(q.C("roles"), q.C("include_sub_accounts"), q.C("ends_on"))
			}, &found)
			if err == nil && (len(found) != 1 || len(found[0].Roles.List()) != 1 || found[0].Include ||
				found[0].Ends != nil) {
				return fmt.Errorf("%+v", found)
			}
			return err
		}
		for _, order := range [][]func(context.Context, *page.View) error{{products, members}, {members, products}} {
			if err := s.Snapshot(t.Context(), &all, 0, func(v *page.View) error {
				return errors.Join(order[0](t.Context(), v), order[1](t.Context(), v))
			}); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestSnapshotsOfAClosedStore(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		s := database.Open(t, config)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := s.Snapshot(t.Context(), &all, 0, func(*page.View) error { return nil }); err == nil {
			t.Error("it is read")
		}
	})
}

// A snapshot with a known number of statements is consistent too, ends with the last statement, and refuses another
// one.
func TestSnapshotsThatSayHowManyStatementsTheyRun(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		config.Readers = 1
		s := database.Open(t, config)
		addLines(t, s, "first")
		for round, runs := range []int{0, 1, 2, 3} {
			if err := s.Snapshot(t.Context(), &all, 3, func(v *page.View) error {
				var before []string
				for n := range runs {
					found, err := lineNames(t.Context(), v)
					if err != nil {
						return err
					}
					if n > 0 && !slices.Equal(found, before) {
						t.Errorf("%q, then %q", before, found)
					}
					before = found
					addLines(t, s, fmt.Sprint("meanwhile ", round, n))
				}
				return nil
			}); err != nil {
				t.Errorf("%d statements: %v", runs, err)
			}
			usable(t, s)
		}
		if err := s.Snapshot(t.Context(), &all, 2, func(v *page.View) error {
			_, err := lineNames(t.Context(), v)
			return errors.Join(err, broken(t.Context(), v))
		}); err == nil {
			t.Error("a broken last statement returns no error")
		}
		usable(t, s)
	})
	s := database.Open(t, store.Config{URL: database.Postgres(t)})
	if err := s.Snapshot(t.Context(), &all, 2, func(v *page.View) error {
		for range 2 {
			if _, err := lineNames(t.Context(), v); err != nil {
				t.Error(err)
			}
		}
		_, err := lineNames(t.Context(), v)
		return err
	}); err == nil {
		t.Error("PostgreSQL runs a statement after the end of the snapshot")
	}
	usable(t, s)
}
