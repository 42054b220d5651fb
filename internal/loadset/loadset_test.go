package loadset_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"testing"

	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/loadset"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

var today = day.Date(2026, 11, 22)

func fill(t *testing.T, s *store.Store, shape loadset.Shape) loadset.Counts {
	t.Helper()
	var last loadset.Progress
	counts, err := loadset.Fill(database.Operator(t), s, shape, func(p loadset.Progress) {
		if p.Done < last.Done || p.Rows < last.Rows || p.Done > p.Total {
			t.Errorf("progress went from %+v to %+v, want Done >= %v, Rows >= %v and Done <= %v", last, p, last.Done,
				last.Rows, p.Total)
		}
		last = p
	})
	if err != nil {
		t.Fatal(err)
	}
	if last.Done != last.Total || last.Rows != counts.Rows() {
		t.Errorf("the last progress is %+v of %d rows", last, counts.Rows())
	}
	return counts
}

func TestTheSetHasItsShapeAndIsSound(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		shape := loadset.Scaled(2000, today)
		counts := fill(t, s, shape)
		for table, want := range map[string]int64{
			"accounts": 80, "users": 800, "entitlements": 2000, "line_items": 4000, "activations": 6000,
			"product_lines": 12, "products": 240,
		} {
			if counts[table] != want {
				t.Errorf("%s: %d rows counted, want %d", table, counts[table], want)
			}
			if n := count(t, s, table); n != want {
				t.Errorf("%s: %d rows, want %d", table, n, want)
			}
		}
		for _, table := range []string{"account_links", "account_paths", "allocations", "coverages", "coverage_items",
			"decisions", "devices",
			"external_ids", "features", "ledger_entries", "lineage_steps", "list_prices", "memberships", "periods",
			"search_words", "usage_records"} {
			if counts[table] == 0 || count(t, s, table) != counts[table] {
				t.Errorf("%s: %d rows, %d counted", table, count(t, s, table), counts[table])
			}
		}
		report, err := doctor.Check(database.Operator(t), s)
		if err != nil {
			t.Fatal(err)
		}
		if !report.Healthy() {
			t.Errorf("the doctor finds %+v", report)
		}
	})
}

func TestOneAccountIsLarge(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	shape := loadset.Scaled(500, today)
	shape.Large = true
	counts := fill(t, s, shape)
	for table, want := range map[string]int64{"users": 1200, "entitlements": 5500, "line_items": 11000,
		"activations": 16500} {
		if counts[table] != want || count(t, s, table) != want {
			t.Errorf("%s: %d rows, %d counted, want %d", table, count(t, s, table), counts[table], want)
		}
	}
	ctx := database.Operator(t)
	large, err := s.Client().ExternalID.Query().Where(externalid.Value(loadset.AccountName(loadset.LargeAccount))).
		Only(ctx)
	if err != nil {
		t.Fatal(err)
	}
	of := gid.ID(large.EntityID)
	lines, err := s.Client().LineItem.Query().Where(lineitem.AccountID(of)).Count(ctx)
	if err != nil || lines < 9_900 {
		t.Errorf("the large account has %d line items: %v", lines, err)
	}
	members, err := s.Client().Membership.Query().Where(membership.AccountID(of)).Count(ctx)
	if err != nil || members < 1_000 {
		t.Errorf("the large account has %d members: %v", members, err)
	}
}

func TestTheSameShapeGivesTheSameRows(t *testing.T) {
	shape := loadset.Scaled(500, today)
	seen := map[string]string{}
	database.Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, shape)
		compare(t, s, seen)
	})
	t.Run("again", func(t *testing.T) {
		s := database.Open(t, store.Config{Directory: t.TempDir()})
		fill(t, s, shape)
		compare(t, s, seen)
	})
	t.Run("another seed", func(t *testing.T) {
		other := shape
		other.Seed++
		s := database.Open(t, store.Config{Directory: t.TempDir()})
		fill(t, s, other)
		if digest(t, s, "line_items") == seen["line_items"] {
			t.Error("another seed gives the same line items")
		}
	})
}

func compare(t *testing.T, s *store.Store, seen map[string]string) {
	t.Helper()
	for _, table := range []string{"accounts", "users", "memberships", "entitlements", "line_items", "periods",
		"activations", "coverages", "products"} {
		got := digest(t, s, table)
		if seen[table] == "" {
			seen[table] = got
		}
		if got != seen[table] {
			t.Errorf("%s differs from the first fill", table)
		}
	}
}

// digest hashes the rows of a table, numbers and texts as they are shown.
func digest(t *testing.T, s *store.Store, table string) string {
	t.Helper()
	h := sha256.New()
	rows := query(t, s, "SELECT * FROM "+table+" WHERE TRUE ORDER BY id")
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		values, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		byName := map[string]sql.NullString{}
		for i, column := range columns {
			switch values[i].String { // the engines show a bool in two ways
			case "true":
				values[i].String = "1"
			case "false":
				values[i].String = "0"
			}
			byName[column] = values[i]
		}
		fmt.Fprintln(h, byName)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

func query(t *testing.T, s *store.Store, text string) *sql.Rows {
	t.Helper()
	rows, err := s.Scoped(database.Operator(t), store.Everything(), "SELECT * FROM ("+text+") q WHERE /*scope:q.id*/")
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func count(t *testing.T, s *store.Store, table string) (n int64) {
	t.Helper()
	rows := query(t, s, "SELECT 1 AS id, count(*) AS n FROM "+table)
	defer rows.Close()
	var id int
	if !rows.Next() {
		t.Fatal(rows.Err())
	}
	if err := rows.Scan(&id, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestADatabaseWithAccountsIsRefused(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	fill(t, s, loadset.Scaled(20, today))
	_, err := loadset.Fill(context.WithoutCancel(database.Operator(t)), s, loadset.Scaled(20, today), nil)
	if !errors.Is(err, loadset.ErrNotEmpty) {
		t.Errorf("the second fill returned %v, want %v", err, loadset.ErrNotEmpty)
	}
}

func TestShapesThatCannotBe(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	for _, shape := range []loadset.Shape{
		{}, {Accounts: 9, Users: 100, Entitlements: 100}, {Accounts: 10, Users: 9, Entitlements: 10},
		{Accounts: 10, Users: 10, Entitlements: 9}, {Accounts: 10, Users: 10, Entitlements: 1 << 40},
		{Accounts: -1, Users: 10, Entitlements: 10},
	} {
		if _, err := loadset.Fill(database.Operator(t), s, shape, nil); !errors.Is(err, loadset.ErrShape) {
			t.Errorf("%+v: %v, want %v", shape, err, loadset.ErrShape)
		}
	}
	if n := count(t, s, "product_lines"); n != 0 {
		t.Errorf("%d product lines were written all the same", n)
	}
}
