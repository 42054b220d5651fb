package page

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// Querier runs statements on a connection pool or in a transaction.
type Querier interface {
	Query(ctx context.Context, statement string, args []any) (Cursor, error)
}

// View reads the database within one scope. Statements of this package can only be built through a View, so none lacks
// a scope.
type View struct {
	db      Querier
	dialect string
	scope   Scope
}

// NewView returns the view of a scope, which must not be nil. dialect is ent's name of the engine.
func NewView(db Querier, dialect string, scope Scope) *View {
	if scope == nil {
		panic("a view without a scope")
	}
	return &View{db, dialect, scope}
}

// Unscoped returns a view that sees all rows. It is for code that has already checked what the viewer may see.
func (v *View) Unscoped() *View { return NewView(v.db, v.dialect, everything{}) }

type everything struct{}

func (everything) Condition(string, func(string) string, bool) *entsql.Predicate { return nil }

func (everything) Scattered(string) bool { return false }

func (everything) User() int64 { return 0 }

// Rows are rows of a source. Source.Slot returns the index of a column in each row.
type Rows [][]Cell

// Slice is a page of rows in the requested order.
type Slice struct {
	Rows             Rows
	HasNext, HasPrev bool
}

const (
	idColumn  = "id"
	mainAlias = "t"
)

// MaxRows is the maximum number of rows of one statement.
const MaxRows = 100_000

// ByID fetches the rows with these ids, which must be distinct, in no particular order.
func (v *View) ByID(ctx context.Context, s *Source, ids []int64) (Rows, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	st := v.begin()
	st.bounds(s.table, true, nil, st.keys(s, idColumn, ids))
	return v.run(v.uninterruptible(ctx), st, len(s.columns), len(ids))
}

// All fetches the rows that meet where and whose column holds one of the keys, which must be distinct, in order. It is
// for relations that are always short. limit is the maximum number of rows, for all keys together; 0 means no limit.
func (v *View) All(ctx context.Context, s *Source, column string, keys []int64, o Order, where Where, limit int) (Rows,
	error) {
	if len(keys) == 0 {
		return nil, nil
	}
	st := v.begin()
	conjunction := st.keys(s, column, keys)
	st.bounds(s.table, true, where, conjunction)
	st.write(" ORDER BY ").order(mainAlias, o, o.Descending)
	if limit > 0 {
		st.limit(limit)
	}
	if where == nil {
		ctx = v.uninterruptible(ctx)
	}
	return v.run(ctx, st, len(s.columns), 4*len(keys))
}

// AllRows fetches all rows that meet where, in order. It is for tables that are always short.
func (v *View) AllRows(ctx context.Context, s *Source, o Order, where Where) (Rows, error) {
	st := v.begin()
	st.write("SELECT ").list(s).write(" FROM ").table(s.table, mainAlias).joins(s)
	st.bounds(s.table, false, where, " WHERE ")
	st.write(" ORDER BY ").order(mainAlias, o, o.Descending)
	return v.run(ctx, st, len(s.columns), largestPiece)
}

// Page fetches one page of the rows that meet where.
func (v *View) Page(ctx context.Context, s *Source, r Request, where Where) (Slice, error) {
	w, err := r.window(s.table)
	if err != nil {
		return Slice{}, err
	}
	return v.page(ctx, s, r, w, where, "", 0)
}

// page fetches the page of the rows that meet where and, unless partition is "", whose column partition holds the
// parent's key.
func (v *View) page(ctx context.Context, s *Source, r Request, w window, where Where, partition string,
	parent int64) (Slice, error) {
	st := v.begin()
	descending := r.Order.Descending != w.backward
	st.write("SELECT ").list(s).write(" FROM ")
	if len(s.joins) > 0 {
		st.write("(SELECT ").names(mainAlias, s.inner(r.Order)).write(" FROM ")
	}
	conjunction := st.rows(s.table, partition != "", where)
	if partition != "" {
		st.write(conjunction).name(mainAlias, partition).write(" = ").arg(parent)
		conjunction = " AND "
	}
	st.seek(conjunction, r, w)
	st.write(" ORDER BY ").order(mainAlias, r.Order, descending).limit(w.limit + 1)
	if len(s.joins) > 0 {
		st.write(") AS ").name(mainAlias, "").joins(s).write(" ORDER BY ").order(mainAlias, r.Order, descending)
	}
	if partition != "" {
		ctx = v.uninterruptible(ctx)
	}
	rows, err := v.run(ctx, st, len(s.columns), w.limit+1)
	if err != nil {
		return Slice{}, err
	}
	return cut(rows, w), nil
}

// PageOf fetches one page for each of the parents in one statement. The result has the order of the parents, which may
// repeat. partition is the column that holds the parent's key; the source must read it.
func (v *View) PageOf(ctx context.Context, s *Source, partition string, parents []int64, r Request,
	where Where) ([]Slice, error) {
	w, err := r.window(s.table)
	if err != nil {
		return nil, err
	}
	out := make([]Slice, len(parents))
	distinct, at := Distinct(parents)
	found := make([]Slice, len(distinct))
	switch len(distinct) {
	case 0:
	case 1:
		if found[0], err = v.page(ctx, s, r, w, where, partition, distinct[0]); err != nil {
			return nil, err
		}
	default:
		if err = v.pages(ctx, s, r, w, where, partition, distinct, found); err != nil {
			return nil, err
		}
	}
	for i, n := range at {
		if n >= 0 {
			out[i] = found[n]
		} else {
			out[i] = cut(nil, w)
		}
	}
	return out, nil
}

// pages fetches a page for each of several parents.
func (v *View) pages(ctx context.Context, s *Source, r Request, w window, where Where, partition string,
	parents []int64, out []Slice) error {
	slot, known := s.Slot(partition)
	if !known {
		return fmt.Errorf("the source does not read %s", partition)
	}
	st := v.begin()
	st.eachParent(s, r, w, where, partition, parents)
	rows, err := v.run(ctx, st, len(s.columns), len(parents)*4)
	if err != nil {
		return err
	}
	at := make(map[int64]int, len(parents))
	for i, p := range parents {
		at[p] = i
		out[i] = cut(nil, w)
	}
	for begin := 0; begin < len(rows); {
		parent := rows[begin][slot].Int()
		end := begin
		for end < len(rows) && rows[end][slot].Int() == parent {
			end++
		}
		out[at[parent]] = cut(rows[begin:end:end], w)
		begin = end
	}
	return nil
}

// Count counts the rows that meet where.
func (v *View) Count(ctx context.Context, t *Table, where Where) (int64, error) {
	st := v.begin()
	st.write("SELECT count(*) FROM ").rows(t, false, where)
	found, err := v.run(ctx, st, 1, 1)
	if err != nil || len(found) == 0 {
		return 0, err
	}
	return found[0][0].Int(), nil
}

// CountOf counts the rows that meet where for each of the parents, in one statement.
func (v *View) CountOf(ctx context.Context, t *Table, partition string, parents []int64, where Where) ([]int64,
	error) {
	out := make([]int64, len(parents))
	distinct, at := Distinct(parents)
	if len(distinct) == 0 {
		return out, nil
	}
	st := v.begin()
	st.write("SELECT ").name(mainAlias, partition).write(", count(*) FROM ").table(t, mainAlias)
	conjunction := st.bounds(t, true, where, " WHERE ")
	st.write(conjunction).name(mainAlias, partition).in(distinct).write(" GROUP BY ").name(mainAlias, partition)
	rows, err := v.run(ctx, st, 2, len(distinct))
	if err != nil {
		return nil, err
	}
	counts := make(map[int64]int64, len(rows))
	for _, row := range rows {
		counts[row[0].Int()] = row[1].Int()
	}
	for i, n := range at {
		if n >= 0 {
			out[i] = counts[distinct[n]]
		}
	}
	return out, nil
}

// Few fetches the rows that meet where, in no particular order. where must select few rows by an index.
func (v *View) Few(ctx context.Context, s *Source, where Where) (Rows, error) {
	st := v.begin()
	st.write("SELECT ").list(s).write(" FROM ").table(s.table, mainAlias).joins(s)
	st.bounds(s.table, true, where, " WHERE ")
	return v.run(v.uninterruptible(ctx), st, len(s.columns), 1)
}

// Scan runs a statement about a table that write completes, and scans the rows into into, a pointer to a slice (see
// fill). The statement reaches other tables only through the methods of Query, such as Join and Sub.
func (v *View) Scan(ctx context.Context, table string, write func(*Query), into any) error {
	return v.scan(ctx, table, write, into, MaxRows)
}

// ScanBelow is Scan for a statement that reads several rows below each row that Scan has read, such as the periods of
// line items: it may find ten times as many.
func (v *View) ScanBelow(ctx context.Context, table string, write func(*Query), into any) error {
	return v.scan(ctx, table, write, into, 10*MaxRows)
}

func (v *View) scan(ctx context.Context, table string, write func(*Query), into any, limit int) error {
	q := v.query(TableNamed(table), mainAlias, true)
	write(q)
	statement, args := q.Selector.Query()
	found, err := v.db.Query(ctx, statement, args)
	if err != nil {
		return fmt.Errorf("read %s: %w", table, err)
	}
	if err := fill(found, into, limit); err != nil {
		return fmt.Errorf("read rows of %s: %w", table, err)
	}
	return nil
}

// uninterruptible returns a context without cancellation on SQLite, for a statement that finds rows by key or reads
// only the rows of one parent. Making a statement interruptible takes up to two goroutines, and as much time as
// finding a few rows; the deadline is checked before the next statement. On PostgreSQL a statement may have to wait
// for a lock, so it stays interruptible.
func (v *View) uninterruptible(ctx context.Context) context.Context {
	if v.dialect != dialect.SQLite {
		return ctx
	}
	return context.WithoutCancel(ctx)
}

func (v *View) begin() *statement {
	s := texts.Get().(*statement)
	s.view, s.args = v, make([]any, 0, 4)
	return s
}

func (v *View) run(ctx context.Context, st *statement, width, expected int) (Rows, error) {
	text, args := st.take()
	found, err := v.db.Query(ctx, text, args)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return scan(found, width, expected, MaxRows)
}

// cut drops the extra row that was fetched to detect a further page, and reverses a backward page.
func cut(rows Rows, w window) Slice {
	more := len(rows) > w.limit
	if more {
		rows = rows[:w.limit]
	}
	if w.backward {
		slices.Reverse(rows)
		return Slice{Rows: rows, HasPrev: more || w.after != nil, HasNext: w.before != nil}
	}
	return Slice{Rows: rows, HasNext: more || w.before != nil, HasPrev: w.after != nil}
}

// KeyIn returns the condition that a column holds one of the keys, in the SQL of an engine. The text does not depend
// on their number, unless there is only one, so that the database can reuse a prepared statement.
func KeyIn(engine, column string, keys []int64) *entsql.Predicate {
	if len(keys) == 1 {
		return entsql.EQ(column, keys[0])
	}
	return entsql.P(func(b *entsql.Builder) {
		b.Ident(column)
		if engine == dialect.Postgres {
			b.WriteString(" = ANY(").Arg(keys).WriteString(")")
			return
		}
		b.WriteString(" IN (SELECT value FROM json_each(").Arg(jsonList(keys)).WriteString("))")
	})
}

func jsonList(keys []int64) string {
	list, _ := json.Marshal(keys) // marshaling a list of numbers cannot fail
	return string(list)
}
