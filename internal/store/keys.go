package store

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/internal/page"
)

// KeyIn is page.KeyIn as a predicate for the ent clients. The keys may be ids.
func KeyIn[K ~int64](column string, keys []K) func(*sql.Selector) {
	stored := make([]int64, len(keys))
	for i, k := range keys {
		stored[i] = int64(k)
	}
	return func(s *sql.Selector) {
		s.Where(page.KeyIn(s.Dialect(), s.C(column), stored))
	}
}
