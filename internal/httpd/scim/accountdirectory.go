package scim

import (
	"context"
	"net/http"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// accountDirectory is the directory of one account.
type accountDirectory struct {
	*server
	account gid.ID
}

// directoryOf returns the directory of the account whose key sent the request. A provisioning key has no right to
// read, so that the returned context gives access to the rows of that account, and of no other one.
func (s *server) directoryOf(ctx context.Context) (context.Context, accountDirectory, error) {
	who := viewer.From(ctx)
	if who == nil {
		return nil, accountDirectory{}, refusal(http.StatusUnauthorized, "", change.Unauthenticated,
			"Send a key of the account with the scope PROVISION as bearer token.")
	}
	if !who.Scopes.Has(vocabulary.KeyScopeProvision) || who.Credential != vocabulary.CredentialKindAPIKey ||
		who.User != 0 ||
		who.OfProducer() || who.Widget != nil || who.ReadOnly || who.Account == 0 {
		return nil, accountDirectory{}, refusal(http.StatusForbidden, "", change.Forbidden,
			"Only the account's directory may do this. Use a key of the account with the scope PROVISION.")
	}
	return store.WithScope(ctx, store.Accounts([]gid.ID{who.Account})), accountDirectory{s, who.Account}, nil
}

func (d accountDirectory) client() *ent.Client { return d.store.Client() }

// checked returns the condition in the form that package directory takes.
func (c condition) checked() func(clock.Instant) error {
	return func(changedAt clock.Instant) error { return c.check(version(changedAt)) }
}
