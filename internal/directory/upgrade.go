package directory

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
)

// foldBatch is how many records one transaction looks at.
const foldBatch = 1000

// FoldKeys folds the user names of the records that the schema history has made of older users: the databases do not fold alike. Of two
// in one directory that fold alike the second keeps its name as the key. It returns how many keys are others now; once all are
// folded, it only reads.
func FoldKeys(ctx context.Context, db *store.Store) (int, error) {
	ctx = store.Unscoped(ctx) // work on the rows of all customers
	changed := 0
	for last := gid.ID(0); ; {
		rows, err := db.Client().DirectoryRecord.Query().Where(directoryrecord.Adopted(true), directoryrecord.IDGT(last)).
			Select(directoryrecord.FieldID, directoryrecord.FieldAccountID, directoryrecord.FieldUserName, directoryrecord.FieldUserNameKey).
			Order(directoryrecord.ByID()).Limit(foldBatch).All(ctx)
		if err != nil {
			return changed, fmt.Errorf("read the adopted records: %w", err)
		}
		var wrong []*ent.DirectoryRecord
		for _, row := range rows {
			last = row.ID
			if row.UserNameKey != search.Fold(row.UserName) {
				wrong = append(wrong, row)
			}
		}
		n, err := foldFree(ctx, db, wrong)
		changed += n
		if err != nil {
			return changed, err
		}
		if len(rows) < foldBatch {
			return changed, nil
		}
	}
}

// foldAttempts is how often a batch is tried during which somebody adds a record with one of its keys.
const foldAttempts = 5

// foldFree folds those of the rows whose keys nobody has. It only reads if there are none.
func foldFree(ctx context.Context, db *store.Store, rows []*ent.DirectoryRecord) (int, error) {
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
		changed, err := foldThese(ctx, db, free)
		if attempt == foldAttempts || !errors.Is(err, store.ErrUnique) {
			return changed, err
		}
	}
}

// keyTaken tells whether a record of the same directory has the key that a record is to have.
func keyTaken(ctx context.Context, client *ent.Client, row *ent.DirectoryRecord) (bool, error) {
	taken, err := client.DirectoryRecord.Query().Where(directoryrecord.AccountID(row.AccountID),
		directoryrecord.UserNameKey(search.Fold(row.UserName))).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("look for the key: %w", err)
	}
	return taken, nil
}

func foldThese(ctx context.Context, db *store.Store, rows []*ent.DirectoryRecord) (int, error) {
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
			err = tx.Client().DirectoryRecord.UpdateOneID(row.ID).SetUserNameKey(search.Fold(row.UserName)).Exec(ctx)
			if err != nil {
				return fmt.Errorf("fold the user name: %w", err)
			}
			changed++
		}
		return nil
	})
	return changed, err
}
