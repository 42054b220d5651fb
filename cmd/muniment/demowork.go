package main

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// createSampleWork gives the administrator of the sample customer something to decide: a request for access, which the
// license manager makes, and an invitation that nobody has accepted.
func createSampleWork(ctx context.Context, s *app.Services) error {
	customer, err := sampleCustomer(ctx, s.DB)
	if err != nil {
		return fmt.Errorf("look for the sample customer: %w", err)
	}
	invite := account.Invite{Account: customer, Emails: []string{"colleague@sample.example"},
		Grant: account.Grant{Roles: []vocabulary.Role{vocabulary.RoleReader},
			Services: []vocabulary.Service{vocabulary.ServiceLicensing}}}
	if _, err := s.Members.InviteMembers(ctx, change.Request{Action: "inviteMembers", Input: invite},
		invite); err != nil {
		return fmt.Errorf("invite to the sample customer: %w", err)
	}
	manager, err := s.DB.Client().User.Query().Where(user.UserName("manager@sample.example")).OnlyID(ctx)
	if err != nil {
		return fmt.Errorf("look for the license manager: %w", err)
	}
	who, err := s.Access.ForUser(ctx, manager, vocabulary.CredentialKindAccessToken, vocabulary.EveryKeyScope)
	if err != nil {
		return fmt.Errorf("ask as the license manager: %w", err)
	}
	wanted := account.WantedAccess{Account: customer,
		Roles:    []vocabulary.Role{vocabulary.RoleRenewalsManager},
		Services: []vocabulary.Service{vocabulary.ServiceLicensing},
		Note:     "I plan the renewals of next year."}
	if _, err := s.Members.RequestAccess(viewer.With(ctx, who), change.Request{Action: "requestAccess", Input: wanted},
		wanted); err != nil {
		return fmt.Errorf("ask for access to the sample customer: %w", err)
	}
	return nil
}
