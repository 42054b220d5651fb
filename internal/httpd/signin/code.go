package signin

import "github.com/muniment/muniment/internal/fault"

// The codes of sign-in errors.
const (
	// SignInLost: the identity provider's response belongs to no sign-in of this browser, or to one that has expired
	// or was already completed.
	SignInLost fault.Code = "SIGN_IN_LOST"
	// UnknownProvider: there is no identity provider of that code.
	UnknownProvider fault.Code = "UNKNOWN_PROVIDER"
	// ProviderRefused: the identity provider did not authenticate the person.
	ProviderRefused fault.Code = "PROVIDER_REFUSED"
	// ProviderAnswerInvalid: the identity provider's response could not be verified.
	ProviderAnswerInvalid fault.Code = "PROVIDER_ANSWER_INVALID"
	// ProviderUnavailable: the identity provider does not answer.
	ProviderUnavailable fault.Code = "PROVIDER_UNAVAILABLE"
	// CallbackMoved: the identity provider redirected to the old callback URL, which lacks the provider's code.
	CallbackMoved fault.Code = "CALLBACK_MOVED"
	// ForeignForm: the form was not sent by a page of this server.
	ForeignForm fault.Code = "FOREIGN_FORM"
	// NotOnLoopback: demo users may be used only by a browser on the server's own machine.
	NotOnLoopback fault.Code = "NOT_ON_LOOPBACK"
)
