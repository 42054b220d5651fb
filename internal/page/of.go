package page

import (
	"context"

	"entgo.io/ent/dialect"
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

// Of makes the set of a table. place returns a column of a row as int64 or string; see Set.Place.
func Of[E any, Q query[E, S], S selection](table func() Q, place func(row E, column string) any) Set[E] {
	return Set[E]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]E, error) {
			q := table()
			if columns == nil {
				q.Modify(modify)
				return q.All(ctx)
			}
			// ent quotes each column by itself, which costs more than the rest of the statement: it is given one column, and
			// the text of all of them takes its place.
			q.Modify(func(s *sql.Selector) { s.Select(list(s, with(columns, idColumn))) }, modify)
			q.Select(idColumn)
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return table().Modify(modify).Scan(ctx, into)
		},
		Place: place,
	}
}

// list writes the columns of the selected table as a statement lists them.
func list(s *sql.Selector, columns []string) string {
	quote, table := byte('`'), s.TableName()
	if s.Dialect() == dialect.Postgres {
		quote = '"'
	}
	size := 0
	for _, c := range columns {
		size += len(table) + len(c) + len("`.``, `")
	}
	b := make([]byte, 0, size)
	for i, c := range columns {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(append(append(b, quote), table...), quote, '.', quote)
		b = append(append(b, c...), quote)
	}
	return string(b)
}
