package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// membershipOrders are the orders of memberships of all accounts.
var membershipOrders = []page.Order{account.MembershipsUpdated, account.MembershipsByID, account.MembershipsByName}

func membershipFilterOf(c *plan.Call, f *model.AccountMembershipFilterInput) (account.MembershipFilter, error) {
	filter := account.MembershipFilter{Text: searched(f.Text), Current: f.Current, On: dayOr(f.On, c.Today),
		UpdatedSince: f.UpdatedSince}
	var err error
	if filter.Roles, err = vocabulary.Roles(f.Role...); err != nil {
		return filter, err
	}
	if filter.Lacks, err = vocabulary.Services(f.LacksService...); err != nil {
		return filter, err
	}
	return filter, page.CheckDayIsRead(f.On, f.Current != nil, "Give filter.current too, or leave filter.on out.")
}

func membershipFilter(c *plan.Call) (page.Where, any, error) {
	var filter account.MembershipFilter
	if f := plan.Arg[*model.MembershipFilterInput](c, "filter"); f != nil {
		var err error
		filter, err = membershipFilterOf(c, &model.AccountMembershipFilterInput{Text: f.Text, Role: f.Role,
			LacksService: f.LacksService, Current: f.Current, On: f.On,
			UpdatedSince: f.UpdatedSince})
		if err != nil {
			return nil, nil, err
		}
		filter.Account, filter.IncludeSubAccounts = orNone(f.Account), orFalse(f.IncludeSubAccounts)
	}
	where, err := filter.Where(chosenOrder[model.MembershipOrder](c, membershipOrders))
	return where, filter, err
}

// membershipFilterOfAccount is the filter for the memberships in one account.
func membershipFilterOfAccount(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[*model.AccountMembershipFilterInput](c, "filter")
	if f == nil {
		return nil, account.MembershipFilter{}, nil
	}
	filter, err := membershipFilterOf(c, f)
	return filter.Condition, filter, err
}

func (s *contract) invitationFilter(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[*model.InvitationFilterInput](c, "filter")
	if f == nil || len(f.State) == 0 {
		return nil, nil, nil
	}
	return s.members.InvitationsNowIn(f.State), f.State, nil
}

func requestFilter(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[*model.AccessRequestFilterInput](c, "filter")
	if f == nil || len(f.State) == 0 {
		return nil, nil, nil
	}
	return account.RequestsIn(f.State), f.State, nil
}
