package graph

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/account"
)

func (s *contract) createAccount(c *plan.Call) (any, error) {
	in := plan.Arg[model.CreateAccountInput](c, "input")
	outcome, err := s.members.CreateAccount(c.Context,
		request("createAccount", in, in.IdempotencyKey, in.DryRun, in.Reason), newAccount(in))
	return toPayload(outcome, err, nil)
}

func (s *contract) changeAccount(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeAccountInput](c, "input")
	outcome, err := s.members.ChangeAccount(c.Context,
		request("changeAccount", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Account, account.ChangedDetails{
			Name: in.Name, Kind: in.Kind, Description: givenText(in.Description), Address: changedAddress(in.Address),
			Visible: in.Visible})
	return toPayload(outcome, err, nil)
}

func (s *contract) linkAccounts(c *plan.Call) (any, error) {
	in := plan.Arg[model.LinkAccountsInput](c, "input")
	outcome, err := s.members.LinkAccounts(c.Context,
		request("linkAccounts", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Parent, in.Child)
	return toPayload(outcome, err, nil)
}

func (s *contract) unlinkAccounts(c *plan.Call) (any, error) {
	in := plan.Arg[model.UnlinkAccountsInput](c, "input")
	outcome, err := s.members.UnlinkAccounts(c.Context,
		request("unlinkAccounts", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Parent, in.Child)
	return toPayload(outcome, err, nil)
}

func (s *contract) retireAccount(c *plan.Call) (any, error) {
	in := plan.Arg[model.RetireAccountInput](c, "input")
	outcome, err := s.members.RetireAccount(c.Context,
		request("retireAccount", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Account)
	return toPayload(outcome, err, nil)
}

func (s *contract) reinstateAccount(c *plan.Call) (any, error) {
	in := plan.Arg[model.ReinstateAccountInput](c, "input")
	outcome, err := s.members.ReinstateAccount(c.Context,
		request("reinstateAccount", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Account)
	return toPayload(outcome, err, nil)
}

func newAccount(in model.CreateAccountInput) account.NewAccount {
	n := account.NewAccount{Parents: in.Parents, Details: account.Details{Name: in.Name, Kind: in.Kind,
		Description: orEmpty(in.Description), Visible: in.Visible == nil || *in.Visible}}
	if a := in.Address; a != nil {
		n.Address = account.Address{Street: orEmpty(a.Street.Value()), City: orEmpty(a.City.Value()),
			State: orEmpty(a.State.Value()), PostalCode: orEmpty(a.PostalCode.Value()),
			Country: orEmpty(a.Country.Value()), Region: orEmpty(a.Region.Value())}
	}
	return n
}

// givenText returns the text of a change: nil if the field is left out, so that the text stays, and "" if it is null.
func givenText(field graphql.Omittable[*string]) *string {
	text, given := field.ValueOK()
	if given && text == nil {
		return new(string)
	}
	return text
}

// changedAddress returns the parts of an address that change. All of them are removed if the address is null.
func changedAddress(field graphql.Omittable[*model.AddressInput]) account.ChangedAddress {
	in, given := field.ValueOK()
	switch {
	case !given:
		return account.ChangedAddress{}
	case in == nil:
		none := new(string)
		return account.ChangedAddress{Street: none, City: none, State: none, PostalCode: none, Country: none,
			Region: none}
	}
	return account.ChangedAddress{Street: givenText(in.Street), City: givenText(in.City), State: givenText(in.State),
		PostalCode: givenText(in.PostalCode), Country: givenText(in.Country), Region: givenText(in.Region)}
}
