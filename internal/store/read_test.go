package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

func names(t *testing.T, rows *sql.Rows, err error) []string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		found = append(found, name)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return found
}

func threeAccounts(t *testing.T, s *store.Store) []gid.ID {
	t.Helper()
	var ids []gid.ID
	if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		ids = nil
		for _, name := range []string{"a", "b", "c"} {
			id, err := addAccount(ctx, tx, name)
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return ids
}

func TestScopedSeesTheAccountsOfItsScope(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		ids := threeAccounts(t, s)
		const query = "SELECT a.name FROM accounts a WHERE a.updated_at = ? AND /*scope:a.id*/ AND a.created_at = ? " +
			"AND EXISTS (SELECT 1 FROM accounts b WHERE b.id = a.id AND /*scope:b.id*/) ORDER BY a.name"
		for name, test := range map[string]struct {
			scope store.Scope
			want  []string
		}{
			"operator":    {store.Everything(), []string{"a", "b", "c"}},
			"two":         {store.Accounts([]gid.ID{ids[0], ids[2]}), []string{"a", "c"}},
			"nobody":      {store.Accounts(nil), nil},
			"zero":        {store.Scope{}, nil},
			"another one": {store.Accounts([]gid.ID{gid.New(gid.Account, 1)}), nil},
		} {
			ctx, counter := store.WithCounter(database.Operator(t))
			rows, err := s.Scoped(ctx, test.scope, query, 1, 1)
			if got := names(t, rows, err); !slices.Equal(got, test.want) {
				t.Errorf("%s: got %v, want %v", name, got, test.want)
			}
			if counter.Count() != 1 {
				t.Errorf("%s: %q, want 1", name, counter.Statements())
			}
		}
		_, err := s.Scoped(database.Operator(t), store.Everything(), "SELECT name FROM accounts")
		if !errors.Is(err, store.ErrUnscoped) {
			t.Errorf("no marker: %v", err)
		}
		_, err = s.Catalog(database.Operator(t), "SELECT l.id FROM line_items l")
		if !errors.Is(err, store.ErrUnscoped) {
			t.Errorf("a customer's table as catalog: %v", err)
		}
		rows, err := s.Catalog(database.Operator(t), "SELECT name FROM product_lines WHERE name = ?", "none")
		if got := names(t, rows, err); got != nil {
			t.Errorf("got %v, want nil", got)
		}
	})
}

func TestInTakesAWholeSetAsOneValue(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		ids := threeAccounts(t, s)
		query := "SELECT name FROM accounts WHERE /*scope:id*/ AND " + s.In("id") + " ORDER BY name"
		for n := range len(ids) + 1 {
			rows, err := s.Scoped(database.Operator(t), store.Everything(), query, s.Set(ids[:n]))
			if got, want := names(t, rows, err), []string{"a", "b", "c"}[:n]; !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		}
	})
}

func TestNumberPlaceholders(t *testing.T) {
	for text, want := range map[string]string{
		"SELECT 1":                   "SELECT 1",
		"a = ? AND b = ?":            "a = $1 AND b = $2",
		"'what?' = ? -- really?\n?":  "'what?' = $1 -- really?\n$2",
		"/* ? */ ? \"odd?name\" `?`": "/* ? */ $1 \"odd?name\" `?`",
		"?3 = ?":                     "?3 = $1",
		"'open ?":                    "'open ?",
		"":                           "",
	} {
		if got := store.NumberPlaceholders(text, "$"); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// For any statement, numbering placeholders is idempotent.
func TestNumberPlaceholdersOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{"?", "'", "\"", "`", "--", "\n", "/*", "*/", " a = ", "?3", "é"})
		text := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "")
		numbered := store.NumberPlaceholders(text, "?")
		if again := store.NumberPlaceholders(numbered, "?"); again != numbered {
			t.Fatalf("numbered twice: %q, then %q", numbered, again)
		}
	})
}

func TestReadersRefuseToWrite(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		rows, err := s.Scoped(database.Operator(t), store.Everything(),
			"INSERT INTO product_lines (id, name, created_at) SELECT 1, 'x', 1 WHERE /*scope:id*/ RETURNING id")
		if err == nil {
			for rows.Next() {
				continue
			}
			err = errors.Join(rows.Err(), rows.Close())
		}
		if !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("got %v, want %v", err, store.ErrReadOnly)
		}
		if n := countLines(t, s); n != 0 {
			t.Errorf("%d lines, want 0", n)
		}
	})
}

func TestReadsSeeTheirOwnTransactionOnlyInside(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			if _, err := addLine(ctx, tx, "new"); err != nil {
				return err
			}
			inside, err := tx.Client().ProductLine.Query().Count(ctx)
			if err != nil {
				return err
			}
			if outside := countLines(t, s); inside != 1 || outside != 0 {
				t.Errorf("%d inside, %d outside, want inside = 1 and outside = 0", inside, outside)
			}
			var name string
			if err := tx.QueryRow(ctx, "SELECT name FROM product_lines WHERE name = ?", []any{"new"},
				&name); err != nil {
				t.Error(err)
			}
			err = tx.QueryRow(ctx, "SELECT name FROM product_lines WHERE name = ?", []any{"old"}, &name)
			if !errors.Is(err, sql.ErrNoRows) {
				t.Errorf("got %v, want %v", err, sql.ErrNoRows)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestCounterSeesEveryStatementOnce(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		ctx, counter := store.WithCounter(database.Operator(t))
		if err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			if _, err := addLine(ctx, tx, "one"); err != nil {
				return err
			}
			_, err := tx.Exec(ctx, "UPDATE product_lines SET name = ? WHERE name = ?", "two", "one")
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Client().ProductLine.Query().All(ctx); err != nil {
			t.Fatal(err)
		}
		if got := counter.Statements(); len(got) != 3 || counter.Count() != 3 {
			t.Errorf("%d statements: %q, want len(got) = 3 and statements = 3", len(got), got)
		}
		_ = countLines(t, s)
		if counter.Count() != 3 {
			t.Error("a statement of another context was counted")
		}
	})
}

func TestSameStatementInsideItsOwnRows(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	_ = threeAccounts(t, s)
	var pairs []string
	err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		const query = "SELECT name FROM accounts ORDER BY name"
		outer, err := tx.Query(ctx, query)
		if err != nil {
			return err
		}
		defer outer.Close()
		for outer.Next() {
			var name string
			if err := outer.Scan(&name); err != nil {
				return err
			}
			inner, err := tx.Query(ctx, query)
			for _, other := range names(t, inner, err) {
				pairs = append(pairs, name+other)
			}
		}
		return outer.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"}; !slices.Equal(pairs, want) {
		t.Errorf("got %v, want %v", pairs, want)
	}
}

func TestMoreStatementsThanAreKept(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir(), Readers: 1})
	for round := range 2 {
		for n := range store.KeptStatements + 20 {
			var got int
			rows, err := s.Catalog(database.Operator(t), fmt.Sprintf("SELECT %d", n))
			if err != nil {
				t.Fatal(err)
			}
			if !rows.Next() || rows.Scan(&got) != nil || got != n {
				t.Fatalf("round %d, statement %d: got %d", round, n, got)
			}
			if err := rows.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestKeptStatementFollowsTheSchema(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir(), Readers: 1})
	read := func() int {
		rows, err := s.Catalog(database.Operator(t), "SELECT * FROM product_lines")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			continue
		}
		return len(columns)
	}
	before := read()
	if _, err := s.Client().ExecContext(database.Operator(t),
		"ALTER TABLE product_lines ADD COLUMN extra text"); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		_, err := addLine(ctx, tx, "x")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	_ = read()
	if after := read(); after != before+1 {
		t.Errorf("%d columns before, %d after, want %v", before, after, before+1)
	}
}
