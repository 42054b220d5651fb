package job

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
)

// Forget deletes, in the transaction of a change, every job that identifies a person: its arguments contain one of
// their names, or its errors quote one. It returns the number of deleted jobs. A running job is deleted too, but may
// still complete.
func Forget(ctx context.Context, tx store.Tx, called *person.Called) (int, error) {
	rows, err := tx.Query(ctx, "SELECT id, CAST(args AS text), COALESCE(CAST(errors AS text), '') FROM river_job")
	if err != nil {
		return 0, fmt.Errorf("look for jobs: %w", err)
	}
	defer rows.Close()
	var ids []int64
	for rows.Next() {
		var id int64
		var args, failures string
		if err := rows.Scan(&id, &args, &failures); err != nil {
			return 0, fmt.Errorf("look for jobs: %w", store.Translate(err))
		}
		if containsName([]byte(args), called) || called.QuotedIn(failures) {
			ids = append(ids, id)
		}
	}
	if err := rows.Err(); err != nil {
		return 0, fmt.Errorf("look for jobs: %w", store.Translate(err))
	}
	if err := rows.Close(); err != nil {
		return 0, fmt.Errorf("look for jobs: %w", store.Translate(err))
	}
	for _, id := range ids {
		if _, err := tx.Exec(ctx, "DELETE FROM river_job WHERE id = ?", id); err != nil {
			return 0, fmt.Errorf("remove a job: %w", err)
		}
	}
	return len(ids), nil
}

// containsName reports whether a JSON text contains a name of the person. It also looks into strings that are JSON, as
// arguments are.
func containsName(text []byte, called *person.Called) bool {
	var value any
	if json.Unmarshal(text, &value) != nil {
		return false
	}
	var walk func(any) bool
	walk = func(value any) bool {
		switch value := value.(type) {
		case string:
			inside := strings.TrimSpace(value)
			return called.Names(value) || (strings.HasPrefix(inside, "{") || strings.HasPrefix(inside, "[")) &&
				containsName([]byte(inside), called)
		case []any:
			for _, v := range value {
				if walk(v) {
					return true
				}
			}
		case map[string]any:
			for _, v := range value {
				if walk(v) {
					return true
				}
			}
		}
		return false
	}
	return walk(value)
}
