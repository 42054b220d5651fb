package page

import (
	"strconv"
	"sync"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// statement builds a SELECT. ent's builder takes longer to quote the names of a query by key than
// the database takes to run it, and cannot express a subquery for each of several parents.
type statement struct {
	view *View
	text []byte
	args []any
}

// texts pools text buffers. take copies the finished text out.
var texts = sync.Pool{New: func() any { return &statement{text: make([]byte, 0, textCapacity)} }}

// take returns the text and the arguments. The statement must not be used afterwards.
func (s *statement) take() (text string, args []any) {
	text, args = string(s.text), s.args
	s.view, s.text, s.args = nil, s.text[:0], nil
	texts.Put(s)
	return text, args
}

// textCapacity is the initial capacity of a text buffer, in bytes.
const textCapacity = 1024

func (s *statement) write(text string) *statement {
	s.text = append(s.text, text...)
	return s
}

func (s *statement) postgres() bool { return s.view.dialect == dialect.Postgres }

func (s *statement) quote(name string) *statement {
	mark := byte('`')
	if s.postgres() {
		mark = '"'
	}
	s.text = append(append(append(s.text, mark), name...), mark)
	return s
}

// name writes alias.column, or the alias alone if column is "".
func (s *statement) name(alias, column string) *statement {
	s.write(alias)
	if column != "" {
		s.write(".").quote(column)
	}
	return s
}

func (s *statement) names(alias string, columns []string) *statement {
	for i, c := range columns {
		if i > 0 {
			s.write(", ")
		}
		s.name(alias, c)
	}
	return s
}

// table writes a table with its alias.
func (s *statement) table(t *Table, alias string) *statement {
	if t.texts != nil {
		return s.write("(").write(t.texts[s.view.dialect]).write(") AS ").write(alias)
	}
	return s.quote(t.name).write(" AS ").write(alias)
}

// list writes the select list of a source.
func (s *statement) list(source *Source) *statement {
	for i, c := range source.columns {
		if i > 0 {
			s.write(", ")
		}
		s.name(source.alias(c.join), c.column)
	}
	return s
}

func (s *Source) alias(join int) string {
	if join < 0 {
		return mainAlias
	}
	return s.joins[join].alias
}

// joins writes the joins of a source, restricted to the scope.
func (s *statement) joins(source *Source) *statement {
	for i := range source.joins {
		j := &source.joins[i]
		s.write(" LEFT JOIN ").table(j.table, j.alias).write(" ON ").name(j.alias, idColumn).write(" = ").
			name(source.alias(j.from), j.column)
		p := s.view.scope.Condition(
			j.table.name, func(column string) string { return s.view.column(j.alias, column) }, true)
		if p == nil {
			continue
		}
		p.SetDialect(s.view.dialect)
		p.SetTotal(len(s.args))
		text, args := p.Query()
		s.write(" AND (").write(text)
		s.args = append(s.args, args...)
		if j.own != "" {
			s.write(" OR ").name(source.alias(j.from), j.own).write(" = ").arg(s.view.scope.User())
		}
		s.write(")")
	}
	return s
}

// ofMain returns the SQL expression of a column of the main table.
func (s *statement) ofMain(column string) string { return s.view.column(mainAlias, column) }

// column returns the SQL expression of a column under an alias.
func (v *View) column(alias, column string) string {
	if v.dialect == dialect.Postgres {
		return alias + `."` + column + `"`
	}
	return alias + ".`" + column + "`"
}

func (s *statement) arg(v any) *statement {
	s.args = append(s.args, v)
	if !s.postgres() {
		return s.write("?")
	}
	s.text = strconv.AppendInt(append(s.text, '$'), int64(len(s.args)), 10)
	return s
}

// many writes all keys as one argument.
func (s *statement) many(keys []int64) *statement {
	if s.postgres() {
		return s.arg(keys)
	}
	return s.arg(jsonList(keys))
}

// keys writes a statement up to the condition that a column of the table holds one of the keys. It returns the keyword
// to write before a further condition. On SQLite it forces the planner to look up each key; otherwise it may scan a
// small table.
func (s *statement) keys(source *Source, column string, keys []int64) (conjunction string) {
	s.write("SELECT ").list(source).write(" FROM ")
	each := len(keys) > 1 && !s.postgres()
	if each {
		s.write("json_each(").many(keys).write(") AS k CROSS JOIN ")
	}
	s.table(source.table, mainAlias).joins(source).write(" WHERE ").name(mainAlias, column)
	if each {
		s.write(" = k.value")
	} else {
		s.in(keys)
	}
	return " AND "
}

// in writes the rest of a condition that the preceding expression is one of the keys.
func (s *statement) in(keys []int64) *statement {
	switch {
	case len(keys) == 1:
		return s.write(" = ").arg(keys[0])
	case s.postgres():
		return s.write(" = ANY(").many(keys).write(")")
	}
	return s.write(" IN (SELECT value FROM json_each(").many(keys).write("))")
}

// rows writes a table, after FROM, and the conditions on its rows, and returns the keyword to write before a further
// condition. keyed says that a condition on the parent's key follows. If the visible rows are scattered over the table
// (see Scope.Scattered), a subquery selects them first. Otherwise the planner may read the rows of all customers
// through an index on another condition or on the order. OFFSET keeps the planner from merging the subquery into the
// statement.
func (s *statement) rows(t *Table, keyed bool, where Where) (conjunction string) {
	if keyed || !s.view.scope.Scattered(t.name) {
		s.table(t, mainAlias)
		return s.bounds(t, keyed, where, " WHERE ")
	}
	s.write("(SELECT * FROM ").table(t, mainAlias)
	s.bounds(t, false, nil, " WHERE ")
	if !s.postgres() {
		s.write(" LIMIT -1")
	}
	s.write(" OFFSET 0) AS ").name(mainAlias, "")
	return s.filter(t, where, " WHERE ")
}

// bounds writes the scope's condition and where, and returns the keyword to write before a further condition.
func (s *statement) bounds(t *Table, byKey bool, where Where, conjunction string) string {
	return s.filter(t, where, s.condition(s.view.scope.Condition(t.name, s.ofMain, byKey), conjunction))
}

// filter writes the condition where, and returns the keyword to write before a further condition.
func (s *statement) filter(t *Table, where Where, conjunction string) string {
	if where == nil {
		return conjunction
	}
	q := s.view.unbounded(t, mainAlias)
	q.into, q.conjunction = s, conjunction
	where(q)
	return s.condition(q.P(), q.conjunction) // conditions written for the ent clients are in the Selector
}

// condition writes a condition unless it is nil, and returns the keyword to write before a further condition.
func (s *statement) condition(p *sql.Predicate, conjunction string) string {
	if p == nil {
		return conjunction
	}
	p.SetDialect(s.view.dialect)
	p.SetTotal(len(s.args))
	text, args := p.Query()
	s.write(conjunction).write("(").write(text).write(")")
	s.args = append(s.args, args...)
	return " AND "
}

// seek writes the condition that selects the rows between the cursors. All columns of the order have one direction, so
// one comparison of row values is enough, and an index on the order's columns serves it.
func (s *statement) seek(conjunction string, r Request, w window) {
	for _, end := range []struct {
		at       *cursor
		operator string
	}{{w.after, compare(!r.Order.Descending)}, {w.before, compare(r.Order.Descending)}} {
		if end.at == nil {
			continue
		}
		s.write(conjunction).write("(").names(mainAlias, r.Order.Columns)
		if len(r.Order.Columns) > 0 {
			s.write(", ")
		}
		s.name(mainAlias, idColumn).write(end.operator)
		for i, v := range end.at.values {
			if i > 0 {
				s.write(", ")
			}
			s.arg(v)
		}
		s.write(")")
		conjunction = " AND "
	}
}

func compare(greater bool) string {
	if greater {
		return ") > ("
	}
	return ") < ("
}

// order writes the ORDER BY clause: the columns of the order and the id.
func (s *statement) order(alias string, o Order, descending bool) *statement {
	for _, c := range o.Columns {
		s.name(alias, c).direction(descending).write(", ")
	}
	return s.name(alias, idColumn).direction(descending)
}

func (s *statement) direction(descending bool) *statement {
	if descending {
		return s.write(" DESC")
	}
	return s
}

func (s *statement) limit(n int) *statement {
	s.text = strconv.AppendInt(s.write(" LIMIT ").text, int64(n), 10)
	return s
}

// eachParent writes a statement that selects the page of each parent by a subquery for each of them. If an index has
// the order, it reads only the rows of the page.
func (s *statement) eachParent(source *Source, r Request, w window, where Where, partition string, parents []int64) {
	descending := r.Order.Descending != w.backward
	s.write("SELECT ").list(source)
	last := "key"
	if s.postgres() {
		last = "place"
		s.write(" FROM unnest(").many(parents).
			write("::bigint[]) WITH ORDINALITY AS k(value, place) CROSS JOIN LATERAL (SELECT ").
			names(mainAlias, source.inner(r.Order)).write(" FROM ").table(source.table, mainAlias)
		s.ofParent(source, r, w, where, partition, descending)
		s.write(") AS ").name(mainAlias, "").joins(source)
	} else {
		s.write(" FROM json_each(").many(parents).write(") AS k CROSS JOIN ").table(source.table,
			mainAlias).joins(source).
			write(" WHERE ").name(mainAlias, idColumn).write(" IN (SELECT ").name(mainAlias, idColumn).write(" FROM ").
			table(source.table, mainAlias)
		s.ofParent(source, r, w, where, partition, descending)
		s.write(")")
	}
	s.write(" ORDER BY k.").write(last).write(", ").order(mainAlias, r.Order, descending)
}

// ofParent writes the conditions, order and limit of the subquery that selects the page of one parent.
func (s *statement) ofParent(source *Source, r Request, w window, where Where, partition string, descending bool) {
	conjunction := s.bounds(source.table, true, where, " WHERE ")
	s.write(conjunction).name(mainAlias, partition).write(" = k.value")
	s.seek(" AND ", r, w)
	s.write(" ORDER BY ").order(mainAlias, r.Order, descending).limit(w.limit + 1)
}
