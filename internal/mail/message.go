// Package mail says what Muniment writes to people, and brings it to them. A change enqueues a message in its
// transaction; a job makes the mail and delivers it after the commit.
package mail

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
)

// Message is one of the things Muniment writes to people. Its fields are kept with the job: none may hold a secret.
// Names are shown on one line, whatever they contain.
type Message interface {
	kind() kind
	// recipient is the address to which it goes.
	recipient() string
	// check returns ErrAddress for a message that nobody can get.
	check() error
	// tidied returns the message with its texts made fit to be shown.
	tidied() Message
}

// kind names a type of message in the arguments of jobs, and its templates. Kinds are never renamed.
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
)

var kinds = []kind{
	kindInvitation, kindSignInLink, kindAccessRequest, kindAccessDecision, kindMembershipEnded,
	kindKeyCreated, kindAdministratorAdded, kindAddressChanged, kindDomainFailing,
}

// Invitation asks somebody to become a member of an account. It carries a link that is made when it is sent.
type Invitation struct {
	// To is the address that was invited.
	To string `json:"to"`
	// From is the account that invites; it has a budget of its own for each address. 0 has none.
	From gid.ID `json:"-"`
	// Invitation is what the link accepts.
	Invitation gid.ID `json:"invitation"`
	// Inviter is the name of who invites.
	Inviter string `json:"inviter"`
	// Account is the name of the account.
	Account string `json:"account"`
	// Greeting is what the inviter wrote; may be empty, and have several lines.
	Greeting string `json:"greeting,omitempty"`
	// Roles and Services say what the member may do, in words for people.
	Roles    []string `json:"roles,omitempty"`
	Services []string `json:"services,omitempty"`
	// LastDay is the last day on which the invitation can be accepted.
	LastDay day.Day `json:"last_day"`
}

// SignInLink goes to every user who has an address. Anybody may ask for it, so that neither the asking nor the job
// tells whether the address is known: that is looked up when the mail is sent.
type SignInLink struct {
	// Address is what was typed, of at most 254 bytes.
	Address string `json:"address"`
	// ReturnTo is the page to open after signing in; may be empty.
	ReturnTo string `json:"return_to,omitempty"`
	// Browser is the id of the known browser that asked, which has a budget of its own; empty for any other.
	Browser string `json:"-"`
}

// AccessRequest tells an administrator that somebody asks for access to the account.
type AccessRequest struct {
	// To is the administrator's address.
	To string `json:"to"`
	// Request is what is to be decided.
	Request gid.ID `json:"request"`
	// Requester is the name of who asks, with the address if it is to be shown.
	Requester string `json:"requester"`
	// Account is the name of the account.
	Account string `json:"account"`
	// Reason is what the requester wrote; may be empty, and have several lines.
	Reason string `json:"reason,omitempty"`
}

// AccessDecision tells who asked for access how it was decided.
type AccessDecision struct {
	// To is the requester's address.
	To string `json:"to"`
	// Account is the name of the account.
	Account string `json:"account"`
	// Granted tells a grant from a refusal.
	Granted bool `json:"granted"`
	// Roles and Services say what was granted, in words for people.
	Roles    []string `json:"roles,omitempty"`
	Services []string `json:"services,omitempty"`
	// Reason is what the administrator wrote; may be empty, and have several lines.
	Reason string `json:"reason,omitempty"`
}

// MembershipEnded tells a former member that the membership has ended.
type MembershipEnded struct {
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

// check does not look at the form: what a stranger typed is accepted like any other address.
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
	m.Roles, m.Services = oneLineEach(m.Roles), oneLineEach(m.Services)
	return m
}

func (m SignInLink) tidied() Message { return m }

func (m AccessRequest) tidied() Message {
	m.Requester, m.Account, m.Reason = oneLine(m.Requester), oneLine(m.Account), fewLines(m.Reason)
	return m
}

func (m AccessDecision) tidied() Message {
	m.Account, m.Reason = oneLine(m.Account), fewLines(m.Reason)
	m.Roles, m.Services = oneLineEach(m.Roles), oneLineEach(m.Services)
	return m
}

func (m MembershipEnded) tidied() Message {
	m.Account = oneLine(m.Account)
	return m
}
