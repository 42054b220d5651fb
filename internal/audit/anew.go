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

// ActionSealAnew is the verb of the entry in which a chain keeps how it ended before it was sealed anew.
const ActionSealAnew = "sealAnew"

// Anew is what SealAnew did.
type Anew struct {
	// Chains and Entries count what is sealed in the newest form now and was not before.
	Chains, Entries int64
	// Left are the chains that do not verify, with the first place where they do not. They are left as they are.
	Left []Breach
}

// SealAnew seals the chains of older programs in the form in which values can be erased. It first verifies a chain as it is; one
// that does not verify is left as it is, and what comes behind its old seals is sealed in the new form. Of the others it records
// how they ended (position and hash) in an entry of the chain itself before it begins.
//
// It writes in portions of 500 entries, and tells after each how many of all entries are sealed anew. It may be broken off
// at any moment, and repeated; entries may be recorded and sealed meanwhile. Once nothing is left to do, it only reads.
func SealAnew(ctx context.Context, db *store.Store, now clock.Instant, tell func(done, total int64)) (Anew, error) {
	a := &anew{db: db, now: now, tell: tell}
	ctx = store.Unscoped(viewer.With(ctx, viewer.System())) // the chains of all accounts are Muniment's own work
	if err := a.run(ctx); err != nil {
		return a.did, fmt.Errorf("seal the audit anew: %w", err)
	}
	return a.did, nil
}

type anew struct {
	db          *store.Store
	now         clock.Instant
	tell        func(done, total int64)
	did         Anew
	done, total int64
}

func (a *anew) run(ctx context.Context) error {
	plain := a.db.Client().AuditSeal.Query().Where(auditseal.Form(formPlain))
	total, err := plain.Clone().Count(ctx)
	if err != nil || total == 0 {
		return err
	}
	a.total = int64(total)
	var chains []struct {
		ChainID gid.ID `json:"chain_id"`
	}
	if err := plain.Unique(true).Order(ent.Asc(auditseal.FieldChainID)).Select(auditseal.FieldChainID).Scan(ctx, &chains); err != nil {
		return err
	}
	for _, c := range chains {
		if err := a.chain(ctx, c.ChainID); err != nil {
			return fmt.Errorf("%s: %w", ChainName(c.ChainID), err)
		}
	}
	return nil
}

func (a *anew) chain(ctx context.Context, chain gid.ID) error {
	end, breach, err := asItWas(ctx, a.db.Client(), chain)
	if err != nil {
		return err
	}
	if breach != nil {
		a.did.Left = append(a.did.Left, *breach)
		return nil
	}
	if err := a.remember(ctx, chain, end); err != nil {
		return err
	}
	for {
		n := 0
		if err := a.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			var err error
			n, err = portion(ctx, tx, chain)
			return err
		}); err != nil {
			return err
		}
		if n == 0 {
			a.did.Chains++
			return nil
		}
		a.did.Entries += int64(n)
		a.done += int64(n)
		a.tell(min(a.done, a.total), a.total)
	}
}

// remember records how a chain ended, once.
func (a *anew) remember(ctx context.Context, chain gid.ID, at end) error {
	return a.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		owner := auditentry.AccountIDIsNil()
		if chain != 0 {
			owner = auditentry.AccountID(chain)
		}
		known, err := tx.Client().AuditEntry.Query().Where(owner, auditentry.Action(ActionSealAnew)).Exist(ctx)
		if err != nil || known {
			return err
		}
		position := fmt.Sprint(at.position)
		return Record(ctx, tx, a.now, Entry{Account: chain, Action: ActionSealAnew, Subject: chain, Label: ChainName(chain),
			Reason: "Seals cover salted digests of personal values from now on.",
			Fields: []Field{{Field: "position", Before: &position}, {Field: "hash", Before: &at.hash}}})
	})
}

// asItWas verifies a chain as it was before it was begun to be sealed anew, and returns where it ended then. Seals in the new
// form before the last one in the old form are those that were sealed anew already: what they were follows from their entries,
// of which nothing is erased before the whole chain is done.
func asItWas(ctx context.Context, c *ent.Client, chain gid.ID) (end, *Breach, error) {
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
			message := judge(before, s, entries[i])
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

// portion seals the next entries of a chain anew and returns how many; 0 says that the chain is done. With the last one in
// the old form go all behind it, whose hashes follow from it, so that a chain without seals in the old form is whole.
func portion(ctx context.Context, tx store.Tx, chain gid.ID) (int, error) {
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
		seals, err := c.Query().Where(auditseal.ChainID(chain), auditseal.PositionGT(at.position), auditseal.PositionLTE(upTo)).
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

// sealAgain seals entries in the new form behind an end, and returns the new end.
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
	return at, setEach(ctx, tx, fmt.Sprintf("UPDATE audit_seals SET form = %d, hash = v.column2", formDigests), "audit_seals", hashes)
}

// setEach runs an update with a value of its own for each row, a hundred rows at a time. The names of the columns of VALUES
// are the same on both engines.
func setEach(ctx context.Context, tx store.Tx, update, table string, rows [][2]any) error {
	const atATime = 100
	for len(rows) > 0 {
		n := min(atATime, len(rows))
		args := make([]any, 0, 2*n)
		for _, row := range rows[:n] {
			args = append(args, row[0], row[1])
		}
		values := strings.TrimSuffix(strings.Repeat("(CAST(? AS BIGINT), CAST(? AS VARCHAR)), ", n), ", ")
		if _, err := tx.Exec(ctx, update+" FROM (VALUES "+values+") AS v WHERE "+table+".id = v.column1", args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}
