package account

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accountpath"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// SeesHolders reports whether the viewer may know by name who has a role in an account: those who may see its members
// know everybody, and current members, as Services has it, know its administrators.
func SeesHolders(who *viewer.Viewer, account gid.ID, role vocabulary.Role) bool {
	switch {
	case who.Widget != nil:
		return false
	case who.Administers(account):
		return true
	}
	return role == vocabulary.RoleAccountAdministrator &&
		slices.ContainsFunc(who.Grants, func(g viewer.Grant) bool { return g.Membership != 0 && g.Account == account })
}

// Holders returns who has a role in an account for a product line on a day, by name, at most 20, with one statement:
// those to whom a membership in force gives it in the account, or in an account above if it reaches the accounts below,
// and administrators, who have every role. Of memberships above, roles from a directory do not count. The scope of the
// view is not applied: SeesHolders says who may be told.
func Holders(ctx context.Context, v *page.View, today day.Day, account, productLine gid.ID, role vocabulary.Role) (
	[]*Opener, error) {
	set, err := vocabulary.Roles(role)
	if err != nil {
		return nil, err
	}
	var found []struct {
		User           gid.ID             `sql:"user_id"`
		Roles          vocabulary.RoleSet `sql:"roles"`
		DirectoryRoles vocabulary.RoleSet `sql:"directory_roles"`
		Limited        *gid.ID            `sql:"product_line_id"`
		Below          bool               `sql:"include_sub_accounts"`
		Depth          int                `sql:"depth"`
		UserName       string             `sql:"user_name"`
		DisplayName    string             `sql:"display_name"`
		FirstName      string             `sql:"first_name"`
		LastName       string             `sql:"last_name"`
	}
	err = v.Unscoped().Scan(ctx, membership.Table, func(q *page.Query) {
		p := q.Join(accountpath.Table, "ap", func(p *sql.SelectTable) *sql.Predicate {
			return sql.And(sql.ColumnsEQ(p.C(accountpath.FieldAncestorID), q.C(membership.FieldAccountID)),
				sql.EQ(p.C(accountpath.FieldDescendantID), int64(account)))
		})
		u := q.Join(user.Table, "us", func(u *sql.SelectTable) *sql.Predicate {
			return sql.And(sql.ColumnsEQ(u.C(user.FieldID), q.C(membership.FieldUserID)),
				sql.EQ(u.C(user.FieldActive), true))
		})
		q.Select(append(q.Columns(membership.FieldUserID, membership.FieldRoles, membership.FieldDirectoryRoles,
			membership.FieldProductLineID, membership.FieldIncludeSubAccounts), p.C(accountpath.FieldDepth),
			sql.As(u.C(user.FieldUserName), "user_name"), u.C(user.FieldDisplayName), u.C(user.FieldFirstName),
			u.C(user.FieldLastName))...)
		InForceOn(today)(q.Selector)
		q.Where(grants(q.C, set|administrator))
	}, &found)
	if err != nil {
		return nil, err
	}
	nearest := map[gid.ID]int{}
	var list []*Opener
	at := map[gid.ID]*Opener{}
	for _, f := range found {
		roles := f.Roles
		if f.Depth == 0 {
			roles |= f.DirectoryRoles
		}
		wanted := set | administrator
		if f.Limited != nil {
			wanted = set &^ administrator // a limited membership administers nothing
		}
		if roles&wanted == 0 || f.Limited != nil && *f.Limited != productLine || f.Depth > 0 && !f.Below {
			continue
		}
		o := at[f.User]
		if o == nil {
			o = &Opener{User: f.User, Name: nameOf(&ent.User{UserName: f.UserName, DisplayName: f.DisplayName,
				FirstName: f.FirstName, LastName: f.LastName})}
			at[f.User], nearest[f.User] = o, f.Depth
			list = append(list, o)
		} else if f.Depth > nearest[f.User] {
			continue
		}
		if f.Depth < nearest[f.User] {
			o.Roles, nearest[f.User] = 0, f.Depth
		}
		o.Roles |= roles
	}
	slices.SortFunc(list, func(a, b *Opener) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.User, b.User))
	})
	return list[:min(len(list), maxAdministrators)], nil
}
