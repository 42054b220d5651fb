package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accountlink"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/graph/level"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

func accountOrder(o *model.AccountOrder) page.Order {
	if o != nil && *o == model.AccountOrderNewest {
		return account.Newest
	}
	return account.ByName
}

func accountFilter(f *model.AccountFilterInput) account.Filter {
	if f == nil {
		return account.Filter{}
	}
	return account.Filter{Below: orNone(f.Below), Kind: orEmpty(f.Kind), Text: orEmpty(f.Text)}
}

func userFilter(f *model.UserFilterInput) account.UserFilter {
	if f == nil {
		return account.UserFilter{}
	}
	return account.UserFilter{Account: orNone(f.Account), Text: orEmpty(f.Text)}
}

// parents fetches the accounts directly above, for all accounts of the level at once.
func (r *Resolver) parents(ctx context.Context, a *model.Account) ([]*model.Account, error) {
	return level.Load(ctx, a.Place, graphql.GetFieldContext(ctx).Field.Alias, func(ctx context.Context, rows []*model.Account) ([][]*model.Account, error) {
		links, err := r.account.Links.All(ctx, accountlink.FieldChildID, keysOf(rows, accountID), account.LinksByID, nil)
		if err != nil {
			return nil, err
		}
		return r.linked(ctx, links, selectedColumns(ctx, "Account"), func(l *ent.AccountLink) gid.ID { return l.ParentID })
	})
}

// children fetches a page of the accounts directly below: a page of links, and then what they point to.
func (r *Resolver) children(ctx context.Context, a *model.Account, args page.Args) (*page.Connection[*model.Account], error) {
	return level.Load(ctx, a.Place, graphql.GetFieldContext(ctx).Field.Alias, func(ctx context.Context, rows []*model.Account) ([]*page.Connection[*model.Account], error) {
		req := page.Request{Args: args, Order: account.LinksByID, Binding: page.Binding(viewer.Seal(ctx), "Account", "children")}
		keys := keysOf(rows, accountID)
		slices, err := r.account.Links.PageOf(ctx, accountlink.FieldParentID, keys, req, nil)
		if err != nil {
			return nil, err
		}
		links := make([][]*ent.AccountLink, len(slices))
		for i, s := range slices {
			links[i] = s.Rows
		}
		nodes, err := r.linked(ctx, links, connectionColumns(ctx, "Account"), func(l *ent.AccountLink) gid.ID { return l.ChildID })
		if err != nil {
			return nil, err
		}
		counts := countOnce(func(ctx context.Context) ([]int, error) {
			return r.account.Links.CountOf(ctx, accountlink.FieldParentID, keys, nil)
		})
		out := make([]*page.Connection[*model.Account], len(slices))
		for i, s := range slices {
			out[i] = page.NewConnection(nodes[i], s.HasNext, s.HasPrev,
				func(n int) string { return r.account.Links.Cursor(req, s.Rows[n]) },
				func(ctx context.Context) (int, error) { return counts(ctx, i) })
		}
		return out, nil
	})
}

// linked fetches the accounts at one end of links, all in one level.
func (r *Resolver) linked(ctx context.Context, links [][]*ent.AccountLink, columns []string, end func(*ent.AccountLink) gid.ID) ([][]*model.Account, error) {
	var ids []int64
	for _, group := range links {
		ids = append(ids, keysOf(group, end)...)
	}
	accounts, err := r.kinds.account.byID(ctx, ids, columns)
	if err != nil {
		return nil, err
	}
	out := make([][]*model.Account, len(links))
	for i, group := range links {
		out[i], accounts = accounts[:len(group):len(group)], accounts[len(group):]
	}
	return out, nil
}

func accountID(a *model.Account) gid.ID { return a.ID }

// user finds a user by id or by name; one of the two must be given.
func (r *Resolver) user(ctx context.Context, id *gid.ID, userName *string) (*model.User, error) {
	switch {
	case (id == nil) == (userName == nil):
		return nil, fault.New(fault.BadInput, "id", "A user is named either by id or by user name.", "Give one of the two.")
	case id != nil:
		return byID[*model.User](ctx, *id)
	}
	rows, err := r.account.Users.Rows(ctx, selectedColumns(ctx, "User"), func(q *sql.Selector) {
		q.Where(sql.EQ(q.C(user.FieldUserName), *userName))
	})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, notFound("userName", "user with this name")
	}
	return model.Users(rows)[0], nil
}

// groupsOf fetches the directory groups of members, for all members of the level at once.
func (r *Resolver) groupsOf(ctx context.Context, m *model.Membership) ([]*model.DirectoryGroup, error) {
	return level.Load(ctx, m.Place, "#directoryGroups", func(ctx context.Context, rows []*model.Membership) ([][]*model.DirectoryGroup, error) {
		records, err := r.account.DirectoryRecords.All(ctx, directoryrecord.FieldUserID,
			keysOf(rows, func(o *model.Membership) gid.ID { return o.UserID }), inOrder, nil)
		if err != nil {
			return nil, err
		}
		own := make([]gid.ID, len(rows)) // the record of the user in the directory of the account, or none
		for i, all := range records {
			for _, record := range all {
				if record.AccountID == rows[i].AccountID {
					own[i] = record.ID
				}
			}
		}
		return r.groupsOfRecords(ctx, own)
	})
}
