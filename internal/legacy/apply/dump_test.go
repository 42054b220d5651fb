package apply

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent/migrate"
	"github.com/muniment/muniment/internal/store"
)

// numbered tables have ids from the database, which carry no information.
var numbered = map[string]bool{"account_links": true, "account_paths": true, "suite_members": true,
	"product_features": true,
	"decisions":        true, "ledger_entries": true, "lineage_steps": true, "homes": true, "external_ids": true,
	"search_words": true, "batches": true}

// runs are the tables with rows about each run of an import.
var runs = []string{"batches", "audit_entries", "unsealed_entries", "events", "import_runs", "findings"}

// columnsOf lists the columns of a table in the order of the schema.
func columnsOf(table string, left ...string) []string {
	var columns []string
	for _, t := range migrate.Tables {
		for _, c := range t.Columns {
			if t.Name == table && !strings.Contains(" "+strings.Join(left, " ")+" ", " "+c.Name+" ") {
				columns = append(columns, c.Name)
			}
		}
	}
	return columns
}

// rowsOf reads a whole table.
func rowsOf(t testing.TB, db *store.Store, table string, columns []string, yield func([]any)) {
	t.Helper()
	rows, err := db.Scoped(context.Background(), store.Everything(),
		"SELECT "+strings.Join(columns, ", ")+" FROM "+table+" WHERE /*scope:id*/")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		yield(values)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// dump returns every row of every table as a line of text, sorted. It leaves out what always differs between runs:
// ids from the database, and rows about the runs themselves.
func dump(t testing.TB, db *store.Store) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, table := range migrate.Tables {
		if slices.Contains(runs, table.Name) {
			continue
		}
		var left []string
		if numbered[table.Name] {
			left = append(left, "id")
		}
		lines := []string{}
		rowsOf(t, db, table.Name, columnsOf(table.Name, left...), func(values []any) {
			lines = append(lines, fmt.Sprint(values))
		})
		sort.Strings(lines)
		out[table.Name] = lines
	}
	return out
}

// sameRows compares two dumps.
func sameRows(t testing.TB, have, want map[string][]string) {
	t.Helper()
	for table, rows := range want {
		if strings.Join(rows, "\n") == strings.Join(have[table], "\n") {
			continue
		}
		at := 0
		for at < len(rows) && at < len(have[table]) && rows[at] == have[table][at] {
			at++
		}
		h, w := "no row", "no row"
		if at < len(have[table]) {
			h = have[table][at]
		}
		if at < len(rows) {
			w = rows[at]
		}
		t.Errorf("%s has %d rows, want %d; the first that differs is\n%s\nwant\n%s", table, len(have[table]),
			len(rows), h, w)
	}
}
