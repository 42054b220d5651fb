package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/cluster"
	"github.com/muniment/muniment/internal/testenv/database"
)

// After PostgreSQL died, every result, including the first, is correct or ErrUnavailable, and one loss is enough for
// all connections to be replaced.
func TestPostgreSQLMayDieBetweenRequests(t *testing.T) {
	database.SkipPart(t, "postgres")
	server, err := cluster.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Stop(); err != nil {
			t.Error(err)
		}
	})
	// the test cluster is configured not to wait for the disk, and would lose commits in a crash
	s, err := store.Open(t.Context(), store.Config{URL: server.URL("postgres") + "&synchronous_commit=on"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	read := func() error {
		rows, err := s.Catalog(t.Context(), "SELECT n FROM counted")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var n int64
			if err := rows.Scan(&n); err != nil {
				return err
			}
		}
		return rows.Err()
	}
	write := func(meanwhile func()) error {
		first := true
		return s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			if _, err := tx.Exec(ctx, "UPDATE counted SET n = n + 1"); err != nil {
				return err
			}
			if first {
				first = false
				meanwhile()
			}
			_, err := tx.Exec(ctx, "UPDATE counted SET n = n + 1")
			return err
		})
	}
	// snapshot opens several snapshots within each other, so that as many connections are idle afterwards.
	var snapshot func(depth int) error
	snapshot = func(depth int) error {
		return s.Snapshot(t.Context(), &all, 0, func(v *page.View) error {
			if _, err := lineNames(t.Context(), v); err != nil || depth == 1 {
				return err
			}
			return snapshot(depth - 1)
		})
	}
	nothing := func() {}
	restart := func() {
		if err := errors.Join(server.Crash(), server.Recover()); err != nil {
			t.Fatal(err)
		}
	}
	err = s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Exec(ctx, "CREATE TABLE counted AS SELECT 0 AS n")
		if err == nil {
			_, err = tx.Exec(ctx, "CREATE TABLE product_lines AS SELECT 'x'::text AS name")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	// Several connections are idle in the pools when the server dies.
	for range 3 {
		if err := errors.Join(read(), write(nothing), snapshot(3)); err != nil {
			t.Fatal(err)
		}
	}
	restart()
	if err := read(); err != nil {
		t.Errorf("the first read: %v", err)
	}
	if err := read(); err != nil {
		t.Errorf("the second read: %v", err)
	}
	if err := snapshot(3); err != nil {
		t.Fatal(err)
	}
	restart()
	if err := snapshot(1); err != nil && !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("the first snapshot: %v", err)
	}
	if err := snapshot(3); err != nil {
		t.Errorf("the second snapshot: %v", err)
	}
	if err := write(nothing); err != nil {
		t.Errorf("the first change: %v", err)
	}
	// A change that loses its connection is retried and takes effect once.
	if err := write(restart); err != nil {
		t.Errorf("a change that lost its connection: %v", err)
	}
	var n int64
	if err := s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		return tx.QueryRow(ctx, "SELECT n FROM counted", nil, &n)
	}); err != nil || n != 10 {
		t.Errorf("%d, %v, want 10", n, err)
	}
	if err := server.Crash(); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		for what, err := range map[string]error{"read": read(), "change": write(nothing)} {
			if !errors.Is(err, store.ErrUnavailable) {
				t.Error(fmt.Errorf("%s %d while it is down: %w", what, i, err))
			}
		}
	}
	if err := server.Recover(); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(read(), write(nothing)); err != nil {
		t.Errorf("once it is back: %v", err)
	}
}
