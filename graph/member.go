package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/graph/level"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
)

func invite(in model.InviteMembersInput) account.Invite {
	return account.Invite{Account: in.Account, Emails: in.Emails, Greeting: orEmpty(in.Greeting), Grant: account.Grant{
		Roles: in.Roles, Services: in.ServiceAccess, ProductLine: orNone(in.ProductLine),
		IncludeSubAccounts: in.IncludeSubAccounts != nil && *in.IncludeSubAccounts, EndsOn: in.EndsOn}}
}

func changedAccess(in model.ChangeMemberAccessInput) account.ChangedAccess {
	return account.ChangedAccess{Roles: in.Roles, Services: in.ServiceAccess, ProductLine: orNone(in.ProductLine),
		EveryProductLine: in.EveryProductLine != nil && *in.EveryProductLine, IncludeSubAccounts: in.IncludeSubAccounts,
		EndsOn: in.EndsOn, WithoutEnd: in.WithoutEnd != nil && *in.WithoutEnd}
}

// changedDomain reads the account of an outcome, and its proof of a domain, as they are after the commit.
func (r *Resolver) changedDomain(ctx context.Context, outcome change.Outcome, text string) (*model.Account, *model.DomainProof, error) {
	of, err := changed(ctx, r.kinds.account, outcome, 0)
	if err != nil || of == nil {
		return nil, nil, err
	}
	domain, _ := email.CanonicalDomain(text)
	rows, err := r.account.DomainProofs.Rows(ctx, nil, func(q *sql.Selector) {
		q.Where(sql.And(sql.EQ(q.C(domainproof.FieldAccountID), int64(of.ID)), sql.EQ(q.C(domainproof.FieldDomain), domain)))
	})
	if err != nil || len(rows) == 0 {
		return of, nil, err
	}
	return of, model.DomainProofs(rows)[0], nil
}

func holdings(list []account.Holding) []*model.Holding {
	out := make([]*model.Holding, len(list))
	for i, h := range list {
		out[i] = &model.Holding{Kind: h.Kind, Label: h.Label, Fate: h.Fate}
		if h.ID != 0 {
			out[i].ID = &list[i].ID
		}
	}
	return out
}

// memberCount counts the members of directory groups, for all groups of the level at once.
func (r *Resolver) memberCount(ctx context.Context, g *model.DirectoryGroup) (int, error) {
	return level.Load(ctx, g.Place, "#memberCount", func(ctx context.Context, rows []*model.DirectoryGroup) ([]int, error) {
		return r.account.DirectoryGroupMembers.CountOf(ctx, directorygroupmember.FieldDirectoryGroupID,
			keysOf(rows, func(o *model.DirectoryGroup) gid.ID { return o.ID }), nil)
	})
}

// accessReview tells who can do what in an account; null where the viewer does not administer it.
func (r *Resolver) accessReview(ctx context.Context, of gid.ID) (*model.AccessReview, error) {
	review, err := r.members.Review(ctx, of)
	if err != nil {
		return nil, err
	}
	if review == nil {
		return nil, notFound("account", of)
	}
	accounts, err := r.kinds.account.byID(ctx, []int64{int64(review.Account)}, nil)
	if err != nil {
		return nil, err
	}
	out := &model.AccessReview{Account: accounts[0], TakenAt: review.TakenAt, Entries: make([]*model.AccessReviewEntry, len(review.Entries))}
	for i := range review.Entries {
		out.Entries[i] = reviewEntry(&review.Entries[i])
	}
	return out, nil
}

func reviewEntry(e *account.ReviewEntry) *model.AccessReviewEntry {
	out := &model.AccessReviewEntry{Name: e.Name, DisplayName: e.DisplayName, Email: orNull(e.Email), Through: model.AccessThrough(e.Through),
		ThroughLabel: e.ThroughLabel, Roles: e.Roles.List(), ServiceAccess: e.Services.List(), ProductLine: orNull(e.ProductLine),
		GrantedBy: orNull(e.GrantedBy), GrantedAt: e.GrantedAt, EndsOn: e.EndsOn, LastUsedAt: e.LastUsedAt, Leaver: []model.LeaverReason{},
		Scopes: e.Scopes.List(), IncludeSubAccounts: e.Below, User: noneAsNull(e.User), Membership: noneAsNull(e.Membership),
		DirectoryGroup: noneAsNull(e.Group), APIKey: noneAsNull(e.Key)}
	if e.Origin != "" {
		out.Origin = &e.Origin
	}
	for _, l := range e.Leaver {
		out.Leaver = append(out.Leaver, model.LeaverReason(l))
	}
	return out
}
