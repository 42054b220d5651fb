package directory

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// FoldUserNames recomputes the keys of user names in directory records that older versions wrote: those that a
// migration created from users, because SQL folds letter case differently from fold.Text, and those beyond ASCII,
// because older versions did not compare domains in their ASCII form. If two records of a directory have the same key,
// the second gets one beside it (fold.SetBeside). It returns how many keys it changed; after the first complete run it
// only reads.
func FoldUserNames(ctx context.Context, db *store.Store) (int, error) { return userNames.fold(ctx, db) }

// FoldGroupNames recomputes the keys of groups, which a migration set to their names. If two groups of a directory
// fold to the same key, the second gets one beside it (fold.SetBeside). It returns how many keys it changed; after the
// first complete run it only reads.
func FoldGroupNames(ctx context.Context, db *store.Store) (int, error) {
	return groupNames.fold(ctx, db)
}

// named is a row whose name has a key, which is unique in its directory.
type named struct {
	id, account gid.ID
	key, wanted string
}

// beside is the key of the row if another one has the wanted key.
func (n named) beside() string { return fold.SetBeside(n.wanted, n.id.String()) }

// keys reads and writes the keys of a table.
type keys struct {
	// next reads the next rows after an id, in the order of ids.
	next func(ctx context.Context, c *ent.Client, after gid.ID) ([]named, error)
	// taken reports whether a row of the same directory has the wanted key.
	taken func(ctx context.Context, c *ent.Client, row named) (bool, error)
	// set stores a key.
	set func(ctx context.Context, c *ent.Client, id gid.ID, key string) error
}

var userNames = keys{
	next: func(ctx context.Context, c *ent.Client, after gid.ID) ([]named, error) {
		rows, err := c.DirectoryRecord.Query().Where(directoryrecord.IDGT(after),
			directoryrecord.Or(directoryrecord.Adopted(true),
				store.BeyondASCII(directoryrecord.FieldUserNameKey))).
			Select(directoryrecord.FieldID, directoryrecord.FieldAccountID, directoryrecord.FieldUserName,
				directoryrecord.FieldUserNameKey).
			Order(directoryrecord.ByID()).Limit(foldBatch).All(ctx)
		return listed(rows, err, func(r *ent.DirectoryRecord) named {
			return named{r.ID, r.AccountID, r.UserNameKey, email.UserNameKey(r.UserName)}
		})
	},
	taken: func(ctx context.Context, c *ent.Client, row named) (bool, error) {
		return c.DirectoryRecord.Query().Where(directoryrecord.AccountID(row.account),
			directoryrecord.UserNameKey(row.wanted)).Exist(ctx)
	},
	set: func(ctx context.Context, c *ent.Client, id gid.ID, key string) error {
		return c.DirectoryRecord.UpdateOneID(id).SetUserNameKey(key).Exec(ctx)
	},
}

var groupNames = keys{
	next: func(ctx context.Context, c *ent.Client, after gid.ID) ([]named, error) {
		rows, err := c.DirectoryGroup.Query().Where(directorygroup.IDGT(after)).
			Select(directorygroup.FieldID, directorygroup.FieldAccountID, directorygroup.FieldName,
				directorygroup.FieldNameKey).
			Order(directorygroup.ByID()).Limit(foldBatch).All(ctx)
		return listed(rows, err, func(r *ent.DirectoryGroup) named {
			return named{r.ID, r.AccountID, r.NameKey, fold.Text(r.Name)}
		})
	},
	taken: func(ctx context.Context, c *ent.Client, row named) (bool, error) {
		return c.DirectoryGroup.Query().Where(directorygroup.AccountID(row.account),
			directorygroup.NameKey(row.wanted)).Exist(ctx)
	},
	set: func(ctx context.Context, c *ent.Client, id gid.ID, key string) error {
		return c.DirectoryGroup.UpdateOneID(id).SetNameKey(key).Exec(ctx)
	},
}

func listed[R any](rows []R, err error, convert func(R) named) ([]named, error) {
	list := make([]named, len(rows))
	for i, row := range rows {
		list[i] = convert(row)
	}
	return list, err
}

// foldBatch is how many rows one transaction reads.
const foldBatch = 1000

// fold sets the wanted keys, or those beside them. It returns how many keys it changed.
func (k keys) fold(ctx context.Context, db *store.Store) (int, error) {
	ctx = store.Unscoped(ctx) // work on the rows of all customers
	changed := 0
	for last := gid.ID(0); ; {
		rows, err := k.next(ctx, db.Client(), last)
		if err != nil {
			return changed, fmt.Errorf("read the keys of names: %w", err)
		}
		var wrong []named
		for _, row := range rows {
			last = row.id
			if row.key != row.wanted {
				wrong = append(wrong, row)
			}
		}
		n, err := k.foldWrong(ctx, db, wrong)
		changed += n
		if err != nil {
			return changed, err
		}
		if len(rows) < foldBatch {
			return changed, nil
		}
	}
}

// foldAttempts is the maximum number of tries for a batch while concurrent changes add rows with the same keys.
const foldAttempts = 5

// foldWrong updates the rows whose key is not the one that they should have. Without such rows it only reads.
func (k keys) foldWrong(ctx context.Context, db *store.Store, rows []named) (int, error) {
	for attempt := 1; ; attempt++ {
		changes := false
		for _, row := range rows {
			key, err := k.keyOf(ctx, db.Client(), row)
			if err != nil {
				return 0, err
			}
			changes = changes || key != row.key
		}
		if !changes {
			return 0, nil
		}
		changed, err := k.foldAll(ctx, db, rows)
		if attempt == foldAttempts || !errors.Is(err, store.ErrUnique) {
			return changed, err
		}
	}
}

// keyOf returns the key that a row should have: the wanted one, or the one beside it if another row has that.
func (k keys) keyOf(ctx context.Context, c *ent.Client, row named) (string, error) {
	taken, err := k.taken(ctx, c, row)
	if err != nil {
		return "", fmt.Errorf("look for the key of a name: %w", err)
	}
	if taken {
		return row.beside(), nil
	}
	return row.wanted, nil
}

func (k keys) foldAll(ctx context.Context, db *store.Store, rows []named) (int, error) {
	changed := 0
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		changed = 0
		for _, row := range rows {
			key, err := k.keyOf(ctx, tx.Client(), row)
			if err != nil {
				return err
			}
			if key == row.key {
				continue
			}
			if err := k.set(ctx, tx.Client(), row.id, key); err != nil {
				return fmt.Errorf("fold a name: %w", err)
			}
			changed++
		}
		return nil
	})
	return changed, err
}
