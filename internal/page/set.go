package page

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// ID is the key of a row: a global id, or a plain sequence number.
type ID interface{ ~int64 }

// Set is a table whose rows can be listed. It is the one way in which rows are fetched: by ids, as a page, or as one
// page for each of many parents in a single statement.
type Set[E any] struct {
	// Rows runs a query with the columns (nil for all) after modify has had its way with the statement. It is where the
	// viewer's scope comes in.
	Rows func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]E, error)
	// Scan runs a query that modify turned into one of plain columns and scans it into a slice of structs.
	Scan func(ctx context.Context, modify func(*sql.Selector), into any) error
	// Place returns a column of a row as int64 or string. It must know the id and every column that orders or partitions.
	Place func(row E, column string) any
}

// Slice is a page of rows in the order asked for.
type Slice[E any] struct {
	Rows             []E
	HasNext, HasPrev bool
}

// Where is a condition on the statement; nil stands for none.
type Where func(*sql.Selector)

const (
	idColumn = "id"
	rank     = "place_in_partition"
)

// ByID fetches the rows with these keys, in the order of the keys; a missing row leaves the zero value.
func (s *Set[E]) ByID(ctx context.Context, keys []int64, columns []string) ([]E, error) {
	return s.ByKey(ctx, idColumn, keys, columns)
}

// ByKey fetches the rows whose unique column has these values, in the order of the values.
func (s *Set[E]) ByKey(ctx context.Context, column string, keys []int64, columns []string) ([]E, error) {
	out := make([]E, len(keys))
	if len(keys) == 0 {
		return out, nil
	}
	rows, err := s.Rows(ctx, with(columns, column), func(q *sql.Selector) { q.Where(In(q, column, keys)) })
	if err != nil {
		return nil, err
	}
	found := make(map[int64]E, len(rows))
	for _, row := range rows {
		found[s.Place(row, column).(int64)] = row
	}
	for i, k := range keys {
		out[i] = found[k]
	}
	return out, nil
}

// All fetches every row for each of the parents, ordered, for relations that are small by nature. partition is the
// column that holds the parent's key.
func (s *Set[E]) All(ctx context.Context, partition string, parents []int64, order Order, columns []string) ([][]E, error) {
	out := make([][]E, len(parents))
	if len(parents) == 0 {
		return out, nil
	}
	rows, err := s.Rows(ctx, with(columns, partition), func(q *sql.Selector) {
		q.Where(In(q, partition, parents))
		orderBy(q, order, order.Descending)
	})
	if err != nil {
		return nil, err
	}
	at := positions(parents)
	for _, row := range rows {
		for _, i := range at[s.Place(row, partition).(int64)] {
			out[i] = append(out[i], row)
		}
	}
	return out, nil
}

// Page fetches one page of the rows that meet where.
func (s *Set[E]) Page(ctx context.Context, r Request, where Where) (Slice[E], error) {
	w, err := r.window()
	if err != nil {
		return Slice[E]{}, err
	}
	rows, err := s.Rows(ctx, with(r.Columns, r.Order.Columns...), func(q *sql.Selector) {
		if where != nil {
			where(q)
		}
		s.seek(q, r, w)
		orderBy(q, r.Order, r.Order.Descending != w.backward)
		q.Limit(w.limit + 1)
	})
	if err != nil {
		return Slice[E]{}, err
	}
	return cut(rows, w), nil
}

// PageOf fetches one page for each of the parents, in one statement. partition is the column that holds the parent's
// key.
func (s *Set[E]) PageOf(ctx context.Context, partition string, parents []int64, r Request, where Where) ([]Slice[E], error) {
	w, err := r.window()
	if err != nil {
		return nil, err
	}
	out := make([]Slice[E], len(parents))
	distinct := slices.Compact(slices.Sorted(slices.Values(parents)))
	switch len(distinct) {
	case 0:
		return out, nil
	case 1:
		slice, err := s.Page(ctx, r, func(q *sql.Selector) {
			if where != nil {
				where(q)
			}
			q.Where(In(q, partition, distinct))
		})
		for i := range out {
			out[i] = slice
		}
		return out, err
	}
	columns := with(r.Columns, append(slices.Clone(r.Order.Columns), partition)...)
	rows, err := s.Rows(ctx, columns, func(q *sql.Selector) {
		if where != nil {
			where(q)
		}
		q.Where(In(q, partition, distinct))
		s.seek(q, r, w)
		rankWithin(q, columns, partition, r.Order, r.Order.Descending != w.backward, w.limit+1)
	})
	if err != nil {
		return nil, err
	}
	at := positions(parents)
	for begin := 0; begin < len(rows); {
		parent := s.Place(rows[begin], partition).(int64)
		end := begin
		for end < len(rows) && s.Place(rows[end], partition).(int64) == parent {
			end++
		}
		slice := cut(rows[begin:end:end], w)
		for _, i := range at[parent] {
			out[i] = slice
		}
		begin = end
	}
	for i := range out {
		if out[i].Rows == nil { // nothing here, but something may stand on the far side of the cursor
			out[i] = cut[E](nil, w)
		}
	}
	return out, nil
}

// Count counts the rows that meet where.
func (s *Set[E]) Count(ctx context.Context, where Where) (int, error) {
	var counts []struct {
		N int `sql:"n"`
	}
	err := s.Scan(ctx, func(q *sql.Selector) {
		if where != nil {
			where(q)
		}
		q.Select(sql.As(sql.Count("*"), "n"))
	}, &counts)
	if err != nil || len(counts) == 0 {
		return 0, err
	}
	return counts[0].N, nil
}

// CountOf counts the rows that meet where for each of the parents, in one statement.
func (s *Set[E]) CountOf(ctx context.Context, partition string, parents []int64, where Where) ([]int, error) {
	var counts []struct {
		Parent int64 `sql:"parent"`
		N      int   `sql:"n"`
	}
	err := s.Scan(ctx, func(q *sql.Selector) {
		if where != nil {
			where(q)
		}
		q.Where(In(q, partition, parents))
		q.Select(sql.As(q.C(partition), "parent"), sql.As(sql.Count("*"), "n")).GroupBy(q.C(partition))
	}, &counts)
	if err != nil {
		return nil, err
	}
	out := make([]int, len(parents))
	at := positions(parents)
	for _, c := range counts {
		for _, i := range at[c.Parent] {
			out[i] = c.N
		}
	}
	return out, nil
}

// Cursor returns the cursor of a row of this set under a request.
func (s *Set[E]) Cursor(r Request, row E) string {
	values := make([]any, 0, len(r.Order.Columns)+1)
	for _, c := range r.Order.Columns {
		values = append(values, s.Place(row, c))
	}
	return formatCursor(r.seal(), append(values, s.Place(row, idColumn)))
}

// In is the condition that a column holds one of the keys. The text of the statement does not depend on their number,
// so that the database can use a prepared one again.
func In(q *sql.Selector, column string, keys []int64) *sql.Predicate {
	if len(keys) == 1 {
		return sql.EQ(q.C(column), keys[0])
	}
	return sql.P(func(b *sql.Builder) {
		b.Ident(q.C(column))
		if q.Dialect() == dialect.Postgres {
			b.WriteString(" = ANY(").Arg(keys).WriteString(")")
			return
		}
		list, _ := json.Marshal(keys) // a list of numbers always has a JSON form
		b.WriteString(" IN (SELECT value FROM json_each(").Arg(string(list)).WriteString("))")
	})
}

// with returns the columns together with those that are needed besides; nil stays nil, which is all.
func with(columns []string, needed ...string) []string {
	if columns == nil {
		return nil
	}
	out := slices.Clone(columns)
	for _, c := range needed {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

func positions(keys []int64) map[int64][]int {
	at := make(map[int64][]int, len(keys))
	for i, k := range keys {
		at[k] = append(at[k], i)
	}
	return at
}

func orderBy(q *sql.Selector, o Order, descending bool) {
	for _, c := range append(slices.Clone(o.Columns), idColumn) {
		q.OrderBy(direction(q.C(c), descending))
	}
}

func direction(column string, descending bool) string {
	if descending {
		return sql.Desc(column)
	}
	return sql.Asc(column)
}

// seek keeps the rows between the cursors. All columns run in one direction, so that one comparison of row values
// does it and an index over the order's columns serves it.
func (s *Set[E]) seek(q *sql.Selector, r Request, w window) {
	for _, end := range []struct {
		at      *cursor
		greater bool
	}{{w.after, !r.Order.Descending}, {w.before, r.Order.Descending}} {
		if end.at == nil {
			continue
		}
		q.Where(sql.P(func(b *sql.Builder) {
			columns := append(slices.Clone(r.Order.Columns), idColumn)
			b.WriteByte('(')
			for i, c := range columns {
				if i > 0 {
					b.Comma()
				}
				b.Ident(q.C(c))
			}
			b.WriteString(map[bool]string{true: ") > (", false: ") < ("}[end.greater])
			b.Args(end.at.values...)
			b.WriteByte(')')
		}))
	}
}

// rankWithin numbers the rows of each parent in the order and keeps the first ones.
func rankWithin(q *sql.Selector, columns []string, partition string, o Order, descending bool, limit int) {
	number := sql.RowNumber().PartitionBy(q.C(partition))
	for _, c := range append(slices.Clone(o.Columns), idColumn) {
		number.OrderBy(direction(q.C(c), descending))
	}
	if columns == nil {
		columns = q.UnqualifiedColumns()
	}
	columns = with(columns, idColumn)
	inner := q.Clone().AppendSelectExprAs(number, rank)
	outer := sql.Dialect(q.Dialect()).Select(columns...).From(inner.As("ranked")).
		Where(sql.LTE(rank, limit)).OrderBy(partition, rank)
	outer.SetDialect(q.Dialect())
	*q = *outer.WithContext(q.Context())
}

// cut drops the row that was fetched beyond the page and turns a backward page round.
func cut[E any](rows []E, w window) Slice[E] {
	more := len(rows) > w.limit
	if more {
		rows = rows[:w.limit]
	}
	if w.backward {
		slices.Reverse(rows)
		return Slice[E]{Rows: rows, HasPrev: more, HasNext: w.before != nil}
	}
	return Slice[E]{Rows: rows, HasNext: more, HasPrev: w.after != nil}
}

// Binding makes the text to which cursors are bound.
func Binding(parts ...any) string {
	b, err := json.Marshal(parts)
	if err != nil { // what cannot be written as JSON still must not share a binding with something else
		return fmt.Sprintf("%#v", parts)
	}
	return string(b)
}
