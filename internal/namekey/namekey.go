// Package namekey sets and checks the keys by which names are compared. A key is computed from the name, so that it
// has to be computed anew if an older version, or a migration in SQL, computed it in another way.
package namekey

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Row is a row whose name has a key.
type Row struct {
	ID gid.ID
	// Account is the account in which keys are unique; 0 if they are not.
	Account gid.ID
	// Name is the name, Key the stored key, and Wanted the key that the name should have.
	Name, Key, Wanted string
	// Mark is what tells the key of the row from that of another row with the wanted key; "" for the id of the row.
	Mark string
}

// beside is the key of the row if another one has the wanted key.
func (r Row) beside() string { return fold.SetBeside(r.Wanted, cmp.Or(r.Mark, r.ID.String())) }

// IsBeside reports whether the row has the key that it gets if another one has the wanted key.
func (r Row) IsBeside() bool { return r.Key == r.beside() }

// Keys reads and writes the keys of a table.
type Keys struct {
	// Next reads the next rows after an id, at most limit, in the order of ids: all rows, or only those whose keys
	// could be wrong because of what older versions and migrations did.
	Next func(ctx context.Context, c *ent.Client, after gid.ID, limit int, all bool) ([]Row, error)
	// Taken reports whether a row of the same account has the wanted key. It is nil if keys are not unique.
	Taken func(ctx context.Context, c *ent.Client, row Row) (bool, error)
	// Set stores a key if the row still has the name, and returns how many rows it changed.
	Set func(ctx context.Context, c *ent.Client, row Row, key string) (int, error)
}

// Rows converts the rows that a query has read; it is for Next.
func Rows[R any](rows []R, err error, convert func(R) Row) ([]Row, error) {
	list := make([]Row, len(rows))
	for i, row := range rows {
		list[i] = convert(row)
	}
	return list, err
}

// batch is how many rows are read at once.
const batch = 1000

// each calls visit with the rows of all accounts, batch by batch.
func (k Keys) each(ctx context.Context, db *store.Store, all bool, visit func(context.Context, []Row) error) error {
	ctx = store.Unscoped(ctx) // work on the rows of all customers
	for last := gid.ID(0); ; {
		rows, err := k.Next(ctx, db.Client(), last, batch, all)
		if err != nil {
			return fmt.Errorf("read the keys of names: %w", err)
		}
		if err := visit(ctx, rows); err != nil {
			return err
		}
		if len(rows) < batch {
			return nil
		}
		last = rows[len(rows)-1].ID
	}
}

// Check calls wrong with every row whose key is not that of its name, nor one beside it (fold.SetBeside) if keys are
// unique. It returns how many rows it compared.
func (k Keys) Check(ctx context.Context, db *store.Store, wrong func(Row)) (checked int64, err error) {
	err = k.each(ctx, db, true, func(_ context.Context, rows []Row) error {
		checked += int64(len(rows))
		for _, row := range rows {
			if row.Key != row.Wanted && (k.Taken == nil || !row.IsBeside()) {
				wrong(row)
			}
		}
		return nil
	})
	return checked, err
}

// Fold sets the wanted keys. If keys are unique and another row of the account has the wanted key, the row gets one
// beside it (fold.SetBeside). It returns how many keys it changed; after the first complete run it only reads.
func (k Keys) Fold(ctx context.Context, db *store.Store) (changed int, err error) {
	err = k.each(ctx, db, false, func(ctx context.Context, rows []Row) error {
		var wrong []Row
		for _, row := range rows {
			if row.Key != row.Wanted {
				wrong = append(wrong, row)
			}
		}
		n, err := k.foldWrong(ctx, db, wrong)
		changed += n
		return err
	})
	return changed, err
}

// attempts is the maximum number of tries for a batch while concurrent changes add rows with the same keys.
const attempts = 5

// foldWrong updates the rows whose key is not the one that they should have. Without such rows it only reads.
func (k Keys) foldWrong(ctx context.Context, db *store.Store, rows []Row) (int, error) {
	for attempt := 1; ; attempt++ {
		changes := false
		for _, row := range rows {
			key, err := k.keyOf(ctx, db.Client(), row)
			if err != nil {
				return 0, err
			}
			changes = changes || key != row.Key
		}
		if !changes {
			return 0, nil
		}
		changed, err := k.foldAll(ctx, db, rows)
		if attempt == attempts || !errors.Is(err, store.ErrUnique) {
			return changed, err
		}
	}
}

// keyOf returns the key that a row should have: the wanted one, or the one beside it if another row has that.
func (k Keys) keyOf(ctx context.Context, c *ent.Client, row Row) (string, error) {
	if k.Taken == nil {
		return row.Wanted, nil
	}
	taken, err := k.Taken(ctx, c, row)
	if err != nil {
		return "", fmt.Errorf("look for the key of a name: %w", err)
	}
	if taken {
		return row.beside(), nil
	}
	return row.Wanted, nil
}

func (k Keys) foldAll(ctx context.Context, db *store.Store, rows []Row) (int, error) {
	changed := 0
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		changed = 0
		for _, row := range rows {
			key, err := k.keyOf(ctx, tx.Client(), row)
			if err != nil {
				return err
			}
			if key == row.Key {
				continue
			}
			n, err := k.Set(ctx, tx.Client(), row, key)
			if err != nil {
				return fmt.Errorf("fold a name: %w", err)
			}
			changed += n
		}
		return nil
	})
	return changed, err
}
