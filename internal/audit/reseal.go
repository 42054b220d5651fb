package audit

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/auditseal"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// ActionSealAnew is the action of the entry that records the last position and hash of a chain before it was sealed
// anew.
const ActionSealAnew = "sealAnew"

// Resealed is the result of Reseal.
type Resealed struct {
	// Chains and Entries count the chains and entries that were converted to the newest form.
	Chains, Entries int64
	// Left lists the first breach of every chain that does not verify. These chains are not converted.
	Left []Breach
}

// Reseal converts chains that older versions of the program sealed to the form in which values can be erased. It
// first verifies a chain. A chain that does not verify keeps its old seals; only later entries are sealed in the new
// form. For the others it records the last position and hash in an entry of the chain itself before it converts them.
//
// It writes in portions of 500 entries and calls tell after each with the number of converted entries and the total.
// It may be interrupted at any moment and run again; entries may be recorded and sealed concurrently. If nothing is
// left to do, it only reads.
func Reseal(ctx context.Context, db *store.Store, now clock.Instant, tell func(done, total int64)) (Resealed, error) {
	r := &resealer{db: db, now: now, tell: tell}
	ctx = store.Unscoped(viewer.With(ctx, viewer.System())) // the job works on the chains of all accounts
	if err := r.run(ctx); err != nil {
		return r.result, fmt.Errorf("seal the audit anew: %w", err)
	}
	return r.result, nil
}

type resealer struct {
	db          *store.Store
	now         clock.Instant
	tell        func(done, total int64)
	result      Resealed
	done, total int64
}

func (r *resealer) run(ctx context.Context) error {
	plain := r.db.Client().AuditSeal.Query().Where(auditseal.Form(formPlain))
	total, err := plain.Clone().Count(ctx)
	if err != nil || total == 0 {
		return err
	}
	r.total = int64(total)
	var chains []struct {
		ChainID gid.ID `json:"chain_id"`
	}
	if err := plain.Unique(true).Order(ent.Asc(auditseal.FieldChainID)).Select(auditseal.FieldChainID).Scan(ctx,
		&chains); err != nil {
		return err
	}
	for _, c := range chains {
		if err := r.chain(ctx, c.ChainID); err != nil {
			return fmt.Errorf("%s: %w", ChainName(c.ChainID), err)
		}
	}
	return nil
}

func (r *resealer) chain(ctx context.Context, chain gid.ID) error {
	end, breach, err := verifyOriginal(ctx, r.db.Client(), chain)
	if err != nil {
		return err
	}
	if breach != nil {
		r.result.Left = append(r.result.Left, *breach)
		return nil
	}
	if err := r.recordEnd(ctx, chain, end); err != nil {
		return err
	}
	for {
		n := 0
		if err := r.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			var err error
			n, err = resealBatch(ctx, tx, chain)
			return err
		}); err != nil {
			return err
		}
		if n == 0 {
			r.result.Chains++
			return nil
		}
		r.result.Entries += int64(n)
		r.done += int64(n)
		r.tell(min(r.done, r.total), r.total)
	}
}

// remember records the last position and hash of a chain, unless they are recorded already.
func (r *resealer) recordEnd(ctx context.Context, chain gid.ID, at end) error {
	return r.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		owner := auditentry.AccountIDIsNil()
		if chain != 0 {
			owner = auditentry.AccountID(chain)
		}
		known, err := tx.Client().AuditEntry.Query().Where(owner, auditentry.Action(ActionSealAnew)).Exist(ctx)
		if err != nil || known {
			return err
		}
		position := fmt.Sprint(at.position)
		return Record(ctx, tx, r.now, Entry{Account: chain, Action: ActionSealAnew, Subject: chain,
			Label:  ChainName(chain),
			Reason: "Seals cover salted digests of personal values from now on.",
			Fields: []Field{{Field: "position", Before: &position}, {Field: "hash", Before: &at.hash}}})
	})
}

// verifyOriginal verifies a chain in its state before Reseal began to convert it, and returns its end in that state.
// Seals in the new form before the first one in the old form are converted already. Their old hashes are computed from
// their entries, from which nothing is erased before the whole chain is converted.
func verifyOriginal(ctx context.Context, c *ent.Client, chain gid.ID) (end, *Breach, error) {
	first, err := c.AuditSeal.Query().Where(auditseal.ChainID(chain), auditseal.Form(formPlain)).
		Order(ent.Asc(auditseal.FieldPosition)).First(ctx)
	if err != nil {
		return end{}, nil, err
	}
	old, fresh := &ent.AuditSeal{ChainID: chain}, &ent.AuditSeal{ChainID: chain}
	for {
		seals, err := c.AuditSeal.Query().Where(auditseal.ChainID(chain), auditseal.PositionGT(old.Position)).
			Order(ent.Asc(auditseal.FieldPosition)).Limit(batch).All(ctx)
		if err != nil || len(seals) == 0 {
			return end{old.Position, old.Hash}, nil, err
		}
		entries, err := entriesOf(ctx, c, seals)
		if err != nil {
			return end{}, nil, err
		}
		for i, s := range seals {
			before := old
			if s.Position < first.Position {
				before = fresh
			}
			message := checkSeal(before, s, entries[i])
			was := *s
			if message == "" && s.Position < first.Position {
				fresh = s
				if was.Hash, err = plainHash(entries[i], old.Hash, s.Position); err != nil {
					message = err.Error()
				}
			}
			if message != "" {
				return end{}, &Breach{chain, s.Position, s.AuditEntryID, message}, nil
			}
			old = &was
		}
	}
}

// plainHash returns the hash that an entry had in form 1.
func plainHash(e *ent.AuditEntry, previous string, position int64) (string, error) {
	l, err := newLine(e)
	if err != nil {
		return "", err
	}
	if l.Remains != nil {
		return "", fmt.Errorf("audit entry %d: something was erased before its chain was sealed anew", e.ID)
	}
	l.Salt = nil
	return l.seal(formPlain, previous, position)
}

// resealBatch converts the next seals of a chain and returns their number; 0 means that the chain is done. Together
// with the last seal in the old form it rewrites all later ones, whose hashes depend on it, so that a chain without
// seals in the old form is consistent.
func resealBatch(ctx context.Context, tx store.Tx, chain gid.ID) (int, error) {
	if err := lockSeals(ctx, tx); err != nil {
		return 0, err
	}
	c := tx.Client().AuditSeal
	plain := c.Query().Where(auditseal.ChainID(chain), auditseal.Form(formPlain))
	first, err := plain.Clone().Order(ent.Asc(auditseal.FieldPosition)).First(ctx)
	if ent.IsNotFound(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	last, err := plain.Order(ent.Desc(auditseal.FieldPosition)).First(ctx)
	if err != nil {
		return 0, err
	}
	upTo := first.Position + atOnce - 1
	if upTo >= last.Position {
		upTo = math.MaxInt64
	}
	previous, err := c.Query().Where(auditseal.ChainID(chain), auditseal.Position(first.Position-1)).Only(ctx)
	if ent.IsNotFound(err) && first.Position == 1 {
		previous, err = &ent.AuditSeal{}, nil
	}
	if err != nil {
		return 0, err
	}
	at := end{previous.Position, previous.Hash}
	n := 0
	for at.position < upTo {
		seals, err := c.Query().Where(auditseal.ChainID(chain), auditseal.PositionGT(at.position),
			auditseal.PositionLTE(upTo)).
			Order(ent.Asc(auditseal.FieldPosition)).Limit(atOnce).All(ctx)
		if err != nil || len(seals) == 0 {
			return n, err
		}
		if at, err = sealAgain(ctx, tx, seals, at); err != nil {
			return n, err
		}
		n += len(seals)
	}
	return n, nil
}

// sealAgain rewrites seals in the new form, continuing the chain from at, and returns the new end.
func sealAgain(ctx context.Context, tx store.Tx, seals []*ent.AuditSeal, at end) (end, error) {
	entries, err := entriesOf(ctx, tx.Client(), seals)
	if err != nil {
		return at, err
	}
	var salts, hashes [][2]any
	for i, s := range seals {
		e := entries[i]
		if e == nil {
			return at, fmt.Errorf("audit entry %d went away meanwhile", s.AuditEntryID)
		}
		if e.Salt == "" && e.Remains == "" {
			e.Salt = newSalt()
			salts = append(salts, [2]any{e.ID, e.Salt})
		}
		hash, err := hashOf(e, formDigests, at.hash, s.Position)
		if err != nil {
			return at, err
		}
		hashes = append(hashes, [2]any{s.ID, hash})
		at = end{s.Position, hash}
	}
	if err := setEach(ctx, tx, "UPDATE audit_entries SET salt = v.column2", "audit_entries", salts); err != nil {
		return at, err
	}
	return at, setEach(ctx, tx, fmt.Sprintf("UPDATE audit_seals SET form = %d, hash = v.column2", formDigests),
		"audit_seals", hashes)
}

// setEach runs an update that sets a different value in each row, a hundred rows at a time. The names of the columns
// of VALUES are the same on both engines.
func setEach(ctx context.Context, tx store.Tx, update, table string, rows [][2]any) error {
	const atATime = 100
	for len(rows) > 0 {
		n := min(atATime, len(rows))
		args := make([]any, 0, 2*n)
		for _, row := range rows[:n] {
			args = append(args, row[0], row[1])
		}
		values := strings.TrimSuffix(strings.Repeat("(CAST(? AS BIGINT), CAST(? AS VARCHAR)), ", n), ", ")
		if _, err := tx.Exec(ctx, update+" FROM (VALUES "+values+") AS v WHERE "+table+".id = v.column1",
			args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}
