package system_test

import (
	"testing"

	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

// keyOf returns the key of an external id, or nil if it has none.
func keyOf(kind, value string) *string {
	if key := system.ValueKey(kind, value); key != "" {
		return &key
	}
	return nil
}

// Rights are found by the activation ids that they have, each once, whoever gave them the id.
func TestFindByPresentActivationIDs(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var own, foreign gid.ID
		lines, covers := map[string]gid.ID{}, map[string]gid.ID{}
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			own, foreign = f.Account("own"), f.Account("foreign")
			legacy := gid.New(gid.System, 0)
			must := func(err error) {
				if err != nil {
					t.Fatal(err)
				}
			}
			must(f.Client().System.Create().SetID(legacy).SetCode("legacy").SetName("Legacy").
				SetKind(vocabulary.SystemKindEntitlement).Exec(f.Context()))
			name := func(kind, value string, entity, account gid.ID) {
				must(f.Client().ExternalID.Create().SetSystemID(legacy).SetKind(kind).SetValue(value).
					SetNillableValueKey(keyOf(kind, value)).SetEntityID(entity).SetAccountID(account).Exec(f.Context()))
			}
			line := func(account gid.ID, id string) {
				lines[id] = f.Line(account, f.Entitlement(account, "E "+id), f.Seat, id, 1)
			}
			line(own, "ISSUED-1")
			line(own, "issued-2")
			line(own, "Mixed-3")
			line(own, "IMPORTED-4")
			name("activation", "IMPORTED-4", lines["IMPORTED-4"], own)
			line(foreign, "FOREIGN-5")
			line(own, "CASE-6")
			lines["case-6"] = f.LineOfSameID(foreign, f.Entitlement(foreign, "E case-6"), f.Seat, "case-6")
			line(own, "\u00c9t\u00e9-8")
			line(own, "Now-9")
			name("activation", "Renewed-9", lines["Now-9"], own)
			name("order", "Order-9", lines["Now-9"], own)
			line(own, "BOTH-7")
			hidden := lines["BOTH-7"]
			must(f.Client().LineItem.Update().Where(lineitem.ID(hidden)).SetVisible(false).Exec(f.Context()))
			cover := func(called, id string, renews, replaces string) {
				c := f.Coverage(own, fixture.Today, fixture.Today+100, lines["ISSUED-1"])
				update := f.Client().Coverage.UpdateOneID(c).SetActivationID(id)
				if renews != "" {
					update.SetRenewsID(covers[renews])
				}
				if replaces != "" {
					update.SetReplacesID(covers[replaces])
				}
				must(update.Exec(f.Context()))
				covers[called] = c
			}
			cover("only", "COVER-1", "", "")
			cover("first", "COVER-2", "", "")
			cover("second", "COVER-2", "first", "")
			cover("first corrected", "COVER-2", "", "first")
			cover("second corrected", "COVER-2", "first corrected", "second")
			cover("imported", "COVER-3", "", "")
			name("maintenance", "COVER-3", covers["imported"], own)
			cover("renewed", "COVER-3", "imported", "")
			cover("one", "COVER-4", "", "")
			cover("another", "COVER-4", "", "")
			cover("of a line's name", "BOTH-7", "", "")
		})
		const ambiguous = -1
		for _, test := range []struct {
			name               system.Name
			operator, customer gid.ID
		}{
			{system.Name{Value: "ISSUED-1"}, lines["ISSUED-1"], lines["ISSUED-1"]},
			{system.Name{Value: "issued-1"}, lines["ISSUED-1"], lines["ISSUED-1"]},
			{system.Name{Value: "Issued-2"}, lines["issued-2"], lines["issued-2"]},
			{system.Name{Value: "Mixed-3"}, lines["Mixed-3"], lines["Mixed-3"]},
			{system.Name{Value: "ISSUED"}, 0, 0},
			{system.Name{System: system.Own, Value: "issued-1"}, lines["ISSUED-1"], lines["ISSUED-1"]},
			{system.Name{System: "legacy", Value: "ISSUED-1"}, 0, 0},
			{system.Name{Kind: system.KindActivation, Value: "ISSUED-1"}, lines["ISSUED-1"], lines["ISSUED-1"]},
			{system.Name{Kind: system.KindMaintenance, Value: "ISSUED-1"}, 0, 0},
			{system.Name{Kind: "account", Value: "ISSUED-1"}, 0, 0},
			{system.Name{Value: "IMPORTED-4"}, lines["IMPORTED-4"], lines["IMPORTED-4"]},
			{system.Name{Value: "imported-4"}, lines["IMPORTED-4"], lines["IMPORTED-4"]},
			{system.Name{System: "legacy", Value: "imported-4"}, lines["IMPORTED-4"], lines["IMPORTED-4"]},
			{system.Name{Value: "FOREIGN-5"}, lines["FOREIGN-5"], 0},
			{system.Name{Value: "CASE-6"}, lines["CASE-6"], lines["CASE-6"]},
			{system.Name{Value: "case-6"}, lines["case-6"], lines["CASE-6"]},
			{system.Name{Value: "Case-6"}, ambiguous, lines["CASE-6"]},
			{system.Name{Value: "mIXED-3"}, lines["Mixed-3"], lines["Mixed-3"]},
			{system.Name{Value: "e\u0301T\u00c9-8"}, lines["\u00c9t\u00e9-8"], lines["\u00c9t\u00e9-8"]},
			{system.Name{Value: "rENEWED-9"}, lines["Now-9"], lines["Now-9"]},
			{system.Name{System: "legacy", Kind: system.KindActivation, Value: "RENEWED-9"}, lines["Now-9"],
				lines["Now-9"]},
			{system.Name{Kind: "order", Value: "RENEWED-9"}, 0, 0},
			{system.Name{Value: "order-9"}, 0, 0},
			{system.Name{Value: "BOTH-7"}, ambiguous, covers["of a line's name"]},
			{system.Name{Kind: system.KindActivation, Value: "BOTH-7"}, lines["BOTH-7"], 0},
			{system.Name{Kind: system.KindMaintenance, Value: "both-7"}, covers["of a line's name"],
				covers["of a line's name"]},
			{system.Name{Value: "cover-1"}, covers["only"], covers["only"]},
			{system.Name{Kind: system.KindActivation, Value: "COVER-1"}, 0, 0},
			{system.Name{Value: "COVER-2"}, covers["second corrected"], covers["second corrected"]},
			{system.Name{Value: "Cover-3"}, covers["imported"], covers["imported"]},
			{system.Name{System: "legacy", Value: "cover-3"}, covers["imported"], covers["imported"]},
			{system.Name{System: system.Own, Value: "COVER-3"}, covers["renewed"], covers["renewed"]},
			{system.Name{Value: "COVER-4"}, ambiguous, ambiguous},
		} {
			for who, scope := range map[string]store.Scope{"an operator": store.Everything(),
				"a customer": store.Accounts([]gid.ID{own})} {
				want := test.operator
				if who == "a customer" {
					want = test.customer
				}
				var id gid.ID
				var err error
				database.View(t, s, scope, func(v *page.View) error {
					id, err = system.Find(t.Context(), v, test.name)
					return nil
				})
				if fault.CodeOf(err) == fault.Ambiguous {
					id, err = ambiguous, nil
				}
				if id != want || err != nil {
					t.Errorf("%+v: %s finds %v, %v; want %v", test.name, who, id, err, want)
				}
			}
		}
	})
}
