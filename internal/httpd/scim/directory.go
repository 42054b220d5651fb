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

// office is the directory of one account.
type office struct {
	*server
	account gid.ID
}

// office tells whose directory asks. The key of a directory may read nothing by itself: the context sees the directory of its account
// from here on, and nothing of other accounts.
func (s *server) office(ctx context.Context) (context.Context, office, error) {
	who := viewer.From(ctx)
	if who == nil {
		return nil, office{}, refusal(http.StatusUnauthorized, "", change.Unauthenticated, "Send a key of the account with the scope PROVISION as bearer token.")
	}
	if !who.Scopes.Has(vocabulary.KeyScopeProvision) || who.Credential != vocabulary.CredentialKindAPIKey || who.User != 0 ||
		who.OfProducer() || who.Widget != nil || who.ReadOnly || who.Account == 0 {
		return nil, office{}, refusal(http.StatusForbidden, "", change.Forbidden, "Only the account's directory may do this. Use a key of the account with the scope PROVISION.")
	}
	return store.WithScope(ctx, store.Accounts([]gid.ID{who.Account})), office{s, who.Account}, nil
}

func (d office) client() *ent.Client { return d.store.Client() }

// checked is the condition as the rules of records ask it.
func (c condition) checked() func(clock.Instant) error {
	return func(changedAt clock.Instant) error { return c.check(version(changedAt)) }
}
