package attack_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent/migrate"
)

// lastUseColumns lists tables and columns that only record when something was last used. They are not compared.
var lastUseColumns = map[string][]string{
	"sessions": {"last_seen_at"}, "api_keys": {"last_used_at"}, "users": nil, "unsealed_entries": nil,
}

// dump holds the rows of every table as text, by table.
type dump map[string]string

// readDump reads the whole database. Comparing two dumps shows what a refused request has changed.
func (w *world) readDump() dump {
	w.t.Helper()
	all := dump{}
	for _, table := range migrate.Tables {
		var columns []string
		for _, column := range table.Columns {
			if !slices.Contains(lastUseColumns[table.Name], column.Name) {
				columns = append(columns, `COALESCE(CAST("`+column.Name+`" AS text), '-')`)
			}
		}
		all[table.Name] = w.lines("SELECT " + strings.Join(columns, ` || '|' || `) + ` FROM "` +
			table.Name + `" ORDER BY 1`)
	}
	all["river_job"] = w.lines("SELECT kind || '|' || CAST(args AS text) FROM river_job ORDER BY id")
	return all
}

func (w *world) lines(statement string) string {
	w.t.Helper()
	rows, err := w.db.Client().QueryContext(w.all(), statement)
	w.must(err)
	defer rows.Close()
	var all strings.Builder
	for rows.Next() {
		var line string
		w.must(rows.Scan(&line))
		all.WriteString(line)
		all.WriteByte('\n')
	}
	w.must(rows.Err())
	return all.String()
}

// changed lists the tables that differ, each with its first new line.
func (d dump) changed(now dump, except ...string) []string {
	var all []string
	for table, text := range now {
		if text == d[table] || slices.Contains(except, table) {
			continue
		}
		before := strings.Split(d[table], "\n")
		fresh := ""
		for _, line := range strings.Split(text, "\n") {
			if !slices.Contains(before, line) {
				fresh = line
				break
			}
		}
		all = append(all, fmt.Sprintf("%s: %.200s", table, fresh))
	}
	slices.Sort(all)
	return all
}
