// Package viewer says who is asking, how they proved it, and what they may see and do. See README.md.
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

// Viewer is who is asking. It is read-only once it stands in a context.
type Viewer struct {
	// Credential tells how they proved who they are, and CredentialID which one it was.
	Credential   vocabulary.CredentialKind
	CredentialID gid.ID
	// User is the person; 0 for a program.
	User gid.ID
	// Provider is the code of the identity provider at which they proved it; "" for another way.
	Provider string
	// Name is how records call the viewer: a user name, or the name of a key.
	Name string
	// Account is the account for which a program asks; 0 for a person, and for the producer's programs. A key that may not read
	// has no grants, and is known by this alone.
	Account gid.ID
	// Producer is what one of the producer's people or programs may do for all customers; "" for a customer's.
	Producer vocabulary.ProducerRole
	// Grants are what the viewer was granted in accounts, as far as it is in force today.
	Grants []Grant
	// Scopes bound what an API key may be used for; a person who signed in has every one.
	Scopes vocabulary.KeyScopeSet
	// ReadOnly viewers change nothing, whatever was granted to them.
	ReadOnly bool
	// NarrowedTo is the account to which the viewer has narrowed the session; 0 for all of them.
	NarrowedTo gid.ID
	// ViewingAs is the account as whom one of the producer's people looks; 0 for none.
	ViewingAs gid.ID
	// Widget bounds a widget token; nil for every other credential.
	Widget *Widget

	scope store.Scope
	seal  string
}

// Widget is what a widget token may be used for.
type Widget struct {
	// Origins are the origins whose pages may use it.
	Origins []string
	// Documents are the SHA-256, in hexadecimal, of the documents that it may run.
	Documents []string
}

// Grant is one membership in force, or what was granted to a program.
type Grant struct {
	// Membership is 0 for a program.
	Membership gid.ID
	// Account is the account in which it was granted.
	Account gid.ID
	// Accounts are the accounts it reaches: the account itself and, where it reaches them, all below.
	Accounts []gid.ID
	// Below says that it reaches the accounts below, also those that come there later.
	Below bool
	// ProductLine limits the rights that may be seen; 0 for all.
	ProductLine gid.ID
	// Roles and Services are what was granted.
	Roles    vocabulary.RoleSet
	Services vocabulary.ServiceSet
}

// System is Muniment itself, for work in its own time: sweeps, sealing, what an import brings.
func System() *Viewer {
	return (&Viewer{Credential: vocabulary.CredentialKindSystem, Name: "muniment",
		Producer: vocabulary.ProducerRoleOperator, Scopes: vocabulary.EveryKeyScope}).Settle()
}

// CommandLine is whoever may run commands on the database itself.
func CommandLine() *Viewer {
	return (&Viewer{Credential: vocabulary.CredentialKindCommandLine, Name: "command line",
		Producer: vocabulary.ProducerRoleOperator, Scopes: vocabulary.EveryKeyScope}).Settle()
}

// With returns a context in which the viewer asks, and in which the database shows what the viewer may see. The viewer
// must have been settled.
func With(ctx context.Context, v *Viewer) context.Context {
	return store.WithScope(context.WithValue(ctx, key{}, v), v.scope)
}

type key struct{}

// From returns the viewer of a context, or nil where nobody asks.
func From(ctx context.Context) *Viewer {
	v, _ := ctx.Value(key{}).(*Viewer)
	return v
}

// Seal tells viewers apart that see different rows; cursors are bound to it.
func Seal(ctx context.Context) string {
	if v := From(ctx); v != nil {
		return v.seal
	}
	return ""
}

// Settle works out what follows from what was granted, once everything is. It returns the viewer.
func (v *Viewer) Settle() *Viewer {
	if v.SeesEverything() {
		v.scope, v.seal = store.Everything(), "*"
		return v
	}
	reach := store.Reach{User: v.User}
	h := fnv.New64a()
	note := func(n int64) { _, _ = h.Write(strconv.AppendInt([]byte{' '}, n, 36)) }
	note(int64(v.User))
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

// Administers tells whether the grant lets the viewer manage the members of its accounts. One that is limited to a product line
// says nothing of the accounts themselves.
func (g Grant) Administers() bool {
	return g.ProductLine == 0 && g.Roles.Has(vocabulary.RoleAccountAdministrator)
}

// OfProducer tells whether the viewer is one of the producer's people or programs.
func (v *Viewer) OfProducer() bool { return v.Producer != "" }

// SeesEverything tells whether the viewer sees the rows of all customers: the producer's people and programs do, unless
// they look as a customer, or the key may not read.
func (v *Viewer) SeesEverything() bool {
	return v.OfProducer() && v.ViewingAs == 0 && v.Scopes.Has(vocabulary.KeyScopeRead)
}

// Sees tells whether the viewer may see an account at all.
func (v *Viewer) Sees(account gid.ID) bool {
	return v.SeesEverything() || v.granted(account, func(Grant) bool { return true })
}

// Holds tells whether one of the roles was granted to the viewer in an account or above it. An account administrator
// holds every role. Grants that are limited to a product line do not count. The producer's people hold none.
func (v *Viewer) Holds(account gid.ID, roles ...vocabulary.Role) bool {
	return v.granted(account, func(g Grant) bool {
		return g.Administers() || g.ProductLine == 0 && slices.ContainsFunc(roles, g.Roles.Has)
	})
}

func (v *Viewer) granted(account gid.ID, how func(Grant) bool) bool {
	return slices.ContainsFunc(v.Grants, func(g Grant) bool { return slices.Contains(g.Accounts, account) && how(g) })
}

// Changes tells whether the viewer may change anything at all.
func (v *Viewer) Changes() bool {
	return !v.ReadOnly && v.ViewingAs == 0 && v.Widget == nil && v.Scopes.Has(vocabulary.KeyScopeWrite) &&
		v.Producer != vocabulary.ProducerRoleSupportAgent
}

// Manages tells whether the viewer may change the members of an account: its administrators may, and the producer's
// operators and programs.
func (v *Viewer) Manages(account gid.ID) bool {
	return v.Changes() && (v.SeesEverything() || v.Holds(account, vocabulary.RoleAccountAdministrator))
}

// Administers tells whether the viewer may see who else is a member of an account, and its records.
func (v *Viewer) Administers(account gid.ID) bool {
	return v.SeesEverything() || v.Holds(account, vocabulary.RoleAccountAdministrator)
}

// Reaches tells whether the viewer may use a service in an account. The producer's people may use all of them.
func (v *Viewer) Reaches(account gid.ID, service vocabulary.Service) bool {
	return v.Services(account).Has(service)
}

// Roles are what was granted to the viewer in an account or above it; none to the producer's people, who need none. Grants
// that are limited to a product line do not count.
func (v *Viewer) Roles(account gid.ID) vocabulary.RoleSet {
	var roles vocabulary.RoleSet
	v.granted(account, func(g Grant) bool {
		if g.ProductLine == 0 {
			roles |= g.Roles
		}
		return false
	})
	return roles
}

// Services are what the viewer may reach in an account.
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

// Actor is how the viewer is known where keys must not collide: the user, or else the credential.
func (v *Viewer) Actor() string {
	switch {
	case v.User != 0:
		return v.User.String()
	case v.CredentialID != 0:
		return v.CredentialID.String()
	}
	return string(v.Credential)
}
