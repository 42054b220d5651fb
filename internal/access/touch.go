package access

import (
	"context"
	"sync"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

const (
	// seenEvery and usedEvery are the minimum intervals between writes of last_seen_at of a session and last_used_at
	// of a key.
	seenEvery, usedEvery = 5 * time.Minute, 10 * time.Minute
	// touchLimit is the longest that a request waits for such a write.
	touchLimit = 250 * time.Millisecond
	// maxClaims is how many entries are kept before old ones are removed.
	maxClaims = 4096
)

// touches remembers for which credentials this process has recently written the last use, so that of many concurrent
// requests one writes and the others do not wait for it. The zero value is ready to use.
type touches struct {
	mu sync.Mutex
	at map[gid.ID]clock.Instant
}

// claim reports whether the caller should write.
func (t *touches) claim(id gid.ID, now clock.Instant, every time.Duration) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if last, known := t.at[id]; known && last <= now && now < last.Add(every) {
		return false
	}
	if len(t.at) >= maxClaims {
		for other, last := range t.at {
			if now >= last.Add(usedEvery) {
				delete(t.at, other)
			}
		}
	}
	if t.at == nil {
		t.at = map[gid.ID]clock.Instant{}
	}
	t.at[id] = now
	return true
}

func (t *touches) release(id gid.ID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.at, id)
}

const (
	touchSession = `UPDATE sessions SET last_seen_at = ? WHERE id = ? AND last_seen_at <= ?`
	touchKey     = `UPDATE api_keys SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)`
)

// touch records that a credential is used now, if the last record is old enough. Errors are ignored, because they
// should not fail a request: the next request tries again.
func (s *Service) touch(ctx context.Context, statement string, id gid.ID, last clock.Instant, every time.Duration) {
	now := s.now()
	if now < last.Add(every) || !s.seen.claim(id, now, every) {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, touchLimit)
	defer cancel()
	err := s.db().Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Exec(ctx, statement, int64(now), int64(id), int64(now.Add(-every)))
		return err
	})
	if err != nil {
		s.seen.release(id)
	}
}
