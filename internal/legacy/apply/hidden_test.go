package apply

import (
	"slices"
	"testing"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/apply/bundletest"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/store"
)

// Ids are compared byte by byte with those of earlier imports, so they keep characters that nobody sees; names do not.
func TestIDsKeepHiddenCharacters(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		header := b.Find("entitlements", func(r bundletest.Row) bool { return r.Get("channelPartner") == "" })
		plain := header.Get("soldTo")
		hidden := plain[:1] + "\u200B" + plain[1:]
		for file, columns := range map[string][]string{"accounts": {"accountId"},
			"account_links": {"parentAccountId", "accountId"}, "user_accounts": {"accountId"},
			"entitlements": {"soldTo", "channelPartner"}, "devices": {"soldTo"}, "fulfillments": {"soldTo"},
			"usage": {"accountId"}} {
			b.Each(file, func(r bundletest.Row) {
				for _, column := range columns {
					if r.Get(column) == plain {
						r.Set(column, hidden)
					}
				}
			})
		}
		b.Find("accounts", func(r bundletest.Row) bool { return r.Get("accountId") == hidden }).
			Set("name", "Har\u202Ebor")
		report := importInto(t, b, db)
		if !slices.ContainsFunc(report.Findings, func(c stage.RuleCount) bool {
			return c.Rule == legacy.HiddenCharacters
		}) {
			t.Errorf("the findings are %+v, want hidden_characters", report.Findings)
		}
		id := entity(t, db, plan.KindAccount, hidden)
		if a := db.Client().Account.GetX(asOperator(), id); a.Name != "Harbor" {
			t.Errorf("the name is %q, want Harbor", a.Name)
		}
		healthy(t, db)
		onlyUnchanged(t, importInto(t, b, db))
		healthy(t, db)
	})
}
