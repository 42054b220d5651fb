package directory

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// foldBatch is how many records one transaction reads.
const foldBatch = 1000

// FoldKeys recomputes the keys of user names in directory records that a migration created from users: SQL folds
// letter case differently from fold.Text. If two records of a directory fold to the same key, the second keeps its
// name as the key. It returns how many keys it changed; after the first complete run it only reads.
func FoldKeys(ctx context.Context, db *store.Store) (int, error) {
	ctx = store.Unscoped(ctx) // work on the rows of all customers
	changed := 0
	for last := gid.ID(0); ; {
		rows, err := db.Client().DirectoryRecord.Query().Where(directoryrecord.Adopted(true),
			directoryrecord.IDGT(last)).
			Select(directoryrecord.FieldID, directoryrecord.FieldAccountID, directoryrecord.FieldUserName,
				directoryrecord.FieldUserNameKey).
			Order(directoryrecord.ByID()).Limit(foldBatch).All(ctx)
		if err != nil {
			return changed, fmt.Errorf("read the adopted records: %w", err)
		}
		var wrong []*ent.DirectoryRecord
		for _, row := range rows {
			last = row.ID
			if row.UserNameKey != fold.Text(row.UserName) {
				wrong = append(wrong, row)
			}
		}
		n, err := foldUntaken(ctx, db, wrong)
		changed += n
		if err != nil {
			return changed, err
		}
		if len(rows) < foldBatch {
			return changed, nil
		}
	}
}

// foldAttempts is the maximum number of tries for a batch while concurrent changes add records with the same keys.
const foldAttempts = 5

// foldUntaken updates those rows whose new key no other record has. Without such rows it only reads.
func foldUntaken(ctx context.Context, db *store.Store, rows []*ent.DirectoryRecord) (int, error) {
	for attempt := 1; ; attempt++ {
		var free []*ent.DirectoryRecord
		for _, row := range rows {
			taken, err := keyTaken(ctx, db.Client(), row)
			if err != nil {
				return 0, err
			}
			if !taken {
				free = append(free, row)
			}
		}
		if len(free) == 0 {
			return 0, nil
		}
		changed, err := foldAll(ctx, db, free)
		if attempt == foldAttempts || !errors.Is(err, store.ErrUnique) {
			return changed, err
		}
	}
}

// keyTaken reports whether a record of the same directory has the new key of row.
func keyTaken(ctx context.Context, client *ent.Client, row *ent.DirectoryRecord) (bool, error) {
	taken, err := client.DirectoryRecord.Query().Where(directoryrecord.AccountID(row.AccountID),
		directoryrecord.UserNameKey(fold.Text(row.UserName))).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("look for the key: %w", err)
	}
	return taken, nil
}

func foldAll(ctx context.Context, db *store.Store, rows []*ent.DirectoryRecord) (int, error) {
	changed := 0
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		changed = 0
		for _, row := range rows {
			taken, err := keyTaken(ctx, tx.Client(), row)
			if err != nil {
				return err
			}
			if taken {
				continue
			}
			err = tx.Client().DirectoryRecord.UpdateOneID(row.ID).SetUserNameKey(fold.Text(row.UserName)).Exec(ctx)
			if err != nil {
				return fmt.Errorf("fold the user name: %w", err)
			}
			changed++
		}
		return nil
	})
	return changed, err
}
