//go:build shelved

package scim

import (
	"context"
	"errors"
	"net/http"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// attempts is how often a change is tried that met with another at the same moment: over a name, a new id or a member.
const attempts = 3

// directory is the directory of one account.
type directory struct {
	*server
	account gid.ID
}

// directory tells whose directory asks. The key of a directory may read nothing by itself: what it keeps is the members
// of its account, so that is what the context sees from here on, and nothing of other accounts.
func (s *server) directory(ctx context.Context) (context.Context, directory, error) {
	who := viewer.From(ctx)
	if who == nil {
		return nil, directory{}, refusal(http.StatusUnauthorized, "", "Send a key of the account with the scope PROVISION as bearer token.")
	}
	if !who.Scopes.Has(vocabulary.KeyScopeProvision) || who.Credential != vocabulary.CredentialKindAPIKey || who.User != 0 ||
		who.OfProducer() || who.Widget != nil || who.ReadOnly || len(who.Grants) != 1 {
		return nil, directory{}, refusal(http.StatusForbidden, "", "Only the account's directory may do this. Use a key of the account with the scope PROVISION.")
	}
	account := who.Grants[0].Account
	return store.WithScope(ctx, store.Accounts([]gid.ID{account})), directory{s, account}, nil
}

func (d directory) client() *ent.Client { return d.changes.Store().Client() }

// do carries a change of the account's members out. It returns a refusal with 409 where a name is taken.
func (d directory) do(ctx context.Context, action string, input any, rule change.Rule) error {
	for attempt := 1; ; attempt++ {
		_, err := d.changes.Do(ctx, change.Request{
			Action: action, Needs: change.Needs{Right: change.Provision, Account: d.account},
			Homes: []change.Home{{Account: d.account}}, Input: input,
		}, rule)
		// Somebody else was faster: another try sees what they did, and refuses it in its own words.
		if !errors.Is(err, store.ErrUnique) && !errors.Is(err, store.ErrForeignKey) {
			return err
		}
		if attempt == attempts {
			return taken()
		}
	}
}

// guard refuses a change after which nobody administers the account.
func (d directory) guard(ctx context.Context, tx store.Tx) error {
	return lastAdministrator(d.members.GuardLastAdministrator(store.Beyond(ctx), tx, d.account))
}

// administers tells whether a membership, as it stands, lets its user administer the account.
func (d directory) administers(m *ent.Membership) bool {
	return (m.Roles | m.GroupRoles).Has(vocabulary.RoleAccountAdministrator) && m.ProductLineID == nil && d.inForce(m)
}

func (d directory) inForce(m *ent.Membership) bool {
	return m.SuspendedAt == nil && (m.EndsOn == nil || *m.EndsOn >= d.today())
}
