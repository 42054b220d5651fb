package system_test

import (
	"testing"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestFind(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var own, foreign gid.ID
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			own, foreign = f.Account("own"), f.Account("foreign")
			for _, code := range []string{"crm", "shop"} {
				id := gid.New(gid.System, 0)
				err := f.Client().System.Create().SetID(id).SetCode(code).SetName(code).
					SetKind(vocabulary.SystemKindCrm).Exec(f.Context())
				if err != nil {
					t.Fatal(err)
				}
				for _, e := range []struct {
					kind, value string
					account     gid.ID
				}{{"number", code, own}, {"number", "both", own}, {"label", "both", foreign},
					{"label", "foreign", foreign}} {
					err := f.Client().ExternalID.Create().SetSystemID(id).SetKind(e.kind).SetValue(e.value).
						SetEntityID(e.account).
						SetAccountID(e.account).Exec(f.Context())
					if err != nil {
						t.Fatal(err)
					}
				}
			}
		})
		for _, test := range []struct {
			name               system.Name
			operator, customer gid.ID // -1 is AMBIGUOUS
		}{
			{system.Name{Value: "crm"}, own, own},
			{system.Name{System: "crm", Kind: "number", Value: "crm"}, own, own},
			{system.Name{System: "shop", Value: "crm"}, 0, 0},
			{system.Name{System: "none", Value: "crm"}, 0, 0},
			{system.Name{Kind: "label", Value: "crm"}, 0, 0},
			{system.Name{Value: "both"}, -1, own},
			{system.Name{System: "shop", Value: "both"}, -1, own},
			{system.Name{Kind: "label", Value: "both"}, foreign, 0},
			{system.Name{Value: "foreign"}, foreign, 0},
		} {
			find := func(who string, scope store.Scope, want gid.ID) {
				var id gid.ID
				var err error
				database.View(t, s, scope, func(v *page.View) error {
					id, err = system.Find(t.Context(), v, test.name)
					return nil
				})
				if fault.CodeOf(err) == fault.Ambiguous {
					id, err = -1, nil
				}
				if id != want || err != nil {
					t.Errorf("%+v: %s finds %v, %v; want %v", test.name, who, id, err, want)
				}
			}
			find("an operator", store.Everything(), test.operator)
			find("a customer", store.Accounts([]gid.ID{own}), test.customer)
		}
	})
}
