package access

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A token that was minted with an account's key gives access only to the accounts and services of that key, whatever
// its user may see: the pages that use it belong to that customer.
const widgetStatement = `SELECT w.user_id, w.account_id, w.api_key_id, w.origins, w.documents, u.user_name, a.name,
	CASE WHEN k.account_id IS NULL THEN NULL ELSE k.service_access END,
	w.by_list, NOT EXISTS (SELECT 1 FROM widget_origins), ` + listedAmong + `, ` +
	grantColumns + `COALESCE(` + reached + `m.account_id
	AND (m.include_sub_accounts OR p.depth = 0)
	AND (k.account_id IS NULL OR p.descendant_id = k.account_id OR k.include_sub_accounts
		AND p.descendant_id IN (SELECT q.descendant_id FROM account_paths q WHERE q.ancestor_id = k.account_id))), '')
FROM widget_tokens w
LEFT JOIN api_keys k ON k.id = w.api_key_id
LEFT JOIN users u ON u.id = w.user_id
LEFT JOIN accounts a ON a.id = w.account_id
LEFT JOIN memberships m ON m.user_id = w.user_id AND ` + members.InForceSQL + `
WHERE w.token_hash = ? AND w.expires_at > ? AND (k.id IS NULL OR k.revoked_at IS NULL AND k.expires_at > ?)
	AND (w.user_id IS NULL OR u.active)`

// listedAmong selects the listed origins that a token may name, separated by blanks. LIKE finds those and perhaps a few
// others, such as one that differs in letter case, so that the result is compared again.
const listedAmong = `COALESCE((SELECT string_agg(o.origin, ' ') FROM widget_origins o
	WHERE w.origins LIKE '%"' || o.origin || '"%'), '')`

// IsWidgetToken reports whether a bearer token is one of a widget, valid or not.
func IsWidgetToken(token string) bool { return strings.HasPrefix(token, widgetPrefix) }

// WidgetToken returns the viewer of a widget token, which may run a few documents for a user or an account and never
// has a role of the producer. It runs one statement. It returns UNAUTHENTICATED for a token that is unknown or has
// expired, whose key is no longer valid, whose user may not sign in any more, or which may not be used on the pages of
// any origin any more.
func (s *Service) WidgetToken(ctx context.Context, token string) (*viewer.Viewer, error) {
	if !isSecret(token, widgetPrefix) {
		return nil, unauthenticated()
	}
	var (
		userID, account, key  sql.NullInt64
		services              sql.NullInt64
		origins, documents    string
		userName, accountName sql.NullString
		byList, listIsEmpty   bool
		listed                string
	)
	grants, _, found, err := readGrants(ctx, s.outsideTx, widgetStatement,
		[]any{int64(s.today()), hashOf(token), int64(s.now()), int64(s.now())},
		&userID, &account, &key, &origins, &documents, &userName, &accountName, &services,
		&byList, &listIsEmpty, &listed)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, unauthenticated()
	}
	v := &viewer.Viewer{Credential: vocabulary.CredentialKindWidgetToken, CredentialID: gid.ID(key.Int64),
		User: gid.ID(userID.Int64),
		Name: userName.String, Grants: grants, Scopes: readOnly, ReadOnly: true, Widget: &viewer.Widget{}}
	if services.Valid {
		for i := range v.Grants {
			v.Grants[i].Services &= vocabulary.ServiceSet(services.Int64)
		}
	}
	if account.Valid {
		of := gid.ID(account.Int64)
		v.Name = accountName.String
		v.Grants = []viewer.Grant{{Account: of, Accounts: []gid.ID{of}, Roles: reader, Services: licensing}}
	}
	if err := json.Unmarshal([]byte(origins), &v.Widget.Origins); err != nil {
		return nil, fmt.Errorf("read the origins of a widget token: %w", err)
	}
	v.Widget.Origins = acceptedOrigins(v.Widget.Origins, strings.Fields(listed), listIsEmpty, byList)
	if len(v.Widget.Origins) == 0 {
		return nil, unauthenticated()
	}
	if err := json.Unmarshal([]byte(documents), &v.Widget.Documents); err != nil {
		return nil, fmt.Errorf("read the documents of a widget token: %w", err)
	}
	return v.Settle(), nil
}

var readOnly = must(vocabulary.KeyScopes(vocabulary.KeyScopeRead))
