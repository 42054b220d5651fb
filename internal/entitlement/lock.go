package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Every change of rights locks in one order: line items, then coverages, then entitlements, then accounts, those of
// each kind in the order of their ids. So no change waits for another one that waits for it. Whoever locks a coverage
// has the lines that it covers, so that a change that has locked a line may read all that is decided about its
// coverages. Lock is the one place that knows this.

// Wanted names the rights that a change needs.
type Wanted struct {
	Lines []gid.ID
	// Coverages are locked with the lines that they cover.
	Coverages []gid.ID
	// Entitlements are locked with their lines and coverages, and with the lines that these cover.
	Entitlements []gid.ID
	// GrantsAt is the path of the input that names to whom something is granted: the accounts of the lines and
	// coverages are then kept from being retired. It is "" if nothing is granted.
	GrantsAt string
}

// Locked are rights that are locked until the transaction ends, in the order of their ids, without those that do not
// exist.
type Locked struct {
	Lines        []*ent.LineItem
	Coverages    []*ent.Coverage
	Entitlements []*ent.Entitlement
	// retired are the refusals of accounts to which nothing is granted, by their ids.
	retired map[gid.ID]*fault.Error
}

// Lock locks rights. A change calls it once, before it reads what it decides upon. It returns change.ErrOvertaken if
// another change linked a line to a coverage between the lock of the lines and that of the coverage.
func Lock(ctx context.Context, tx store.Tx, w Wanted) (*Locked, error) {
	_, wanted, err := w.find(ctx, tx)
	if err != nil {
		return nil, err
	}
	l := &Locked{}
	if l.Lines, err = LockLines(ctx, tx, wanted); err != nil {
		return nil, err
	}
	if len(w.Coverages)+len(w.Entitlements) > 0 {
		if err := l.lockCoverages(ctx, tx, w); err != nil {
			return nil, err
		}
	}
	if len(w.Entitlements) > 0 {
		l.Entitlements, err = tx.Client().Entitlement.Query().
			Where(store.KeyIn(entitlement.FieldID, w.Entitlements), store.Locked).
			Order(ent.Asc(entitlement.FieldID)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("lock entitlements: %w", err)
		}
	}
	if accounts := l.accounts(); w.GrantsAt != "" && len(accounts) > 0 {
		l.retired, err = account.RefusalsOfGrants(ctx, tx, w.GrantsAt, accounts...)
	}
	return l, err
}

// Retired returns ACCOUNT_RETIRED if an account of one of the rights is retired, or nil.
func (l *Locked) Retired(account gid.ID) *fault.Error { return l.retired[account] }

// find returns the coverages that are wanted, and the lines.
func (w Wanted) find(ctx context.Context, tx store.Tx) (coverages, lines []gid.ID, err error) {
	coverages, lines = slices.Clone(w.Coverages), slices.Clone(w.Lines)
	if len(w.Entitlements) > 0 {
		of, err := tx.Client().Coverage.Query().
			Where(store.KeyIn(coverage.FieldEntitlementID, w.Entitlements)).IDs(ctx)
		if err != nil {
			return nil, nil, fmt.Errorf("find the coverages of entitlements: %w", err)
		}
		own, err := tx.Client().LineItem.Query().
			Where(store.KeyIn(lineitem.FieldEntitlementID, w.Entitlements)).IDs(ctx)
		if err != nil {
			return nil, nil, fmt.Errorf("find the lines of entitlements: %w", err)
		}
		coverages, lines = append(coverages, of...), append(lines, own...)
	}
	if coverages = sorted(coverages); len(coverages) > 0 {
		var covered []gid.ID
		if err := tx.Client().CoverageItem.Query().Where(store.KeyIn(coverageitem.FieldCoverageID, coverages)).
			Unique(true).Select(coverageitem.FieldLineItemID).Scan(ctx, &covered); err != nil {
			return nil, nil, fmt.Errorf("find the lines of coverages: %w", err)
		}
		lines = append(lines, covered...)
	}
	return coverages, sorted(lines), nil
}

// lockCoverages locks the coverages that are wanted, and whose lines are locked. They are found again, because one may
// have been added or linked before the lines were locked.
func (l *Locked) lockCoverages(ctx context.Context, tx store.Tx, w Wanted) error {
	coverages, _, err := w.find(ctx, tx)
	if err != nil {
		return err
	}
	l.Coverages, err = tx.Client().Coverage.Query().
		Where(store.KeyIn(coverage.FieldID, coverages), store.Locked).Order(ent.Asc(coverage.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("lock coverages: %w", err)
	}
	_, lines, err := w.find(ctx, tx)
	if err != nil {
		return err
	}
	has := map[gid.ID]bool{}
	for _, line := range l.Lines {
		has[line.ID] = true
	}
	for _, id := range lines {
		if !has[id] && !slices.Contains(w.Lines, id) { // what the change names may be missing
			return change.ErrOvertaken
		}
	}
	return nil
}

// accounts returns the accounts of the lines and coverages.
func (l *Locked) accounts() (ids []gid.ID) {
	for _, line := range l.Lines {
		ids = append(ids, line.AccountID)
	}
	for _, c := range l.Coverages {
		ids = append(ids, c.AccountID)
	}
	return sorted(ids)
}
