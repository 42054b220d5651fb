package audit

import (
	"context"
	"fmt"
	"math"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditseal"
	"github.com/muniment/muniment/ent/unsealedentry"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Breach is one place where verification failed.
type Breach struct {
	// Chain is the account of the chain, 0 for the producer's own, and Position the position in it, 0 for none.
	Chain    gid.ID
	Position int64
	// Entry is the id of the entry, 0 if unknown.
	Entry   int64
	Message string
}

// Name describes the place of the breach.
func (b Breach) Name() string {
	if b.Position != 0 {
		return fmt.Sprintf("position %d of %s", b.Position, ChainName(b.Chain))
	}
	return fmt.Sprintf("audit entry %d", b.Entry)
}

// ChainName describes the chain of an account, or for 0 the producer's own.
func ChainName(chain gid.ID) string {
	if chain == 0 {
		return "the producer's chain"
	}
	return "the chain of " + chain.String()
}

// Chains says how much Verify read.
type Chains struct {
	// Chains, Seals, Entries and Unsealed count chains, seals, entries, and entries that are not sealed yet.
	Chains, Seals, Entries, Unsealed int64
	// OldestID is the unsealed entry that was recorded first, OldestUnsealed when it was recorded.
	OldestID       int64
	OldestUnsealed clock.Instant
}

// batch is the number of rows that are held in memory at a time.
const batch = 1000

// Verify checks that every sealed entry is unchanged since it was sealed, that the positions of every chain run from 1
// without a gap, and that every entry is either sealed or listed as unsealed. It calls breach for each place where
// that is not so, and continues after it unless breach returns an error. Entries may be recorded and sealed
// concurrently.
//
// It cannot detect that entries were removed from the end of a chain together with their seals, nor that a chain was
// removed or recomputed as a whole. CompareHeads with a list of heads detects that, and so does an earlier export.
func Verify(ctx context.Context, db *store.Store, breach func(Breach) error) (Chains, error) {
	v := &verifier{db: db, breach: breach}
	ctx = store.Unscoped(ctx) // all chains are verified
	for _, part := range []func(context.Context) error{v.waiting, v.chains, v.sealedOnce, v.danglingUnsealed} {
		if err := part(ctx); err != nil {
			return v.seen, fmt.Errorf("verify the audit: %w", err)
		}
	}
	return v.seen, nil
}

type verifier struct {
	db     *store.Store
	breach func(Breach) error
	seen   Chains
}

func (v *verifier) waiting(ctx context.Context) error {
	c := v.db.Client().UnsealedEntry
	n, err := c.Query().Count(ctx)
	if err != nil {
		return err
	}
	oldest, err := c.Query().Order(ent.Asc(unsealedentry.FieldRecordedAt, unsealedentry.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	v.seen.Unsealed, v.seen.OldestID, v.seen.OldestUnsealed = int64(n), oldest.AuditEntryID, oldest.RecordedAt
	return nil
}

// chains verifies every chain.
func (v *verifier) chains(ctx context.Context) error {
	client := v.db.Client()
	var last *ent.AuditSeal
	for chain, position := int64(math.MinInt64), int64(math.MinInt64); ; {
		seals, err := client.AuditSeal.Query().Where(func(q *sql.Selector) {
			q.Where(sql.CompositeGT(
				[]string{q.C(auditseal.FieldChainID), q.C(auditseal.FieldPosition)}, chain, position))
		}).Order(ent.Asc(auditseal.FieldChainID, auditseal.FieldPosition)).Limit(batch).All(ctx)
		if err != nil || len(seals) == 0 {
			return err
		}
		sealed, err := entriesOf(ctx, client, seals)
		if err != nil {
			return err
		}
		for i, s := range seals {
			if last == nil || last.ChainID != s.ChainID {
				v.seen.Chains++
				last = &ent.AuditSeal{ChainID: s.ChainID}
			}
			v.seen.Seals++
			if message := checkSeal(last, s, sealed[i]); message != "" {
				if err := v.breach(Breach{s.ChainID, s.Position, s.AuditEntryID, message}); err != nil {
					return err
				}
			}
			last, chain, position = s, int64(s.ChainID), s.Position
		}
	}
}

// checkSeal returns what is wrong with the seal s, which follows the seal last, and with its entry e; "" if nothing
// is.
func checkSeal(last, s *ent.AuditSeal, e *ent.AuditEntry) string {
	switch {
	case s.Position <= last.Position:
		return "positions are counted from 1"
	case s.Position != last.Position+1:
		return fmt.Sprintf("the seals at the positions %d to %d are gone", last.Position+1, s.Position-1)
	case e == nil:
		return fmt.Sprintf("audit entry %d is gone", s.AuditEntryID)
	case chainOf(e) != s.ChainID:
		return fmt.Sprintf("audit entry %d belongs to another account", e.ID)
	}
	hash, err := hashOf(e, s.Form, last.Hash, s.Position)
	if err != nil {
		return err.Error()
	}
	if hash != s.Hash && s.Form == formPlain && last.Form == formDigests {
		return fmt.Sprintf(
			"audit entry %d, or a seal here or before, is not what it was when it was sealed; or sealing anew was "+
				"broken "+
				"off here, and goes on when the server starts or by muniment schema up", e.ID)
	}
	if hash != s.Hash {
		return fmt.Sprintf("audit entry %d, or a seal here or before, is not what it was when it was sealed", e.ID)
	}
	return ""
}

// sealedOnce reports entries that are neither sealed nor listed as unsealed, or both.
func (v *verifier) sealedOnce(ctx context.Context) error {
	for after := int64(math.MinInt64); ; {
		n, err := v.sealedOnceAfter(ctx, &after)
		if err != nil || n < batch {
			return err
		}
	}
}

func (v *verifier) sealedOnceAfter(ctx context.Context, after *int64) (n int, err error) {
	// PostgreSQL does not infer the bounds of the joined tables from that of audit_entries, so they are repeated.
	rows, err := v.db.Scoped(ctx, store.Everything(), `SELECT e.id, s.id IS NOT NULL, u.id IS NOT NULL
		FROM audit_entries e
		LEFT JOIN audit_seals s ON s.audit_entry_id = e.id AND s.audit_entry_id > ?
		LEFT JOIN unsealed_entries u ON u.audit_entry_id = e.id AND u.audit_entry_id > ?
		WHERE e.id > ? AND /*scope:e.account_id*/ ORDER BY e.id LIMIT ?`, *after, *after, *after, batch)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var sealed, waits bool
		if err := rows.Scan(after, &sealed, &waits); err != nil {
			return n, store.Translate(err)
		}
		n++
		v.seen.Entries++
		message := ""
		switch {
		case !sealed && !waits:
			message = "it is not sealed, and does not wait for it"
		case sealed && waits:
			message = "it is sealed, and still waits for it"
		default:
			continue
		}
		if err := v.breach(Breach{Entry: *after, Message: message}); err != nil {
			return n, err
		}
	}
	return n, store.Translate(rows.Err())
}

// danglingUnsealed reports entries that are listed as unsealed but are missing or cannot be read.
func (v *verifier) danglingUnsealed(ctx context.Context) error {
	client := v.db.Client()
	for after := int64(math.MinInt64); ; {
		waiting, err := client.UnsealedEntry.Query().Where(unsealedentry.AuditEntryIDGT(after)).
			Order(ent.Asc(unsealedentry.FieldAuditEntryID)).Limit(batch).All(ctx)
		if err != nil || len(waiting) == 0 {
			return err
		}
		ids := make([]int64, len(waiting))
		for i, w := range waiting {
			ids[i] = w.AuditEntryID
		}
		entries, err := entriesByID(ctx, client, ids)
		if err != nil {
			return err
		}
		for i, e := range entries {
			after = ids[i]
			message := "it waits for its seal and is gone"
			if e != nil {
				if _, err := newLine(e); err == nil {
					continue
				}
				message = "it waits for its seal and cannot be read"
			}
			if err := v.breach(Breach{Entry: after, Message: message}); err != nil {
				return err
			}
		}
	}
}
