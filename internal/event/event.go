// Package event writes the event feed, from which programs learn what changed. A change writes its events; a routine
// assigns positions after the commit, so that a reader who has seen a position never misses an event before it. See
// README.md.
package event

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Event says what happened to one subject.
type Event struct {
	// Type says what happened, in the past tense, such as MembershipChanged.
	Type string
	// Account is the account to which the subject belongs, and Subject its id; 0 if there is none.
	Account, Subject gid.ID
	// Old and New hold the values of the changed fields before and after, by field name.
	Old, New map[string]string
	// Cause is the name of the action, such as the GraphQL mutation.
	Cause string
}

// Append writes events in the transaction of the change.
func Append(ctx context.Context, tx store.Tx, now clock.Instant, events ...Event) error {
	ctx = store.Unscoped(ctx)
	for part := range slices.Chunk(events, maxAtOnce) {
		if err := appendAtOnce(ctx, tx, now, part); err != nil {
			return err
		}
	}
	return nil
}

// maxAtOnce is how many events one statement adds. A statement has at most 32,766 parameters on SQLite.
const maxAtOnce = 200

// appendAtOnce adds events with one statement.
func appendAtOnce(ctx context.Context, tx store.Tx, now clock.Instant, events []Event) error {
	rows := make([]*ent.EventCreate, 0, len(events))
	for _, e := range events {
		before, err := json.Marshal(e.Old)
		if err != nil {
			return fmt.Errorf("event %s: %w", e.Type, err)
		}
		after, err := json.Marshal(e.New)
		if err != nil {
			return fmt.Errorf("event %s: %w", e.Type, err)
		}
		create := tx.Client().Event.Create().SetType(e.Type).SetOld(string(before)).SetNew(string(after)).
			SetCause(e.Cause).
			SetRecordedAt(now)
		if e.Account != 0 {
			create.SetAccountID(e.Account)
		}
		if e.Subject != 0 {
			create.SetSubjectID(e.Subject)
		}
		rows = append(rows, create)
	}
	if err := tx.Client().Event.CreateBulk(rows...).Exec(ctx); err != nil {
		return fmt.Errorf("event %s: %w", events[0].Type, err)
	}
	return nil
}
