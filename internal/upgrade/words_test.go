package upgrade_test

import (
	"context"
	"testing"

	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/upgrade"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Older versions stored a name in a script without spaces as one word, and no words for devices or license servers.
func TestWordsOfOlderVersionsAreRebuiltOnce(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		const name = "株式会社東京電機"
		var account, device, server gid.ID
		fixture.Fill(t, db, func(f *fixture.Fixture) {
			account = f.Account(name)
			device = f.Device(account, "machine")
			server = gid.New(gid.LicenseServer, account.Locality())
			for _, err := range []error{
				f.Client().SearchWord.Create().SetEntityType(int16(gid.Account)).SetWord(name).SetEntityID(account).
					Exec(f.Context()),
				f.Client().Device.UpdateOneID(device).SetWords("").SetUpdatedAt(7).Exec(f.Context()),
				f.Client().LicenseServer.Create().SetID(server).SetAccountID(account).SetFingerprint("f1").
					SetName("License Host").SetDeployment(vocabulary.DeploymentLocal).
					SetStatus(vocabulary.DeviceStatusActive).SetCreatedAt(7).SetUpdatedAt(7).Exec(f.Context()),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		ctx := database.Operator(t)
		for i, want := range []int{1, 0} {
			report, err := upgrade.Run(ctx, db, clock.System, nil)
			if err != nil || len(report.Done) != want {
				t.Fatalf("run %d: %+v, %v, want %v", i, report, err, want)
			}
		}
		words, err := db.Client().SearchWord.Query().Where(searchword.EntityID(account)).Select(searchword.FieldWord).
			Strings(ctx)
		if err != nil || len(words) != 8 {
			t.Errorf("the words of the account are %q, %v", words, err)
		}
		row, err := db.Client().Device.Get(ctx, device)
		if err != nil || row.Words != " machine" || row.UpdatedAt != 7 {
			t.Errorf(`%+v, %v, want Words = " machine" and UpdatedAt = 7`, row, err)
		}
		lender, err := db.Client().LicenseServer.Get(ctx, server)
		if err != nil || lender.Words != search.OfLicenseServer("License Host", "", "f1") || lender.UpdatedAt != 7 {
			t.Errorf("%+v, %v", lender, err)
		}
		err = db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			return tx.Client().Device.UpdateOneID(device).SetWords("").Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		if report, err := upgrade.Run(ctx, db, clock.System, nil); err != nil || len(report.Done) > 0 {
			t.Errorf("it runs again: %+v, %v", report, err)
		}
	})
}
