package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ledgerEntry begins an entry that says by how much what a line grants moved, from a day on, and why. The caller adds
// by how much the excess moved.
func ledgerEntry(tx store.Tx, line *ent.LineItem, kind vocabulary.LedgerKind, amount int64, on day.Day,
	now clock.Instant, by Author, text string) *ent.LedgerEntryCreate {
	return tx.Client().LedgerEntry.Create().SetAccountID(line.AccountID).SetLineItemID(line.ID).SetKind(kind).
		SetAmount(amount).SetEffectiveOn(on).SetRecordedAt(now).SetActor(by.Name).SetNillableActorID(by.id()).
		SetCause(text)
}

// entriesAtOnce is how many ledger entries one statement adds. A statement has at most 32,766 parameters on SQLite.
const entriesAtOnce = 200

// writeLedger adds entries to ledgers, in their order.
func writeLedger(ctx context.Context, tx store.Tx, entries []*ent.LedgerEntryCreate) error {
	for part := range slices.Chunk(entries, entriesAtOnce) {
		if err := tx.Client().LedgerEntry.CreateBulk(part...).Exec(ctx); err != nil {
			return fmt.Errorf("write the ledger: %w", err)
		}
	}
	return nil
}
