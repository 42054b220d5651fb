package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/account"
)

func (s *contract) inviteMembers(c *plan.Call) (any, error) {
	in := plan.Arg[model.InviteMembersInput](c, "input")
	outcome, err := s.members.InviteMembers(c.Context,
		request("inviteMembers", in, in.IdempotencyKey, in.DryRun, in.Reason), invitation(in))
	return toPayload(outcome, err, nil)
}

func (s *contract) resendInvitation(c *plan.Call) (any, error) {
	in := plan.Arg[model.ResendInvitationInput](c, "input")
	outcome, err := s.members.ResendInvitation(c.Context,
		request("resendInvitation", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Invitation)
	return toPayload(outcome, err, nil)
}

func (s *contract) revokeInvitation(c *plan.Call) (any, error) {
	in := plan.Arg[model.RevokeInvitationInput](c, "input")
	outcome, err := s.members.RevokeInvitation(c.Context,
		request("revokeInvitation", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Invitation)
	return toPayload(outcome, err, nil)
}

func (s *contract) acceptInvitation(c *plan.Call) (any, error) {
	in := plan.Arg[model.AcceptInvitationInput](c, "input")
	outcome, err := s.members.AcceptInvitation(c.Context,
		request("acceptInvitation", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Token)
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) changeMemberAccess(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeMemberAccessInput](c, "input")
	outcome, err := s.members.ChangeMemberAccess(c.Context,
		request("changeMemberAccess", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Membership, changedAccess(in))
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) suspendMember(c *plan.Call) (any, error) {
	in := plan.Arg[model.SuspendMemberInput](c, "input")
	outcome, err := s.members.SuspendMember(c.Context,
		request("suspendMember", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Membership)
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) reinstateMember(c *plan.Call) (any, error) {
	in := plan.Arg[model.ReinstateMemberInput](c, "input")
	outcome, err := s.members.ReinstateMember(c.Context,
		request("reinstateMember", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Membership)
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) removeMember(c *plan.Call) (any, error) {
	in := plan.Arg[model.RemoveMemberInput](c, "input")
	outcome, held, err := s.members.RemoveMember(c.Context,
		request("removeMember", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Membership, orNone(in.ReassignTo))
	return s.toViewerPayload(c, outcome, err, held)
}

func (s *contract) requestAccess(c *plan.Call) (any, error) {
	in := plan.Arg[model.RequestAccessInput](c, "input")
	outcome, err := s.members.RequestAccess(c.Context,
		request("requestAccess", in, in.IdempotencyKey, in.DryRun, in.Reason), account.WantedAccess{
			Account: orNone(in.Account), Reference: orEmpty(in.Reference), Roles: in.Roles, Services: in.ServiceAccess,
			Note: orEmpty(in.Note)})
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) decideAccessRequest(c *plan.Call) (any, error) {
	in := plan.Arg[model.DecideAccessRequestInput](c, "input")
	outcome, err := s.members.DecideAccessRequest(c.Context,
		request("decideAccessRequest", in, in.IdempotencyKey, in.DryRun, in.Reason), in.AccessRequest,
		account.Decision{
			Grant: in.Grant, Roles: in.Roles, Services: in.ServiceAccess, Answer: orEmpty(in.Answer)})
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) joinAccount(c *plan.Call) (any, error) {
	in := plan.Arg[model.JoinAccountInput](c, "input")
	outcome, err := s.members.JoinAccount(c.Context,
		request("joinAccount", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Account)
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) allowJoiningDomain(c *plan.Call) (any, error) {
	in := plan.Arg[model.AllowJoiningDomainInput](c, "input")
	outcome, err := s.members.AllowJoiningDomain(c.Context,
		request("allowJoiningDomain", in, in.IdempotencyKey, in.DryRun, in.Reason), account.JoiningDomain{
			Account: in.Account, Domain: in.Domain, Roles: in.Roles, Services: in.ServiceAccess})
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) disallowJoiningDomain(c *plan.Call) (any, error) {
	in := plan.Arg[model.DisallowJoiningDomainInput](c, "input")
	outcome, err := s.members.DisallowJoiningDomain(c.Context,
		request("disallowJoiningDomain", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Account, in.Domain)
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) claimDomain(c *plan.Call) (any, error) {
	in := plan.Arg[model.ClaimDomainInput](c, "input")
	outcome, err := s.members.ClaimDomain(c.Context,
		request("claimDomain", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Account, in.Domain)
	return toPayload(outcome, err, in.Domain)
}

func (s *contract) checkDomain(c *plan.Call) (any, error) {
	in := plan.Arg[model.CheckDomainInput](c, "input")
	outcome, err := s.members.CheckDomain(c.Context,
		request("checkDomain", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Account, in.Domain)
	return s.toViewerPayload(c, outcome, err, in.Domain)
}

func (s *contract) approveDomain(c *plan.Call) (any, error) {
	in := plan.Arg[model.ApproveDomainInput](c, "input")
	outcome, err := s.members.ApproveDomain(c.Context,
		request("approveDomain", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Account, in.Domain)
	return s.toViewerPayload(c, outcome, err, in.Domain)
}

func (s *contract) releaseDomain(c *plan.Call) (any, error) {
	in := plan.Arg[model.ReleaseDomainInput](c, "input")
	outcome, err := s.members.ReleaseDomain(c.Context,
		request("releaseDomain", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Account, in.Domain)
	return s.toViewerPayload(c, outcome, err, nil)
}

func (s *contract) grantDirectoryGroup(c *plan.Call) (any, error) {
	in := plan.Arg[model.GrantDirectoryGroupInput](c, "input")
	outcome, err := s.members.GrantDirectoryGroup(c.Context,
		request("grantDirectoryGroup", in, in.IdempotencyKey, in.DryRun, in.Reason), in.DirectoryGroup, in.Roles,
		in.ServiceAccess)
	return s.toViewerPayload(c, outcome, err, nil)
}

func invitation(in model.InviteMembersInput) account.Invite {
	return account.Invite{Account: in.Account, Emails: in.Emails, Greeting: orEmpty(in.Greeting), Grant: account.Grant{
		Roles: in.Roles, Services: in.ServiceAccess, ProductLine: orNone(in.ProductLine),
		IncludeSubAccounts: orFalse(in.IncludeSubAccounts), EndsOn: in.EndsOn}}
}

func changedAccess(in model.ChangeMemberAccessInput) account.ChangedAccess {
	return account.ChangedAccess{Roles: in.Roles, Services: in.ServiceAccess, ProductLine: orNone(in.ProductLine),
		EveryProductLine: in.EveryProductLine, IncludeSubAccounts: in.IncludeSubAccounts,
		EndsOn: in.EndsOn, Perpetual: in.Perpetual}
}
