package benchmark

import (
	"fmt"

	"github.com/muniment/muniment/internal/store"
)

// dialect spells what the two engines call by different names when they build JSON.
type dialect store.Engine

// object builds an object of pairs of a quoted name and a value.
func (d dialect) object(pairs string) string {
	if store.Engine(d) == store.Postgres {
		return "json_build_object(" + pairs + ")"
	}
	return "json_object(" + pairs + ")"
}

// nodes builds a connection's nodes of the rows that from selects. order is the order of what from joins; "" leaves the
// rows as they come.
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

// date writes a column of days; null and day.Forever are null.
func (d dialect) date(column string) string {
	if store.Engine(d) == store.Postgres {
		return fmt.Sprintf("CASE WHEN %[1]s < 2147483647 THEN to_char(date '1970-01-01' + %[1]s, 'YYYY-MM-DD') END", column)
	}
	return fmt.Sprintf("CASE WHEN %[1]s < 2147483647 THEN date(%[1]s * 86400, 'unixepoch') END", column)
}

// text writes a number as text.
func (d dialect) text(column string) string { return "CAST(" + column + " AS text)" }
