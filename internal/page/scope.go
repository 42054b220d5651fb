package page

import (
	"errors"

	"entgo.io/ent/dialect/sql"
)

// Scope is what one viewer may see. Every statement is written for one.
type Scope interface {
	// Condition returns the condition under which a row of a table may be seen; nil if every one may be. column returns how
	// a column of the table is written. aside says that the rows are chosen by a key already, which says more about them than
	// whose they are.
	Condition(table string, column func(string) string, aside bool) *sql.Predicate
	// Gathers says that the rows of a table that may be seen lie at several places of it, so that no index has them in an order.
	Gathers(table string) bool
	// User is the viewer's own id; 0 is nobody.
	User() int64
}

// ErrTooManyRows is returned for a statement that finds more rows than one answer may hold.
var ErrTooManyRows = errors.New("the statement finds more rows than one answer may hold")

// Where is a condition on the rows of a table; nil is none.
type Where func(*Query)

// Query is a statement about the rows of a table that is being written for a scope. Conditions are ent's.
type Query struct {
	*sql.Selector
	view  *View
	alias string
	// into is the statement that the conditions are written into; nil keeps them in the Selector.
	into *statement
	// conjunction is what into needs before the next condition.
	conjunction string
}

// query begins a statement about a table under an alias. It carries the condition of the scope.
func (v *View) query(t *Table, alias string, aside bool) *Query {
	q := v.unbounded(t, alias)
	if p := v.scope.Condition(t.name, q.C, aside); p != nil {
		q.Where(p)
	}
	return q
}

// unbounded begins a statement whose scope is, or need not be, elsewhere.
func (v *View) unbounded(t *Table, alias string) *Query {
	return &Query{Selector: sql.Dialect(v.dialect).Select().From(sql.Table(t.name).As(alias)), view: v, alias: alias}
}

// C returns how a column of the table is written.
func (q *Query) C(column string) string { return q.view.column(q.alias, column) }

// Unindexed is how a column of numbers is written in a condition by which no row is to be found, because the rows of many customers
// meet it.
func (q *Query) Unindexed(column string) string { return "+" + q.C(column) }

// Where adds a condition, which holds together with all others, whatever it is made of: ent writes no parentheses around
// alternatives that are the only element of a list.
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

// AtLeast adds the condition that a column holds a value or a greater one.
func (q *Query) AtLeast(column string, value any) *Query {
	return q.compare(column, " >= ", value, sql.GTE)
}

// AtMost adds the condition that a column holds a value or a smaller one.
func (q *Query) AtMost(column string, value any) *Query {
	return q.compare(column, " <= ", value, sql.LTE)
}

// compare writes the most common conditions at once: ent takes longer for one than the database to find a row.
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

// Select chooses what a statement finds.
func (q *Query) Select(columns ...string) *Query {
	q.Selector.Select(columns...)
	return q
}

// Sub begins a subquery over a table. It finds only rows that the scope shows.
func (q *Query) Sub(table, alias string) *Query { return q.view.query(TableNamed(table), alias, true) }

// SubOf begins a subquery over a table whose rows tell nothing beyond the rows of the statement itself, such as the search words
// of an account. The scope does not bound it: the statement's own rows are bounded.
func (q *Query) SubOf(table, alias string) *Query { return q.view.unbounded(TableNamed(table), alias) }

// Join adds a table to a statement. Only its rows count that the scope shows.
func (q *Query) Join(table, alias string, on func(*sql.SelectTable) *sql.Predicate) *sql.SelectTable {
	t := sql.Table(TableNamed(table).name).As(alias)
	q.Selector.Join(t).OnP(q.bounded(t, table, on))
	return t
}

// JoinOf adds a table to a statement whose rows are part of what a row of the statement itself is, such as the successor of a
// line, which ends it. The scope does not bound it: the statement's own rows are bounded.
func (q *Query) JoinOf(table, alias string, on func(*sql.SelectTable) *sql.Predicate) *sql.SelectTable {
	t := sql.Table(TableNamed(table).name).As(alias)
	t.SetDialect(q.view.dialect)
	q.Selector.Join(t).OnP(grouped(on(t)))
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

// In is the condition that a column holds one of the keys. The text of the statement does not depend on their number, so
// that the database can use a prepared one again.
func (q *Query) In(column string, keys []int64) *sql.Predicate {
	return KeyIn(q.Dialect(), column, keys)
}
