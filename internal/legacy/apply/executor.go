package apply

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/store"
)

// executor applies chunks, each in one transaction. On SQLite it releases the write lock after a few tens of
// milliseconds, so that other writers can run during an import.
type executor struct {
	db        *store.Store
	batch     *change.Batch
	size      int
	hold      time.Duration
	rows      int64
	freshRows int64
	written   func(*plan.Changes) // may be nil
	now       clock.Clock
	outbox    account.Outbox // may be nil
}

const (
	smallestChunk = 250
	largestChunk  = 5000
	firstChunk    = 500
)

func newExecutor(db *store.Store, batch *change.Batch) *executor {
	e := &executor{db: db, batch: batch, size: firstChunk, hold: 50 * time.Millisecond}
	if db.Engine() == store.Postgres {
		// PostgreSQL has no single writer, and COPY has a fixed cost for each table of a chunk, so larger chunks pay
		// off.
		e.hold = 400 * time.Millisecond
	}
	return e
}

// Size returns the size of the next chunk, adapted to the time that the last ones took.
func (e *executor) Size() int { return e.size }

// Do first compares outside a transaction whether there is anything to do, except for a chunk of only new records.
func (e *executor) Do(ctx context.Context, chunk *plan.Chunk) error {
	if !chunk.Fresh() {
		changes, err := chunk.Judge(ctx, plan.Outside(e.db), e.now(), false)
		if err != nil {
			return err
		}
		if changes.None() {
			chunk.Settle(changes)
			return nil
		}
	}
	changes, err := e.write(ctx, chunk, false)
	if errors.Is(err, store.ErrUnique) {
		changes, err = e.write(ctx, chunk, true)
	}
	if err != nil {
		return err
	}
	e.rows += changes.Rows()
	for _, in := range changes.Inserts {
		e.freshRows += int64(len(in.Rows))
	}
	if e.written != nil {
		e.written(changes)
	}
	chunk.Settle(changes)
	return nil
}

func (e *executor) write(ctx context.Context, chunk *plan.Chunk, careful bool) (*plan.Changes, error) {
	var changes *plan.Changes
	var began time.Time
	err := e.batch.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		began = time.Now()
		var err error
		if chunk.GivesActivationIDs() {
			if err := entitlement.LockActivationIDs(ctx, tx); err != nil {
				return err
			}
		}
		// The time is taken within the transaction. Otherwise a reader could already have seen rows with a later
		// updated_at, and would miss these.
		now := e.now()
		if changes, err = chunk.Judge(ctx, tx, now, careful); err != nil {
			return err
		}
		return e.carryOut(ctx, tx, now, changes)
	})
	if err == nil && chunk.Len() >= e.size {
		e.adapt(time.Since(began))
	}
	return changes, err
}

func (e *executor) adapt(took time.Duration) {
	next := int(float64(e.size) * float64(e.hold) / float64(max(took, time.Microsecond)))
	e.size = min(max(next, e.size/2, smallestChunk), e.size*2, largestChunk)
}

func (e *executor) carryOut(ctx context.Context, tx store.Tx, now clock.Instant, changes *plan.Changes) error {
	moved, err := account.LeaveAddresses(ctx, tx, now, addresses(changes))
	if err != nil {
		return err
	}
	if err := e.writeUsers(ctx, tx, now, changes); err != nil {
		return err
	}
	if _, err := moved.RevokeInvitations(ctx, tx, now); err != nil {
		return err
	}
	if err := e.batch.Removed(ctx, tx, now, removed(changes)...); err != nil {
		return err
	}
	return moved.Tell(ctx, tx, e.outbox)
}

// removed returns the deleted rows that have an id of their own.
func removed(changes *plan.Changes) []change.Removal {
	var list []change.Removal
	for i := range changes.Deletes {
		if d := &changes.Deletes[i]; d.ID != 0 {
			list = append(list, change.Removal{Account: d.Account, ID: d.ID, Event: removedEvent(d.Table)})
		}
	}
	return list
}

// removedEvent returns the type of the event for a deleted row, such as CoverageItemRemoved for coverage_items.
func removedEvent(table string) string {
	var name strings.Builder
	for word := range strings.SplitSeq(strings.TrimSuffix(table, "s"), "_") {
		name.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return name.String() + "Removed"
}

// writeUsers writes the rows. It first ends the sessions and keys of users whom the older system has deactivated.
func (e *executor) writeUsers(ctx context.Context, tx store.Tx, now clock.Instant, changes *plan.Changes) error {
	gone := deactivated(changes)
	if len(gone) == 0 {
		return writeRows(ctx, tx, changes)
	}
	if err := account.RevokeCredentials(ctx, tx, now, gone...); err != nil {
		return err
	}
	return account.KeepAnOperator(ctx, tx, func() error { return writeRows(ctx, tx, changes) })
}

// deactivated returns the users whom the changes deactivate.
func deactivated(changes *plan.Changes) []gid.ID {
	var ids []gid.ID
	for _, u := range changes.Updates {
		if u.Table != user.Table {
			continue
		}
		if at := slices.Index(u.Columns, user.FieldActive); at >= 0 && u.Values[at] == false {
			id, _ := u.KeyIs[0].(int64)
			ids = append(ids, gid.ID(id))
		}
	}
	return ids
}

// addresses returns the new e-mail addresses of users; "" means that the address is removed.
func addresses(changes *plan.Changes) map[gid.ID]string {
	to := map[gid.ID]string{}
	for _, u := range changes.Updates {
		if u.Table != user.Table {
			continue
		}
		if at := slices.Index(u.Columns, user.FieldEmail); at >= 0 {
			id, _ := u.KeyIs[0].(int64)
			to[gid.ID(id)], _ = u.Values[at].(string)
		}
	}
	return to
}

func writeRows(ctx context.Context, tx store.Tx, changes *plan.Changes) error {
	for _, d := range changes.Deletes {
		condition, values := where(d.Columns, d.Values)
		if _, err := tx.Exec(ctx, "DELETE FROM "+d.Table+" WHERE "+condition, values...); err != nil {
			return err
		}
	}
	for _, in := range changes.Inserts {
		if _, err := tx.InsertRows(ctx, in.Table, in.Columns, slices.Values(in.Rows)); err != nil {
			return err
		}
	}
	for _, u := range changes.Updates {
		condition, values := where(u.Key, u.KeyIs)
		set, args := assignments(u)
		if _, err := tx.Exec(ctx, "UPDATE "+u.Table+" SET "+set+" WHERE "+condition,
			append(args, values...)...); err != nil {
			return err
		}
	}
	return nil
}

// assignments returns the SET clause of an update and its arguments. updated_at is never set to an earlier time.
func assignments(u plan.RowUpdate) (string, []any) {
	set, args := make([]string, len(u.Columns)), make([]any, 0, len(u.Columns)+len(u.KeyIs)+1)
	for i, column := range u.Columns {
		if set[i] = column + " = ?"; column == store.UpdatedColumn {
			set[i], args = store.SetUpdated, append(args, u.Values[i])
		}
		args = append(args, u.Values[i])
	}
	return strings.Join(set, ", "), args
}

// where returns the condition that columns have values, of which some may be null.
func where(columns []string, values []any) (string, []any) {
	var text strings.Builder
	var args []any
	for i, column := range columns {
		if i > 0 {
			text.WriteString(" AND ")
		}
		if values[i] == nil {
			text.WriteString(column + " IS NULL")
			continue
		}
		text.WriteString(column + " = ?")
		args = append(args, values[i])
	}
	return text.String(), args
}
