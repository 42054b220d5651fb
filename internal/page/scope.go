package page

import (
	"errors"
	"fmt"

	"entgo.io/ent/dialect/sql"
)

// Scope says which rows one viewer may see. Every statement is restricted to one.
type Scope interface {
	// Condition returns the condition under which a row of a table may be seen; nil if all may be. column returns the
	// SQL expression of a column of the table. byKey says that the rows are already selected by a key, which is more
	// selective than the account, so that the planner should not use an index on the account.
	Condition(table string, column func(string) string, byKey bool) *sql.Predicate
	// Scattered reports whether the visible rows of a table belong to several accounts or to none, so that no index
	// has them in an order.
	Scattered(table string) bool
	// User returns the viewer's id; 0 if the viewer is not a user.
	User() int64
}

// ErrTooManyRows matches every TooManyRowsError.
var ErrTooManyRows = errors.New("the statement finds more rows than one answer may hold")

// TooManyRowsError is returned for a statement that finds more rows than Limit.
type TooManyRowsError struct{ Limit int }

// Error implements error.
func (e *TooManyRowsError) Error() string {
	return fmt.Sprintf("%v: more than %d", ErrTooManyRows, e.Limit)
}

// Is lets errors.Is find ErrTooManyRows.
func (e *TooManyRowsError) Is(target error) bool { return target == ErrTooManyRows } //nolint:errorlint // comparing the target itself is intended

// Where is a condition on the rows of a table; nil is none.
type Where func(*Query)

// Query is a statement about a table under construction, restricted to a scope. It uses ent's predicates.
type Query struct {
	*sql.Selector
	view  *View
	alias string
	// into is the statement to which conditions are written directly; nil keeps them in the Selector.
	into *statement
	// conjunction is the keyword, WHERE or AND, that into needs before the next condition.
	conjunction string
}

// query begins a statement about a table under an alias, with the condition of the scope.
func (v *View) query(t *Table, alias string, byKey bool) *Query {
	q := v.unbounded(t, alias)
	if p := v.scope.Condition(t.name, q.C, byKey); p != nil {
		q.Where(p)
	}
	return q
}

// unbounded begins a statement without the condition of the scope: the caller writes it elsewhere or does not need it.
func (v *View) unbounded(t *Table, alias string) *Query {
	return &Query{Selector: sql.Dialect(v.dialect).Select().From(sql.Table(t.name).As(alias)), view: v, alias: alias}
}

// C returns the SQL expression of a column of the table.
func (q *Query) C(column string) string { return q.view.column(q.alias, column) }

// Unindexed returns the SQL expression of a numeric column in a form for which no index is used. It is for a condition
// that rows of many customers meet.
func (q *Query) Unindexed(column string) string { return "+" + q.C(column) }

// Where adds a condition that must hold in addition to all others. It adds parentheses, because ent writes none around
// an OR that is the only predicate in a list.
func (q *Query) Where(condition *sql.Predicate) *Query {
	if q.into != nil {
		q.conjunction = q.into.condition(condition, q.conjunction)
	} else {
		q.Selector.Where(grouped(condition))
	}
	return q
}

// Equal adds the condition that a column holds a value.
func (q *Query) Equal(column string, value any) *Query {
	return q.compare(column, " = ", value, sql.EQ)
}

// OneOf adds the condition that a column holds one of the values. An empty list is no condition.
func OneOf[E ~string](q *Query, column string, values []E) {
	switch len(values) {
	case 0:
	case 1:
		q.Equal(column, string(values[0]))
	default:
		texts := make([]any, len(values))
		for i, v := range values {
			texts[i] = string(v)
		}
		q.Where(sql.In(q.C(column), texts...))
	}
}

// AtLeast adds the condition that a column holds a value or a greater one.
func (q *Query) AtLeast(column string, value any) *Query {
	return q.compare(column, " >= ", value, sql.GTE)
}

// AtMost adds the condition that a column holds a value or a smaller one.
func (q *Query) AtMost(column string, value any) *Query {
	return q.compare(column, " <= ", value, sql.LTE)
}

// compare writes a simple comparison without ent, which takes longer for it than the database takes to find a row.
func (q *Query) compare(column, operator string, value any, otherwise func(string, any) *sql.Predicate) *Query {
	if q.into == nil {
		return q.Where(otherwise(q.C(column), value))
	}
	q.into.write(q.conjunction).name(q.alias, column).write(operator).arg(value)
	q.conjunction = " AND "
	return q
}

func grouped(condition *sql.Predicate) *sql.Predicate {
	return sql.P(func(b *sql.Builder) { b.Wrap(func(b *sql.Builder) { b.Join(condition) }) })
}

// Select sets the select list.
func (q *Query) Select(columns ...string) *Query {
	q.Selector.Select(columns...)
	return q
}

// Greatest sorts the rows by columns, the greatest values first, and keeps at most limit of them.
func (q *Query) Greatest(limit int, columns ...string) *Query {
	for _, column := range columns {
		q.Selector.OrderExpr(sql.Raw(column + " DESC"))
	}
	q.Selector.Limit(limit)
	return q
}

// IsWhole tells whether all rows of a table are in the scope.
func (q *Query) IsWhole(table string) bool { return q.view.scope.Condition(table, q.C, false) == nil }

// Sub begins a subquery over the rows of a table that are in the scope.
func (q *Query) Sub(table, alias string) *Query { return q.view.query(TableNamed(table), alias, true) }

// WriteScalar writes a subquery of one row and one column as a value of a larger expression.
func (q *Query) WriteScalar(b *sql.Builder) {
	b.Wrap(func(b *sql.Builder) { b.Join(q.Selector) })
}

// SubOf begins a subquery over a table whose rows reveal nothing beyond the rows of the outer statement, such as the
// search words of an account. It does not add the condition of the scope, which already restricts the rows of the
// outer statement.
func (q *Query) SubOf(table, alias string) *Query { return q.view.unbounded(TableNamed(table), alias) }

// Join joins a table, restricted to rows in the scope.
func (q *Query) Join(table, alias string, on func(*sql.SelectTable) *sql.Predicate) *sql.SelectTable {
	t := sql.Table(TableNamed(table).name).As(alias)
	q.Selector.Join(t).OnP(q.bounded(t, table, on))
	return t
}

// JoinOf joins a table whose rows are needed to interpret the rows of the statement itself, such as the successor of a
// line, which ends the line. It does not add the condition of the scope, which already restricts the rows of the
// statement itself.
func (q *Query) JoinOf(table, alias string, on func(*sql.SelectTable) *sql.Predicate) *sql.SelectTable {
	t := sql.Table(TableNamed(table).name).As(alias)
	t.SetDialect(q.view.dialect)
	q.Selector.Join(t).OnP(grouped(on(t)))
	return t
}

// JoinMaybe is JoinOf for a table that may have no matching row; its columns are null then.
func (q *Query) JoinMaybe(table, alias string, on func(*sql.SelectTable) *sql.Predicate) *sql.SelectTable {
	t := sql.Table(TableNamed(table).name).As(alias)
	t.SetDialect(q.view.dialect)
	q.Selector.LeftJoin(t).OnP(grouped(on(t)))
	return t
}

func (q *Query) bounded(t *sql.SelectTable, table string, on func(*sql.SelectTable) *sql.Predicate) *sql.Predicate {
	t.SetDialect(q.view.dialect)
	condition := grouped(on(t))
	if p := q.view.scope.Condition(table, t.C, true); p != nil {
		condition = sql.And(condition, p)
	}
	return condition
}

// In returns the condition that a column holds one of the keys. The text of the statement does not depend on their
// number, so that the database can reuse a prepared statement.
func (q *Query) In(column string, keys []int64) *sql.Predicate {
	return KeyIn(q.Dialect(), column, keys)
}
