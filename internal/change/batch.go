package change

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/event"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Batch is a bulk change that consists of many transactions. It has one audit entry and one event, with the hash of
// its plan, and one more of each for every object that it removed. The end in its row is null while it runs, and stays
// null if it is interrupted.
type Batch struct {
	db        *store.Store
	now       clock.Clock
	authority Authority
	action    string
	id        int64
}

// Begin begins a bulk change from another system. Only the producer's operators may do so: it returns UNAUTHENTICATED,
// READ_ONLY or FORBIDDEN for others.
func (p *Pipeline) Begin(ctx context.Context, action string, system gid.ID) (*Batch, error) {
	if err := (Needs{Right: Operate}).check(viewer.From(ctx)); err != nil {
		return nil, err
	}
	b := &Batch{db: p.db, now: p.now, authority: p.authority, action: action}
	err := b.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		row, err := tx.Client().Batch.Create().SetSystemID(system).SetPlanHash("").SetStartedAt(b.now()).Save(ctx)
		if err != nil {
			return fmt.Errorf("note the beginning of the batch: %w", err)
		}
		b.id = row.ID
		return nil
	})
	return b, err
}

// Write makes a part of the change in one transaction, as store.Write does. It returns the refusals of Begin if the
// viewer's right was revoked meanwhile.
func (b *Batch) Write(ctx context.Context, part func(ctx context.Context, tx store.Tx) error) error {
	return b.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		ctx, err := confirm(ctx, tx, b.authority, b.now(), Needs{Right: Operate})
		if err != nil {
			return err
		}
		return part(ctx, tx)
	})
}

// Removal is an object that a bulk change removed. Event is what happened to it, in the past tense, such as
// CoverageItemRemoved.
type Removal struct {
	// Account is the account to which the object belonged; 0 for an object of the producer.
	Account, ID gid.ID
	Event       string
}

// Removed writes one audit entry and one event for each object that a part of the change removed, in the transaction
// of that part. A system that mirrors the objects learns from them that the objects are gone.
func (b *Batch) Removed(ctx context.Context, tx store.Tx, now clock.Instant, gone ...Removal) error {
	entries, events := make([]audit.Entry, len(gone)), make([]event.Event, len(gone))
	for i, g := range gone {
		entries[i] = audit.Entry{Account: g.Account, Action: b.action, Subject: g.ID, Label: g.ID.String()}
		events[i] = event.Event{Type: g.Event, Account: g.Account, Subject: g.ID, Cause: b.action}
	}
	if err := audit.Record(ctx, tx, now, entries...); err != nil {
		return err
	}
	return event.Append(ctx, tx, now, events...)
}

// Finish ends the change: planHash tells what was to be done, counts what was.
func (b *Batch) Finish(ctx context.Context, planHash string, counts any) error {
	text, err := json.Marshal(counts)
	if err != nil {
		return fmt.Errorf("write the counts of the batch: %w", err)
	}
	return b.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		now := b.now()
		err := tx.Client().Batch.UpdateOneID(b.id).SetPlanHash(planHash).SetCounts(string(text)).SetFinishedAt(now).
			Exec(ctx)
		if err != nil {
			return fmt.Errorf("note the end of the batch: %w", err)
		}
		label := fmt.Sprintf("batch %d", b.id)
		facts := append(Is("planHash", planHash), Is("counts", string(text))...)
		if err := audit.Record(ctx, tx, now, audit.Entry{Action: b.action, Label: label, Fields: facts}); err != nil {
			return err
		}
		return event.Append(ctx, tx, now, event.Event{Type: "BatchApplied", Cause: b.action,
			New: map[string]string{"batch": label, "planHash": planHash}})
	})
}
