package store_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/upgrade"
)

// Line items could have activation ids that differ in letter case only. Of each such group the oldest one gets the key
// of the id, and the others get keys beside it, so that all of them keep their ids.
func TestActivationIDsOfEarlierStatesGetKeys(t *testing.T) {
	test := func(t *testing.T, config store.Config) {
		ctx := database.Operator(t)
		s := openRelease(t, config, "audit_of_people")
		var statements []string
		line := gid.New(gid.LineItem, gid.NewLocality())
		for i, id := range []string{"Abc-1", "aBC-1", "ABC-1", "\u00c9-2", "\u00e9-2", "only-3"} {
			const others = "unlimited, granted, overdraft, excess, used, settled_on, starts_on, ends_on, updated_at, " +
				"account_id, entitlement_id, product_id, product_line_id, unit_id"
			statements = append(statements, fmt.Sprintf("INSERT INTO line_items (id, activation_id, created_at, "+
				others+") SELECT %d, '%s', %d, "+others+" FROM line_items WHERE id = 1",
				int64(line)+int64(i), id, 100-i),
				fmt.Sprintf("INSERT INTO external_ids (id, system_id, kind, value, entity_id, account_id) SELECT %d, "+
					"system_id, 'activation', '%s', %d, account_id FROM external_ids WHERE id = 1", 100+i, id,
					int64(line)+int64(i)))
		}
		execute(t, s, statements...)
		if _, err := s.Migrate(ctx); err != nil {
			t.Fatal(err)
		}
		name := strings.NewReplacer("\n", "|", line.String(), "LINE", (line + 1).String(), "LINE1",
			(line + 3).String(), "LINE3", (line + 4).String(), "LINE4").Replace
		for _, want := range []string{"Folded 8 activation ids, so that letter case makes no other id.", ""} {
			report, err := upgrade.Run(ctx, s, clock.System, nil)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, done := range report.Done {
				if strings.Contains(done, "activation ids") {
					got = done
				}
			}
			if got != want {
				t.Errorf("the upgrade did %q, want %q", got, want)
			}
		}
		keys, kept := map[string]string{}, map[string]string{}
		for _, l := range s.Client().LineItem.Query().AllX(ctx) {
			keys[l.ActivationID] = name(l.ActivationKey)
		}
		for _, e := range s.Client().ExternalID.Query().Where(externalid.Kind("activation")).AllX(ctx) {
			key, mark, _ := strings.Cut(*e.ValueKey, "\n")
			_, mark, beside := strings.Cut(mark, " ")
			kept[e.Value] = key
			if beside {
				kept[e.Value] += "|" + mark
			}
		}
		if want := map[string]string{"activation id 1": "activation id 1", "activation id 2": "activation id 2",
			"Abc-1": "abc-1|LINE", "aBC-1": "abc-1|LINE1", "ABC-1": "abc-1", "\u00c9-2": "\u00e9-2",
			"\u00e9-2": "\u00e9-2|LINE4", "only-3": "only-3"}; !cmp.Equal(keys, want) {
			t.Error(cmp.Diff(want, keys))
		}
		if want := map[string]string{"Abc-1": "abc-1", "aBC-1": "abc-1|aBC-1", "ABC-1": "abc-1|ABC-1",
			"\u00c9-2": "\u00e9-2", "\u00e9-2": "\u00e9-2|\u00e9-2", "only-3": "only-3"}; !cmp.Equal(kept, want) {
			t.Error(cmp.Diff(want, kept))
		}
		report, err := doctor.Check(ctx, s)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range report.Findings {
			switch f.Rule {
			case doctor.ActivationKeys:
				if f.Broken > 0 || f.Checked < 14 {
					t.Errorf("%+v", f)
				}
			case doctor.SharedActivationIDs:
				told := ""
				for _, b := range f.Examples {
					told += b.ID + " " + b.Message + "\n"
				}
				for i := range gid.ID(5) {
					if !strings.Contains(told, (line + i).String()) {
						t.Errorf("the doctor does not name %s: %s", line+i, told)
					}
				}
				if f.Broken != 3 || !f.Warning {
					t.Errorf("%+v, want 3 warnings", f)
				}
			}
		}
	}
	t.Run("sqlite", func(t *testing.T) { test(t, store.Config{Directory: t.TempDir()}) })
	t.Run("postgres", func(t *testing.T) { test(t, store.Config{URL: database.EmptyPostgres(t)}) })
}
