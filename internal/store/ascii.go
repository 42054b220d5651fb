package store

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// BeyondASCII returns the condition that a column has characters beyond ASCII: it has more bytes than characters.
func BeyondASCII(column string) func(*sql.Selector) {
	return func(q *sql.Selector) {
		column := q.C(column)
		q.Where(sql.P(func(b *sql.Builder) {
			if b.Dialect() == dialect.SQLite {
				b.WriteString("length(CAST(" + column + " AS BLOB)) <> length(" + column + ")")
				return
			}
			b.WriteString("octet_length(" + column + ") <> char_length(" + column + ")")
		}))
	}
}
