package access

import (
	"context"
	"database/sql"
	"strings"

	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Bearer returns the viewer of an API key or a widget token. It returns UNAUTHENTICATED for one that is not valid, and
// ErrNotOurs for a token of another kind.
func (s *Service) Bearer(ctx context.Context, token string) (*viewer.Viewer, error) {
	switch {
	case strings.HasPrefix(token, keyPrefix):
		return s.Key(ctx, token)
	case IsWidgetToken(token):
		return s.WidgetToken(ctx, token)
	}
	return nil, ErrNotOurs
}

// The key of a program reaches the accounts below its own only if the key says so. The key of a person reaches what
// the person's memberships reach.
const keyRows = `SELECT k.id, k.name, k.user_id, k.account_id, k.include_sub_accounts, k.producer_role, k.roles,
	k.service_access, k.scopes,
	k.last_used_at, u.user_name, u.producer_role, ` +
	grantColumns + reached + `CASE WHEN m.id IS NULL AND k.include_sub_accounts THEN k.account_id
		WHEN m.include_sub_accounts THEN m.account_id END)
FROM api_keys k
LEFT JOIN users u ON u.id = k.user_id
LEFT JOIN memberships m ON m.user_id = k.user_id AND ` + members.InForceSQL + `
WHERE `

// keyIsValid takes the current time as its parameter.
const keyIsValid = ` AND k.expires_at > ? AND k.revoked_at IS NULL AND (k.user_id IS NULL OR u.active)`

const (
	keyBySecret = keyRows + `k.secret_hash = ?` + keyIsValid
	keyByID     = keyRows + `k.id = ?` + keyIsValid
)

// Key returns the viewer of an API key. It runs one statement, and occasionally a second one that records the use. A
// key with wrong check digits is rejected without a statement. It returns UNAUTHENTICATED for a key that is unknown,
// expired or revoked, or whose user may not sign in any more.
func (s *Service) Key(ctx context.Context, secret string) (*viewer.Viewer, error) {
	if !isKey(secret) {
		return nil, unauthenticated()
	}
	v, used, err := readKey(ctx, s.outsideTx, keyBySecret, []any{int64(s.today()), hashOf(secret), int64(s.now())})
	if err != nil {
		return nil, err
	}
	s.touch(ctx, touchKey, v.CredentialID, used, usedEvery)
	return v, nil
}

// readKey builds the viewer of a key, and returns when the key was last used.
func readKey(ctx context.Context, from source, statement string, args []any) (*viewer.Viewer, clock.Instant, error) {
	var (
		id                       int64
		name                     string
		userID, account, used    sql.NullInt64
		below                    bool
		role, userName, userRole sql.NullString
		roles, services, scopes  int64
	)
	grants, accounts, found, err := readGrants(ctx, from, statement, args,
		&id, &name, &userID, &account, &below, &role, &roles, &services, &scopes, &used, &userName, &userRole)
	if err != nil {
		return nil, 0, err
	}
	if !found {
		return nil, 0, unauthenticated()
	}
	v := &viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, CredentialID: gid.ID(id), Name: name,
		Producer: vocabulary.ProducerRole(role.String), Scopes: vocabulary.KeyScopeSet(scopes)}
	switch {
	case userID.Valid:
		v.User, v.Name, v.Producer, v.Grants = gid.ID(userID.Int64), userName.String,
			vocabulary.ProducerRole(userRole.String), grants
	case account.Valid:
		v.Account = gid.ID(account.Int64)
		if !below {
			accounts = []gid.ID{v.Account}
		}
		v.Grants = []viewer.Grant{{Account: v.Account, Accounts: accounts, Below: below,
			Roles:    vocabulary.RoleSet(roles),
			Services: vocabulary.ServiceSet(services)}}
	}
	return limitToScopes(v).Settle(), clock.Instant(used.Int64), nil
}

const userStatement = `SELECT u.user_name, u.producer_role, ` +
	grantColumns + reached + `CASE WHEN m.include_sub_accounts THEN m.account_id END)
FROM users u
LEFT JOIN memberships m ON m.user_id = u.id AND ` + members.InForceSQL + `
WHERE u.id = ? AND u.active`

// ForUser returns the viewer of a user who authenticated with a credential that is not stored here, such as an access
// token of an identity provider. It runs one statement. It returns UNAUTHENTICATED for a user who may not sign in.
func (s *Service) ForUser(ctx context.Context, user gid.ID, credential vocabulary.CredentialKind,
	scopes vocabulary.KeyScopeSet) (*viewer.Viewer, error) {
	return readUser(ctx, s.outsideTx, s.today(), user, credential, scopes)
}

func readUser(ctx context.Context, from source, today day.Day, user gid.ID, credential vocabulary.CredentialKind,
	scopes vocabulary.KeyScopeSet) (*viewer.Viewer, error) {
	var (
		name     string
		producer sql.NullString
	)
	grants, _, found, err := readGrants(ctx, from, userStatement, []any{int64(today), int64(user)}, &name, &producer)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, unauthenticated()
	}
	v := &viewer.Viewer{Credential: credential, User: user, Name: name,
		Producer: vocabulary.ProducerRole(producer.String),
		Grants:   grants, Scopes: scopes}
	return limitToScopes(v).Settle(), nil
}
