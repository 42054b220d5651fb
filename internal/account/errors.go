package account

import (
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
)

// Error codes of this package.
const (
	// LinkInvalid: the link is not known, was used, or has expired. The error does not tell which.
	LinkInvalid fault.Code = "LINK_INVALID"
	// AlreadyMember: the user is a member of the account already.
	AlreadyMember fault.Code = "ALREADY_MEMBER"
	// AlreadyInvited: there is an open invitation to the address.
	AlreadyInvited fault.Code = "ALREADY_INVITED"
	// AlreadyRequested: there is an open request of the user.
	AlreadyRequested fault.Code = "ALREADY_REQUESTED"
	// AlreadyDecided: the request was decided, or the invitation was accepted or revoked.
	AlreadyDecided fault.Code = "ALREADY_DECIDED"
	// LastAdministrator: the account would be left without an administrator, or without one that has no last day.
	LastAdministrator fault.Code = "LAST_ADMINISTRATOR"
	// ReachTooWide: the grant would include accounts below that the viewer does not administer.
	ReachTooWide fault.Code = "REACH_TOO_WIDE"
	// GrantTooWide: a program would grant a role or a service that its key does not have.
	GrantTooWide fault.Code = "GRANT_TOO_WIDE"
	// ScopesDiffer: two grants cannot be merged into one without granting more than both.
	ScopesDiffer fault.Code = "SCOPES_DIFFER"
	// SignInRequired: a user has the invited address and must sign in to accept.
	SignInRequired fault.Code = "SIGN_IN_REQUIRED"
	// Suspended: the membership is suspended, and only an administrator may reinstate it.
	Suspended fault.Code = "SUSPENDED"
	// EmailNotProven: nothing proves that the e-mail address is the viewer's.
	EmailNotProven fault.Code = "EMAIL_NOT_PROVEN"
	// DomainNotProven: neither DNS nor an operator has confirmed that the account owns the domain.
	DomainNotProven fault.Code = "DOMAIN_NOT_PROVEN"
	// InDirectory: the account's directory has an active record of the member, who can only be removed there.
	InDirectory fault.Code = "IN_DIRECTORY"
	// LastOperator: there would be no active operator left.
	LastOperator fault.Code = "LAST_OPERATOR"
	// PublicDomain: anybody can get an address of the domain.
	PublicDomain fault.Code = "PUBLIC_DOMAIN"
	// OwnRole: viewers cannot change their own rights.
	OwnRole fault.Code = "OWN_ROLE"
	// ServiceClosed: the viewer sees the account, but may not use the service with which this is seen.
	ServiceClosed fault.Code = "SERVICE_CLOSED"
	// DomainLimit: the account has claimed the maximum number of domains.
	DomainLimit fault.Code = "DOMAIN_LIMIT"
	// AccountCircle: an account would be below itself.
	AccountCircle fault.Code = "ACCOUNT_CIRCLE"
	// AccountRetired: the account is granted nothing new.
	AccountRetired fault.Code = "ACCOUNT_RETIRED"
)

// InvalidLink returns the error LINK_INVALID for a link that is not known, was used or has expired.
func InvalidLink() error {
	return fault.New(LinkInvalid, "", "This link is not valid. Links work once, and for a limited time.",
		"Ask for a new one.")
}

// LicensingClosed returns the error SERVICE_CLOSED for rights and their use.
func LicensingClosed(field string) error {
	return fault.New(ServiceClosed, field,
		"Your access does not include the service LICENSING, with which rights and their use are seen.",
		"Ask an administrator of the account for the service; viewer.services names them.")
}

func badInput(field, message, remedy string, parameters ...fault.Parameter) error {
	return fault.New(fault.BadInput, field, message, remedy, parameters...)
}

// orNotFound converts the error of reading one row: NOT_FOUND if it does not exist or the viewer may not see it.
func orNotFound(err error, field, typename string, id gid.ID) error {
	if ent.IsNotFound(err) {
		return fault.Missing(field, typename, id)
	}
	return fmt.Errorf("look for the %s: %w", typename, err)
}

func forbidden(message, remedy string, parameters ...fault.Parameter) error {
	return fault.New(change.Forbidden, "", message, remedy, parameters...)
}

func reachTooWide(field string) error {
	return fault.New(ReachTooWide, field, "This would give access to the accounts below, which you do not administer.",
		"Leave the accounts below out, or ask an administrator whose own access reaches them.")
}

func scopesDiffer() error {
	return fault.New(ScopesDiffer, "",
		"The user already has a membership with another product line, other accounts below or another last day. The "+
			"two cannot be merged without giving more access than intended.",
		"Let an administrator of the account change the membership.")
}

func suspended() *fault.Error {
	return fault.New(Suspended, "", "The membership is suspended.",
		"Let an administrator of the account reinstate the member with reinstateMember.")
}

func alreadyDecided(message string) error {
	return fault.New(AlreadyDecided, "", message, "Read it again.")
}
