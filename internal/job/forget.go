package job

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
)

// Forget removes, in the transaction of a change, every job that names somebody: one whose arguments hold a text that
// names them, or whose errors quote what they are called. It returns how many. A job that runs just now is removed too, and may still
// do what it is at.
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
		if naming([]byte(args), called) || quotes(failures, called.Words()) {
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

// naming tells whether a text in JSON names somebody. Arguments are JSON in a text of JSON.
func naming(text []byte, called *person.Called) bool {
	var value any
	if json.Unmarshal(text, &value) != nil {
		return false
	}
	var walk func(any) bool
	walk = func(value any) bool {
		switch value := value.(type) {
		case string:
			inside := strings.TrimSpace(value)
			return called.Names(value) || (strings.HasPrefix(inside, "{") || strings.HasPrefix(inside, "[")) && naming([]byte(inside), called)
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

func quotes(text string, words []string) bool {
	text = strings.ToLower(text)
	for _, word := range words {
		if strings.Contains(text, strings.ToLower(word)) {
			return true
		}
	}
	return false
}
