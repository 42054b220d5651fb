package page

import (
	"context"

	"entgo.io/ent/dialect/sql"
)

// query is what every query of the ent client offers.
type query[E any, S any] interface {
	All(context.Context) ([]E, error)
	Modify(...func(*sql.Selector)) S
	Select(...string) S
}

// selection is a query that was narrowed to columns.
type selection interface {
	Scan(context.Context, any) error
}

// Of makes the set of a table with these columns. place returns a column of a row as int64 or string; see Set.Place.
func Of[E any, Q query[E, S], S selection](table func() Q, columns []string, place func(row E, column string) any) Set[E] {
	return Set[E]{
		Columns: columns,
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]E, error) {
			q := table()
			q.Modify(modify)
			q.Select(columns...)
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return table().Modify(modify).Scan(ctx, into)
		},
		Place: place,
	}
}
