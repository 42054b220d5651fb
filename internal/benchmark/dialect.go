package benchmark

import (
	"fmt"

	"github.com/muniment/muniment/internal/store"
)

// dialect returns the SQL for building JSON on an engine.
type dialect store.Engine

// object returns an expression for a JSON object. pairs alternates quoted names and values.
func (d dialect) object(pairs string) string {
	if store.Engine(d) == store.Postgres {
		return "json_build_object(" + pairs + ")"
	}
	return "json_object(" + pairs + ")"
}

// nodes returns an expression for the nodes of a connection, from the rows that from selects. order is the order of
// the joined rows; "" does not order them.
func (d dialect) nodes(row, from, order string) string {
	if order != "" {
		row += " ORDER BY " + order
	}
	list := "json_group_array(%s)"
	if store.Engine(d) == store.Postgres {
		list = "coalesce(json_agg(%s), '[]')"
	}
	return d.object("'nodes', (SELECT " + fmt.Sprintf(list, row) + " FROM " + from + ")")
}

// date returns an expression for a column of days. Null and day.Forever are null.
func (d dialect) date(column string) string {
	if store.Engine(d) == store.Postgres {
		return fmt.Sprintf(
			"CASE WHEN %[1]s < 2147483647 THEN to_char(date '1970-01-01' + %[1]s, 'YYYY-MM-DD') END", column)
	}
	return fmt.Sprintf("CASE WHEN %[1]s < 2147483647 THEN date(%[1]s * 86400, 'unixepoch') END", column)
}

// text returns an expression for a number as text.
func (d dialect) text(column string) string { return "CAST(" + column + " AS text)" }
