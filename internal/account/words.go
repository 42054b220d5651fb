package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
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
