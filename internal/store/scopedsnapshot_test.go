package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// The queries of one snapshot see the state that the first of them saw, and those of the next one what was written.
func TestQueriesOfAScopedSnapshotSeeOneState(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		ids := threeAccounts(t, s)
		addLines(t, s, "first")
		const statement = "SELECT l.name FROM product_lines l JOIN accounts a ON /*scope:a.id*/ WHERE a.id = ? " +
			"ORDER BY 1"
		var rounds [][]string
		for round := range 3 {
			err := s.ScopedSnapshot(t.Context(), func(r store.Snapshotted) error {
				rows, err := r.Scoped(t.Context(), store.Everything(), statement, ids[0])
				before := names(t, rows, err)
				addLines(t, s, fmt.Sprint("meanwhile ", round))
				rows, err = r.Scoped(t.Context(), store.Everything(), statement, ids[0])
				if after := names(t, rows, err); !slices.Equal(before, after) {
					t.Errorf("round %d: %q, then %q", round, before, after)
				}
				rounds = append(rounds, before)
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if len(rounds[0]) != 1 || len(rounds[1]) != 2 || len(rounds[2]) != 3 {
			t.Errorf("the rounds saw %q", rounds)
		}
	})
}

func TestAScopedSnapshotRefuses(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		err := s.ScopedSnapshot(t.Context(), func(r store.Snapshotted) error {
			_, err := r.Scoped(t.Context(), store.Everything(), "SELECT id FROM accounts")
			return err
		})
		if !errors.Is(err, store.ErrUnscoped) {
			t.Errorf("without a marker: %v", err)
		}
		ended, end := context.WithCancel(t.Context())
		end()
		err = s.ScopedSnapshot(ended, func(store.Snapshotted) error { return nil })
		if err == nil {
			t.Error("a context that has ended reads")
		}
	})
}
