package store

import (
	"context"
	"database/sql"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// stepOf parses the name of a step's file, VERSION_NAME.sql.
func stepOf(file string) SchemaStep {
	version, name, _ := strings.Cut(strings.TrimSuffix(path.Base(file), ".sql"), "_")
	number, err := strconv.ParseInt(version, 10, 64)
	if err != nil {
		return SchemaStep{Name: file}
	}
	return SchemaStep{Version: number, Name: name}
}

func sortSteps(steps []SchemaStep) {
	slices.SortFunc(steps, func(a, b SchemaStep) int { return int(min(max(a.Version-b.Version, -1), 1)) })
}

// quote quotes an SQL identifier for both engines.
func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// foreignKeyCheck returns the tables with rows whose parent is missing, each as "child -> parent".
func foreignKeyCheck(ctx context.Context, db *sql.DB) ([]string, error) {
	rows, err := db.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return nil, fmt.Errorf("check foreign keys: %w", Translate(err))
	}
	defer rows.Close()
	var orphans []string
	for rows.Next() {
		var (
			child, parent string
			row, key      any
		)
		if err := rows.Scan(&child, &row, &parent, &key); err != nil {
			return nil, fmt.Errorf("check foreign keys: %w", Translate(err))
		}
		if pair := child + " -> " + parent; !slices.Contains(orphans, pair) {
			orphans = append(orphans, pair)
		}
	}
	return orphans, Translate(rows.Err())
}
