package directory

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// FoldUserNames recomputes the keys of user names in directory records that older versions wrote: those that a
// migration created from users, because SQL folds letter case differently from fold.Text, and those beyond ASCII,
// because older versions did not compare domains in their ASCII form. If two records of a directory have the same key,
// the second keeps the key that it has. It returns how many keys it changed; after the first complete run it only
// reads.
func FoldUserNames(ctx context.Context, db *store.Store) (int, error) { return userNames.fold(ctx, db) }

// FoldGroupNames recomputes the keys of groups, which a migration set to their names. If two groups of a directory
// fold to the same key, the second keeps its name as the key. It returns how many keys it changed; after the first
// complete run it only reads.
func FoldGroupNames(ctx context.Context, db *store.Store) (int, error) {
	return groupNames.fold(ctx, db)
}

// named is a row whose name has a key, which is unique in its directory.
type named struct {
	id, account gid.ID
	key, wanted string
}

// keys reads and writes the keys of a table.
type keys struct {
	// next reads the next rows after an id, in the order of ids.
	next func(ctx context.Context, c *ent.Client, after gid.ID) ([]named, error)
	// taken reports whether a row of the same directory has the wanted key.
	taken func(ctx context.Context, c *ent.Client, row named) (bool, error)
	// set stores the wanted key.
	set func(ctx context.Context, c *ent.Client, row named) error
}

var userNames = keys{
	next: func(ctx context.Context, c *ent.Client, after gid.ID) ([]named, error) {
		rows, err := c.DirectoryRecord.Query().Where(directoryrecord.IDGT(after),
			directoryrecord.Or(directoryrecord.Adopted(true), keyBeyondASCII)).
			Select(directoryrecord.FieldID, directoryrecord.FieldAccountID, directoryrecord.FieldUserName,
				directoryrecord.FieldUserNameKey).
			Order(directoryrecord.ByID()).Limit(foldBatch).All(ctx)
		return listed(rows, err, func(r *ent.DirectoryRecord) named {
			return named{r.ID, r.AccountID, r.UserNameKey, UserNameKey(r.UserName)}
		})
	},
	taken: func(ctx context.Context, c *ent.Client, row named) (bool, error) {
		return c.DirectoryRecord.Query().Where(directoryrecord.AccountID(row.account),
			directoryrecord.UserNameKey(row.wanted)).Exist(ctx)
	},
	set: func(ctx context.Context, c *ent.Client, row named) error {
		return c.DirectoryRecord.UpdateOneID(row.id).SetUserNameKey(row.wanted).Exec(ctx)
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
	set: func(ctx context.Context, c *ent.Client, row named) error {
		return c.DirectoryGroup.UpdateOneID(row.id).SetNameKey(row.wanted).Exec(ctx)
	},
}

// keyBeyondASCII is the condition that the key of a user name has characters beyond ASCII: it has more bytes than
// characters.
func keyBeyondASCII(q *sql.Selector) {
	column := q.C(directoryrecord.FieldUserNameKey)
	q.Where(sql.P(func(b *sql.Builder) {
		if b.Dialect() == dialect.SQLite {
			b.WriteString("length(CAST(" + column + " AS BLOB)) <> length(" + column + ")")
			return
		}
		b.WriteString("octet_length(" + column + ") <> char_length(" + column + ")")
	}))
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

// fold sets the wanted keys that no other row has. It returns how many keys it changed.
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
		n, err := k.foldUntaken(ctx, db, wrong)
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

// foldUntaken updates those rows whose new key no other row has. Without such rows it only reads.
func (k keys) foldUntaken(ctx context.Context, db *store.Store, rows []named) (int, error) {
	for attempt := 1; ; attempt++ {
		var free []named
		for _, row := range rows {
			taken, err := k.taken(ctx, db.Client(), row)
			if err != nil {
				return 0, fmt.Errorf("look for the key of a name: %w", err)
			}
			if !taken {
				free = append(free, row)
			}
		}
		if len(free) == 0 {
			return 0, nil
		}
		changed, err := k.foldAll(ctx, db, free)
		if attempt == foldAttempts || !errors.Is(err, store.ErrUnique) {
			return changed, err
		}
	}
}

func (k keys) foldAll(ctx context.Context, db *store.Store, rows []named) (int, error) {
	changed := 0
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		changed = 0
		for _, row := range rows {
			taken, err := k.taken(ctx, tx.Client(), row)
			if err != nil {
				return fmt.Errorf("look for the key of a name: %w", err)
			}
			if taken {
				continue
			}
			if err := k.set(ctx, tx.Client(), row); err != nil {
				return fmt.Errorf("fold a name: %w", err)
			}
			changed++
		}
		return nil
	})
	return changed, err
}
