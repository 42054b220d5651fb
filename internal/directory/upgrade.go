package directory

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/namekey"
	"github.com/muniment/muniment/internal/store"
)

// FoldUserNames recomputes the keys of user names in directory records that older versions wrote: those that a
// migration created from users, because SQL folds letter case differently from fold.Text, and those beyond ASCII,
// because older versions compared addresses in another way. It returns how many keys it changed; after the first
// complete run it only reads.
func FoldUserNames(ctx context.Context, db *store.Store) (int, error) {
	return UserNameKeys().Fold(ctx, db)
}

// FoldGroupNames recomputes the keys of groups, which a migration set to their names. It returns how many keys it
// changed; after the first complete run it only reads.
func FoldGroupNames(ctx context.Context, db *store.Store) (int, error) {
	return GroupNameKeys().Fold(ctx, db)
}

// UserNameKeys are the keys of the user names of records, which are unique in a directory.
func UserNameKeys() namekey.Keys {
	return namekey.Keys{
		Next: func(ctx context.Context, c *ent.Client, after gid.ID, limit int, all bool) ([]namekey.Row, error) {
			q := c.DirectoryRecord.Query().Where(directoryrecord.IDGT(after))
			if !all {
				q.Where(directoryrecord.Or(directoryrecord.Adopted(true),
					store.BeyondASCII(directoryrecord.FieldUserName),
					store.BeyondASCII(directoryrecord.FieldUserNameKey)))
			}
			rows, err := q.Select(directoryrecord.FieldID, directoryrecord.FieldAccountID,
				directoryrecord.FieldUserName, directoryrecord.FieldUserNameKey).
				Order(directoryrecord.ByID()).Limit(limit).All(ctx)
			return namekey.Rows(rows, err, func(r *ent.DirectoryRecord) namekey.Row {
				return namekey.Row{ID: r.ID, Account: r.AccountID, Name: r.UserName, Key: r.UserNameKey,
					Wanted: email.UserNameKey(r.UserName)}
			})
		},
		Taken: func(ctx context.Context, c *ent.Client, row namekey.Row) (bool, error) {
			return c.DirectoryRecord.Query().Where(directoryrecord.AccountID(row.Account),
				directoryrecord.UserNameKey(row.Wanted)).Exist(ctx)
		},
		Set: func(ctx context.Context, c *ent.Client, row namekey.Row, key string) (int, error) {
			return c.DirectoryRecord.Update().Where(directoryrecord.ID(row.ID), directoryrecord.UserName(row.Name)).
				SetUserNameKey(key).Save(ctx)
		},
	}
}

// GroupNameKeys are the keys of the names of groups, which are unique in a directory.
func GroupNameKeys() namekey.Keys {
	return namekey.Keys{
		Next: func(ctx context.Context, c *ent.Client, after gid.ID, limit int, _ bool) ([]namekey.Row, error) {
			rows, err := c.DirectoryGroup.Query().Where(directorygroup.IDGT(after)).
				Select(directorygroup.FieldID, directorygroup.FieldAccountID, directorygroup.FieldName,
					directorygroup.FieldNameKey).
				Order(directorygroup.ByID()).Limit(limit).All(ctx)
			return namekey.Rows(rows, err, func(r *ent.DirectoryGroup) namekey.Row {
				return namekey.Row{ID: r.ID, Account: r.AccountID, Name: r.Name, Key: r.NameKey,
					Wanted: fold.Text(r.Name)}
			})
		},
		Taken: func(ctx context.Context, c *ent.Client, row namekey.Row) (bool, error) {
			return c.DirectoryGroup.Query().Where(directorygroup.AccountID(row.Account),
				directorygroup.NameKey(row.Wanted)).Exist(ctx)
		},
		Set: func(ctx context.Context, c *ent.Client, row namekey.Row, key string) (int, error) {
			return c.DirectoryGroup.Update().Where(directorygroup.ID(row.ID), directorygroup.Name(row.Name)).
				SetNameKey(key).Save(ctx)
		},
	}
}
