package access

import (
	"errors"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
)

// The codes of this subject.
const (
	// NotKnown: an identity provider says who somebody is, and no user may be signed in as them.
	NotKnown fault.Code = "NOT_KNOWN"
	// ProviderRequired: people of the domain, or the producer's people, come in by an identity provider only.
	ProviderRequired fault.Code = "PROVIDER_REQUIRED"
	// SignInAgain: the sign-in is too long ago for what was asked.
	SignInAgain fault.Code = "SIGN_IN_AGAIN"
	// KeyLimit: the owner has as many keys as there may be.
	KeyLimit fault.Code = "KEY_LIMIT"
	// ScopeBeyond: a key would be allowed more than the credential with which it is made.
	ScopeBeyond fault.Code = "SCOPE_BEYOND"
	// DocumentUnknown: the document was not registered for widgets.
	DocumentUnknown fault.Code = "DOCUMENT_UNKNOWN"
	// UserNameTaken: another user has this name.
	UserNameTaken fault.Code = "USER_NAME_TAKEN"
)

// ErrNotOurs is returned by Bearer for a token that was not made here, such as one of an identity provider.
var ErrNotOurs = errors.New("not a token of Muniment's own")

// unauthenticated is the same for every credential that does not hold, whatever the reason.
func unauthenticated() error {
	return fault.New(change.Unauthenticated, "", "The credential is not valid, or no longer valid.", "Sign in again, or send a valid key or token.")
}

func notKnown(message, remedy string, parameters ...fault.Parameter) error {
	return fault.New(NotKnown, "", message, remedy, parameters...)
}

func notFound(field string, what string, id gid.ID) error {
	return fault.New(fault.NotFound, field, "There is no {what} {id} that you may see.", "Check the id.",
		fault.WithText("what", what), fault.With("id", value.OfReference(id, "")))
}

func badInput(field, message, remedy string, parameters ...fault.Parameter) error {
	return fault.New(fault.BadInput, field, message, remedy, parameters...)
}

func forbidden(message, remedy string, parameters ...fault.Parameter) error {
	return fault.New(change.Forbidden, "", message, remedy, parameters...)
}
