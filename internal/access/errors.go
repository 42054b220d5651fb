package access

import (
	"errors"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
)

// The error codes of this package.
const (
	// NotKnown: the identity provider has authenticated somebody who may not sign in as any user.
	NotKnown fault.Code = "NOT_KNOWN"
	// ProviderRequired: the policy requires an identity provider for the domain, or for the producer's people.
	ProviderRequired fault.Code = "PROVIDER_REQUIRED"
	// SignInAgain: the sign-in is not recent enough for the operation.
	SignInAgain fault.Code = "SIGN_IN_AGAIN"
	// KeyLimit: the owner has reached the maximum number of keys.
	KeyLimit fault.Code = "KEY_LIMIT"
	// ScopeBeyond: the key would have scopes that the credential of its creator lacks.
	ScopeBeyond fault.Code = "SCOPE_BEYOND"
	// DocumentUnknown: the document was not registered for widgets.
	DocumentUnknown fault.Code = "DOCUMENT_UNKNOWN"
	// OriginNotListed: there is a list of origins of widget tokens, and the origin is not in it.
	OriginNotListed fault.Code = "WIDGET_ORIGIN_NOT_LISTED"
	// OriginLimit: the list of origins of widget tokens is full.
	OriginLimit fault.Code = "ORIGIN_LIMIT"
	// UserNameTaken: another user has this name.
	UserNameTaken fault.Code = "USER_NAME_TAKEN"
)

// ErrNotOurs is returned by Bearer for a token that Muniment did not issue, such as one of an identity provider.
var ErrNotOurs = errors.New("not a token of Muniment's own")

// unauthenticated returns the same error for every invalid credential, so that it does not reveal the reason.
func unauthenticated() error {
	return fault.New(change.Unauthenticated, "", "The credential is not valid, or no longer valid.",
		"Sign in again, or send a valid key or token.")
}

func notKnown(message, remedy string, parameters ...fault.Parameter) error {
	return fault.New(NotKnown, "", message, remedy, parameters...)
}

func badInput(field, message, remedy string, parameters ...fault.Parameter) error {
	return fault.New(fault.BadInput, field, message, remedy, parameters...)
}

func forbidden(message, remedy string, parameters ...fault.Parameter) error {
	return fault.New(change.Forbidden, "", message, remedy, parameters...)
}
