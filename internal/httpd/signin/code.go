package signin

import "github.com/muniment/muniment/internal/fault"

// The codes of refusals on the way in.
const (
	// SignInLost: the answer of the identity provider belongs to no sign-in that this browser began, or to one that took
	// too long or came back before.
	SignInLost fault.Code = "SIGN_IN_LOST"
	// UnknownProvider: there is no identity provider of that code.
	UnknownProvider fault.Code = "UNKNOWN_PROVIDER"
	// ProviderRefused: the identity provider did not let the person in.
	ProviderRefused fault.Code = "PROVIDER_REFUSED"
	// ProviderAnswerInvalid: the identity provider's answer proves nothing.
	ProviderAnswerInvalid fault.Code = "PROVIDER_ANSWER_INVALID"
	// ProviderUnavailable: the identity provider does not answer.
	ProviderUnavailable fault.Code = "PROVIDER_UNAVAILABLE"
	// CallbackMoved: the answer of an identity provider came to an address without the code of the provider.
	CallbackMoved fault.Code = "CALLBACK_MOVED"
	// ForeignForm: the form is none of this server's own pages.
	ForeignForm fault.Code = "FOREIGN_FORM"
	// NotOnLoopback: sample roles are for a browser on the machine of the server.
	NotOnLoopback fault.Code = "NOT_ON_LOOPBACK"
)
