package database

import (
	"slices"
	"testing"

	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
)

// View calls read with the database as a scope sees it.
func View(t testing.TB, s *store.Store, scope store.Scope, read func(v *page.View) error) {
	t.Helper()
	if err := s.Snapshot(t.Context(), &scope, 0, read); err != nil {
		t.Fatal(err)
	}
}

// IDs returns the ids of the rows of a table that a scope shows and that meet a condition, in ascending order. A nil
// condition is none.
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
