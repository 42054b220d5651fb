// Package history makes and checks the schema histories: what migrations/sqlite and migrations/postgres build must be
// what the data model says.
package history

import (
	"fmt"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"github.com/muniment/muniment/ent/migrate"
	"github.com/muniment/muniment/internal/store"
)

// Tables returns the data model as one engine is to keep it. On PostgreSQL texts are compared byte by byte, as SQLite
// does. On SQLite a key is a plain integer key: AUTOINCREMENT would write a second table with every row.
func Tables(engine store.Engine) ([]*schema.Table, error) {
	tables, err := schema.CopyTables(migrate.Tables)
	if err != nil {
		return nil, fmt.Errorf("copy the data model: %w", err)
	}
	for _, table := range tables {
		for _, column := range table.Columns {
			switch {
			case engine == store.SQLite:
				column.Increment = false
			case column.Type == field.TypeString || column.Type == field.TypeEnum:
				column.Collation = "C"
			}
		}
	}
	return tables, nil
}
