// Package history creates and checks the schema histories: the schema that migrations/sqlite and migrations/postgres
// build must be that of the data model.
package history

import (
	"fmt"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"github.com/muniment/muniment/ent/migrate"
	"github.com/muniment/muniment/internal/store"
)

// Tables returns the tables of the data model, adapted to an engine. On PostgreSQL texts are compared byte by byte, as
// SQLite does. On SQLite a primary key is a plain integer key: with AUTOINCREMENT, every insert would also update a
// second table.
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
