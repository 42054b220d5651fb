package loadset

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Counts is the number of rows written, by table.
type Counts map[string]int64

// Rows returns the number of rows in all tables.
func (c Counts) Rows() int64 {
	var n int64
	for _, rows := range c {
		n += rows
	}
	return n
}

// Progress is the progress of a fill: Done of Total users and entitlements, and the rows written so far.
type Progress struct {
	Done, Total, Rows int64
}

// ErrNotEmpty is returned by Fill for a database that has accounts: a load set is not mixed with anything else.
var ErrNotEmpty = errors.New("the database has accounts; a load set goes into an empty one")

const (
	// usersAtOnce and entitlementsAtOnce limit the memory used: about 20,000 rows are written in one transaction.
	usersAtOnce        = 2_500
	entitlementsAtOnce = 1_000
)

// filler writes one set.
type filler struct {
	shape    Shape
	store    *store.Store
	keys     *keys
	catalog  *catalogSet
	counts   Counts
	accounts []gid.ID
	progress Progress
	report   func(Progress)
}

// Fill writes the set into a migrated database without accounts, and then runs ANALYZE. report is called after each
// transaction and may be nil. If Fill is interrupted, the rows written so far stay, and the database cannot be filled
// again: start with an empty one. It returns ErrShape, ErrNotEmpty or a store error.
func Fill(ctx context.Context, st *store.Store, shape Shape, report func(Progress)) (Counts, error) {
	if err := shape.Check(); err != nil {
		return nil, err
	}
	there, err := st.Client().Account.Query().Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for accounts: %w", err)
	}
	if there {
		return nil, ErrNotEmpty
	}
	if report == nil {
		report = func(Progress) {}
	}
	f := &filler{shape: shape, store: st, keys: newKeys(shape), counts: Counts{}, report: report,
		progress: Progress{Total: int64(shape.users() + shape.entitlements())}}
	for _, step := range []func(context.Context) error{f.fillCatalog, f.fillAccounts, f.fillUsers, f.fillRights} {
		if err := step(ctx); err != nil {
			return f.counts, fmt.Errorf("fill the load set: %w", err)
		}
	}
	if err := st.Analyze(ctx); err != nil {
		return f.counts, err
	}
	return f.counts, nil
}

func (f *filler) reportProgress(done int) {
	f.progress.Done += int64(done)
	f.progress.Rows = f.counts.Rows()
	f.report(f.progress)
}

// fillUsers writes the users with their memberships.
func (f *filler) fillUsers(ctx context.Context) error {
	b := &tableBuffers{}
	w := newUserWriter(f, b)
	for u := 0; u < f.shape.users(); {
		begin := u
		for ; u < min(f.shape.users(), begin+usersAtOnce); u++ {
			w.user(u)
		}
		if err := b.write(ctx, f.store, f.counts); err != nil {
			return err
		}
		f.reportProgress(u - begin)
	}
	return nil
}

// fillRights writes the rows that accounts own. It writes accounts in the order of their localities, so that rows are
// appended to the tables in the order of their keys.
func (f *filler) fillRights(ctx context.Context) error {
	order := make([]int, f.shape.Accounts)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(f.accounts[a], f.accounts[b]) })
	b := &tableBuffers{}
	w := newRightWriter(f, b)
	waiting := 0
	for n, i := range order {
		w.account(i)
		waiting += f.shape.entitlementsBefore(i+1) - f.shape.entitlementsBefore(i)
		if waiting < entitlementsAtOnce && n+1 < len(order) {
			continue
		}
		if err := b.write(ctx, f.store, f.counts); err != nil {
			return err
		}
		f.reportProgress(waiting)
		waiting = 0
	}
	return nil
}
