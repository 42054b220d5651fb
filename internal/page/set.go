package page

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// Set is a table whose rows can be listed. It is the one way in which rows are fetched: by ids, as a page, or as one
// page for each of many parents in a single statement.
type Set[E any] struct {
	// Columns are all columns of the table.
	Columns []string
	// Rows runs a query with the columns after modify has had its way with the statement. It is where the viewer's scope
	// comes in.
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

const idColumn = "id"

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
	rows, err := s.read(Brief(ctx), columns, []string{column}, func(st *statement) {
		st.names(st.table, st.columns).match(column, keys)
	})
	if err != nil {
		return nil, err
	}
	if len(rows) > few {
		found := make(map[int64]E, len(rows))
		for _, row := range rows {
			found[s.Place(row, column).(int64)] = row
		}
		for i, k := range keys {
			out[i] = found[k]
		}
		return out, nil
	}
	for _, row := range rows {
		key := s.Place(row, column).(int64)
		for i, k := range keys {
			if k == key {
				out[i] = row
			}
		}
	}
	return out, nil
}

type briefly struct{}

// Brief marks a read that names its rows by their keys, so that it ends as soon as it has found them.
func Brief(ctx context.Context) context.Context { return context.WithValue(ctx, briefly{}, true) }

// IsBrief tells whether a read was marked so.
func IsBrief(ctx context.Context) bool { return ctx.Value(briefly{}) != nil }

type keyed struct{}

// IsKeyed tells whether a read names its rows by a key of their own or of their parent, which says more about them than
// whose they are.
func IsKeyed(ctx context.Context) bool { return ctx.Value(keyed{}) != nil || IsBrief(ctx) }

func byKey(ctx context.Context) context.Context { return context.WithValue(ctx, keyed{}, true) }

// few is up to how many keys looking at each is cheaper than a map.
const few = 8

// Distinct returns the keys without repetition and, for each key, its place among them; 0 is no key and has place -1.
func Distinct(keys []int64) (distinct []int64, at []int) {
	distinct, at = make([]int64, 0, len(keys)), make([]int, len(keys))
	var places map[int64]int
	for i, k := range keys {
		if k == 0 {
			at[i] = -1
			continue
		}
		n, known := -1, false
		if places == nil {
			n = slices.Index(distinct, k)
			known = n >= 0
		} else {
			n, known = places[k]
		}
		if !known {
			n = len(distinct)
			distinct = append(distinct, k)
			if places != nil {
				places[k] = n
			} else if n == few {
				places = make(map[int64]int, len(keys))
				for place, key := range distinct {
					places[key] = place
				}
			}
		}
		at[i] = n
	}
	return distinct, at
}

// All fetches every row for each of the parents, ordered, for relations that are small by nature. partition is the
// column that holds the parent's key.
func (s *Set[E]) All(ctx context.Context, partition string, parents []int64, order Order, columns []string) ([][]E, error) {
	out := make([][]E, len(parents))
	if len(parents) == 0 {
		return out, nil
	}
	rows, err := s.read(byKey(ctx), columns, []string{partition}, func(st *statement) {
		st.names(st.table, st.columns).match(partition, parents)
		st.write(" ORDER BY ").order(st.table, order, order.Descending)
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
	return s.page(ctx, r, w, where, "", 0)
}

// page fetches the rows that meet where, and whose column partition holds the parent's key; "" is no partition.
func (s *Set[E]) page(ctx context.Context, r Request, w window, where Where, partition string, parent int64) (Slice[E], error) {
	if partition != "" {
		ctx = byKey(ctx)
	}
	rows, err := s.read(ctx, r.Columns, r.Order.Columns, func(st *statement) {
		if where != nil {
			where(st.q)
		}
		conjunction := st.names(st.table, st.columns).from("").where()
		if partition != "" {
			st.write(conjunction).name(st.table, partition).write(" = ").arg(parent)
			conjunction = " AND "
		}
		st.seek(conjunction, r, w)
		st.write(" ORDER BY ").order(st.table, r.Order, r.Order.Descending != w.backward).limit(w.limit + 1)
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
		slice, err := s.page(ctx, r, w, where, partition, distinct[0])
		for i := range out {
			out[i] = slice
		}
		return out, err
	}
	rows, err := s.read(byKey(ctx), r.Columns, append(slices.Clone(r.Order.Columns), partition), func(st *statement) {
		if where != nil {
			where(st.q)
		}
		st.eachParent(partition, distinct, r, w)
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
	err := s.Scan(byKey(ctx), func(q *sql.Selector) {
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

// read runs a statement for columns, nil for all, together with those that are needed besides.
func (s *Set[E]) read(ctx context.Context, columns, needed []string, write func(*statement)) ([]E, error) {
	if columns == nil {
		columns = s.Columns
	} else {
		columns = with(with(columns, idColumn), needed...)
	}
	// ent is given one column, since the text of the statement is not its own.
	return s.Rows(ctx, columns[:1], func(q *sql.Selector) {
		st := &statement{q: q, table: q.TableName(), columns: columns, text: make([]byte, 0, spared)}
		write(st)
		st.replace()
	})
}

// with returns the columns together with those that are needed besides.
func with(columns []string, needed ...string) []string {
	out := columns[:len(columns):len(columns)]
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
