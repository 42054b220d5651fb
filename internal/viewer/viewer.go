// Package viewer describes who makes a request, how they authenticated, and what they may see and do. See README.md.
package viewer

import (
	"context"
	"hash/fnv"
	"slices"
	"strconv"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Viewer is the person or program that makes a request. It must not be modified once it is in a context.
type Viewer struct {
	// Credential is the kind of credential with which the viewer authenticated, and CredentialID identifies it.
	Credential   vocabulary.CredentialKind
	CredentialID gid.ID
	// User is the person; 0 for a program.
	User gid.ID
	// Provider is the code of the identity provider that authenticated the viewer; "" for other methods.
	Provider string
	// Name identifies the viewer in the audit log: a user name, or the name of a key.
	Name string
	// Account is the account that owns the program's key; 0 for a person and for the producer's programs. A key
	// without the READ scope has no Grants, so Account is the only field that identifies its account.
	Account gid.ID
	// Producer is the role of one of the producer's people or programs, which applies to all customers; "" for a
	// customer's people and programs.
	Producer vocabulary.ProducerRole
	// Grants are the viewer's grants in accounts that are in force today.
	Grants []Grant
	// Scopes limit what an API key may be used for; a person who signed in has all of them.
	Scopes vocabulary.KeyScopeSet
	// ReadOnly forbids every change, whatever the grants say.
	ReadOnly bool
	// NarrowedTo is the account to which the viewer has restricted the session; 0 for no restriction.
	NarrowedTo gid.ID
	// ViewingAs is the account that one of the producer's people views as its administrator would; 0 for none.
	ViewingAs gid.ID
	// Widget restricts a widget token; nil for every other credential.
	Widget *Widget
	// Playground says that the request of a session comes from the playground, as its token proves.
	Playground bool

	scope store.Scope
	seal  string
}

// Widget says what a widget token may be used for.
type Widget struct {
	// Origins are the web origins whose pages may use the token.
	Origins []string
	// Documents are the SHA-256 hashes, in hexadecimal, of the GraphQL documents that the token may run.
	Documents []string
}

// Grant is one membership in force, or the grant of a program's key.
type Grant struct {
	// Membership is 0 for a program.
	Membership gid.ID
	// Account is the account for which the grant was made.
	Account gid.ID
	// Accounts are the accounts that the grant reaches: Account itself and, if Below is true, all accounts below it.
	Accounts []gid.ID
	// Below says that the grant reaches the accounts below Account, including those added there later.
	Below bool
	// ProductLine limits the rights that may be seen to one product line; 0 for no limit.
	ProductLine gid.ID
	// Roles and Services are what the grant gives.
	Roles    vocabulary.RoleSet
	Services vocabulary.ServiceSet
}

// System returns the viewer for Muniment's own background work, such as sweeps, sealing and imports.
func System() *Viewer {
	return (&Viewer{Credential: vocabulary.CredentialKindSystem, Name: "muniment",
		Producer: vocabulary.ProducerRoleOperator, Scopes: vocabulary.EveryKeyScope}).Settle()
}

// CommandLine returns the viewer for commands that are run directly on the database.
func CommandLine() *Viewer {
	return (&Viewer{Credential: vocabulary.CredentialKindCommandLine, Name: "command line",
		Producer: vocabulary.ProducerRoleOperator, Scopes: vocabulary.EveryKeyScope}).Settle()
}

// With returns a context with v as its viewer; database queries in it return only rows that v may see. Settle must
// have been called on v.
func With(ctx context.Context, v *Viewer) context.Context {
	return store.WithScope(context.WithValue(ctx, key{}, v), v.scope)
}

// Nobody returns a viewer without any right. What a change answers to a viewer whose credential it has ended is read
// as Nobody.
func Nobody() *Viewer { return (&Viewer{}).Settle() }

// Without returns a context without a viewer, whose queries find what Nobody finds. It is for what follows in a
// request after the viewer's credential has ended.
func Without(ctx context.Context) context.Context {
	return store.WithScope(context.WithValue(ctx, key{}, (*Viewer)(nil)), Nobody().scope)
}

type key struct{}

// From returns the viewer of ctx, or nil if there is none.
func From(ctx context.Context) *Viewer {
	v, _ := ctx.Value(key{}).(*Viewer)
	return v
}

// Seal returns a text that differs between viewers that see different rows, or "" without a viewer. Cursors are bound
// to it.
func Seal(ctx context.Context) string {
	if v := From(ctx); v != nil {
		return v.seal
	}
	return ""
}

// Settle computes the database scope and the seal from the other fields. Call it after all of them are set. It returns
// v.
func (v *Viewer) Settle() *Viewer {
	if v.SeesEverything() {
		v.scope, v.seal = store.Everything(), "*"
		return v
	}
	reach := store.Reach{User: v.User}
	if v.Credential == vocabulary.CredentialKindAPIKey {
		reach.Key = v.CredentialID
	}
	h := fnv.New64a()
	note := func(n int64) { _, _ = h.Write(strconv.AppendInt([]byte{' '}, n, 36)) }
	note(int64(v.User))
	note(int64(reach.Key))
	for _, g := range v.Grants {
		reach.Member = append(reach.Member, g.Accounts...)
		if g.Services.Has(vocabulary.ServiceLicensing) {
			if g.ProductLine == 0 {
				reach.Licensing = append(reach.Licensing, g.Accounts...)
			} else {
				reach.Limited = append(reach.Limited, store.Limit{Accounts: g.Accounts, ProductLine: g.ProductLine})
			}
		}
		if g.Administers() {
			reach.Administer = append(reach.Administer, g.Accounts...)
		}
		note(int64(g.Services))
		note(int64(g.Roles))
		note(int64(g.ProductLine))
		for _, a := range g.Accounts {
			note(int64(a))
		}
	}
	v.scope, v.seal = store.Within(reach), strconv.FormatUint(h.Sum64(), 36)
	return v
}

// Administers reports whether the grant lets the viewer manage the members of its accounts. A grant that is limited to
// a product line never does.
func (g Grant) Administers() bool {
	return g.ProductLine == 0 && g.Roles.Has(vocabulary.RoleAccountAdministrator)
}

// OfProducer reports whether the viewer is one of the producer's people or programs.
func (v *Viewer) OfProducer() bool { return v.Producer != "" }

// SeesEverything reports whether the viewer sees the rows of all customers. The producer's people and programs do,
// unless they view as a customer or their key lacks the READ scope.
func (v *Viewer) SeesEverything() bool {
	return v.OfProducer() && v.ViewingAs == 0 && v.Scopes.Has(vocabulary.KeyScopeRead)
}

// Sees reports whether the viewer may see account at all.
func (v *Viewer) Sees(account gid.ID) bool {
	return v.SeesEverything() || v.granted(account, func(Grant) bool { return true })
}

// Holds reports whether the viewer has one of the roles in account or in an account above it. An account administrator
// holds every role. Grants that are limited to a product line do not count. The producer's people hold no roles.
func (v *Viewer) Holds(account gid.ID, roles ...vocabulary.Role) bool {
	return v.granted(account, func(g Grant) bool {
		return g.Administers() || g.ProductLine == 0 && slices.ContainsFunc(roles, g.Roles.Has)
	})
}

func (v *Viewer) granted(account gid.ID, how func(Grant) bool) bool {
	return slices.ContainsFunc(v.Grants, func(g Grant) bool { return slices.Contains(g.Accounts, account) && how(g) })
}

// Changes reports whether the viewer may change anything at all.
func (v *Viewer) Changes() bool {
	return v.Supports() && v.Producer != vocabulary.ProducerRoleSupportAgent
}

// Supports is Changes for the few changes that support agents may make, too.
func (v *Viewer) Supports() bool {
	return !v.ReadOnly && v.ViewingAs == 0 && v.Widget == nil && v.Scopes.Has(vocabulary.KeyScopeWrite)
}

// Manages reports whether the viewer may change the members of account: its administrators may, and the producer's
// operators and programs.
func (v *Viewer) Manages(account gid.ID) bool {
	return v.Changes() && (v.SeesEverything() || v.Holds(account, vocabulary.RoleAccountAdministrator))
}

// SendsText reports whether the viewer may send the text of an operation, as programs and the playground do. The pages
// of a session send the hashes of trusted documents, so that nothing but they can be sent from another place with the
// cookie alone. It is no barrier against a script that gets into a page of this server, which could exchange a token of
// the playground; the Content-Security-Policy is. What a widget token may run is checked by its documents.
func (v *Viewer) SendsText() bool {
	return v.Credential != vocabulary.CredentialKindSession || v.Playground
}

// Author says who did something, as the columns of a row do: a user, or the API key of a program. Both are nil for
// Muniment itself and for the command line.
type Author struct{ User, Key *gid.ID }

// Author returns the viewer as the author of a change.
func (v *Viewer) Author() Author {
	switch {
	case v.User != 0:
		return Author{User: &v.User}
	case v.Credential == vocabulary.CredentialKindAPIKey:
		return Author{Key: &v.CredentialID}
	}
	return Author{}
}

// Administers reports whether the viewer may see the other members of account and its audit log.
func (v *Viewer) Administers(account gid.ID) bool {
	return v.SeesEverything() || v.Holds(account, vocabulary.RoleAccountAdministrator)
}

// Reaches reports whether the viewer may use service in account. The producer's people may use all services.
func (v *Viewer) Reaches(account gid.ID, service vocabulary.Service) bool {
	return v.Services(account).Has(service)
}

// Closed reports whether the viewer sees account, but may not use service in it.
func (v *Viewer) Closed(account gid.ID, service vocabulary.Service) bool {
	return v != nil && v.Sees(account) && !v.Reaches(account, service)
}

// ClosedEverywhere reports whether the viewer sees accounts, but may not use service in any of them.
func (v *Viewer) ClosedEverywhere(service vocabulary.Service) bool {
	return v != nil && !v.SeesEverything() && len(v.Grants) > 0 &&
		!slices.ContainsFunc(v.Grants, func(g Grant) bool { return g.Services.Has(service) })
}

// Roles returns the roles of the viewer in account, including those from accounts above it. It is empty for the
// producer's people, who need no roles. Grants that are limited to a product line count: in that line they are held.
func (v *Viewer) Roles(account gid.ID) vocabulary.RoleSet {
	var roles vocabulary.RoleSet
	v.granted(account, func(g Grant) bool {
		roles |= g.Roles
		return false
	})
	return roles
}

// Services returns the services that the viewer may use in account.
func (v *Viewer) Services(account gid.ID) vocabulary.ServiceSet {
	if v.SeesEverything() {
		return vocabulary.EveryService
	}
	var services vocabulary.ServiceSet
	v.granted(account, func(g Grant) bool {
		services |= g.Services
		return false
	})
	return services
}

// In returns the roles and services that the viewer may use in account with rights of one product line. An
// administrator has every role; a grant that is limited to a product line counts in that line. Both are empty for the
// producer's people, who need none.
func (v *Viewer) In(account, productLine gid.ID) (roles vocabulary.RoleSet, services vocabulary.ServiceSet) {
	v.granted(account, func(g Grant) bool {
		if g.ProductLine != 0 && g.ProductLine != productLine {
			return false
		}
		if g.Administers() {
			roles |= vocabulary.EveryRole
		}
		roles, services = roles|g.Roles, services|g.Services
		return false
	})
	return roles, services
}

// AccountsWith returns the accounts in which a grant gives service, in no particular order. It is empty for the
// producer's people, who need no grants.
func (v *Viewer) AccountsWith(service vocabulary.Service) []gid.ID {
	var accounts []gid.ID
	for _, g := range v.Grants {
		if g.Services.Has(service) {
			accounts = append(accounts, g.Accounts...)
		}
	}
	return accounts
}

// Actor returns the user id, or else the credential id, or else the kind of credential. Idempotency keys are unique
// per actor.
func (v *Viewer) Actor() string {
	switch {
	case v.User != 0:
		return v.User.String()
	case v.CredentialID != 0:
		return v.CredentialID.String()
	}
	return string(v.Credential)
}
