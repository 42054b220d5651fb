package store

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/internal/page"
)

// KeyIn is page.KeyIn as a predicate for the ent clients.
func KeyIn(column string, keys []int64) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(page.KeyIn(s.Dialect(), s.C(column), keys))
	}
}
