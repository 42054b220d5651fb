package access

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent/user"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Authority rebuilds the viewer of a change inside the change's transaction, with the same statements that built the
// viewer of the request. A right that was revoked after the request began is therefore no longer valid.
type Authority struct {
	today  func() day.Day
	policy Policy
}

// NewAuthority returns an authority. today is the day for which memberships are evaluated.
func NewAuthority(today func() day.Day) Authority { return Authority{today: today} }

// Under returns an authority that also rejects sessions and access tokens that the sign-in policy forbids.
func (a Authority) Under(policy Policy) Authority {
	a.policy = policy
	return a
}

// Confirm implements change.Authority. If the change needs a right in an account, it locks the account's members
// against concurrent changes until the transaction ends. Muniment itself and the command line have no credential that
// could have been revoked.
func (a Authority) Confirm(ctx context.Context, tx store.Tx, now clock.Instant, who *viewer.Viewer,
	needs change.Needs) (*viewer.Viewer, error) {
	if needs.Account != 0 {
		if err := members.LockAccount(ctx, tx, needs.Account); err != nil {
			return nil, err
		}
	}
	trusted := who.Credential == vocabulary.CredentialKindSystem ||
		who.Credential == vocabulary.CredentialKindCommandLine
	if trusted || needs.Right == change.Arrive {
		return who, nil
	}
	if err := lock(ctx, tx, who, needs); err != nil {
		return nil, err
	}
	from := func(ctx context.Context, statement string, args []any) (*sql.Rows, error) {
		return tx.Query(ctx, statement, args...)
	}
	today, id, at := int64(a.today()), int64(who.CredentialID), int64(now)
	switch who.Credential {
	case vocabulary.CredentialKindSession:
		v, _, err := readSession(ctx, from, a.policy, sessionByID, []any{today, id, at, int64(idleSince(now))})
		return v, err
	case vocabulary.CredentialKindAPIKey:
		v, _, err := readKey(ctx, from, keyByID, []any{today, id, at})
		return v, err
	case vocabulary.CredentialKindAccessToken:
		return a.confirmAccessToken(ctx, tx, from, who)
	}
	return nil, unauthenticated() // other credentials change nothing
}

// confirmAccessToken also checks the policy again: the user's address or role may have changed.
func (a Authority) confirmAccessToken(ctx context.Context, tx store.Tx, from source,
	who *viewer.Viewer) (*viewer.Viewer, error) {
	v, err := readUser(ctx, from, a.today(), who.User, who.Credential, who.Scopes)
	if err != nil {
		return nil, err
	}
	// the token has authenticated the user
	u, err := tx.Client().User.Query().Where(user.ID(who.User)).Only(store.Unscoped(ctx))
	if err != nil {
		return nil, fmt.Errorf("read the user of an access token: %w", err)
	}
	if a.policy.admits(u, NewSession{Method: vocabulary.SignInMethodOpenID, Provider: who.Provider}) != nil {
		return nil, unauthenticated()
	}
	v.Provider = who.Provider
	return v, nil
}

// lock locks the rows on which the viewer's right depends until the transaction ends. The order is the same as in
// changes that revoke rights, which avoids deadlocks: memberships by id, users, sessions, keys. SQLite needs no locks
// because it has only one writer.
func lock(ctx context.Context, tx store.Tx, who *viewer.Viewer, needs change.Needs) error {
	if tx.Engine() != store.Postgres {
		return nil
	}
	var grants []int64
	for _, g := range who.Grants {
		if g.Membership != 0 && slices.Contains(g.Accounts, needs.Account) {
			grants = append(grants, int64(g.Membership))
		}
	}
	credential := map[vocabulary.CredentialKind]string{
		vocabulary.CredentialKindSession: `SELECT 1 FROM sessions WHERE id = ? FOR SHARE`,
		vocabulary.CredentialKindAPIKey:  `SELECT 1 FROM api_keys WHERE id = ? FOR SHARE`,
	}[who.Credential]
	if needs.Right == change.OwnSession {
		// The change updates the session row itself. Two shared locks would deadlock when both are upgraded.
		credential = `SELECT 1 FROM sessions WHERE id = ? FOR UPDATE`
	}
	for _, row := range []struct {
		statement string
		key       any
		needed    bool
	}{
		{`SELECT 1 FROM memberships WHERE id = ANY(?) ORDER BY id FOR SHARE`, grants, len(grants) > 0},
		{`SELECT 1 FROM users WHERE id = ? FOR SHARE`, int64(who.User), who.User != 0},
		{credential, int64(who.CredentialID), credential != ""},
	} {
		if !row.needed {
			continue
		}
		if _, err := tx.Exec(ctx, row.statement, row.key); err != nil {
			return fmt.Errorf("lock what the viewer's right rests on: %w", err)
		}
	}
	return nil
}

var _ change.Authority = Authority{}
