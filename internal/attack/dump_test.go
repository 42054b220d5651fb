package attack_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent/migrate"
)

// silent are tables and columns that say only when something was last used.
var lastUseColumns = map[string][]string{
	"sessions": {"last_seen_at"}, "api_keys": {"last_used_at"}, "users": nil, "unsealed_entries": nil,
}

// dump is every row of every table, by table.
type dump map[string]string

// dumped reads the whole database. What a refused request leaves is found by comparing two of them.
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
		all[table.Name] = w.lines("SELECT " + strings.Join(columns, ` || '|' || `) + ` FROM "` + table.Name + `" ORDER BY 1`)
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

// changed lists the tables that differ, with the first line that is new.
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
