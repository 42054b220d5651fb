package audit

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/auditseal"
	"github.com/muniment/muniment/ent/unsealedentry"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

const (
	// atOnce is the maximum number of entries that one transaction seals, small enough not to block other writers for
	// long.
	atOnce = 500
	// sealLock is the advisory lock of the process that seals on PostgreSQL. SQLite has only one writer.
	sealLock = 0x6d756e695365616c
)

// Seal appends committed entries that are not sealed yet to the chains of their accounts, in the order of their ids,
// at most 500 per call, and returns the number of sealed entries; less than 500 means that none are left. It may be
// interrupted and run by several processes concurrently. If nothing is to be sealed, it only reads.
func Seal(ctx context.Context, db *store.Store, now clock.Instant) (int, error) {
	ctx = store.Unscoped(ctx) // the job works on the chains of all accounts
	waiting, err := db.Client().UnsealedEntry.Query().Exist(ctx)
	if err != nil || !waiting {
		return 0, wrap(err)
	}
	sealed := 0
	err = db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		sealed = 0
		if err := lockSeals(ctx, tx); err != nil {
			return err
		}
		entries, err := unsealed(ctx, tx.Client())
		if err != nil || len(entries) == 0 {
			return err
		}
		sealed, err = seal(ctx, db, tx, entries, now)
		return err
	})
	return sealed, wrap(err)
}

// lockSeals takes the advisory lock for sealing until the transaction ends. After a wait, the transaction sees what
// the other one sealed, because each statement sees what was committed before it.
func lockSeals(ctx context.Context, tx store.Tx) error {
	return tx.AdvisoryLockNumber(ctx, sealLock)
}

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("seal audit entries: %w", err)
	}
	return nil
}

// unsealed returns the next entries to be sealed. It ignores rows of unsealed_entries whose entry is missing; package
// doctor reports them, as well as entries that cannot be read.
func unsealed(ctx context.Context, c *ent.Client) ([]*ent.AuditEntry, error) {
	waiting, err := c.UnsealedEntry.Query().Where(func(q *sql.Selector) {
		e := sql.Table(auditentry.Table)
		existing := sql.Dialect(q.Dialect()).Select(e.C(auditentry.FieldID)).From(e)
		existing.Where(sql.ColumnsEQ(e.C(auditentry.FieldID), q.C(unsealedentry.FieldAuditEntryID)))
		q.Where(sql.Exists(existing))
	}).Order(ent.Asc(unsealedentry.FieldAuditEntryID)).Limit(atOnce).All(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(waiting))
	for i, w := range waiting {
		ids[i] = w.AuditEntryID
	}
	return entriesByID(ctx, c, ids)
}

func seal(
	ctx context.Context, db *store.Store, tx store.Tx, entries []*ent.AuditEntry, now clock.Instant,
) (int, error) {
	ends, err := ends(ctx, db, tx, entries)
	if err != nil {
		return 0, err
	}
	rows := make([][]any, 0, len(entries))
	ids := make([]int64, 0, len(entries))
	for _, e := range entries {
		if err := addSalt(ctx, tx, e); err != nil {
			return 0, err
		}
		chain := chainOf(e)
		at := ends[chain]
		hash, err := hashOf(e, formDigests, at.hash, at.position+1)
		if err != nil {
			continue // it was damaged before it was sealed, and must not block the other entries
		}
		ends[chain] = end{at.position + 1, hash}
		ids = append(ids, e.ID)
		rows = append(rows, []any{int64(chain), at.position + 1, e.ID, hash, int64(now), formDigests})
	}
	columns := []string{auditseal.FieldChainID, auditseal.FieldPosition, auditseal.FieldAuditEntryID,
		auditseal.FieldHash,
		auditseal.FieldSealedAt, auditseal.FieldForm}
	if _, err := tx.InsertRows(ctx, auditseal.Table, columns, slices.Values(rows)); err != nil {
		return 0, err
	}
	n, err := tx.Client().UnsealedEntry.Delete().Where(store.KeyIn(unsealedentry.FieldAuditEntryID, ids)).Exec(ctx)
	if err == nil && n != len(ids) {
		err = fmt.Errorf("%d entries were to be sealed, and %d waited for it", len(ids), n)
	}
	return n, err
}

// addSalt adds a salt to an entry that an older version of the program recorded without one.
func addSalt(ctx context.Context, tx store.Tx, e *ent.AuditEntry) error {
	if e.Salt != "" || e.Remains != "" {
		return nil
	}
	e.Salt = newSalt()
	return tx.Client().AuditEntry.UpdateOneID(e.ID).SetSalt(e.Salt).Exec(ctx)
}

// hashOf returns the hash of a stored entry. It fails if the entry cannot be read or cannot have been sealed in the
// form.
func hashOf(e *ent.AuditEntry, form int16, previous string, position int64) (string, error) {
	l, err := newLine(e)
	if err != nil {
		return "", err
	}
	hash, err := l.seal(form, previous, position)
	if err != nil {
		return "", fmt.Errorf("audit entry %d: %w", e.ID, err)
	}
	return hash, nil
}

// end is the last position of a chain with its hash.
type end struct {
	position int64
	hash     string
}

// chainOf returns the account whose chain contains an entry, 0 for the producer's own chain.
func chainOf(e *ent.AuditEntry) gid.ID {
	if e.AccountID == nil {
		return 0
	}
	return *e.AccountID
}

// ends returns the current ends of the chains to which entries belong. An empty chain is not in the map.
func ends(ctx context.Context, db *store.Store, tx store.Tx, entries []*ent.AuditEntry) (map[gid.ID]end, error) {
	out := map[gid.ID]end{}
	var chains []gid.ID
	for _, e := range entries {
		chain := chainOf(e)
		if _, known := out[chain]; !known {
			out[chain] = end{}
			chains = append(chains, chain)
		}
	}
	each := "json_each(?) AS k"
	if tx.Engine() == store.Postgres {
		each = "unnest(?::bigint[]) AS k(value)"
	}
	// One index lookup for each chain, because reading whole chains would read far more rows than are sealed.
	found, err := tx.Query(ctx, "SELECT s.chain_id, s.position, s.hash FROM "+each+` JOIN audit_seals s ON s.id =
		(SELECT l.id FROM audit_seals l WHERE l.chain_id = k.value ORDER BY l.position DESC LIMIT 1)`, db.Set(chains))
	if err != nil {
		return nil, err
	}
	defer found.Close()
	for found.Next() {
		var chain int64
		var last end
		if err := found.Scan(&chain, &last.position, &last.hash); err != nil {
			return nil, store.Translate(err)
		}
		out[gid.ID(chain)] = last
	}
	return out, store.Translate(found.Err())
}
