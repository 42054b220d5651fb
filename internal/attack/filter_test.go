package attack_test

import (
	"context"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Attack 10: a filter with the id of an object that the viewer does not see gives the same response as one with an
// unknown id.
func TestFiltersConfirmNothingThatIsNotShown(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		admin := w.alder.admin
		w.member(w.birch.account, w.alder.reader.user, false, vocabulary.RoleReader)
		// Alder's other account is below an account that alder's administrator does not see.
		group := w.account("The group")
		w.write(func(ctx context.Context, c *ent.Client) {
			for _, at := range []struct {
				account gid.ID
				depth   int
			}{{w.alder.account, 1}, {w.alder.below, 2}} {
				w.must(c.AccountPath.Create().SetAncestorID(group).SetDescendantID(at.account).SetDepth(at.depth).
					Exec(ctx))
			}
			w.must(c.AccountLink.Create().SetParentID(group).SetChildID(w.alder.account).Exec(ctx))
		})
		sold := w.entitlement(w.alder.account, "SOLD-1")
		w.write(func(ctx context.Context, c *ent.Client) {
			w.must(c.Entitlement.UpdateOneID(sold).SetChannelPartnerID(w.birch.account).Exec(ctx))
		})
		for name, q := range map[string]struct {
			document string
			id       gid.ID
		}{
			"users by account":                {`query ($id: ID!) { users(filter: {account: $id}) { nodes { id } totalCount } }`, w.birch.account},
			"accounts below another":          {`query ($id: ID!) { accounts(filter: {below: $id}) { nodes { id } totalCount } }`, group},
			"entitlements with sub-accounts":  {`query ($id: ID!) { entitlements(filter: {account: $id, includeSubAccounts: true}) { nodes { id } totalCount } }`, group},
			"entitlements by channel partner": {`query ($id: ID!) { entitlements(filter: {channelPartner: $id}) { nodes { id } totalCount } }`, w.birch.account},
		} {
			there := w.query(admin.actor, q.document, map[string]any{"id": q.id.String()})
			absent := w.query(admin.actor, q.document, map[string]any{"id": missingID(w, q.id.String())})
			tells := strings.ReplaceAll(there.text, q.id.String(), "") != strings.ReplaceAll(absent.text,
				missingID(w, q.id.String()), "")
			if tells {
				t.Errorf("%s tells of an object that is not shown:\n%s\n%s", name, there.text, absent.text)
			}
		}
	})
}

func missingID(w *world, id string) string {
	w.t.Helper()
	text, _ := missing(id).(string)
	return text
}
