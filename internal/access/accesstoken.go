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

// ForSubject returns the viewer of an access token of an identity provider, by the code of the provider and its own names of
// itself and of the user, once the token was verified. Only users who are known by that name are let in: an access token proves
// no e-mail address. It returns UNAUTHENTICATED for others, and PROVIDER_REQUIRED for one who has to come in by another provider.
func (s *Service) ForSubject(ctx context.Context, provider, issuer, subject string, scopes vocabulary.KeyScopeSet) (*viewer.Viewer, error) {
	row, err := s.db().Client().Identity.Query().Where(identity.Issuer(issuer), identity.Subject(subject)).WithUser().
		Only(store.Unscoped(ctx)) // nobody is asking yet: this finds out who
	if ent.IsNotFound(err) {
		return nil, unauthenticated()
	}
	if err != nil {
		return nil, fmt.Errorf("look for the user of an access token: %w", err)
	}
	if err := s.policy.admits(row.Edges.User, NewSession{Method: vocabulary.SignInMethodOpenID, Provider: provider}); err != nil {
		return nil, err
	}
	who, err := s.ForUser(ctx, row.UserID, vocabulary.CredentialKindAccessToken, scopes)
	if err != nil {
		return nil, err
	}
	who.Provider = provider
	return who, nil
}
