package vocabulary

import (
	"io"
	"strings"
)

// ProducerRole is the role of one of the producer's people or programs, for all customers.
type ProducerRole string

// The roles of the producer.
const (
	// ProducerRoleOperator reads and changes everything.
	ProducerRoleOperator ProducerRole = "OPERATOR"
	// ProducerRoleSupportAgent reads everything a customer sees and changes nothing.
	ProducerRoleSupportAgent ProducerRole = "SUPPORT_AGENT"
	// ProducerRoleIntegration is a program of the producer's: it reads everything and changes what its key allows.
	ProducerRoleIntegration ProducerRole = "INTEGRATION"
)

// Values lists every ProducerRole in the order of the contract.
func (ProducerRole) Values() []string {
	return texts(ProducerRoleOperator, ProducerRoleSupportAgent, ProducerRoleIntegration)
}

// MarshalGQL writes the enum value.
func (v ProducerRole) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *ProducerRole) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// CredentialKind is the kind of credential by which an actor was authenticated.
type CredentialKind string

// The values of CredentialKind.
const (
	// CredentialKindSession: a browser that signed in.
	CredentialKindSession CredentialKind = "SESSION"
	// CredentialKindAPIKey: a key of a person or a program.
	CredentialKindAPIKey CredentialKind = "API_KEY"
	// CredentialKindAccessToken: a token of an identity provider.
	CredentialKindAccessToken CredentialKind = "ACCESS_TOKEN"
	// CredentialKindWidgetToken: a short-lived token with which a page of another site runs a few queries.
	CredentialKindWidgetToken CredentialKind = "WIDGET_TOKEN"
	// CredentialKindLink: a link that was sent by mail, valid for one purpose.
	CredentialKindLink CredentialKind = "LINK"
	// CredentialKindCommandLine: access to the database itself, by the command line.
	CredentialKindCommandLine CredentialKind = "COMMAND_LINE"
	// CredentialKindSystem: Muniment itself, in background work.
	CredentialKindSystem CredentialKind = "SYSTEM"
)

// Values lists every CredentialKind in the order of the contract.
func (CredentialKind) Values() []string {
	return texts(CredentialKindSession, CredentialKindAPIKey, CredentialKindAccessToken, CredentialKindWidgetToken,
		CredentialKindLink,
		CredentialKindCommandLine, CredentialKindSystem)
}

// MarshalGQL writes the enum value.
func (v CredentialKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *CredentialKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// SignInMethod says how a session began.
type SignInMethod string

// The values of SignInMethod.
const (
	// SignInMethodOpenID: at an identity provider.
	SignInMethodOpenID SignInMethod = "OPENID"
	// SignInMethodLink: with a link sent by mail.
	SignInMethodLink SignInMethod = "LINK"
	// SignInMethodDemo: by a click, in a demonstration.
	SignInMethodDemo SignInMethod = "DEMO"
)

// Values lists every SignInMethod in the order of the contract.
func (SignInMethod) Values() []string {
	return texts(SignInMethodOpenID, SignInMethodLink, SignInMethodDemo)
}

// MarshalGQL writes the enum value.
func (v SignInMethod) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *SignInMethod) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// LinkPurpose says what a link that was sent by mail is for.
type LinkPurpose string

// The values of LinkPurpose.
const (
	// LinkPurposeSignIn: it signs a user in.
	LinkPurposeSignIn LinkPurpose = "SIGN_IN"
	// LinkPurposeInvitation: it accepts an invitation.
	LinkPurposeInvitation LinkPurpose = "INVITATION"
)

// Values lists every LinkPurpose.
func (LinkPurpose) Values() []string { return texts(LinkPurposeSignIn, LinkPurposeInvitation) }

// KeyScope is a permission of an API key.
type KeyScope string

// The scopes, in the order of their bits in KeyScopeSet.
const (
	// KeyScopeRead reads what its owner may read.
	KeyScopeRead KeyScope = "READ"
	// KeyScopeWrite makes the changes that its owner may make.
	KeyScopeWrite KeyScope = "WRITE"
	// KeyScopeProvision lets a customer's directory keep the members of its account, by SCIM.
	KeyScopeProvision KeyScope = "PROVISION"
	// KeyScopeMintWidgetTokens makes widget tokens.
	KeyScopeMintWidgetTokens KeyScope = "MINT_WIDGET_TOKENS"
)

var keyScopes = []KeyScope{KeyScopeRead, KeyScopeWrite, KeyScopeProvision, KeyScopeMintWidgetTokens}

// Values lists every KeyScope in the order of the contract.
func (KeyScope) Values() []string { return texts(keyScopes...) }

// MarshalGQL writes the enum value.
func (v KeyScope) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *KeyScope) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// KeyScopeSet is a set of scopes as a bit mask: bit n is the n-th scope. It is stored in the database, so the bits
// must never change.
type KeyScopeSet int16

// EveryKeyScope is the set of scopes of a person who signed in.
const EveryKeyScope KeyScopeSet = 1<<4 - 1

// KeyScopes returns a set. It returns ErrUnknown for a scope that is not listed.
func KeyScopes(list ...KeyScope) (KeyScopeSet, error) {
	var set KeyScopeSet
	for _, s := range list {
		bit, err := bitOf(keyScopes, s)
		if err != nil {
			return 0, err
		}
		set |= KeyScopeSet(bit)
	}
	return set, nil
}

// List returns the scopes in the order of the contract.
func (s KeyScopeSet) List() []KeyScope { return listOf(keyScopes, int(s)) }

// Has reports whether the scope is in the set.
func (s KeyScopeSet) Has(scope KeyScope) bool {
	bit, err := bitOf(keyScopes, scope)
	return err == nil && int(s)&bit != 0
}

// String returns the scopes separated by commas.
func (s KeyScopeSet) String() string { return strings.Join(texts(s.List()...), ",") }
