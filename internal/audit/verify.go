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

// Breach is one place where the records are not what they were.
type Breach struct {
	// Chain is the account in whose chain it is, 0 for the producer's own, and Position the place there; 0 for none.
	Chain    gid.ID
	Position int64
	// Entry is the entry, 0 where none is known.
	Entry   int64
	Message string
}

// Name says where the breach is.
func (b Breach) Name() string {
	if b.Position != 0 {
		return fmt.Sprintf("position %d of %s", b.Position, ChainName(b.Chain))
	}
	return fmt.Sprintf("audit entry %d", b.Entry)
}

// ChainName says which chain is meant: that of an account, or for 0 the producer's own.
func ChainName(chain gid.ID) string {
	if chain == 0 {
		return "the producer's chain"
	}
	return "the chain of " + chain.String()
}

// Chains is what Verify looked at.
type Chains struct {
	// Chains, Seals, Entries and Unsealed count chains, seals, entries, and entries that wait for their seals.
	Chains, Seals, Entries, Unsealed int64
	// OldestID and OldestUnsealed are the entry that waits longest, and when it was recorded.
	OldestID       int64
	OldestUnsealed clock.Instant
}

// batch is how many rows are held at a time.
const batch = 1000

// Verify proves that every sealed entry is what it was when it was sealed, that the positions of every chain run from 1
// without a gap, and that every entry is either sealed or waits for its seal. It calls breach for each place where that
// does not hold, and goes on behind it, unless breach returns an error. Others may record and seal meanwhile.
//
// It cannot know of entries that were removed from the end of a chain together with their seals, nor of a chain that was
// removed, or worked out anew as a whole: heads that were kept do, and so does an earlier export.
func Verify(ctx context.Context, db *store.Store, breach func(Breach) error) (Chains, error) {
	v := &verifier{db: db, breach: breach}
	ctx = store.Unscoped(ctx) // whether the records are whole is asked of all of them
	for _, part := range []func(context.Context) error{v.waiting, v.chains, v.placed, v.waitingForNothing} {
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

// chains walks along every chain.
func (v *verifier) chains(ctx context.Context) error {
	client := v.db.Client()
	var last *ent.AuditSeal
	for chain, position := int64(math.MinInt64), int64(math.MinInt64); ; {
		seals, err := client.AuditSeal.Query().Where(func(q *sql.Selector) {
			q.Where(sql.CompositeGT([]string{q.C(auditseal.FieldChainID), q.C(auditseal.FieldPosition)}, chain, position))
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
			if message := judge(last, s, sealed[i]); message != "" {
				if err := v.breach(Breach{s.ChainID, s.Position, s.AuditEntryID, message}); err != nil {
					return err
				}
			}
			last, chain, position = s, int64(s.ChainID), s.Position
		}
	}
}

// judge says what is wrong with a seal behind another one, and with its entry.
func judge(last, s *ent.AuditSeal, e *ent.AuditEntry) string {
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
		return fmt.Sprintf("audit entry %d, or a seal here or before, is not what it was when it was sealed; or sealing anew was broken "+
			"off here, and goes on when the server starts or by muniment schema up", e.ID)
	}
	if hash != s.Hash {
		return fmt.Sprintf("audit entry %d, or a seal here or before, is not what it was when it was sealed", e.ID)
	}
	return ""
}

// placed looks for entries that are neither sealed nor wait for it, or both.
func (v *verifier) placed(ctx context.Context) error {
	for after := int64(math.MinInt64); ; {
		n, err := v.placedBehind(ctx, &after)
		if err != nil || n < batch {
			return err
		}
	}
}

func (v *verifier) placedBehind(ctx context.Context, after *int64) (n int, err error) {
	// The bounds of the joined tables follow from that of the entries, which PostgreSQL does not see.
	rows, err := v.db.Scoped(ctx, store.Everything(), `SELECT e.id, s.id IS NOT NULL, u.id IS NOT NULL FROM audit_entries e
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

// waitingForNothing looks for entries that wait for their seals and are gone, or cannot be read.
func (v *verifier) waitingForNothing(ctx context.Context) error {
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
