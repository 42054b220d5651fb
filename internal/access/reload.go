package access

import (
	"context"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Reload rebuilds the viewer of ctx after a change that may have altered what the viewer may see or do. It returns nil
// if the viewer's session or key has ended with the change.
func (s *Service) Reload(ctx context.Context) (*viewer.Viewer, error) {
	who := viewer.From(ctx)
	if who == nil {
		return nil, nil
	}
	var (
		v             *viewer.Viewer
		err           error
		today, id, at = int64(s.today()), int64(who.CredentialID), int64(s.now())
	)
	switch who.Credential {
	case vocabulary.CredentialKindSession:
		v, _, err = readSession(ctx, s.outsideTx, s.policy, sessionByID,
			[]any{today, id, at, int64(idleSince(s.now()))})
	case vocabulary.CredentialKindAPIKey:
		v, _, err = readKey(ctx, s.outsideTx, keyByID, []any{today, id, at})
	case vocabulary.CredentialKindAccessToken:
		if v, err = s.ForUser(ctx, who.User, who.Credential, who.Scopes); err == nil {
			v.Provider = who.Provider
		}
	default:
		return who, nil
	}
	if fault.CodeOf(err) == change.Unauthenticated {
		return nil, nil
	}
	return v, err
}
