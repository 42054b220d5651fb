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
	// seenEvery and usedEvery are how often it is written down that a session was seen and a key was used.
	seenEvery, usedEvery = 5 * time.Minute, 10 * time.Minute
	// touchLimit is how long a request waits for that at most.
	touchLimit = 250 * time.Millisecond
	// mostClaims is how many are remembered before the old ones are looked through.
	mostClaims = 4096
)

// touches are the credentials of which this process has written lately that they were used, so that of many requests at once
// one writes and the others do not wait for it. The zero value is ready.
type touches struct {
	mu sync.Mutex
	at map[gid.ID]clock.Instant
}

// claim tells whether the caller is the one to write.
func (t *touches) claim(id gid.ID, now clock.Instant, every time.Duration) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if last, known := t.at[id]; known && last <= now && now < after(last, every) {
		return false
	}
	if len(t.at) >= mostClaims {
		for other, last := range t.at {
			if now >= after(last, usedEvery) {
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

// touch writes that a credential is used now, where that was last written long enough ago. It is not worth failing a
// request: what cannot be written now is written by the next one.
func (s *Service) touch(ctx context.Context, statement string, id gid.ID, last clock.Instant, every time.Duration) {
	now := s.now()
	if now < after(last, every) || !s.seen.claim(id, now, every) {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, touchLimit)
	defer cancel()
	err := s.db().Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Exec(ctx, statement, int64(now), int64(id), int64(after(now, -every)))
		return err
	})
	if err != nil {
		s.seen.release(id)
	}
}
