package graph

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/graph/level"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// mostOfViewer is how many rows are answered of a list of the viewer's own that has no pages.
const mostOfViewer = page.Max

// byKey fetches the object that a viewer's field points to; 0 is none.
func (k kind[E, M]) byKey(ctx context.Context, id gid.ID) (M, error) {
	var columns []string
	if !k.whole {
		columns = selectedColumns(ctx, k.name)
	}
	objects, err := k.byID(ctx, []int64{int64(id)}, columns)
	if err != nil {
		var none M
		return none, err
	}
	return objects[0], nil
}

// ofViewer fetches the rows whose column user names the viewer's user; a program has none.
func ofViewer[E, M any](ctx context.Context, k kind[E, M], user string, order page.Order, keep func(E) bool) ([]M, error) {
	who := viewer.From(ctx)
	if who.User == 0 {
		return []M{}, nil
	}
	groups, err := k.set.All(ctx, user, []int64{int64(who.User)}, order, nil)
	if err != nil {
		return nil, err
	}
	return k.objects(slices.DeleteFunc(groups[0], func(row E) bool { return keep != nil && !keep(row) })), nil
}

func (r *Resolver) ownMemberships(ctx context.Context) ([]*model.Membership, error) {
	return ofViewer(ctx, r.kinds.membership, membership.FieldUserID, account.MembershipsByID, func(m *ent.Membership) bool {
		return account.InForce(m, r.today())
	})
}

func (r *Resolver) ownSessions(ctx context.Context) ([]*model.Session, error) {
	return ofViewer(ctx, r.kinds.session, session.FieldUserID, access.SessionsNewest, r.access.Live)
}

func (r *Resolver) ownKeys(ctx context.Context) ([]*model.APIKey, error) {
	return ofViewer(ctx, r.kinds.apiKey, apikey.FieldUserID, access.KeysNewest, nil)
}

func (r *Resolver) ownAccessRequests(ctx context.Context) ([]*model.AccessRequest, error) {
	who, most := viewer.From(ctx), mostOfViewer
	if who.User == 0 {
		return []*model.AccessRequest{}, nil
	}
	k := r.kinds.accessRequest
	slice, err := k.set.Page(ctx, page.Request{Args: page.Args{First: &most}, Order: account.AccessRequestsNewest}, func(q *sql.Selector) {
		q.Where(sql.EQ(q.C(accessrequest.FieldUserID), int64(who.User)))
	})
	if err != nil {
		return nil, err
	}
	return k.objects(slice.Rows), nil
}

func (r *Resolver) joinableAccounts(ctx context.Context) ([]*model.JoinableAccount, error) {
	open, err := r.members.Joinable(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]*model.JoinableAccount, len(open))
	for i, a := range open {
		list[i] = &model.JoinableAccount{Account: a.Account, Name: a.Name, Domain: a.Domain}
	}
	return list, nil
}

// chosenAccount reads the account that a session was turned to. What the viewer of this request sees was settled before.
func (r *Resolver) chosenAccount(ctx context.Context, outcome change.Outcome) (*model.Account, error) {
	return changed(store.Beyond(ctx), r.kinds.account, outcome, 0)
}

func newKey(in model.CreateAPIKeyInput) access.NewKey {
	return access.NewKey{Name: in.Name, Account: orNone(in.Account), Producer: orEmpty(in.ProducerRole), Scopes: in.Scopes, Roles: in.Roles,
		Services: in.ServiceAccess, IncludeSubAccounts: in.IncludeSubAccounts != nil && *in.IncludeSubAccounts, Days: in.Days}
}

func newWidgetToken(in model.MintWidgetTokenInput) access.NewWidgetToken {
	return access.NewWidgetToken{User: orNone(in.User), Account: orNone(in.Account), Origins: in.Origins, Documents: in.Documents, Minutes: in.Minutes}
}

// accountOfMembership fetches the account of a membership, for all memberships of the level at once. Of the own ones it is
// always there, though the session may be narrowed to another account, or the membership give nothing now: whoever has it
// knows where. What lies in the account stays in the scope of the viewer.
func (r *Resolver) accountOfMembership(ctx context.Context, m *model.Membership) (*model.Account, error) {
	return level.Load(ctx, m.Place, graphql.GetFieldContext(ctx).Field.Alias, func(ctx context.Context, rows []*model.Membership) ([]*model.Account, error) {
		ids := keysOf(rows, func(o *model.Membership) gid.ID { return o.AccountID })
		columns := selectedColumns(ctx, "Account")
		found, err := r.kinds.account.byID(ctx, ids, columns)
		if err != nil {
			return nil, err
		}
		who, missing := viewer.From(ctx), make([]int64, len(ids))
		for i, row := range rows {
			if found[i] == nil && who != nil && who.User != 0 && row.UserID == who.User {
				missing[i] = ids[i]
			}
		}
		own, err := r.kinds.account.byID(store.Beyond(ctx), missing, columns)
		if err != nil {
			return nil, err
		}
		for i, a := range own {
			if a != nil {
				found[i] = a
			}
		}
		return found, nil
	})
}
