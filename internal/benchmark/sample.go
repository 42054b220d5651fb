package benchmark

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// sampled is the maximum number of values of each kind in a sample.
const sampled = 256

// Take returns a sample of a filled database. today is the reference day of its load set.
func Take(ctx context.Context, s *store.Store, today day.Day) (*Sample, error) {
	sample := &Sample{Today: today}
	for _, part := range []struct {
		statement string
		take      func(id int64, text string)
	}{
		{`SELECT account_id, '' FROM entitlements WHERE /*scope:account_id*/ GROUP BY account_id HAVING count(*) >= 20
			ORDER BY account_id`,
			func(id int64, _ string) { sample.Accounts = append(sample.Accounts, gid.ID(id)) }},
		{`SELECT id, number FROM entitlements WHERE /*scope:account_id*/ ORDER BY id`, func(id int64, number string) {
			sample.Entitlements = append(sample.Entitlements, gid.ID(id))
			sample.Numbers = append(sample.Numbers, number[:len(number)-4])
		}},
		{`SELECT entity_id, word FROM search_words WHERE /*scope:account_id*/ AND entity_type = 1 AND length(word) >= 5
			ORDER BY entity_id`,
			func(_ int64, word string) { sample.Words = append(sample.Words, word[:3]) }},
		{`SELECT entity_id, value FROM external_ids WHERE /*scope:account_id*/ AND kind = 'activation'
			ORDER BY entity_id`,
			func(_ int64, value string) { sample.Names = append(sample.Names, value) }},
	} {
		if err := every(ctx, s, part.statement, part.take); err != nil {
			return nil, fmt.Errorf("sample the database: %w", err)
		}
	}
	sample.Accounts, sample.Entitlements = spread(sample.Accounts), spread(sample.Entitlements)
	sample.Numbers, sample.Words, sample.Names = spread(sample.Numbers), spread(sample.Words), spread(sample.Names)
	if len(sample.Accounts) == 0 || len(sample.Words) == 0 || len(sample.Names) == 0 {
		return nil, fmt.Errorf("sample the database: it is empty or too small")
	}
	return sample, nil
}

func every(ctx context.Context, s *store.Store, statement string, take func(int64, string)) error {
	rows, err := s.Scoped(ctx, store.Everything(), statement)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		take(id, text)
	}
	return rows.Err()
}

// spread returns up to sampled elements of a list, evenly distributed and not in order.
func spread[T any](list []T) []T {
	n := min(sampled, len(list))
	out := make([]T, n)
	for i := range n {
		// 101 has no divisor in common with any n up to 256 but 101 and 202, which fall back to plain order.
		at := i
		if n%101 != 0 {
			at = i * 101 % n
		}
		out[i] = list[at*len(list)/n]
	}
	return out
}
