package access

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/identity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ForSubject returns the viewer of an identity provider's access token. The caller has verified the token. provider is
// the provider's code; issuer and subject are the token's claims. Only users who are already linked to that identity
// are let in, because an access token proves no e-mail address. It returns UNAUTHENTICATED for everybody else, and
// PROVIDER_REQUIRED for a user who has to sign in with another provider.
func (s *Service) ForSubject(ctx context.Context, provider, issuer, subject string,
	scopes vocabulary.KeyScopeSet) (*viewer.Viewer, error) {
	row, err := s.db().Client().Identity.Query().Where(identity.Issuer(issuer), identity.Subject(subject)).WithUser().
		Only(store.Unscoped(ctx)) // there is no viewer yet: this query finds the user
	if ent.IsNotFound(err) {
		return nil, unauthenticated()
	}
	if err != nil {
		return nil, fmt.Errorf("look for the user of an access token: %w", err)
	}
	if err := s.policy.admits(row.Edges.User,
		NewSession{Method: vocabulary.SignInMethodOpenID, Provider: provider}); err != nil {
		return nil, err
	}
	who, err := s.ForUser(ctx, row.UserID, vocabulary.CredentialKindAccessToken, scopes)
	if err != nil {
		return nil, err
	}
	who.Provider = provider
	return who, nil
}
