package directory

import (
	"context"
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
	ctx = store.Beyond(ctx) // work on the rows of all customers
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
		if len(wrong) > 0 {
			n, err := foldThese(ctx, db, wrong)
			if err != nil {
				return changed, err
			}
			changed += n
		}
		if len(rows) < foldBatch {
			return changed, nil
		}
	}
}

func foldThese(ctx context.Context, db *store.Store, rows []*ent.DirectoryRecord) (int, error) {
	changed := 0
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		changed = 0
		for _, row := range rows {
			key := search.Fold(row.UserName)
			taken, err := tx.Client().DirectoryRecord.Query().Where(directoryrecord.AccountID(row.AccountID), directoryrecord.UserNameKey(key)).Exist(ctx)
			if err != nil {
				return fmt.Errorf("look for the key: %w", err)
			}
			if taken {
				continue
			}
			if err := tx.Client().DirectoryRecord.UpdateOneID(row.ID).SetUserNameKey(key).Exec(ctx); err != nil {
				return fmt.Errorf("fold the user name: %w", err)
			}
			changed++
		}
		return nil
	})
	return changed, err
}
