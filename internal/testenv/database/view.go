package database

import (
	"slices"
	"testing"

	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
)

// View calls read with a view of the database within a scope.
func View(t testing.TB, s *store.Store, scope store.Scope, read func(v *page.View) error) {
	t.Helper()
	if err := s.Snapshot(t.Context(), &scope, 0, read); err != nil {
		t.Fatal(err)
	}
}

// IDs returns the ids of the rows of a table that are in a scope and meet a condition, in ascending order. A nil
// condition matches all rows.
func IDs(t testing.TB, s *store.Store, scope store.Scope, table string, where page.Where) []int64 {
	t.Helper()
	var ids []int64
	View(t, s, scope, func(v *page.View) error {
		return v.Scan(t.Context(), table, func(q *page.Query) {
			if where != nil {
				where(q)
			}
			q.Select(q.C("id"))
		}, &ids)
	})
	slices.Sort(ids)
	return ids
}
