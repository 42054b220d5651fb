package store

import (
	"encoding/json"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// KeyIn is a predicate for the ent clients: the column holds one of the keys. The text of the statement does not depend
// on their number, so that the database can use a prepared one again.
func KeyIn(column string, keys []int64) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(column))
			if s.Dialect() == dialect.Postgres {
				b.WriteString(" = ANY(").Arg(keys).WriteByte(')')
				return
			}
			list, _ := json.Marshal(keys) // a list of numbers always has a JSON form
			b.WriteString(" IN (SELECT value FROM json_each(").Arg(string(list)).WriteString("))")
		}))
	}
}
