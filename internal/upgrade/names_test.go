package upgrade_test

import (
	"context"
	"maps"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/upgrade"
)

// TestKeysOfUserNamesAreMended runs the upgrade on keys that a migration made, that an older version left empty, and
// that older versions folded further.
func TestKeysOfUserNamesAreMended(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ctx := database.Operator(t)
		var at gid.ID
		fixture.Fill(t, db, func(f *fixture.Fixture) { at = f.Account("Harbor") })
		// the names, with the keys that they have before and after
		users := map[string][2]string{
			"ada@harbor.example":         {"", "ada@harbor.example"},
			"Bo":                         {"bo", "bo"},
			"\u00c9lan":                  {"\u00c9lan", "\u00e9lan"},
			"ED@b\u00fccher.example":     {"", "ed@xn--bcher-kva.example"},
			"ILKE":                       {"\u0131lke", "ilke"}, // as PostgreSQL lowers in Turkish
			"wei\u00df@harbor.example":   {"weiss@harbor.example", "wei\u00df@harbor.example"},
			"y\u0131ld\u0131z@x.example": {"y\u0131ld\u0131z@x.example", "y\u0131ld\u0131z@x.example"},
		}
		records := map[string][2]string{
			"weiss@harbor.example":     {"weiss@harbor.example", "weiss@harbor.example"},
			"wei\u00df@harbor.example": {"weiss@harbor.example\n", "wei\u00df@harbor.example"},
			"FA\u00dfe":                {"FA\u00dfe", "fasse"},
		}
		err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			for name, keys := range users {
				if err := tx.Client().User.Create().SetID(gid.New(gid.User, gid.NewLocality())).SetUserName(name).
					SetUserNameKey(keys[0]).SetActive(true).SetShared(false).SetCreatedAt(1).SetUpdatedAt(1).
					Exec(ctx); err != nil {
					return err
				}
			}
			for name, keys := range records {
				id := gid.New(gid.DirectoryRecord, at.Locality())
				key := keys[0]
				if strings.HasSuffix(key, "\n") {
					key += id.String()
				}
				if err := tx.Client().DirectoryRecord.Create().SetID(id).SetAccountID(at).SetUserName(name).
					SetUserNameKey(key).SetActive(true).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range []int{2, 0} { // two kinds of names, and then none
			report, err := upgrade.Run(t.Context(), db, clock.System, nil)
			folded := 0
			for _, done := range report.Done {
				if strings.HasPrefix(done, "Folded the ") {
					folded++
				}
			}
			if err != nil || folded != want {
				t.Fatalf("run %d: %q, %v, want %d kinds of names folded", i, report.Done, err, want)
			}
		}
		have := map[string]string{}
		for _, u := range db.Client().User.Query().AllX(ctx) {
			have[u.UserName] = u.UserNameKey
		}
		if want := after(users); !maps.Equal(have, want) {
			t.Errorf("the keys of users are %q, want %q", have, want)
		}
		clear(have)
		for _, r := range db.Client().DirectoryRecord.Query().AllX(ctx) {
			have[r.UserName] = r.UserNameKey
		}
		if want := after(records); !maps.Equal(have, want) {
			t.Errorf("the keys of records are %q, want %q", have, want)
		}
		for name := range users {
			found, err := account.UsersNamed(ctx, db.Client(), name)
			if err != nil || len(found) != 1 || found[0].UserName != name {
				t.Errorf("%q finds %d users, %v, want the one", name, len(found), err)
			}
		}
	})
}

// after returns the names with the keys that they have after the upgrade.
func after(names map[string][2]string) map[string]string {
	keys := map[string]string{}
	for name, both := range names {
		keys[name] = both[1]
	}
	return keys
}
