package change

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/home"
	"github.com/muniment/muniment/ent/system"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The codes of refusals. Other packages define further codes.
const (
	// Unauthenticated: there is no credential, or it is not valid or no longer valid.
	Unauthenticated fault.Code = "UNAUTHENTICATED"
	// ReadOnly: the credential may only read.
	ReadOnly fault.Code = "READ_ONLY"
	// Forbidden: the viewer may see the object but not change it.
	Forbidden fault.Code = "FORBIDDEN"
	// HomeElsewhere: another system holds the object at present.
	HomeElsewhere fault.Code = "HOME_ELSEWHERE"
	// IdempotencyConflict: the key was used for another request.
	IdempotencyConflict fault.Code = "IDEMPOTENCY_CONFLICT"
)

// Right is a right that a change requires of its viewer.
type Right int

// The rights.
const (
	// Operate is for the producer's operators only. It is the zero value, so that a change without a right is open
	// to operators only.
	Operate Right = iota
	// Support is for the producer's operators and support agents, people and programs.
	Support
	// ManageMembers is for the administrators of the account and the producer's operators, people and programs.
	ManageMembers
	// SignedIn is for every person who may change anything.
	SignedIn
	// OwnSession is for every person who signed in, even if they may only read.
	OwnSession
	// Mint is for programs whose key may create widget tokens.
	Mint
	// Provision is for the customer's directory, by the account's key for SCIM.
	Provision
	// Arrive is for an unauthenticated person who is signing in, by a link or at an identity provider. The rule checks
	// the proof; there is no credential yet for Authority to confirm.
	Arrive
)

// Needs says which right a change needs.
type Needs struct {
	Right Right
	// Account is the account in which ManageMembers or Provision is needed.
	Account gid.ID
	// Visible says that the viewer sees the object. With Operate, support agents are then refused as in every other
	// change of what they see: they may only read.
	Visible bool
	// Missing is the refusal for a viewer who may not see the account. Nil is NOT_FOUND of input.account; a change
	// whose input names another object sets the refusal that names this object.
	Missing error
}

func (n Needs) check(who *viewer.Viewer) error {
	if who == nil {
		return fault.New(Unauthenticated, "", "Nobody is signed in.", "Sign in, or send an API key.")
	}
	switch n.Right {
	case ManageMembers:
		if !who.Sees(n.Account) {
			if n.Missing != nil {
				return n.Missing
			}
			return fault.Missing("input.account", "Account", n.Account)
		}
		if !who.Administers(n.Account) {
			return fault.New(Forbidden, "", "Only an administrator of the account may do this.",
				"Ask an administrator of the account.")
		}
	case Support:
		if who.Producer == vocabulary.ProducerRoleSupportAgent && who.Supports() {
			return nil
		}
		if who.Producer != vocabulary.ProducerRoleOperator && who.Producer != vocabulary.ProducerRoleSupportAgent {
			return fault.New(Forbidden, "", "Only the producer's operators and support agents may do this.",
				"Ask the producer.")
		}
	case SignedIn:
		if who.User == 0 {
			return fault.New(Forbidden, "", "Only a person may do this, not a program.", "Sign in.")
		}
	case OwnSession:
		if who.Credential != vocabulary.CredentialKindSession {
			return fault.New(Forbidden, "", "Only a person who signed in with a browser may do this.", "Sign in.")
		}
		return nil
	case Mint:
		if !who.Scopes.Has(vocabulary.KeyScopeMintWidgetTokens) || who.Widget != nil ||
			who.Credential == vocabulary.CredentialKindSession {
			return fault.New(Forbidden, "", "Only a program whose key has the scope MINT_WIDGET_TOKENS may do this.",
				"Use such a key.")
		}
		return nil
	case Provision:
		if !who.Scopes.Has(vocabulary.KeyScopeProvision) || who.Account == 0 || who.Account != n.Account {
			return fault.New(Forbidden, "", "Only the account's directory may do this.",
				"Use a key of the account with the scope PROVISION.")
		}
		return nil
	case Arrive:
		if who.User == 0 || who.ReadOnly || who.Widget != nil {
			return fault.New(Forbidden, "", "Only a person may do this, not a program.", "Sign in.")
		}
		return nil
	default:
		if who.Producer != vocabulary.ProducerRoleOperator &&
			!(n.Visible && who.Producer == vocabulary.ProducerRoleSupportAgent) {
			return fault.New(Forbidden, "", "Only the producer's operators may do this.", "Ask the producer.")
		}
	}
	if !who.Changes() {
		return fault.New(ReadOnly, "", "This credential may only read.",
			"Sign in as somebody who may change it, or use a key with the scope WRITE.")
	}
	return nil
}

// Home identifies something that exactly one system holds: the rights of an account in a product line or, if
// ProductLine is 0, the account and its members themselves.
type Home struct {
	Account, ProductLine gid.ID
}

// elsewhere returns the code of the other system that holds it, or "" if Muniment does.
func (h Home) elsewhere(ctx context.Context, tx store.Tx) (string, error) {
	unscoped := store.Unscoped(ctx)
	row, err := tx.Client().Home.Query().Where(home.AccountID(h.Account), home.ProductLineID(h.ProductLine)).
		Only(unscoped)
	if ent.IsNotFound(err) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	holder, err := tx.Client().System.Query().Where(system.ID(row.SystemID)).Only(unscoped)
	if err != nil {
		return "", fmt.Errorf("the system that holds it: %w", err)
	}
	return holder.Code, nil
}
