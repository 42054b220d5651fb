// Package mail composes the mails that Muniment sends, and delivers them. A change enqueues a message in its
// transaction; a job renders and delivers the mail after the commit.
package mail

import (
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Message is a mail before it is rendered. Its fields are stored with the job, so that none may contain a secret.
// Names are shown on one line, whatever they contain.
type Message interface {
	kind() kind
	// recipient returns the address to which the mail is sent.
	recipient() string
	// language returns the language in which the mail is written; English if it is empty.
	language() vocabulary.Language
	// check returns ErrAddress if the mail cannot be delivered.
	check() error
	// tidied returns the message with its texts cleaned for display.
	tidied() Message
}

// Wording is part of the messages that are written in the language of their recipient.
type Wording struct {
	// Language is the language of the mail; English if it is empty.
	Language vocabulary.Language `json:"language,omitempty"`
}

func (w Wording) language() vocabulary.Language { return w.Language }

// language returns no language: each of the recipients, who are found when the mail is sent, may have chosen another.
func (m SignInLink) language() vocabulary.Language { return "" }

// kind identifies a type of message in the arguments of jobs and in the names of templates. Kinds are never renamed.
type kind string

const (
	kindInvitation         kind = "invitation"
	kindSignInLink         kind = "sign_in_link"
	kindAccessRequest      kind = "access_request"
	kindAccessDecision     kind = "access_decision"
	kindMembershipEnded    kind = "membership_ended"
	kindKeyCreated         kind = "key_created"
	kindAdministratorAdded kind = "administrator_added"
	kindAddressChanged     kind = "address_changed"
	kindDomainFailing      kind = "domain_failing"
	kindActivationIDs      kind = "activation_ids"
)

var kinds = []kind{
	kindInvitation, kindSignInLink, kindAccessRequest, kindAccessDecision, kindMembershipEnded,
	kindKeyCreated, kindAdministratorAdded, kindAddressChanged, kindDomainFailing, kindActivationIDs,
}

// Invitation invites somebody to become a member of an account. Its link is created when the mail is sent.
type Invitation struct {
	Wording
	// To is the address that was invited.
	To string `json:"to"`
	// Of is the account that invites, whose invitations to one address are limited; 0 for no limit.
	Of gid.ID `json:"of,omitempty"`
	// Invitation is the invitation that the link accepts.
	Invitation gid.ID `json:"invitation"`
	// Inviter is the name of the person who invites.
	Inviter string `json:"inviter"`
	// Account is the name of the account.
	Account string `json:"account"`
	// Greeting is a text by the inviter; may be empty, and have several lines.
	Greeting string `json:"greeting,omitempty"`
	// Roles and Services are the displayed names of what the member may do.
	Roles    []string `json:"roles,omitempty"`
	Services []string `json:"services,omitempty"`
	// ProductLine is the name of the product line to which the membership is limited; empty for no limit.
	ProductLine string `json:"product_line,omitempty"`
	// IncludeSubAccounts says that the membership reaches the accounts below.
	IncludeSubAccounts bool `json:"include_sub_accounts,omitempty"`
	// EndsOn is the last day of the membership; nil for no end.
	EndsOn *day.Day `json:"ends_on,omitempty"`
	// LastDay is the last day on which the invitation can be accepted, and Expires the moment from which it cannot.
	LastDay day.Day       `json:"last_day"`
	Expires clock.Instant `json:"expires,omitempty"`
}

// SignInLink is sent to every user who has an address. Anybody may request it. Neither the request nor the job reveals
// whether the address is known, because it is looked up only when the mail is sent.
type SignInLink struct {
	// Address is the address that was typed, at most 254 bytes.
	Address string `json:"address"`
	// ReturnTo is the page to open after signing in; may be empty.
	ReturnTo string `json:"return_to,omitempty"`
	// Browser identifies the known browser from which the request came, which has its own budget; empty for other
	// browsers.
	Browser string `json:"-"`
}

// AccessRequest tells an administrator that somebody requests access to the account.
type AccessRequest struct {
	Wording
	// To is the administrator's address.
	To string `json:"to"`
	// Request is the access request, and Of the account to which access is asked for.
	Request gid.ID `json:"request"`
	Of      gid.ID `json:"of,omitempty"`
	// Requester is the name of the requester, with the address if it is to be shown.
	Requester string `json:"requester"`
	// Account is the name of the account.
	Account string `json:"account"`
	// Roles and Services are the displayed names of what is asked for.
	Roles    []string `json:"roles,omitempty"`
	Services []string `json:"services,omitempty"`
	// Member says that the requester is a member already, with HasRoles and HasServices.
	Member      bool     `json:"member,omitempty"`
	HasRoles    []string `json:"has_roles,omitempty"`
	HasServices []string `json:"has_services,omitempty"`
	// Reason is a text by the requester; may be empty, and have several lines.
	Reason string `json:"reason,omitempty"`
}

// AccessDecision tells the requester whether access was granted.
type AccessDecision struct {
	Wording
	// To is the requester's address.
	To string `json:"to"`
	// Account is the name of the account; empty in a refusal if the requester may not know it.
	Account string `json:"account"`
	// Granted is true if access was granted, and false if it was refused.
	Granted bool `json:"granted"`
	// Was says how the access was before a grant.
	Was AccessBefore `json:"was,omitempty"`
	// Reference is what the requester named the account by, in a refusal without its name; may be empty.
	Reference string `json:"reference,omitempty"`
	// Roles and Services are the displayed names of what the requester may do after a grant.
	Roles    []string `json:"roles,omitempty"`
	Services []string `json:"services,omitempty"`
	// ProductLine is the name of the product line to which the access is limited; empty for no limit.
	ProductLine string `json:"product_line,omitempty"`
	// IncludeSubAccounts says that the access reaches the accounts below.
	IncludeSubAccounts bool `json:"include_sub_accounts,omitempty"`
	// EndsOn is the last day of the access; nil for no end.
	EndsOn *day.Day `json:"ends_on,omitempty"`
	// Reason is a text by the administrator; may be empty, and have several lines.
	Reason string `json:"reason,omitempty"`
}

// AccessBefore says how the access of a requester was before a grant.
type AccessBefore string

// The values of AccessBefore.
const (
	// NoAccess: the requester was not a member.
	NoAccess AccessBefore = ""
	// AccessWidened: the requester was a member, with less access than now.
	AccessWidened AccessBefore = "less"
	// AccessUnchanged: the requester was a member, with the same access as now.
	AccessUnchanged AccessBefore = "same"
)

// MembershipEnded tells a former member that the membership has ended.
type MembershipEnded struct {
	Wording
	// To is the former member's address.
	To string `json:"to"`
	// Account is the name of the account.
	Account string `json:"account"`
	// LastDay was the last day of the membership.
	LastDay day.Day `json:"last_day"`
}

func (Invitation) kind() kind      { return kindInvitation }
func (SignInLink) kind() kind      { return kindSignInLink }
func (AccessRequest) kind() kind   { return kindAccessRequest }
func (AccessDecision) kind() kind  { return kindAccessDecision }
func (MembershipEnded) kind() kind { return kindMembershipEnded }

func (m Invitation) recipient() string      { return m.To }
func (m SignInLink) recipient() string      { return m.Address }
func (m AccessRequest) recipient() string   { return m.To }
func (m AccessDecision) recipient() string  { return m.To }
func (m MembershipEnded) recipient() string { return m.To }

func (m Invitation) check() error { return checkAddress(m.To) }

// check does not check the form, so that the response does not depend on what was typed.
func (m SignInLink) check() error {
	if len(m.Address) > email.Longest {
		return ErrAddress
	}
	return nil
}

func (m AccessRequest) check() error   { return checkAddress(m.To) }
func (m AccessDecision) check() error  { return checkAddress(m.To) }
func (m MembershipEnded) check() error { return checkAddress(m.To) }

func (m Invitation) tidied() Message {
	m.Inviter, m.Account, m.Greeting = oneLine(m.Inviter), oneLine(m.Account), fewLines(m.Greeting)
	m.Roles, m.Services, m.ProductLine = oneLineEach(m.Roles), oneLineEach(m.Services), oneLine(m.ProductLine)
	return m
}

func (m SignInLink) tidied() Message { return m }

func (m AccessRequest) tidied() Message {
	m.Requester, m.Account, m.Reason = oneLine(m.Requester), oneLine(m.Account), fewLines(m.Reason)
	m.Roles, m.Services = oneLineEach(m.Roles), oneLineEach(m.Services)
	m.HasRoles, m.HasServices = oneLineEach(m.HasRoles), oneLineEach(m.HasServices)
	return m
}

func (m AccessDecision) tidied() Message {
	m.Account, m.Reason = oneLine(m.Account), fewLines(m.Reason)
	m.Reference, m.ProductLine = oneLine(m.Reference), oneLine(m.ProductLine)
	m.Roles, m.Services = oneLineEach(m.Roles), oneLineEach(m.Services)
	return m
}

func (m MembershipEnded) tidied() Message {
	m.Account = oneLine(m.Account)
	return m
}
