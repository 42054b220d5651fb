package change

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/idempotencykey"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

const (
	longestKey = 255
	// keptFor is how long a key is stored.
	keptFor = 24 * time.Hour
)

// key is the idempotency key of a request. Each actor has its own keys.
type key struct {
	actor, key, hash string
	row              int64
}

func (r Request) key(who *viewer.Viewer) (*key, error) {
	if r.Key == nil || r.DryRun {
		return nil, nil
	}
	if *r.Key == "" || len(*r.Key) > longestKey {
		return nil, fault.New(fault.BadInput, "input.idempotencyKey",
			"The idempotency key must have {min} to {max} bytes.",
			"Use a random text of a few dozen letters.", fault.WithNumber("min", 1),
			fault.WithNumber("max", longestKey), fault.WithNumber("given", len(*r.Key)))
	}
	// PostgreSQL cannot store NUL or invalid UTF-8.
	if !utf8.ValidString(*r.Key) || strings.ContainsFunc(*r.Key, unicode.IsControl) {
		return nil, fault.New(fault.BadInput, "input.idempotencyKey",
			"The idempotency key has control characters or is not valid UTF-8.",
			"Use a random text of a few dozen letters.")
	}
	input, err := json.Marshal(r.Input)
	if err != nil {
		return nil, fmt.Errorf("%s: write the input: %w", r.Action, err)
	}
	sum := sha256.Sum256(append([]byte(r.Action+"\x00"), input...))
	return &key{actor: who.Actor(), key: *r.Key, hash: hex.EncodeToString(sum[:])}, nil
}

// find returns the outcome of an earlier execution of the request, or nil. It returns IDEMPOTENCY_CONFLICT if the key
// was used for another request.
func (k *key) find(ctx context.Context, tx store.Tx) (*Outcome, error) {
	row, err := tx.Client().IdempotencyKey.Query().
		Where(idempotencykey.Actor(k.actor), idempotencykey.Key(k.key)).Only(store.Unscoped(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for the idempotency key: %w", err)
	}
	if row.RequestHash != k.hash {
		return nil, fault.New(IdempotencyConflict, "input.idempotencyKey",
			"This idempotency key was used for another request.",
			"Use a new key for each request, and the same key only to repeat a request.")
	}
	outcome := &Outcome{Replayed: true}
	if err := json.Unmarshal([]byte(row.Outcome), outcome); err != nil {
		return nil, fmt.Errorf("read the remembered outcome: %w", err)
	}
	return outcome, nil
}

// take stores the key. If a concurrent request with this key won, the next run replays its outcome.
func (k *key) take(ctx context.Context, tx store.Tx, now clock.Instant) error {
	row, err := tx.Client().IdempotencyKey.Create().SetActor(k.actor).SetKey(k.key).SetRequestHash(k.hash).
		SetCreatedAt(now).Save(store.Unscoped(ctx))
	if err != nil {
		return fmt.Errorf("take the idempotency key: %w", err)
	}
	k.row = row.ID
	return nil
}

func (k *key) remember(ctx context.Context, tx store.Tx, outcome Outcome) error {
	text, err := json.Marshal(outcome)
	if err != nil {
		return fmt.Errorf("write the outcome: %w", err)
	}
	return tx.Client().IdempotencyKey.UpdateOneID(k.row).SetOutcome(string(text)).Exec(store.Unscoped(ctx))
}

// Forget deletes the keys that are older than 24 hours. It returns the number of deleted keys.
func Forget(ctx context.Context, db *store.Store, now clock.Instant) (int, error) {
	var n int
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		var err error
		n, err = tx.Client().IdempotencyKey.Delete().
			Where(idempotencykey.CreatedAtLT(now.Add(-keptFor))).Exec(store.Unscoped(ctx))
		return err
	})
	return n, err
}
