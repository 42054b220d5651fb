package page

import (
	"encoding/json"
	"strconv"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// statement writes the text of a SELECT. The builder of ent quotes every name by itself, which costs a point query more
// than the database does; and it knows no list of parents to run a subquery for.
type statement struct {
	q       *sql.Selector
	table   string
	columns []string
	text    []byte
	args    []any
}

// spared is the text for which room is made.
const spared = 512

func (s *statement) write(text string) *statement {
	s.text = append(s.text, text...)
	return s
}

func (s *statement) postgres() bool { return s.q.Dialect() == dialect.Postgres }

// name writes a column of a table, or of what stands for it.
func (s *statement) name(table, column string) *statement {
	quote := byte('`')
	if s.postgres() {
		quote = '"'
	}
	s.text = append(append(append(s.text, quote), table...), quote)
	if column != "" {
		s.text = append(append(append(s.text, '.', quote), column...), quote)
	}
	return s
}

// names writes columns with commas between them.
func (s *statement) names(table string, columns []string) *statement {
	for i, c := range columns {
		if i > 0 {
			s.write(", ")
		}
		s.name(table, c)
	}
	return s
}

func (s *statement) arg(v any) *statement {
	s.args = append(s.args, v)
	if !s.postgres() {
		return s.write("?")
	}
	s.text = strconv.AppendInt(append(s.text, '$'), int64(len(s.args)), 10)
	return s
}

// keys writes keys as one argument.
func (s *statement) keys(keys []int64) *statement {
	if s.postgres() {
		return s.arg(keys)
	}
	list, _ := json.Marshal(keys) // a list of numbers always has a JSON form
	return s.arg(string(list))
}

// match writes FROM and WHERE so that a column of the table holds one of the keys. SQLite is made to go through the keys:
// it would rather scan a small table.
func (s *statement) match(column string, keys []int64) *statement {
	switch {
	case len(keys) == 1:
		return s.write(s.from("").where()).name(s.table, column).write(" = ").arg(keys[0])
	case s.postgres():
		return s.write(s.from("").where()).name(s.table, column).write(" = ANY(").keys(keys).write(")")
	}
	s.write(" FROM json_each(").keys(keys)
	return s.write(s.from(") AS k CROSS JOIN ").where()).name(s.table, column).write(" = k.value")
}

// from writes the table, after something to join it with.
func (s *statement) from(join string) *statement {
	if join == "" {
		join = " FROM "
	}
	return s.write(join).name(s.table, "")
}

// where writes WHERE with the conditions that the query carries already, such as the viewer's scope. What it returns is to
// stand before a further condition.
func (s *statement) where() (conjunction string) {
	p := s.q.P()
	if p == nil {
		return " WHERE "
	}
	p.SetDialect(s.q.Dialect())
	p.SetTotal(len(s.args))
	text, args := p.Query()
	s.write(" WHERE (").write(text).write(")")
	s.args = append(s.args, args...)
	return " AND "
}

// seek writes the condition that keeps the rows between the cursors. All columns run in one direction, so that one
// comparison of row values does it and an index over the order's columns serves it.
func (s *statement) seek(conjunction string, r Request, w window) {
	for _, end := range []struct {
		at       *cursor
		operator string
	}{{w.after, compare(!r.Order.Descending)}, {w.before, compare(r.Order.Descending)}} {
		if end.at == nil {
			continue
		}
		s.write(conjunction).write("(").names(s.table, r.Order.Columns)
		if len(r.Order.Columns) > 0 {
			s.write(", ")
		}
		s.name(s.table, idColumn).write(end.operator)
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

// order writes the columns of an order and the id.
func (s *statement) order(table string, o Order, descending bool) *statement {
	for _, c := range o.Columns {
		s.name(table, c).direction(descending).write(", ")
	}
	return s.name(table, idColumn).direction(descending)
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

// replace puts the statement in the place of the query.
func (s *statement) replace() {
	d := s.q.Dialect()
	*s.q = *sql.Dialect(d).SelectExpr(sql.Expr(string(s.text), s.args...)).WithContext(s.q.Context())
}

// eachParent writes the first rows of each parent: a subquery for every one of them, which reads no more of its rows than
// are asked for where an index has the order.
func (s *statement) eachParent(partition string, parents []int64, r Request, w window) {
	descending, limit := r.Order.Descending != w.backward, w.limit+1
	s.names("t", s.columns)
	last := "key"
	if s.postgres() {
		last = "place"
		s.write(" FROM unnest(").keys(parents).write("::bigint[]) WITH ORDINALITY AS k(value, place) CROSS JOIN LATERAL (SELECT ").
			names(s.table, s.columns)
	} else {
		s.write(" FROM json_each(").keys(parents).write(") AS k CROSS JOIN ").name(s.table, "").write(" AS t WHERE t.id IN (SELECT ").
			name(s.table, idColumn)
	}
	s.write(s.from("").where()).name(s.table, partition).write(" = k.value")
	s.seek(" AND ", r, w)
	s.write(" ORDER BY ").order(s.table, r.Order, descending).limit(limit).write(")")
	if s.postgres() {
		s.write(" AS t")
	}
	s.write(" ORDER BY k.").write(last).write(", ").order("t", r.Order, descending)
}
