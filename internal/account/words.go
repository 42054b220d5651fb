package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/outsiderequest"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// AccessWords describes access in the words of mails and pages.
type AccessWords struct {
	Roles, Services []string
	// ProductLine is the name of the product line to which the access is limited; "" for no limit.
	ProductLine string
	// IncludeSubAccounts says that the accounts below are included.
	IncludeSubAccounts bool
	// EndsOn is the last day; nil for no end.
	EndsOn *day.Day
}

// words describes a grant. The caller has decided that the reader may know it.
func (g grant) words(ctx context.Context, client *ent.Client) (AccessWords, error) {
	words := AccessWords{Roles: displayWords(g.roles.List()), Services: displayWords(g.services.List()),
		IncludeSubAccounts: g.below, EndsOn: g.endsOn}
	if g.productLine == 0 {
		return words, nil
	}
	line, err := client.ProductLine.Query().Where(productline.ID(g.productLine)).Select(productline.FieldName).
		Only(store.Unscoped(ctx)) // product lines are no secret
	if err != nil {
		return AccessWords{}, fmt.Errorf("read the name of the product line: %w", err)
	}
	words.ProductLine = line.Name
	return words, nil
}

// OwnMembership is a membership of the viewer in words.
type OwnMembership struct {
	// Account is the name of the account.
	Account string
	Access  AccessWords
}

// OwnMemberships returns the viewer's memberships that are in force, by the name of the account, at most 100.
func (s *Service) OwnMemberships(ctx context.Context) ([]OwnMembership, error) {
	who := viewer.From(ctx)
	if who == nil || who.User == 0 {
		return nil, nil
	}
	rows, err := s.db().Client().Membership.Query().Where(membership.UserID(who.User), InForceOn(s.today())).
		WithAccount().Order(membership.ByAccountField(account.FieldNameKey), ent.Asc(membership.FieldID)).
		Limit(maxAccounts).All(store.Unscoped(ctx)) // the viewer's own rows
	if err != nil {
		return nil, fmt.Errorf("read the memberships of the viewer: %w", err)
	}
	all := make([]OwnMembership, len(rows))
	for i, row := range rows {
		words, err := reinstatedGrant(row, grantOf(row)).words(ctx, s.db().Client())
		if err != nil {
			return nil, err
		}
		all[i] = OwnMembership{Account: row.Edges.Account.Name, Access: words}
	}
	return all, nil
}

// OwnRequest is a request for access by the viewer in words.
type OwnRequest struct {
	// For is the name of the account or, of an outside request that is not granted, what the viewer named it by.
	For string
	// Outside says that nothing tells whether there is such an account until somebody decides.
	Outside bool
	State   vocabulary.AccessRequestState
	// Answer is what the administrator wrote; may be empty.
	Answer string
	// AskedOn is the day of the request, in UTC.
	AskedOn day.Day
}

// maxOwnRequests is how many requests of each kind OwnRequests returns.
const maxOwnRequests = 10

// OwnRequests returns the open requests for access by the viewer to accounts that the viewer sees, and the outside
// requests, each newest first.
func (s *Service) OwnRequests(ctx context.Context) ([]OwnRequest, error) {
	who := viewer.From(ctx)
	if who == nil || who.User == 0 {
		return nil, nil
	}
	open, err := s.db().Client().AccessRequest.Query().Where(accessrequest.UserID(who.User),
		accessrequest.DecidedAtIsNil(), accessrequest.Outside(false)).WithAccount().
		Order(ent.Desc(accessrequest.FieldCreatedAt, accessrequest.FieldID)).Limit(maxOwnRequests).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the requests of the viewer: %w", err)
	}
	outside, err := s.db().Client().OutsideRequest.Query().Where(outsiderequest.UserID(who.User),
		outsiderequest.CreatedAtGT(s.tooOld())).WithAccount().
		Order(ent.Desc(outsiderequest.FieldCreatedAt, outsiderequest.FieldID)).Limit(maxOwnRequests).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the outside requests of the viewer: %w", err)
	}
	all := make([]OwnRequest, 0, len(open)+len(outside))
	for _, row := range open {
		all = append(all, OwnRequest{For: row.Edges.Account.Name, State: RequestState(row.DecidedAt, row.Granted),
			AskedOn: day.Of(row.CreatedAt.Time())})
	}
	for _, row := range outside {
		one := OwnRequest{For: row.Reference, Outside: true, State: RequestState(row.DecidedAt, row.Granted),
			Answer: row.Answer, AskedOn: day.Of(row.CreatedAt.Time())}
		if row.Edges.Account != nil {
			one.For = row.Edges.Account.Name
		}
		all = append(all, one)
	}
	return all, nil
}
